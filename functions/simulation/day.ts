import type { Matter, Scenario } from '../../schemas/scenario.ts';
import type { Channel, Priority, Segment } from '../../schemas/ticket-facts.ts';
import type { Language } from '../../schemas/understanding.ts';
import { timeOfDay } from '../domain/calendar.ts';
import { priorityOf } from '../domain/understanding/taxonomy.ts';
import { momentOf } from '../domain/zone.ts';
import { chanceOf, drawFrom, exponential, lognormal, type Random } from './chance.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A customer who writes: what about, and how they and the matter are. */
export interface Visit {
  readonly segment: Segment;
  readonly channel: Channel;
  readonly language: Language;
  readonly intentId: string;
  readonly priority: Priority;
  /** How sure the bot is, from 0 to 1, and whether what it would answer is right. */
  readonly confidence: number;
  readonly botKnows: boolean;
  /** Work for a person who has no other conversation, over all turns. */
  readonly handlingSeconds: number;
  /** Answers the survey, and is content with what a first resolution brought. */
  readonly answersSurvey: boolean;
  readonly content: boolean;
  /** Further chance of this customer alone: thinking, patience. */
  readonly random: Random;
}

/** A day to play: from its first moment until just before its last, in milliseconds of the epoch. */
export interface Day {
  readonly from: number;
  readonly to: number;
  /** Midnight as clocks show it, as if it were UTC. */
  readonly midnight: number;
  /** When customers write first, earliest first. */
  readonly times: Float64Array;
  visitOf(index: number): Visit;
}

/** The customers of a generated day, the `day`th from the first. The same whatever the roster, the promises and the rules are. */
export function generatedDay(scenario: Scenario, day: number): Day {
  const { seed, timeZone, date, mix, bot, agents, customers } = scenario;
  const midnight = Date.parse(`${date}T00:00:00.000Z`) + day * DAY;
  const draw = {
    matter: drawFrom(mix.matters.map((it): readonly [Matter, number] => [it, it.weight])),
    segment: drawFrom(weightsOf<Segment>(mix.segments)),
    channel: drawFrom(weightsOf<Channel>(mix.channels)),
    language: drawFrom(weightsOf<Language>(mix.languages)),
  };
  return {
    from: momentOf(timeZone, midnight),
    to: momentOf(timeZone, midnight + DAY),
    midnight,
    times: timesOf(scenario, midnight, chanceOf(seed, day, -1)),
    visitOf(index) {
      const random = chanceOf(seed, day, index);
      const matter = draw.matter(random);
      const botKnows = random() < matter.botKnows;
      const sure = random() ** (1 / 3);
      const { handlingSeconds: mean, intentId } = matter;
      return {
        segment: draw.segment(random),
        channel: draw.channel(random),
        language: draw.language(random),
        intentId,
        priority: priorityOf(intentId),
        botKnows: botKnows && bot.threshold < 1,
        confidence: botKnows ? sure : 1 - sure,
        handlingSeconds: agents.exponential
          ? exponential(mean, random)
          : lognormal(mean, agents.variation, random),
        answersSurvey: random() < customers.surveyShare,
        content: random() >= customers.discontentShare,
        random,
      };
    },
  };
}

/** A Poisson process whose rate changes by the hour, and in each burst its number of customers evenly spread. */
function timesOf({ arrivals, timeZone }: Scenario, midnight: number, random: Random): Float64Array {
  const { perDay, hours, promotion, bursts } = arrivals;
  const weight = hours.reduce((sum, it) => sum + it, 0);
  if (weight <= 0) throw new Error('arrivals.hours: at least one hour needs a weight above 0');
  const times: number[] = [];
  hours.forEach((share, hour) => {
    const from = momentOf(timeZone, midnight + hour * HOUR);
    const to = momentOf(timeZone, midnight + (hour + 1) * HOUR);
    const perMillisecond = (perDay * promotion * share) / weight / HOUR;
    if (perMillisecond === 0) return;
    for (let at = from + exponential(1 / perMillisecond, random); at < to;) {
      times.push(at);
      at += exponential(1 / perMillisecond, random);
    }
  });
  for (const { at, minutes, tickets } of bursts) {
    const from = momentOf(timeZone, midnight + timeOfDay(at));
    for (let one = 0; one < tickets; one += 1) times.push(from + random() * minutes * 60_000);
  }
  return Float64Array.from(times, Math.floor).sort();
}

function weightsOf<T extends string>(weights: Partial<Record<T, number>>): [T, number][] {
  const pairs: [T, number][] = [];
  for (const name in weights) pairs.push([name, weights[name] ?? 0]);
  return pairs;
}
