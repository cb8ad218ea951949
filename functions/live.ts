import { tell } from './gateways/reaction-queues.ts';
import { push } from './gateways/sockets.ts';
import { now, pause, random } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { follow } from './runtime/queue.ts';
import { get as getAgent, list as listAgents } from './stores/agents.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { forget, list } from './stores/connections.ts';
import { readEpoch } from './stores/epoch.ts';
import { count } from './stores/replies.ts';
import { latest } from './stores/settings.ts';
import { writtenBy } from './stores/stream.ts';
import { get, listWaiting } from './stores/tickets.ts';
import { keptEpoch } from './use-cases/epoch.ts';
import { hotIncident, hotPolicy } from './use-cases/hot-settings.ts';
import { live } from './use-cases/live.ts';
import { eventsIn } from './use-cases/relay.ts';

const settings = { latest };
const atOnce = live({
  tickets: { get, listWaiting },
  agents: { get: getAgent, list: listAgents },
  capacity: { get: getCapacity },
  replies: { count },
  connections: { list, forget },
  policy: hotPolicy({ settings, shippedPolicy, now, log }),
  incident: hotIncident({ settings, now, log }),
  epoch: keptEpoch({ readEpoch, now }),
  push,
  tell,
  pause,
  random,
  now,
  log,
});

/** Reads the tickets table's stream and does what must be live: sockets are told, turns are counted. */
export const handler = follow(async (records) =>
  atOnce(eventsIn(records.flatMap((record) => writtenBy(record) ?? []))),
);
