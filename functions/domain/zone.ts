const MINUTE = 60_000;
const DAY = 86_400_000;

/** The offset of one UTC day: one number all day, or two with the moment of the change. */
interface OffsetOfDay {
  readonly before: number;
  readonly after: number;
  readonly changesAt: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const tables = new Map<string, Map<number, OffsetOfDay>>();
/** Days remembered for each zone: four years. */
const MOST_DAYS = 1461;

/** Whether the time zone is one that this platform knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds that clocks of the zone are ahead of UTC at a moment (milliseconds of the epoch). */
export function offsetAt(timeZone: string, moment: number): number {
  const day = Math.floor(moment / DAY);
  let table = tables.get(timeZone);
  if (!table || table.size > MOST_DAYS) {
    table = new Map();
    tables.set(timeZone, table);
  }
  let offset = table.get(day);
  if (!offset) {
    offset = offsetOfDay(timeZone, day * DAY);
    table.set(day, offset);
  }
  return moment < offset.changesAt ? offset.before : offset.after;
}

/**
 * The moment at which clocks of the zone show a time (milliseconds as if it were UTC). A time they show twice is its first showing;
 * one they skip is the moment of the skip. So later times are never earlier moments.
 */
export function momentOf(timeZone: string, shown: number): number {
  const earlier = shown - Math.max(offsetAt(timeZone, shown - DAY), offsetAt(timeZone, shown + DAY));
  const later = shown - Math.min(offsetAt(timeZone, shown - DAY), offsetAt(timeZone, shown + DAY));
  if (earlier + offsetAt(timeZone, earlier) === shown) return earlier;
  if (later + offsetAt(timeZone, later) === shown) return later;
  return changeBetween(timeZone, earlier, later);
}

/** What clocks of the zone show at a moment, as milliseconds as if it were UTC. */
export function shownAt(timeZone: string, moment: number): number {
  return moment + offsetAt(timeZone, moment);
}

function offsetOfDay(timeZone: string, start: number): OffsetOfDay {
  const before = ask(timeZone, start);
  const after = ask(timeZone, start + DAY - 1);
  if (before === after) return { before, after, changesAt: start };
  return { before, after, changesAt: changeIn(timeZone, start, start + DAY) };
}

function changeBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Offsets change on whole minutes. */
function changeIn(timeZone: string, from: number, to: number): number {
  const before = ask(timeZone, from);
  let [low, high] = [from / MINUTE, to / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(timeZone, middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}

function ask(timeZone: string, moment: number): number {
  const numbers = formatOf(timeZone)
    .formatToParts(moment)
    .flatMap(({ type, value }) => (type === 'literal' ? [] : [Number(value)]));
  // The format of the United States: month, day, year, and then the time.
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}
