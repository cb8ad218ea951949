import { itemAt, sum } from '../numbers.ts';

/**
 * What to expect before anything was counted: the rules of thumb of the field. 5 to 8 seats for every 10,000 daily users; 180 to 220
 * conversations a day for each of the 20 of 25 seats that are basic ones; the evening peak of 20:00 to 23:00.
 */
const SEATS_PER_10_000_USERS = { low: 5, high: 8 } as const;
const CONVERSATIONS_PER_SEAT_DAY = 200;
const BASIC_SHARE = 20 / 25;
/** Share of questions that the bot resolves where these rules come from. */
const BOT_RESOLUTION = 0.78;

/**
 * How a day is parted among its hours, in percent, from midnight on: quiet nights, a lunch, and the evening of people who watch and buy.
 * An assumption with the published peak window, there to be replaced by counts.
 */
const HOURS = [
  2.6, 1.6, 1, 0.7, 0.6, 0.7, 1.2, 2, 3, 3.9, 4.6, 4.9, 5, 4.7, 4.6, 4.7, 4.8, 4.9, 5.4, 6.6, 8.6, 9.4, 8.6,
  5.9,
];

/** The rule of thumb, and what it would mean. */
export interface SeatRule {
  readonly seats: { readonly low: number; readonly high: number };
  /** Conversations with people on a day that so many seats would treat. */
  readonly conversations: { readonly low: number; readonly high: number };
  /** Questions of one user on a day, bot's share included, that would fill them. */
  readonly questionsPerUser: { readonly low: number; readonly high: number };
  /** Said to whoever plans by it. */
  readonly crossCheck: string;
}

/** Seats by the number of users, checked against what they would have to do. */
export function seatRule(dailyUsers: number): SeatRule {
  const of = (seatsPer10_000: number) => {
    const seats = (dailyUsers / 10_000) * seatsPer10_000;
    const conversations = seats * BASIC_SHARE * CONVERSATIONS_PER_SEAT_DAY;
    return { seats, conversations, questionsPerUser: conversations / (1 - BOT_RESOLUTION) / dailyUsers };
  };
  const [low, high] = [of(SEATS_PER_10_000_USERS.low), of(SEATS_PER_10_000_USERS.high)];
  const range = (name: keyof typeof low) => ({ low: low[name], high: high[name] });
  const said = (name: keyof typeof low, digits: number) =>
    `${low[name].toFixed(digits)} to ${high[name].toFixed(digits)}`;
  return {
    seats: range('seats'),
    conversations: range('conversations'),
    questionsPerUser: range('questionsPerUser'),
    crossCheck:
      `rule of thumb: 5 to 8 seats for 10,000 daily users are ${said('seats', 1)} seats; at ${CONVERSATIONS_PER_SEAT_DAY} conversations a day ` +
      `for each basic one they treat ${said('conversations', 0)} a day, and with a bot that resolves ${BOT_RESOLUTION * 100} % that means ` +
      `${said('questionsPerUser', 1)} questions of every user every day; that is far above normal traffic, so the rule over-staffs or means the ` +
      `peak of live commerce; counts replace it day by day`,
  };
}

/** Conversations with people on an ordinary day, in the middle of the rule. */
export function ruleOfDay(dailyUsers: number): number {
  const { low, high } = seatRule(dailyUsers).conversations;
  return (low + high) / 2;
}

/** How an interval compares with the average one, by the hour curve: 1 is average. Between hours it goes straight. */
export function hourShape(interval: number, intervalMinutes: number): number {
  const hour = (interval + 0.5) * (intervalMinutes / 60) - 0.5;
  const before = Math.floor(hour);
  const weight = hour - before;
  const at = (index: number) => itemAt(HOURS, (index + 24) % 24);
  return ((at(before) * (1 - weight) + at(before + 1) * weight) * 24) / sum(HOURS);
}
