import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { planningApi } from '../schemas/planning-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { endpoints } from './runtime/http.ts';
import { listRollUps } from './stores/insights.ts';
import { planning } from './use-cases/planning.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);

/** What planners learn from the platform's own counts. */
export const handler = endpoints(
  planningApi,
  members(verifySignIn, now),
  planning({ insights: { listRollUps }, timeZone, now }),
);
