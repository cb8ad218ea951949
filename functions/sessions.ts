import { sessionsApi } from '../schemas/customer-api.ts';
import { hostSecret, sessionSecret } from './gateways/secrets.ts';
import { open } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { start } from './stores/sessions.ts';
import { sessions } from './use-cases/sessions.ts';

/** Customers become known here, over HTTPS. */
export const handler = endpoints(
  sessionsApi,
  open,
  sessions({ sessions: { start }, sessionSecret, hostSecret, now }),
);
