import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { rosterApi } from '../schemas/planning-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { highsSolver } from './runtime/highs.ts';
import { endpoints } from './runtime/http.ts';
import { listRollUps } from './stores/insights.ts';
import { listLoads } from './stores/loads.ts';
import { find } from './stores/simulations.ts';
import { rosters } from './use-cases/rosters.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);

/** What the solver has: the rest of what API Gateway waits for goes to reading and telling. A hundredth of the least cost is soon reached. */
const IN_TIME = { seconds: 20, gap: 0.01 };

/** Makes rosters. */
export const handler = endpoints(
  rosterApi,
  members(verifySignIn, now),
  rosters({
    insights: { listRollUps },
    loads: { listLoads },
    simulations: { find },
    timeZone,
    now,
    solver: () => highsSolver(IN_TIME),
  }),
);
