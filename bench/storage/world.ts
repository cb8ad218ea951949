import type { History, TicketChange } from '../../functions/domain/change.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import type { Stores as PlatformStores } from '../../functions/use-cases/platform.ts';

/** Every store: in memory, or over DynamoDB. */
export type Stores = PlatformStores & { takeCall: (limit: number, now: Date) => Promise<boolean> };

/** One call that both sides get, drawn once. */
export interface Operation {
  name: string;
  run: (stores: Stores) => Promise<unknown>;
}

/** A world small enough that everything happens to the same few tickets and agents again and again. */
export class World {
  readonly random: () => number;
  /** Histories as they were read at some time: decisions on old ones lose their race. */
  readonly histories: History[] = [];
  /** Cursors that some list has given; each is tried on every list. */
  readonly cursors: string[] = [
    '',
    'nonsense',
    'e30',
    Buffer.from('{"pk":"","sk":"x"}').toString('base64url'),
  ];
  /** Minutes and shards for which something was due. */
  readonly due: { minute: string; shard: number }[] = [];
  private time = Date.parse('2026-11-21T12:00:00.000Z');

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** The time of the next operation: up to ten seconds later, to the millisecond. */
  get now(): Date {
    this.time += this.below(10_000);
    return new Date(this.time);
  }

  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.below(from.length)] ?? from[0];
  }

  pickAny<T>(from: readonly T[]): T | undefined {
    return from[this.below(from.length)];
  }

  cursor(): string | undefined {
    return this.chance(0.4) ? this.pickAny(this.cursors) : undefined;
  }

  readonly limit = () => 1 + this.below(5);
  readonly customerId = () => `customer-${this.below(4)}`;
  readonly agentId = () => `agent-${this.below(6)}`;
  readonly ticketId = () => `KF-0000-0000-00${String(this.below(40)).padStart(2, '0')}`;
}

export type Draw = (world: World) => Operation | undefined;

export type { History, TicketChange };
