import { publish } from './gateways/bus.ts';
import { requestClassification } from './gateways/classification-queue.ts';
import { sendTimers } from './gateways/timer-queue.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { follow } from './runtime/queue.ts';
import { writtenBy } from './stores/stream.ts';
import { relay } from './use-cases/relay.ts';
import { RelayEnvironment } from '../schemas/environment.ts';

const { PUBLISHED_EVENTS: published } = environment(RelayEnvironment);
const handOn = relay({ publish, published, requestClassification, sendTimers, now });

/** Reads the tickets table's stream and hands everything on: a crash after a commit loses nothing. */
export const handler = follow(async (records) =>
  handOn(records.flatMap((record) => writtenBy(record) ?? [])),
);
