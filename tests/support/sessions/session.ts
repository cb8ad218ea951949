import { step as realStep } from '../../../client/src/core.ts';
import { deskEvents, sightOnSockets } from '../../../functions/domain/desk-views.ts';
import { customerEvents } from '../../../functions/domain/views.ts';
import type { Participant } from '../../../schemas/participant.ts';
import type { SocketMessage } from '../../../schemas/socket.ts';
import { Device, type Step, type Weather } from './device.ts';
import { seededRandom } from '../../../functions/memory/random.ts';
import { Schedule } from './schedule.ts';
import { Server } from './server.ts';

/** Milliseconds of storm, and of calm in which everything has to come right. */
const STORM = 60_000;
const CALM = 150_000;

/** Customers' devices of one conversation, and who looks on from the desk. */
const customer: Participant = { kind: 'customer', id: 'customer-1', segment: 'ordinary' };
const holder: Participant = { kind: 'agent', id: 'mei' };
const watcher: Participant = { kind: 'agent', id: 'lin' };

export interface Verdict {
  /** Clients that took part. */
  readonly clients: number;
  /** Events of the history in the end. */
  readonly events: number;
  /** What went wrong, in words; empty when every client has exactly the server's log. */
  readonly faults: readonly string[];
}

/**
 * Plays one conversation on several devices through a storm: frames lost, doubled, reordered; sockets cut, pages reloaded, tables
 * restored; then lets it calm down, and compares every client's log with the server's, byte for byte.
 */
export async function playSession(seed: number, step: Step = realStep): Promise<Verdict> {
  const random = seededRandom(seed);
  const schedule = new Schedule();
  const sockets = new Map<string, (message: SocketMessage) => void>();
  const share = (most: number) => (random() < 0.3 ? 0 : random() * most);
  const weather: Weather = {
    lost: share(0.4),
    doubled: share(0.3),
    refused: share(0.6),
    slowest: 20 + random() ** 3 * 4000,
  };

  const later = (run: () => unknown) => schedule.plan(schedule.now + random() * weather.slowest, run);
  const push = async (connectionId: string, message: SocketMessage) => {
    if (!sockets.has(connectionId)) return random() < 0.8 ? ('gone' as const) : ('sent' as const);
    if (random() >= weather.lost) later(() => sockets.get(connectionId)?.(message));
    return 'sent' as const;
  };
  const deliverLater = (run: () => Promise<void>) => {
    later(run);
    if (random() < weather.doubled) later(run);
  };
  const server = new Server({ schedule, random, push, deliverLater });
  const people = [customer, customer, random() < 0.5 ? holder : watcher];
  const devices = people.map(
    (participant, index) =>
      new Device({ schedule, server, random, weather, participant, sockets, step, name: `device-${index}` }),
  );

  const sent: string[][] = devices.map(() => []);
  const whenever = (times: number, run: () => unknown) => {
    for (let count = Math.floor(random() * (times + 1)); count > 0; count -= 1)
      schedule.plan(random() * STORM, run);
  };
  const restored = random() < 0.2;
  for (const index of [0, 1]) {
    whenever(3, () => {
      const commandId = `device-${index}-${sent[index]?.length ?? 0}`;
      sent[index]?.push(commandId);
      devices[index]?.writes(commandId, `message ${commandId}`);
    });
  }
  whenever(6, () => server.agentWrites('reply'));
  for (const device of devices) {
    whenever(3, () => device.cut());
    if (random() < 0.2) whenever(1, () => device.reload());
  }
  if (restored) schedule.plan(random() * STORM, () => server.restore(Math.floor(random() * 6)));

  const clients = devices.length;
  try {
    await schedule.runUntil(STORM);
    Object.assign(weather, { lost: 0, doubled: 0, refused: 0, slowest: 50 } satisfies Weather);
    await schedule.runUntil(STORM + CALM);
    return { clients, events: server.events.length, faults: faults() };
  } catch (error) {
    return { clients, events: server.events.length, faults: [String(error)] };
  }

  function faults(): string[] {
    const found: string[] = [];
    const forCustomer = JSON.stringify(customerEvents(server.events));
    devices.forEach((device, index) => {
      const desk = people[index]?.kind === 'agent';
      const expected = desk
        ? JSON.stringify(deskEvents(server.events, sightOnSockets(people[index]?.id ?? '')))
        : forCustomer;
      const shown = JSON.stringify(device.conversation?.events ?? []);
      if (shown !== expected) found.push(`device ${index} shows another log`);
      if (device.outbox.length > 0) found.push(`device ${index} has not sent everything`);
    });
    const made = server.events.flatMap(({ command }) =>
      command?.id.startsWith('device-') ? [command.id] : [],
    );
    if (new Set(made).size < made.length) found.push('a message is there twice');
    sent.forEach((ids, index) => {
      const own = made.filter((id) => id.startsWith(`device-${index}-`));
      // A restore may lose what was confirmed; then those that are left keep their order.
      if (restored ? own.some((id, at) => own.indexOf(id) !== at) : own.join() !== ids.join())
        found.push(`messages of device ${index} are lost or out of order`);
    });
    return found;
  }
}
