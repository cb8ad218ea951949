import { writeFileSync } from 'node:fs';
import { stderr, stdout } from 'node:process';
import * as z from 'zod/mini';
import { momentWritten } from '../../functions/domain/forecast/days.ts';
import { forecastOf } from '../../functions/domain/forecast/forecast.ts';
import { isTimeZone, shownAt } from '../../functions/domain/zone.ts';
import { phase } from '../../local/progress.ts';
import { Calendar } from '../../schemas/calendar.ts';
import {
  CountRow,
  DatedEvent,
  type Forecast,
  type ForecastInterval,
  ForecastSettings,
  type NotEnough,
} from '../../schemas/forecast.ts';
import { command, UsageError } from './command.ts';
import { mustBeWritable } from './files.ts';
import { countsIn, readInput, readJson } from './input.ts';
import { notEnough, platformForecast } from './platform.ts';
import { blocks, svgOf } from './plot.ts';

/** From about so many on it takes more than a second. */
const MANY_ROWS = 50_000;

const { days, dailyUsers, intervalMinutes, missing } = ForecastSettings.shape;
/** What says how a file is to be read; a platform knows that of its own counts. */
const Reading = z.strictObject({
  timeZone: z.optional(z.string()),
  intervalMinutes: z.optional(intervalMinutes),
  from: z.optional(CountRow.shape.from),
  missing: z.optional(z.enum(missing.def.innerType.options, 'must be gap or zero')),
});
const Options = z.strictObject({
  ...Reading.shape,
  days: z._default(days, 7),
  dailyUsers,
  events: z.optional(z.string()),
  hours: z.optional(z.string()),
  api: z.optional(z.string()),
  token: z.optional(z.string()),
  svg: z.optional(z.string()),
  json: z._default(z.boolean(), false),
});

/** How many will come. */
export const forecast = command({
  name: 'forecast',
  summary: 'how many will come, interval by interval, and how surely',
  about: `Reads counts by interval, as CSV (time,count) or as JSON Lines {"from": …, "count": …}, from a file or standard input, and
forecasts the days after them. Times have an offset (2026-11-21T12:15:00Z) or are those of the time zone's clocks (2026-11-21 20:15).
Without enough counts it says what is missing and ends with 1; with --daily-users it starts from the rule of thumb instead.`,
  options: {
    'time-zone': { value: 'NAME', says: 'where days begin and end                          [Asia/Shanghai]' },
    'interval-minutes': { value: 'N', says: '5, 10, 15, 20, 30 or 60                           [30]' },
    days: { value: 'N', says: 'days ahead, the first of which may have begun     [7]' },
    from: {
      value: 'TIME',
      says: 'forecast from here, with the counts before it     [the end of the counts, else now]',
    },
    'daily-users': {
      value: 'N',
      says: 'people who use the platform on a day: a first guess that counts replace',
    },
    events: {
      value: 'FILE',
      says: 'JSON list of {name, from, to, multiplier?}: promotions, holidays, past and coming',
    },
    hours: {
      value: 'FILE',
      says: 'JSON calendar {calendarId, timeZone, week, …}: when conversations can come',
    },
    missing: { value: 'WHAT', says: 'an interval without a row: gap (not counted) or zero  [gap]' },
    api: {
      value: 'URL',
      says: 'ask a platform of yours, by its own counts of the hours: no file, and its time zone',
    },
    token: { value: 'TOKEN', says: 'ID token of a lead, for --api                     [KEFU_TOKEN]' },
    svg: { value: 'FILE', says: 'writes a plot' },
    json: { says: 'one line of JSON, and nothing else' },
  },
  file: 'counts.csv',
  examples: [
    'counts.csv',
    'counts.csv --days 14 --events promotions.json --svg forecast.svg',
    '--daily-users 50000 --json < /dev/null',
    '--api https://abc123.execute-api.eu-central-1.amazonaws.com --days 14 --json',
  ],
  Shape: Options,
  async run({ json, svg, api, token, ...options }, file) {
    const known = {
      events: options.events === undefined ? undefined : readJson(z.array(DatedEvent), options.events),
      hours: options.hours === undefined ? undefined : readJson(Calendar, options.hours),
    };
    const { days, dailyUsers } = options;
    if (api !== undefined) requireNothingToRead(options, file);
    if (svg !== undefined) mustBeWritable('--svg', svg);
    const answer =
      api === undefined
        ? await fromCounts({ ...options, ...known }, file, json)
        : await platformForecast({ api, token }, { days, dailyUsers, ...known });
    if (json) stdout.write(`${JSON.stringify(answer)}\n`);
    for (const note of json ? [] : answer.notes) stderr.write(`note: ${note}\n`);
    if (answer.kind === 'not-enough-data') throw notEnough(answer);
    if (!json) stdout.write(table(answer));
    if (svg !== undefined) writeFileSync(svg, plotOf(answer));
  },
});

