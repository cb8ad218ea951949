import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import {
  endTurn,
  listFacts,
  listRollUps,
  listTouched,
  putRollUp,
  removeRollUp,
  settle,
  takeTurn,
} from './stores/insights.ts';
import { rollUp } from './use-cases/roll-up.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);

/** Every five minutes: rolls up what has changed. */
export const handler = rollUp({
  insights: { endTurn, listFacts, listRollUps, listTouched, putRollUp, removeRollUp, settle, takeTurn },
  timeZone,
  now,
  log,
});
