import type { TicketChange } from '../../functions/domain/change.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { VirtualClock } from '../../functions/memory/clock.ts';
import { lightModels } from '../../functions/memory/light-models.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { memoryPlatform } from '../../functions/memory/whole.ts';
import { customer } from '../../functions/use-cases/customer.ts';
import { desk } from '../../functions/use-cases/desk.ts';
import { placeIn } from '../../functions/use-cases/place.ts';
import { socket } from '../../functions/use-cases/socket.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { ClientLog } from './log.ts';
import { type Deed, emptyTally } from './tally.ts';

export const START = Date.parse('2026-11-21T12:00:00.000Z');

/** Something somebody said, and the number it was given. */
interface Said {
  commandId: string;
  number: number;
}

/** A conversation, as those who hold it know it. */
export interface Talk {
  ticketId: string;
  customer: number;
  log: ClientLog;
  /** Logs of the agents it was offered to. */
  desks: Map<string, ClientLog>;
  accepted: Said[];
  /** Messages the customer will still write. */
  left: number;
}

export type World = ReturnType<typeof loadWorld>;

/** The platform in memory on virtual time, every call counted, with a stopwatch for decisions. */
export function loadWorld(seed: number) {
  const clock = new VirtualClock(new Date(START), { interleaved: true });
  const calls = new Map<string, number>();
  const whole = memoryPlatform({
    clock,
    seed,
    policy: shippedSla(defaultPolicy),
    models: lightModels,
    calls,
  });
  const { platform } = whole;
  const tally = emptyTally();
  let change: TicketChange | undefined;
  const tickets = {
    get: platform.tickets.get,
    find: platform.tickets.find,
    listEvents: platform.tickets.listEvents,
    listOfCustomer: platform.tickets.listOfCustomer,
    listWaiting: platform.tickets.listWaiting,
    listOfAgent: platform.tickets.listOfAgent,
    countWaiting: platform.tickets.countWaiting,
    save: (it: TicketChange) => {
      change = it;
      return platform.tickets.save(it);
    },
  };
  const watched = { ...platform, tickets };

  /** Takes a decision and notes what it cost; a message that changes nothing but the history is a plain one. */
  const decided = async <T>(deed: Deed, work: () => Promise<T>): Promise<T> => {
    change = undefined;
    const before = total(calls);
    const names = deed === 'message' ? new Map(calls) : undefined;
    const start = threadMilliseconds();
    const result = await work();
    const milliseconds = threadMilliseconds() - start;
    const isPlain = deed === 'message' && isPlainChange(change);
    const cost = tally.costs[isPlain ? 'plain' : deed];
    cost.count += 1;
    cost.milliseconds += milliseconds;
    cost.calls += total(calls) - before;
    if (isPlain && names)
      for (const [name, count] of calls) {
        const made = count - (names.get(name) ?? 0);
        if (made > 0) tally.plainCalls.set(name, (tally.plainCalls.get(name) ?? 0) + made);
      }
    return result;
  };

  return {
    clock,
    whole,
    calls,
    tally,
    random: seededRandom(seed + 2),
    talks: new Map<string, Talk>(),
    say: socket(watched),
    customer: customer({ ...watched, placeOf: placeIn(platform) }),
    desk: desk(watched),
    decided,
    /** Does this so many seconds from now. */
    later: (seconds: number, work: () => Promise<void>) =>
      clock.at(clock.now().getTime() + seconds * 1000, work),
  };
}

/** What this thread has had of a processor. */
function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function isPlainChange(change: TicketChange | undefined): boolean {
  return change !== undefined && change.ticket === change.before && change.events.length === 1;
}

function total(calls: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of calls.values()) sum += count;
  return sum;
}