type Counting = Omit<z.infer<typeof Options>, 'events' | 'hours' | 'json' | 'svg' | 'api' | 'token'> &
  Pick<z.input<typeof ForecastSettings>, 'events' | 'hours'>;

function requireNothingToRead(options: z.infer<typeof Reading>, file: string | undefined): void {
  if (file !== undefined) throw new UsageError(`--api: a platform has counts of its own; leave out ${file}`);
  for (const key of Object.keys(options)) {
    if (!(key in Reading.shape)) continue;
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(`--${name}: says how a file is read; with --api there is none`);
  }
}

/** The forecast of counts in a file, or on standard input. */
async function fromCounts(
  { from, timeZone = 'Asia/Shanghai', intervalMinutes = 30, missing = 'gap', ...rest }: Counting,
  file: string | undefined,
  quiet: boolean,
): Promise<Forecast | NotEnough> {
  const settings = { ...rest, timeZone, intervalMinutes, missing };
  if (!isTimeZone(settings.timeZone))
    throw new UsageError(`--time-zone: ${settings.timeZone} is no time zone; Asia/Shanghai is one`);
  const rows = countsIn(readInput(file));
  const given = from === undefined ? undefined : new Date(momentWritten(from, settings.timeZone));
  if (given && Number.isNaN(given.getTime()))
    throw new UsageError(`--from: ${String(from)} is not a day of the calendar`);
  const make = () => forecastOf(rows, settings, given ?? (rows.length === 0 ? new Date() : undefined));
  const takesLong = !quiet && rows.length > MANY_ROWS;
  return takesLong ? phase(`forecast from ${rows.length} rows`, async () => make()) : make();
}

/** A row for each day: its mean, its busiest interval, and its shape. */
function table(answer: Forecast): string {
  const byDay = [...Map.groupBy(answer.intervals, (it) => shownOf(answer, it).slice(0, 10))];
  const greatest = Math.max(...answer.intervals.map(({ mean }) => mean));
  const rows = byDay.map(([date, intervals]) => {
    const peak = intervals.reduce((a, b) => (b.mean > a.mean ? b : a));
    const { low, high } = peak.within80;
    const busiest = `${shownOf(answer, peak).slice(11, 16)} ${peak.mean.toFixed(1)} (${low} to ${high})`;
    const mean = intervals.reduce((sum, it) => sum + it.mean, 0);
    const weekday = new Date(date).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
    return `${weekday} ${date}  ${mean.toFixed(0).padStart(8)}  ${busiest.padEnd(28)}  ${blocks(hourly(answer, intervals), greatest)}\n`;
  });
  const basis = {
    counts: 'counts',
    rule: 'the rule of thumb alone',
    'rule and counts': 'the rule of thumb and counts',
  };
  return `day                 mean  busiest ${answer.intervalMinutes} min (80 % within)   by the hour from ${shownOf(answer, answer.intervals[0]).slice(11, 16)} to the end\n${rows.join('')}It rests on ${basis[answer.basis]}.\n`;
}

/** The greatest mean of each hour. */
function hourly(answer: Forecast, intervals: readonly ForecastInterval[]): number[] {
  const hours = Map.groupBy(intervals, (it) => shownOf(answer, it).slice(11, 13));
  return [...hours.values()].map((all) => Math.max(...all.map(({ mean }) => mean)));
}

function shownOf({ timeZone }: Forecast, interval: ForecastInterval | undefined): string {
  return interval ? new Date(shownAt(timeZone, Date.parse(interval.from))).toISOString() : '';
}

function plotOf(answer: Forecast): string {
  const { intervals } = answer;
  const dates = intervals.map((it) => shownOf(answer, it).slice(0, 10));
  const area = (share: 'within50' | 'within80' | 'within95', colour: string) => ({
    name: `${share.slice(6)} % within`,
    colour,
    high: intervals.map((it) => it[share].high),
    low: intervals.map((it) => it[share].low),
  });
  return svgOf({
    title: `Conversations in ${answer.intervalMinutes} minutes, ${answer.timeZone}`,
    labels: dates.flatMap((text, at) => (text === dates[at - 1] ? [] : [{ at, text }])),
    marks: [
      area('within95', '#dbe9f6'),
      area('within80', '#a9cbe8'),
      area('within50', '#6aa5d8'),
      { name: 'mean', colour: '#0b3c6f', high: intervals.map(({ mean }) => mean) },
    ],
  });
}
