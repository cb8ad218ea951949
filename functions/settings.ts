import { settingsApi } from '../schemas/settings-api.ts';
import { noLabour } from './domain/cost/labour.ts';
import { noIncident } from './domain/incident.ts';
import { defaultRouting } from './domain/routing-defaults.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { get, getOverride, putOverride } from './stores/capacity.ts';
import { add, latest, listPage } from './stores/settings.ts';
import { overrideCapacity } from './use-cases/override-capacity.ts';
import { settings } from './use-cases/settings.ts';

/** What supervisors set while everything runs. */
export const handler = endpoints(settingsApi, members(verifySignIn, now), {
  ...settings({
    settings: { latest, listPage, add },
    shipped: { sla: shippedPolicy, routing: defaultRouting, incident: noIncident, labour: noLabour },
    now,
    log,
  }),
  ...overrideCapacity({ capacity: { get, getOverride, putOverride }, now }),
});
