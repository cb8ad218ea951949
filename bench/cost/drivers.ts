import { type CloudDriver, cloudDrivers, driversOf, type Units } from '../../functions/domain/cost/cloud.ts';
import { type Billed, billed } from '../../functions/domain/cost/prices.ts';
import { factsOf } from '../../functions/domain/insights/facts.ts';
import { costWorld } from './play.ts';
import { bot, human, lateHuman, type Played, playTicket, type Script } from './tickets.ts';

/** Further messages come five at a time: of five, one writes the ticket's row as well. */
const more = [452, 455, 458, 461, 464];

/** Pairs of these differ in one thing. */
const scripts = {
  bot,
  botAsked: { ...bot, customer: [[30, '怎么申请退款'], ...bot.customer] },
  human,
  /** Everybody takes twice as long. */
  slow: {
    ...human,
    minutes: 2 * human.minutes,
    customer: human.customer.map(([second, text]) => [2 * second, text] as const),
    agent: human.agent.map((second) => 2 * second),
    resolvedAt: 960,
    ratedAt: 1000,
  },
  humanSaid: { ...human, agent: [...human.agent, ...more.map((at) => at + 1)] },
  humanAsked: {
    ...human,
    customer: [...human.customer, ...more.map((at) => [at, '还有一个问题，运费由谁出'] as const)],
    agent: [...human.agent, ...more.map((at) => at + 1)],
  },
  /** Answered as late as can be without a warning, and later. */
  grouped: { ...human, agent: [25, 170, 171, 270, 360, 450] },
  late: lateHuman,
} as const satisfies Record<string, Script>;

/** Everything that one ticket is billed for, heartbeats with the rest. */
export function unitsOf({ conversation, heartbeats }: Played): Units {
  return unitsBy((what) => (conversation.used.get(what) ?? 0) + (heartbeats.used.get(what) ?? 0));
}

/**
 * What each thing that happens to tickets is billed for when little happens: by how much tickets differ that differ in it alone. What is
 * left of the bot’s ticket is the opening; of the person’s then the taking.
 */
export async function measuredUnits(): Promise<Record<CloudDriver, Units>> {
  const play = async (name: keyof typeof scripts) => {
    // Each in a world of its own, at the same hour of the day: by night nobody counts how fast people answer.
    const ticket = await playTicket(await costWorld(1), name, scripts[name]);
    const facts = factsOf(ticket.history);
    return { units: unitsOf(ticket), drivers: driversOf({ tickets: 1, messages: {}, used: {}, ...facts }) };
  };
  const withBot = await play('bot');
  const withPerson = await play('human');
  const slow = await play('slow');
  const seconds = slow.drivers['client-seconds'] - withPerson.drivers['client-seconds'];
  const second = scaled(less(slow.units, withPerson.units), 1 / seconds);
  const saidMore = await play('humanSaid');
  const agent = scaled(less(saidMore.units, withPerson.units), 1 / more.length);
  const askedMore = await play('humanAsked');
  const customer = scaled(less(askedMore.units, saidMore.units), 1 / more.length);
  const machine = less(less((await play('botAsked')).units, withBot.units), customer);
  const timers = less((await play('late')).units, (await play('grouped')).units);

  const known = { 'client-seconds': second, customer, agent, machine, timers };
  const opened = rest(withBot, known);
  return { ...known, opened, accepted: rest(withPerson, { ...known, opened }) };
}

/** What a ticket is billed for beside what is known. */
function rest(
  { units, drivers }: { units: Units; drivers: Record<CloudDriver, number> },
  known: Partial<Record<CloudDriver, Units>>,
): Units {
  return cloudDrivers.reduce(
    (left, driver) => less(left, scaled(known[driver] ?? nothing, drivers[driver])),
    units,
  );
}

const nothing = unitsBy(() => 0);

/** Never less than nothing: the bot’s words start no turn, the customer’s to a person do. */
function less(one: Units, other: Units): Units {
  return unitsBy((what) => Math.max(0, one[what] - other[what]));
}

function scaled(units: Units, by: number): Units {
  return unitsBy((what) => units[what] * by);
}

function unitsBy(count: (what: Billed) => number): Units {
  return {
    socketMessages: count('socketMessages'),
    connectionMinutes: count('connectionMinutes'),
    httpRequests: count('httpRequests'),
    writeUnits: count('writeUnits'),
    readUnits: count('readUnits'),
    queueRequests: count('queueRequests'),
    busEvents: count('busEvents'),
    lambdaRequests: count('lambdaRequests'),
    lambdaGbSeconds: count('lambdaGbSeconds'),
    logGigabytes: count('logGigabytes'),
  };
}

/** The table as it stands in functions/domain/cost/units.ts. */
export function tableOf(units: Record<CloudDriver, Units>): string {
  const row = (of: Units) => billed.map((what) => `${what}: ${Number(of[what].toPrecision(3))}`).join(', ');
  return cloudDrivers
    .map((driver) => `  ${driver.includes('-') ? `'${driver}'` : driver}: { ${row(units[driver])} },`)
    .join('\n');
}
