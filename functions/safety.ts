import { safetyApi } from '../schemas/safety-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { head, publish, read } from './stores/artefacts.ts';
import { addAppeal, decideAppeal, getAppeal, listAppeals } from './stores/appeals.ts';
import { countOnce, counts, findScreened, listHeld } from './stores/risks.ts';
import { latest } from './stores/settings.ts';
import { get, save } from './stores/tickets.ts';
import { hotPolicy } from './use-cases/hot-settings.ts';
import { safety } from './use-cases/safety.ts';

/** What reviewers and leads do about messages that the filter stops. */
export const handler = endpoints(
  safetyApi,
  members(verifySignIn, now),
  safety({
    tickets: { get, save },
    risks: { listHeld, countOnce, counts, findScreened, addAppeal, getAppeal, listAppeals, decideAppeal },
    artefacts: { head, read, publish },
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    now,
    log,
  }),
);
