import { MESSAGES_OF_AGENT, seatAgents } from './agents.ts';
import { checkTalk } from './check.ts';
import { connectCustomers, MESSAGES_OF_CUSTOMER } from './customers.ts';
import { loadWorld, START, type World } from './world.ts';

const MESSAGES_OF_TALK = MESSAGES_OF_CUSTOMER + MESSAGES_OF_AGENT;
/** A client without a conversation says this often that it is there: `heartbeatSeconds` of the domain. */
const BEAT_SECONDS = 540;
/** By then every conversation that began in time has ended. */
const DRAIN_SECONDS = 240;

export interface LoadSettings {
  agents: number;
  customers: number;
  /** Messages a second, of customers and agents together, once the first conversations have come to their ends. */
  rate: number;
  /** Virtual seconds in which conversations begin. */
  seconds: number;
  seed: number;
  /** Told after every so many virtual seconds. */
  interval?: number;
  told?: (world: World, second: number) => void;
}

/**
 * Conversations that begin at random times, whatever became of those before (Poisson), each of 12 messages, with everything behind them:
 * bot, routing, offers, timers, pushes, surveys. Ends when the last one has.
 */
export async function playLoad({
  agents,
  customers,
  rate,
  seconds,
  seed,
  interval = 10,
  told = () => undefined,
}: LoadSettings): Promise<World> {
  const world = loadWorld(seed);
  const { clock, random, tally, talks } = world;
  await seatAgents(world, agents);
  const crowd = await connectCustomers(world, customers);
  world.whole.start();
  const end = START + seconds * 1000;
  arrive(world, rate / MESSAGES_OF_TALK, end, crowd.open);
  arrive(world, customers / BEAT_SECONDS, end, crowd.beat);
  for (let second = interval; second <= seconds; second += interval) {
    await clock.runUntil(new Date(START + second * 1000));
    told(world, second);
  }
  for (let second = 0; second < DRAIN_SECONDS && talks.size > 0; second += 10) await clock.advance(10_000);
  for (const talk of talks.values()) {
    tally.faults.push(`${talk.ticketId}: not closed`);
    await checkTalk(world, talk);
  }
  return world;

  /** Events of a Poisson process with so many a second. */
  function arrive(at: World, perSecond: number, until: number, what: () => Promise<void>): void {
    const time = at.clock.now().getTime() - (Math.log(1 - random()) / perSecond) * 1000;
    if (time >= until) return;
    at.clock.at(time, async () => {
      arrive(at, perSecond, until, what);
      await what();
    });
  }
}
