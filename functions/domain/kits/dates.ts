import { NUMBER, toNumber } from './numbers.ts';

const DAY = 86_400_000;

/**
 * The day a normalized text speaks of, as `2026-03-05`, seen from today (same form); undefined when it names none. A day
 * without a year is the latest that is not in the future; a weekday alone is the latest that has passed.
 */
export function dateIn(text: string, today: string): string | undefined {
  const now = Date.parse(today);
  for (const read of [written, relative, weekday, ago]) {
    const time = read(text, now);
    if (time !== undefined) return new Date(time).toISOString().slice(0, 10);
  }
  return undefined;
}

type ReadDay = (text: string, now: number) => number | undefined;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`(${months.join('|')})[a-z]*\.?`;

/** 3月5号, 2026年3月5日, 2026-03-05, 十一月十号, March 5th, 5 March, 3/5. */
const written: ReadDay = (text, now) => {
  const full = /(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})/.exec(text);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]), now);
  const chinese =
    /([\d一二三四五六七八九十]{1,3})月(?:份)?([\d一二三四五六七八九十]{1,3})(?:号|日|$|(?=\D))/.exec(text);
  if (chinese) return latest(toNumber(chinese[1] ?? ''), toNumber(chinese[2] ?? ''), now);
  const monthFirst = new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?\b`).exec(text);
  if (monthFirst) return latest(monthOf(monthFirst[1]), Number(monthFirst[2]), now);
  const dayFirst = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}`).exec(text);
  if (dayFirst) return latest(monthOf(dayFirst[2]), Number(dayFirst[1]), now);
  const day = /(?<![\d月年.])(\d{1,2})号(?!线|楼|店|链接|直播间|仓|机)/.exec(text);
  if (day) return latestDay(Number(day[1]), now);
  const slashed = /(?<![\d./-])(\d{1,2})[/](\d{1,2})(?![\d./])/.exec(text);
  return slashed ? latest(Number(slashed[1]), Number(slashed[2]), now) : undefined;
};

const daysBack: readonly (readonly [RegExp, number])[] = [
  [/大前天/, 3],
  [/前天|前晚|day before yesterday/, 2],
  [/昨[天晚日夜早]|昨儿|yesterday|last night/, 1],
  [
    /今[天早晚日]|今儿|刚刚?才?|刚(?=[^好])|today|this (?:morning|afternoon|evening)|tonight|just now|现在/,
    0,
  ],
];

const relative: ReadDay = (text, now) => {
  const found = daysBack.find(([pattern]) => pattern.test(text));
  return found ? now - found[1] * DAY : undefined;
};

const weekdays = '一二三四五六日';
const englishDays = 'mon tue wed thu fri sat sun'.split(' ');

/** 上周三, 上上周五, 这周一, 周二, last Wednesday, on Friday. */
const weekday: ReadDay = (text, now) => {
  const chinese = /(上上|上|这|本)?个?(?:周|週|星期|礼拜)([一二三四五六日天1-6末])/.exec(text);
  const english = new RegExp(
    String.raw`\b(last |this |on )?(${englishDays.join('|')})(?:(?:s|nes|rs|ur)?day\b|(?<=(?:last|this|on) ...)\b)`,
  ).exec(text);
  const index = chinese ? chineseDay(chinese[2] ?? '') : englishDays.indexOf(english?.[2] ?? '');
  if (index < 0) return undefined;
  const todayIndex = (new Date(now).getUTCDay() + 6) % 7;
  const monday = now - todayIndex * DAY;
  if (chinese?.[1] === '上上') return monday + (index - 14) * DAY;
  if (chinese?.[1] === '上') return monday + (index - 7) * DAY;
  const back = (todayIndex - index + 7) % 7;
  return now - (back === 0 && english?.[1] === 'last ' ? 7 : back) * DAY;
};

const spans: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`(${NUMBER}) ?(?:个)?(?:天|日|days?) ?(?:了|之?前|以前|ago)`), 1],
  [new RegExp(`(${NUMBER}) ?(?:个)?(?:周|週|星期|礼拜|weeks?) ?(?:了|之?前|以前|ago)`), 7],
  [new RegExp(`(${NUMBER}) ?(?:个)?(?:月|months?) ?(?:了|之?前|以前|ago)`), 30],
  [/()(?:上个?(?:星期|礼拜|周|週)|last week|a week ago)/, 7],
  [/()(?:上个?月|last month|a month ago)/, 30],
  [/()(?:前几天|前两天|几天前|这几天|a few days ago|the other day)/, 3],
];

/** 三天前, 两周前, 上个月, 3 days ago; vague words give a day that is near enough to look. */
const ago: ReadDay = (text, now) => {
  for (const [pattern, days] of spans) {
    const match = pattern.exec(text);
    const count = match?.[1] ? toNumber(match[1]) : 1;
    if (match && count !== undefined && count * days <= 3660) return now - Math.round(count * days) * DAY;
  }
  return undefined;
};

function chineseDay(written: string): number {
  if (written === '天') return 6;
  if (written === '末') return 5;
  return /\d/.test(written) ? Number(written) - 1 : weekdays.indexOf(written);
}

function monthOf(name = ''): number {
  return months.indexOf(name) + 1;
}

/** The day of the month in the latest year in which it is not in the future. */
function latest(month: number | undefined, day: number | undefined, now: number): number | undefined {
  if (month === undefined || day === undefined) return undefined;
  const year = new Date(now).getUTCFullYear();
  const time = dayOf(year, month, day, now + 366 * DAY);
  return time !== undefined && time > now ? dayOf(year - 1, month, day, now) : time;
}

function latestDay(day: number, now: number): number | undefined {
  const today = new Date(now);
  const time = dayOf(today.getUTCFullYear(), today.getUTCMonth() + 1, day, now + 31 * DAY);
  if (time === undefined || time <= now) return time;
  const before = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 0));
  return dayOf(before.getUTCFullYear(), before.getUTCMonth() + 1, day, now);
}

/** Undefined for a day that does not exist, or lies after the limit. */
function dayOf(year: number, month: number, day: number, limit: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && time <= limit ? time : undefined;
}
