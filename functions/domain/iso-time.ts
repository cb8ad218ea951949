const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Minutes that were written last, such as `2026-11-21T12:30:`, each where its number modulo so many says. */
const MINUTES = 256;
const minutes = Array.from({ length: MINUTES }, () => ({ minute: NaN, text: '' }));
const seconds = Array.from({ length: 60 }, (_, second) => String(second).padStart(2, '0'));

/** The day that was read last, as the number that its digits make, and its midnight. */
const lastDay = { digits: NaN, midnight: NaN };

/**
 * A moment (whole milliseconds of the epoch) as data: what `toISOString` says for a fraction of the processor time, and every event has
 * several. @throws RangeError for what is no moment
 */
export function isoTime(moment: number): string {
  const minute = Math.floor(moment / MINUTE);
  const rest = moment - minute * MINUTE;
  const second = Math.floor(rest / 1000);
  const known = minutes[minute & (MINUTES - 1)];
  const text = known?.minute === minute ? known.text : written(minute);
  const thousandths = rest - second * 1000;
  if (thousandths === 0) return `${text}${seconds[second] ?? ''}.000Z`;
  return `${text}${seconds[second] ?? ''}.${String(thousandths).padStart(3, '0')}Z`;
}

/** The moment (milliseconds of the epoch) of a time as data has it, `2026-11-21T12:30:00.000Z`, or of a `Date`. */
export function momentAt(time: Date | string): number {
  if (typeof time !== 'string') return time.getTime();
  if (time.length !== 24) return Date.parse(time);
  const year = digits(time, 0) * 100 + digits(time, 2);
  const [month, day] = [digits(time, 5), digits(time, 8)];
  const all = (year * 100 + month) * 100 + day;
  if (all !== lastDay.digits) {
    lastDay.midnight = Date.UTC(year, month - 1, day);
    lastDay.digits = all;
  }
  const rest = digits(time, 17) * 1000 + digits(time, 20) * 10 + time.charCodeAt(22) - 48;
  return lastDay.midnight + digits(time, 11) * HOUR + digits(time, 14) * MINUTE + rest;
}

/** The number that two digits of a text make. */
function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 48 * 11;
}

function written(minute: number): string {
  const text = new Date(minute * MINUTE).toISOString().slice(0, -7);
  minutes[minute & (MINUTES - 1)] = { minute, text };
  return text;
}
