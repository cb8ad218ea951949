import * as z from 'zod/mini';
import { type Hours, Weekday } from './calendar.ts';

/** When it is peak, weekday by weekday, on the operator's clock. */
export type PeakWeek = Record<Weekday, Hours[]>;

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)';
const DAYS = `${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*`;
const WINDOW = `(?:(${DAYS}) )?(${TIME})-(${TIME}|24:00)`;

/**
 * What peak windows may look like, as CloudFormation checks it: windows with `; ` between them, each with the days on which it
 * begins, or daily without them. Nothing at all: it is never peak.
 */
export const PEAK_WINDOWS_PATTERN = `^(?:${WINDOW}(?:; ${WINDOW})*)?$`.replaceAll(/\((?!\?)/g, '(?:');

const window = new RegExp(`^${WINDOW}$`);

/**
 * Peak windows as operators write them: `20:00-23:00`, or `mon-fri 20:00-23:00; sat,sun 10:00-14:00; fri 22:00-02:00`. One that ends
 * when it begins or earlier ends on the next day; windows may overlap.
 */
export const PeakWindows = z.pipe(
  z.string(),
  z.transform((text: string, { issues }): PeakWeek => {
    const week: PeakWeek = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    for (const part of text === '' ? [] : text.split('; ')) {
      const [, days, from, to] = window.exec(part) ?? [];
      if (from === undefined || to === undefined || from === to) {
        const message = `each window must be such as 20:00-23:00 or mon-fri 20:00-23:00, with "; " between them: "${part}" is not`;
        issues.push({ code: 'custom', message, input: text });
        return z.NEVER;
      }
      for (const day of days === undefined ? Weekday.options : daysOf(days)) {
        const pastMidnight = to < from;
        week[day].push({ from, to: pastMidnight ? '24:00' : to });
        if (pastMidnight && to !== '00:00') week[after(day)].push({ from: '00:00', to });
      }
    }
    return week;
  }),
);

/** Every day that `mon-fri,sun` names; a range may go past Sunday. */
function daysOf(text: string): Weekday[] {
  return text.split(',').flatMap((range) => {
    const [first, last] = range.split('-').map((day) => Weekday.parse(day));
    const days: Weekday[] = first ? [first] : [];
    for (let day = first; day && last && day !== last;) {
      day = after(day);
      days.push(day);
    }
    return days;
  });
}

function after(day: Weekday): Weekday {
  const { options } = Weekday;
  return options[(options.indexOf(day) + 1) % options.length] ?? day;
}
