import { VirtualClock } from '../../functions/memory/clock.ts';
import { type CrashPoint, CrashError } from '../../functions/memory/faults.ts';
import { lightModels } from '../../functions/memory/light-models.ts';
import { numbersTold } from '../../functions/memory/sockets.ts';
import { type MemoryPlatform, memoryPlatform } from '../../functions/memory/whole.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import type { Caller } from '../../functions/domain/ticket.ts';
import { placeIn } from '../../functions/use-cases/place.ts';
import { customer } from '../../functions/use-cases/customer.ts';
import { desk } from '../../functions/use-cases/desk.ts';
import { knowledge } from '../../functions/use-cases/knowledge.ts';
import type { CustomerSession, Tickets } from '../../functions/use-cases/platform.ts';
import { safety } from '../../functions/use-cases/safety.ts';
import { sessions } from '../../functions/use-cases/sessions.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { faultsIn, type Sent } from '../append/check.ts';
import type { Mutation } from './mutants.ts';

const START = new Date('2026-11-21T12:00:00.000Z');
/** Tries of a client before it gives up; one crash costs one. */
const TRIES = 4;

export const session: CustomerSession = {
  customerId: 'customer-1',
  segment: 'ordinary',
  name: '小王',
  expiresAt: '2027-11-21T12:00:00.000Z',
};

/** The story of one ticket on a platform whose process ends at one chosen call; clients try again, queues deliver again. */
export class Play {
  readonly clock = new VirtualClock(START);
  readonly whole: MemoryPlatform;
  readonly customer: ReturnType<typeof customer>;
  readonly desk: ReturnType<typeof desk>;
  readonly knowledge: ReturnType<typeof knowledge>;
  readonly safety: ReturnType<typeof safety>;
  readonly sessions: ReturnType<typeof sessions>;
  readonly sent: Sent[] = [];
  readonly pushed: SocketMessage[] = [];
  private commands = 0;
  /** The tickets as they are stored, whatever a fault in the platform makes of them. */
  private readonly stored: Pick<Tickets, 'get'>;

  constructor(mutate?: Mutation) {
    this.whole = memoryPlatform({
      clock: this.clock,
      seed: 1,
      // Short enough to see a ticket close by itself; resolution stays so far away that the sweep has to find it.
      policy: shippedSla({ ...defaultPolicy, silence: 60, autoClose: 930 }),
      models: lightModels,
      faults: {},
    });
    this.stored = this.whole.platform.tickets;
    mutate?.(this.whole, this.clock);
    const { platform } = this.whole;
    this.customer = customer({ ...platform, placeOf: placeIn(platform) });
    this.desk = desk(platform);
    this.knowledge = knowledge(platform);
    this.safety = safety(platform);
    this.sessions = sessions({
      ...platform,
      sessionSecret: async () => 'session-secret',
      hostSecret: async () => 'host-secret',
    });
  }

  /** Seats an agent who is at work from now on. */
  async seat(agentId: string, tier: 'basic' | 'expert' | 'lead' = 'basic'): Promise<void> {
    const profile = {
      name: agentId,
      queues: ['support' as const, 'finance' as const],
      languages: ['zh'],
      tier,
      pool: 'regular' as const,
      capacity: 1,
    };
    await this.call(() => this.desk.putAgent({ agentId, ...profile }, callerOf(agentId)));
    await this.beat(agentId);
  }

  /** A sign of life, as the console sends it. */
  beat(agentId: string): Promise<unknown> {
    return this.call(() => this.desk.setPresence({ availability: 'available' }, callerOf(agentId)));
  }

  /** Any call of an API: tried again when the process ends in the middle. */
  async call<T>(work: () => Promise<T>): Promise<T> {
    const { faults } = this.whole;
    for (let tries = 1; ; tries += 1) {
      try {
        return await (faults ? faults.invoke(work) : work());
      } catch (error) {
        if (!(error instanceof CrashError) || tries >= TRIES) throw error;
        await this.clock.advance(1000);
      }
    }
  }

  /** A write that must be in the history, once, whatever happens; then everything that is due follows. */
  async write(
    sender: string,
    send: (commandId: string) => Promise<{ ticketId: string; number: number }>,
  ): Promise<string> {
    this.commands += 1;
    const commandId = `command-${String(this.commands).padStart(4, '0')}`;
    const { ticketId, number } = await this.call(() => send(commandId));
    this.sent.push({ ticketId, commandId, sender, after: 0, acknowledged: number });
    await this.clock.settle();
    return ticketId;
  }

  /** Lets time pass second by second until something is so; agents stay at work. */
  async until(
    what: string,
    ticketId: string,
    holds: (ticket: Ticket) => boolean,
    { seconds = 600, at = [] as readonly string[] } = {},
  ): Promise<Ticket> {
    for (let second = 0; second <= seconds; second += 1) {
      // To look is no call that may crash: it is the test's own.
      const ticket = await this.look(ticketId);
      if (holds(ticket)) return ticket;
      if (second % 30 === 29) for (const agentId of at) await this.beat(agentId);
      await this.clock.advance(1000);
    }
    throw new Error(`stuck: waited ${seconds} s for ${what}`);
  }

  /** What is wrong now that the story is over, in words. */
  async faults(ticketId: string): Promise<string[]> {
    const { platform, queues, streams, faults } = this.whole;
    faults?.crashAt(undefined);
    const { events, ticket } = await this.stored.get(ticketId, 0);
    const wrong = faultsIn(events, this.sent, ticket);
    if (ticket.status !== 'closed') wrong.push(`stuck: the ticket is ${ticket.status}`);
    if (streams.some(({ behind }) => behind > 0)) wrong.push('stuck: a reader of the stream is behind');
    for (const [name, queue] of Object.entries(queues))
      if (queue.deadLetters.length > 0) wrong.push(`stuck: ${name} has dead letters`);
    for (const { agentId, seats } of await platform.agents.list())
      if (seats.length > 0) wrong.push(`stuck: ${agentId} still has a seat taken`);
    const once = events.flatMap((event) => {
      if (event.type === 'SurveyOffered' || event.type === 'SurveySkipped')
        return [`survey ${event.body.resolutionCount}`];
      if (event.type === 'TargetBreached' || event.type === 'TargetWarned')
        return [`${event.type} ${event.body.target} ${event.body.dueAt}`];
      if (event.type === 'TicketEscalated')
        return [`level ${event.body.level} after ${reopenings(event.number)}`];
      return [];
    });
    for (const name of once) if (once.indexOf(name) !== once.lastIndexOf(name)) wrong.push(`double: ${name}`);
    const reached = new Set(this.pushed.flatMap(numbersTold));
    for (const { number } of events)
      if (this.pushed.length > 0 && !reached.has(number)) wrong.push(`lost: ${number} was never pushed`);
    return [...new Set(wrong)];

    function reopenings(before: number): number {
      return events.filter(({ number, type }) => number < before && type === 'TicketReopened').length;
    }
  }

  private async look(ticketId: string): Promise<Ticket> {
    const { faults } = this.whole;
    const look = () => this.stored.get(ticketId);
    return (await (faults ? faults.unharmed(look) : look())).ticket;
  }
}

type Ticket = Awaited<ReturnType<Play['whole']['platform']['tickets']['get']>>['ticket'];

export function callerOf(agentId: string): Caller {
  return { agentId, name: agentId, roles: ['agent', 'lead', 'trust-safety', 'editor', 'admin'] };
}

export type { CrashPoint };
