import { deskApi } from '../schemas/desk-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now, random } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { shippedRisk } from './runtime/risk.ts';
import { head, read } from './stores/artefacts.ts';
import * as agents from './stores/agents.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { list as listCursors } from './stores/cursors.ts';
import { readEpoch } from './stores/epoch.ts';
import { readDay } from './stores/reply-days.ts';
import { note } from './stores/risks.ts';
import { latest } from './stores/settings.ts';
import {
  countWaiting,
  get,
  listEvents,
  listOfAgent,
  listOfCustomer,
  listWaiting,
  save,
} from './stores/tickets.ts';
import { hotIncident, hotPolicy, hotRouting } from './use-cases/hot-settings.ts';
import { desk } from './use-cases/desk.ts';
import { keptEpoch } from './use-cases/epoch.ts';
import { screenLater } from './use-cases/screen-later.ts';

/** What agents and their leads do with tickets and seats. */
export const handler = endpoints(
  deskApi,
  members(verifySignIn, now),
  desk({
    tickets: { get, save, listEvents, listWaiting, listOfAgent, listOfCustomer, countWaiting },
    agents,
    capacity: { get: getCapacity },
    cursors: { list: listCursors },
    epoch: keptEpoch({ readEpoch, now }),
    risks: { note },
    replies: { readDay },
    screen: screenLater({ artefacts: { head, read }, shippedRisk, now, log }),
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    incident: hotIncident({ settings: { latest }, now, log }),
    routing: hotRouting({ settings: { latest }, now, log }),
    now,
    log,
    random,
  }),
);
