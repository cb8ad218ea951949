import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { announceBurst } from './gateways/bus.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import {
  endTurn,
  listBursts,
  listFacts,
  listRollUps,
  listTouched,
  putBurst,
  putRollUp,
  removeRollUp,
  settle,
  takeTurn,
} from './stores/insights.ts';
import { rollUp } from './use-cases/roll-up.ts';
import { watchBursts } from './use-cases/watch-bursts.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);

const add = rollUp({
  insights: { endTurn, listFacts, listRollUps, listTouched, putRollUp, removeRollUp, settle, takeTurn },
  timeZone,
  now,
  log,
});
const watch = watchBursts({
  insights: { listBursts, listFacts, listRollUps, putBurst },
  timeZone,
  announce: announceBurst,
  now,
  log,
});

/** Every five minutes: rolls up what has changed, and looks for topics that burst. */
export const handler = async (): Promise<void> => {
  await add();
  await watch();
};
