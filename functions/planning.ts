import { PolicyEnvironment, TimeZoneEnvironment } from '../schemas/environment.ts';
import { planningApi } from '../schemas/planning-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { requestSimulation } from './gateways/simulation-queue.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { endpoints } from './runtime/http.ts';
import { listRollUps } from './stores/insights.ts';
import { listLoads } from './stores/loads.ts';
import { find, start } from './stores/simulations.ts';
import { planning } from './use-cases/planning.ts';
import { simulations } from './use-cases/simulations.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);
const { SLA_POLICY: shipped } = environment(PolicyEnvironment);

/** What planners learn from the platform's own counts, and from days that have not been. */
export const handler = endpoints(planningApi, members(verifySignIn, now), {
  ...planning({ insights: { listRollUps }, loads: { listLoads }, timeZone, now }),
  ...simulations({ simulations: { find, start }, requestSimulation, shipped, timeZone, now }),
});
