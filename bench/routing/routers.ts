import type { Agent } from '../../schemas/agent.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { SeatUnavailableError, VersionConflictError } from '../../functions/domain/errors.ts';
import { noIncident } from '../../functions/domain/incident.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { defaultRouting } from '../../functions/domain/routing-defaults.ts';
import { assignAfter } from '../../functions/use-cases/assign.ts';
import { type Forgets, RouterFloor } from './floor.ts';

export interface Setup {
  routers: number;
  agents: number;
  capacity: number;
  tickets: number;
  seed: number;
  /** What is broken on purpose. */
  mutant?: Mutant;
}

export type Mutant =
  | Forgets
  | 'always the first two'
  | 'a lost seat looks like a lost race'
  | 'freed seats are not told'
  | 'agents are looked up once';

export interface Result {
  /** Store calls, each put in order by chance among those of all routers. */
  steps: number;
  offers: number;
  doubles: number;
  overLimit: number;
  /** Tickets nobody was found for although all seats were free in the end. */
  left: number;
  /** Tries for each offer that was made. */
  tries: number;
  /** Jain's index of how many tickets each agent was given: 1 is all alike, 1/n is one who got them all. */
  fairness: number;
}

const seconds = { urgent: 20, high: 20, normal: 20, low: 20 };
const policy = {
  ...shippedSla({
    reached: seconds,
    firstReply: seconds,
    nextReply: seconds,
    resolution: seconds,
    warnShare: 0.8,
    rung: seconds,
    offer: seconds,
    bot: 8,
    silence: 600,
    autoClose: 600,
  }),
  version: 0,
};

const START = Date.parse('2026-11-21T12:00:00.000Z');
/** How long one store call takes. */
const CALL_MILLISECONDS = 5;

/** Looks for work in vain, for each router, after which nothing more will happen. */
const PATIENCE = 200;

/** Share of events that are delivered again, right after the first time. */
const TWICE = 0.05;

/** Share of all seats that are taken before conversations begin to end. */
const BUSY = 0.9;

/**
 * So many routers bring tickets and agents together with the platform's own code, at the same time: before each of their store calls
 * chance decides whose turn it is. Conversations end by chance, customers come as fast as they are served.
 */
export async function runRouters(setup: Setup): Promise<Result> {
  const { mutant, tickets } = setup;
  const random = seededRandom(setup.seed);
  const turns = new Turns(random);
  const now = () => new Date(START + (turns.taken * CALL_MILLISECONDS) / setup.routers);
  const floor = new RouterFloor(setup.agents, setup.capacity, now, forgetsOf(mutant));
  const limit = Math.floor(setup.agents * setup.capacity * BUSY);
  let arrived = 0;
  let idle = 0;

  const again: TicketEvent[] = [];
  const settleOne = (): TicketEvent | undefined => {
    const at = Math.floor(random() * floor.taken.size);
    const [ticketId] = [...floor.taken.keys()].slice(at, at + 1);
    const told = ticketId === undefined ? undefined : floor.settle(ticketId);
    return mutant === 'freed seats are not told' ? undefined : told;
  };
  const next = (): TicketEvent | undefined => {
    const event = again.shift() ?? fresh();
    if (event && random() < TWICE) again.push(event);
    return event;
  };
  const fresh = (): TicketEvent | undefined => {
    const full = floor.taken.size >= limit || floor.waiting.size >= setup.routers * 2;
    if (full || arrived >= tickets) return settleOne();
    arrived += 1;
    return floor.arrive(arrived);
  };
  await turns.run(setup.routers, (router) => {
    const work = assignAfter(platformOf(setup, floor, turns, { router, random, now }));
    return async () => {
      const event = next();
      idle = event ? 0 : idle + 1;
      if (event) await work(event);
      return idle < setup.routers * PATIENCE && (idle === 0 || arrived < tickets || floor.taken.size > 0);
    };
  });
  const given = [...floor.agents.values()].map((row) => row.given);
  return {
    steps: turns.taken - turns.paused,
    offers: floor.offers,
    doubles: floor.doubles,
    overLimit: floor.overLimit,
    left: floor.waiting.size,
    tries: floor.tries / Math.max(1, floor.offers),
    fairness: jain(given),
  };
}

