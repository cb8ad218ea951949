import { customerApi } from '../schemas/customer-api.ts';
import { customers } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { shippedRisk } from './runtime/risk.ts';
import { list as listAgents } from './stores/agents.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { list as listCursors } from './stores/cursors.ts';
import { readEpoch } from './stores/epoch.ts';
import { head, read } from './stores/artefacts.ts';
import { addAppeal, getAppeal } from './stores/appeals.ts';
import { countOnce, findScreened, note } from './stores/risks.ts';
import { find as findSession } from './stores/sessions.ts';
import { latest } from './stores/settings.ts';
import { countWaiting, find, get, listEvents, listOfCustomer, save } from './stores/tickets.ts';
import { hotIncident, hotPolicy } from './use-cases/hot-settings.ts';
import { customer } from './use-cases/customer.ts';
import { keptEpoch } from './use-cases/epoch.ts';
import { placeIn } from './use-cases/place.ts';
import { screenLater } from './use-cases/screen-later.ts';

const incident = hotIncident({ settings: { latest }, now, log });

/** Everything customers say and ask over HTTPS comes in here. */
export const handler = endpoints(
  customerApi,
  customers({ sessions: { find: findSession }, now }),
  customer({
    tickets: { get, find, save, listEvents, listOfCustomer },
    placeOf: placeIn({
      tickets: { countWaiting },
      agents: { list: listAgents },
      capacity: { get: getCapacity },
      incident,
      now,
    }),
    cursors: { list: listCursors },
    epoch: keptEpoch({ readEpoch, now }),
    risks: { note, findScreened, addAppeal, getAppeal, countOnce },
    screen: screenLater({ artefacts: { head, read }, shippedRisk, now, log }),
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    incident,
    now,
    log,
  }),
);
