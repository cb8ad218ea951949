import { publish } from './gateways/bus.ts';
import { requestClassification } from './gateways/classification-queue.ts';
import { published, tell } from './gateways/reaction-queues.ts';
import { sendTimers } from './gateways/timer-queue.ts';
import { now } from './runtime/clock.ts';
import { follow } from './runtime/queue.ts';
import { writtenBy } from './stores/stream.ts';
import { relay } from './use-cases/relay.ts';

const handOn = relay({ publish, published, tell, requestClassification, sendTimers, now });

/** Reads the tickets table's stream and hands everything on: a crash after a commit loses nothing. */
export const handler = follow(async (records) =>
  handOn(records.flatMap((record) => writtenBy(record) ?? [])),
);
