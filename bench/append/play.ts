import type { Draft } from '../../functions/domain/change.ts';
import { StaleCursorError, VersionConflictError } from '../../functions/domain/errors.ts';
import { CrashError } from '../../functions/memory/faults.ts';
import { decideInEpoch, type Deciding, type Outcome, type Write } from '../../functions/use-cases/decide.ts';
import { keptEpoch } from '../../functions/use-cases/epoch.ts';
import { faultsIn, faultsOfChain, faultsOfOrder, type Sent } from './check.ts';
import { Client, type Sending } from './client.ts';
import type { Order } from './order.ts';
import type { Copy, Plan } from './plan.ts';
import { type Builder, fullBuilder, lightBuilder, NOW, Table, TICKET_ID } from './table.ts';

/** One call of a store or gateway by one run of a function: it waits for its turn, and the process may end at it. */
export type Call = <T>(work: () => Promise<T>) => Promise<T>;

/** The protocol: what happens on the server, and what a copy of a write carries. */
export interface Rules {
  decide: typeof decideInEpoch;
  /** The tickets as one run of a function has them. */
  tickets: (table: Table, call: Call, order: Order) => Deciding['tickets'];
  /** A write as its copy says it; `copy` counts from 0, `shown` is the last event its client knows of at this time. */
  copyOf: (write: Write, copy: number, shown: number) => Write;
}

/** As it is deployed. */
export const realRules: Rules = {
  decide: decideInEpoch,
  tickets: (table, call) => ({
    get: (ticketId, after) => call(() => table.get(ticketId, after)),
    save: (change) => call(() => table.save(change)),
  }),
  copyOf: (write) => write,
};

/** How often what went wrong, so that calm histories do not pass for a proof. */
export interface Tally {
  histories: number;
  writes: number;
  /** Arrivals of writes. */
  copies: number;
  crashes: number;
  /** Writes that lost the race for a number. */
  conflicts: number;
  /** Arrivals of writes that another copy had been answered for. */
  zombies: number;
  restores: number;
  /** Cursors of a past that is gone. */
  refusals: number;
}

export function emptyTally(): Tally {
  return {
    histories: 0,
    writes: 0,
    copies: 0,
    crashes: 0,
    conflicts: 0,
    zombies: 0,
    restores: 0,
    refusals: 0,
  };
}

export interface PlaySettings {
  plan: Plan;
  order: Order;
  rules?: Partial<Rules>;
  tally?: Tally;
  /** Events by the platform's own rules, and the whole check; else a lighter form of both. */
  full?: boolean;
}

/** Plays one history to its end; what is wrong with it, in words. */
export async function playHistory(settings: PlaySettings): Promise<string[]> {
  const history = new PlayedHistory(settings);
  return history.play();
}

const HALF_A_MINUTE_MS = 30_000;

/** One ticket, its clients, and the two environments of the function that takes their writes. */
export class PlayedHistory {
  readonly order: Order;
  readonly faults: string[] = [];
  readonly tally: Tally;
  readonly sent: Sent[] = [];
  private readonly plan: Plan;
  private readonly rules: Rules;
  private readonly builder: Builder;
  private readonly table: Table;
  private epoch = 'first';
  private time = NOW;
  /** Grows whenever all runs of functions that have begun come to their end: at a restore, and when half a minute is over. */
  private age = 0;
  private readonly environments = [0, 1].map(() =>
    keptEpoch({ readEpoch: async () => this.epoch, now: () => this.time }),
  );

  constructor({ plan, order, rules, tally = emptyTally(), full = false }: PlaySettings) {
    this.plan = plan;
    this.order = order;
    this.rules = { ...realRules, ...rules };
    this.tally = tally;
    this.builder = full ? fullBuilder : lightBuilder;
    this.table = new Table(this.builder.opening);
  }

  async play(): Promise<string[]> {
    const { restore } = this.plan;
    await this.order.play(() => {
      this.plan.clients.forEach((writes, at) => new Client(this, `client-${at}`, writes).next());
      if (restore) this.order.begin(() => this.restore(restore));
    });
    this.tally.histories += 1;
    for (const { commandId, acknowledged, sender } of this.sent)
      if (acknowledged === undefined && !sender.endsWith(TAKEN_BACK))
        this.faults.push(`open: ${commandId} was never answered`);
    const { events, ticket } = await this.table.get(TICKET_ID, 0);
    const { seal } = this.builder;
    return seal
      ? [...this.faults, ...faultsOfOrder(events, this.sent), ...faultsOfChain(events, seal)]
      : [...this.faults, ...faultsIn(events, this.sent, ticket)];
  }