/** (Σx)² / (n Σx²), after Jain, Chiu and Hawe 1984. */
export function jain(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares);
}

/** Lets one call after the other have its turn, drawn by chance among all that wait for one. */
class Turns {
  taken = 0;
  paused = 0;
  private readonly waiting: { router: number; go: () => void }[] = [];
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** Waits for the router's turn, then does it. */
  async take<T>(router: number, deed: () => T): Promise<T> {
    await new Promise<void>((resolve) => {
      this.waiting.push({ router, go: resolve });
    });
    this.taken += 1;
    return deed();
  }

  /** Lets others have their turns until it is time. */
  async pause(router: number, until: number, now: () => Date): Promise<void> {
    while (now().getTime() < until) await this.take(router, () => (this.paused += 1));
  }

  async run(routers: number, make: (router: number) => () => Promise<boolean>): Promise<void> {
    const working = new Set<number>();
    const failures: unknown[] = [];
    const loop = async (router: number) => {
      const work = make(router);
      working.add(router);
      try {
        while (await this.take(router, () => undefined).then(work));
      } catch (error) {
        failures.push(error);
      }
      working.delete(router);
    };
    const loops = Array.from({ length: routers }, (_, router) => loop(router));
    while (working.size > 0) {
      const parked = new Set(this.waiting.map(({ router }) => router));
      // Whoever is on the way to the next store call gets there first.
      if (parked.size < working.size) {
        await Promise.resolve();
        continue;
      }
      const [one] = this.waiting.splice(Math.floor(this.random() * this.waiting.length), 1);
      one?.go();
      await Promise.resolve();
    }
    await Promise.all(loops);
    if (failures.length > 0) throw failures[0];
  }
}

function platformOf(
  { mutant }: Setup,
  floor: RouterFloor,
  turns: Turns,
  { router, random, now }: { router: number; random: () => number; now: () => Date },
): Parameters<typeof assignAfter>[0] {
  const turn = <T>(deed: () => T) => turns.take(router, deed);
  let seen: Agent[] | undefined;
  const everybody = () => [...floor.agents.keys()].map((agentId) => floor.agentNow(agentId));
  return {
    tickets: {
      get: (ticketId) => turn(() => floor.read(ticketId)),
      save: (change) =>
        turn(() => {
          try {
            floor.save(change);
          } catch (error) {
            const hides = mutant === 'a lost seat looks like a lost race';
            throw hides && error instanceof SeatUnavailableError ? new VersionConflictError() : error;
          }
        }),
      listWaiting: (queueId, limit) => turn(() => ({ rows: queueId === 'support' ? floor.head(limit) : [] })),
      listOfCustomer: async () => ({ rows: [] }),
    },
    agents: {
      get: (agentId) => turn(() => floor.agentNow(agentId)),
      list: () =>
        turn(() => {
          seen = mutant === 'agents are looked up once' ? (seen ?? everybody()) : everybody();
          return seen;
        }),
    },
    capacity: { get: async () => ({ profile: 'peak', standbyOpen: true, changedAt: '' }) },
    routing: async () => ({ settings: defaultRouting, version: 0 }),
    policy: async () => policy,
    incident: async () => noIncident,
    now,
    pause: (milliseconds) => turns.pause(router, now().getTime() + milliseconds, now),
    random: mutant === 'always the first two' ? () => 0 : random,
  };
}

function forgetsOf(mutant: Mutant | undefined): Forgets | undefined {
  return mutant === 'number' || mutant === 'capacity' || mutant === 'channel limit' ? mutant : undefined;
}
