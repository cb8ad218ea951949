import { deskApi } from '../schemas/desk-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now, random } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { policy } from './runtime/policy.ts';
import * as agents from './stores/agents.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { countWaiting, get, listEvents, listOfAgent, listWaiting, save } from './stores/tickets.ts';
import { desk } from './use-cases/desk.ts';

/** What agents and their leads do with tickets and seats. */
export const handler = endpoints(
  deskApi,
  members(verifySignIn, now),
  desk({
    tickets: { get, save, listEvents, listWaiting, listOfAgent, countWaiting },
    agents,
    capacity: { get: getCapacity },
    policy,
    now,
    random,
  }),
);