  /** One copy of a write arrives, is decided and answered; the client hears of it unless the process ends before. */
  async arrive(client: Client, sending: Sending, copy: Copy, nth: number): Promise<void> {
    const { order, rules, tally, table } = this;
    const { environment, crash, held } = copy;
    const { write } = sending;
    await order.step(held);
    tally.copies += 1;
    if (sending.sent.acknowledged !== undefined) tally.zombies += 1;
    const began = this.age;
    let calls = 0;
    let ended = false;
    const call: Call = async (work) => {
      await order.step();
      calls += 1;
      const now = crash?.call === calls ? crash.when : undefined;
      if (ended || began !== this.age || now === 'before') throw end();
      const result = work();
      if (now !== 'after') return result;
      await result.catch(() => undefined);
      throw end();
    };
    const end = () => {
      if (!ended) tally.crashes += 1;
      ended = true;
      return new CrashError('the process ended');
    };
    try {
      const outcome = await rules.decide(
        { tickets: this.counted(rules.tickets(table, call, order)), epoch: this.epochOf(environment) },
        TICKET_ID,
        rules.copyOf(write, nth, table.head),
        (history, command) => this.builder.changeOf(history, draftsOf(sending, command)),
      );
      const heard: Outcome & { epoch: string } = await call(async () => outcome);
      client.answered(sending, heard);
    } catch (error) {
      if (error instanceof StaleCursorError) {
        tally.refusals += 1;
        if (tally.restores === 0) this.faults.push('refused: there was no restore');
        client.refused(sending);
      } else if (error instanceof CrashError || error instanceof VersionConflictError) {
        client.lost(sending);
      } else throw error;
    }
  }

  /** A page of what follows the cursor, and its last number. */
  async read(after: number, limit: number): Promise<number> {
    await this.order.step();
    const page = await this.table.listEvents(TICKET_ID, after, limit);
    page.forEach(({ number }, at) => {
      if (number !== after + 1 + at) this.faults.push(`gap: a page after ${after} has ${number}`);
    });
    return page.at(-1)?.number ?? after;
  }

  /** Half a minute passes: no run of a function is as old as that, and none remembers an epoch for so long. */
  async halfAMinute(): Promise<string> {
    await this.order.step(4);
    this.age += 1;
    this.time = new Date(this.time.getTime() + HALF_A_MINUTE_MS);
    return this.epoch;
  }

  /** The last changes are gone, no function is at work, and the epoch says so. */
  private async restore({ held, takesBack }: NonNullable<Plan['restore']>): Promise<void> {
    await this.order.step(held);
    const { changes } = this.table;
    this.tally.restores += 1;
    this.age += 1;
    this.epoch = 'second';
    this.table.become(changes.slice(0, Math.max(1, changes.length - takesBack)));
    for (const sent of this.sent)
      if (sent.acknowledged !== undefined && sent.acknowledged > this.table.head) {
        sent.acknowledged = undefined;
        // A late copy may bring it again; it keeps no order with what came after.
        sent.sender += `, ${sent.commandId}${TAKEN_BACK}`;
      }
  }

  private epochOf(environment: Copy['environment']): (claimed?: string) => Promise<string> {
    return this.environments[environment] ?? (async () => this.epoch);
  }

  private counted({ get, save }: Deciding['tickets']): Deciding['tickets'] {
    return {
      get,
      save: (change) =>
        save(change).catch((error: unknown) => {
          if (error instanceof VersionConflictError) this.tally.conflicts += 1;
          throw error;
        }),
    };
  }
}

const TAKEN_BACK = ' (taken back)';

function draftsOf({ planned, sent }: Sending, command: { id: string; digest: string }): Draft[] {
  const actor = { kind: 'agent', id: 'agent-1' } as const;
  const message: Draft = { type: 'MessageSent', actor, command, body: { text: sent.commandId } };
  if (!planned.changes) return [message];
  return [message, { type: 'TicketQueued', actor, command, body: { queueId: 'support', reason: 'asked' } }];
}
