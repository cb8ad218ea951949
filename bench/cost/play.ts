import { withVersion } from '../../functions/domain/knowledge/versions.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { VirtualClock } from '../../functions/memory/clock.ts';
import { memoryPlatform } from '../../functions/memory/whole.ts';
import { shippedRisk } from '../../functions/runtime/risk.ts';
import { meaningOf, shippedModel } from '../../functions/runtime/understanding.ts';
import { customer } from '../../functions/use-cases/customer.ts';
import { desk } from '../../functions/use-cases/desk.ts';
import { placeIn } from '../../functions/use-cases/place.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import { publishIndex } from '../../functions/use-cases/publish-index.ts';
import { socket } from '../../functions/use-cases/socket.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { seedArticles } from '../../local/seed.ts';
import type { Participant } from '../../schemas/participant.ts';
import type { SocketMessage, SocketRequest } from '../../schemas/socket.ts';
import { Bill, type Invoked } from './bill.ts';
import { framesOf, metered } from './meter.ts';

/** Ten in the morning in Shanghai: all that is played is within the hours in which turns are counted. */
const START = Date.parse('2026-11-21T02:00:00.000Z');
/** Agents at work, all with a socket open: lists of them are read. */
const AGENTS = 50;
/** By then every timer that a closed ticket has left behind has come. */
const SETTLED_MS = 3_600_000;

export type CostWorld = Awaited<ReturnType<typeof costWorld>>;

/** Which function works each queue. */
const workers = {
  seating: 'assignment',
  surveys: 'survey',
  collected: 'questions',
  turns: 'replies',
  pushes: 'delivery',
  reserve: 'standby',
  figures: 'facts',
  timers: 'escalation',
  messages: 'classification',
} as const satisfies Record<string, Invoked>;

/**
 * The platform in memory with the models and articles that ship, on virtual time, with a meter. `batch`: how many messages a work queue,
 * and how many writes the stream, hand over at once; 1 when little happens.
 */
export async function costWorld(batch: number) {
  const clock = new VirtualClock(new Date(START), { interleaved: true });
  let bill = new Bill();
  let saves = 0;
  let unmetered: Platform | undefined;
  const whole = memoryPlatform({
    clock,
    seed: 1,
    policy: shippedSla(defaultPolicy),
    models: { shippedRisk, shippedModel, meaningOf },
    over: (platform) => {
      unmetered = platform;
      return metered(platform, {
        bill: () => bill,
        batch,
        saved: () => {
          saves += 1;
        },
      });
    },
  });
  const { platform, sockets, queues } = whole;
  for (const article of seedArticles())
    await platform.articles.put(withVersion(undefined, article, clock.now()));
  await publishIndex(platform);
  const answer = socket(platform);
  const heard = new Map<string, (message: SocketMessage) => void>();
  const agents = Array.from({ length: AGENTS }, (_, index) => `agent-${index}`);
  const lease = new Date(START + 86_400_000);
  for (const agentId of agents) {
    await platform.agents.putProfile(
      agentId,
      {
        name: agentId,
        queues: ['support', 'after-sales'],
        languages: ['zh', 'en'],
        tier: 'basic',
        pool: 'regular',
        capacity: 5,
      },
      clock.now(),
    );
    await platform.agents.setPresence(agentId, 'available', lease);
    await openSocket(`agent:${agentId}`);
  }

  return {
    clock,
    desk: desk(platform),
    customer: customer({ ...platform, placeOf: placeIn(platform) }),
    agents,
    heard,
    openSocket,
    bill: () => bill,
    /** An open socket costs its opening, its closing and its minutes; of one that serves several tickets each pays its share. */
    payForSocket(minutes: number, share: number): void {
      bill.invoke('authorizer', share);
      bill.invoke('socket', 2 * share);
      bill.add('readUnits', share);
      bill.add('writeUnits', 2 * share);
      bill.add('connectionMinutes', minutes * share);
    },
    /** What comes in over a socket, and its answer. */
    async say(request: SocketRequest, participant: Participant, connectionId: string) {
      bill.invoke('socket');
      const answered = await answer(request, participant, connectionId);
      bill.add('socketMessages', framesOf(request) + framesOf(answered));
      return answered;
    },
    /** A ticket with all of its history; nobody pays. */
    history: async (ticketId: string) => (unmetered ?? platform).tickets.get(ticketId, 0),
    /** Does this so many seconds from now. */
    later: (seconds: number, work: () => Promise<void>) =>
      clock.at(clock.now().getTime() + seconds * 1000, work),
    /** Has another bill pay while this is done. */
    async paidBy<T>(other: Bill, work: () => Promise<T>): Promise<T> {
      const usual = bill;
      bill = other;
      const result = await work();
      bill = usual;
      return result;
    },
    /** The bill of this, and of everything that follows from it. */
    async billed(work: () => Promise<void>): Promise<Bill> {
      bill = new Bill();
      saves = 0;
      const before = new Map(Object.entries(queues).map(([name, { treated }]) => [name, treated]));
      await work();
      await clock.advance(SETTLED_MS);
      for (const reader of ['relay', 'live'] as const) bill.invoke(reader, saves / batch);
      for (const name of Object.keys(workers).filter(isWorked)) {
        const treated = queues[name].treated - (before.get(name) ?? 0);
        // The bus hands each event over by itself; what relay sends is metered.
        if (onBus.includes(name)) bill.add('queueRequests', treated);
        bill.add('queueRequests', (2 * treated) / batch);
        bill.invoke(workers[name], treated / batch);
      }
      return bill;
    },
  };

  async function openSocket(address: string): Promise<string> {
    const connectionId = `socket-${address}`;
    sockets.connect(connectionId, (message) => heard.get(address)?.(message));
    await platform.connections.add(address, connectionId, clock.now());
    return connectionId;
  }
}

/** Queues that subscribe to the bus. */
const onBus: readonly string[] = ['seating', 'surveys', 'collected', 'reserve', 'figures'];

function isWorked(name: string): name is keyof typeof workers {
  return name in workers;
}
