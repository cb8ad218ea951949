import * as z from 'zod/mini';
import {
  CountRow,
  type Forecast,
  type ForecastInterval,
  ForecastSettings,
  type NotEnough,
} from '../../../schemas/forecast.ts';
import { checked, faulty } from '../staffing/checked.ts';
import { isTimeZone } from '../zone.ts';
import {
  type DayPlan,
  dayPlan,
  type EventSpan,
  intervalAt,
  intervalsOf,
  momentAt,
  spansOf,
  weekdayName,
} from './days.ts';
import { type Experience, experienceOf } from './fold.ts';
import { type History, historyOf } from './history.ts';
import { learn } from './learn.ts';
import { type Learner, meansOf, spreadsOf, type Start, untried } from './learner.ts';
import { hourShape, ruleOfDay, seatRule } from './rule.ts';
import { itemAt, sum } from '../numbers.ts';
import { soFar, type SoFar } from './so-far.ts';
import { withinOf } from './within.ts';

const DAY = 86_400_000;
/** Fewer days, or fewer conversations, say nothing about a week. */
const LEAST_DAYS = 3;
const LEAST_COUNTED = 30;
/** After two weeks every weekday has been seen twice: the rule of thumb has nothing left to say. */
const RULE_DAYS = 14;
/** Up to so many days ahead a forecast is as wide as one of the next day has had to be; further ahead as one of next week. */
const NEAR_DAYS = 3;

type Counts = readonly CountRow[];

/**
 * How many will come, interval by interval, with the widths that forecasts of the past have needed. From the end of the counts, or from
 * `from` (then only counts before it are used); to the end of the last of `settings.days` local days, the first of which may have begun.
 * @throws FaultyInputError that names the field and the rule it breaks
 */
export function forecastOf(
  given: Counts,
  settings: z.input<typeof ForecastSettings>,
  from?: Date,
): Forecast | NotEnough {
  const known = checked(ForecastSettings, settings, 'forecast');
  const spans = spansIn(known);
  const rows = checked(z.array(CountRow), given, 'counts');
  const history = historyOf(rows, known, spans, from?.getTime());
  const begin = from?.getTime() ?? history.end;
  const missing = whatIsMissing(history, known.dailyUsers !== undefined, begin);
  if (missing.length > 0 || begin === undefined)
    return { kind: 'not-enough-data', missing, notes: [...history.notes] };

  const { experience, today, lastDay } = learnt(history, startOf(known), begin, known);
  const daysSeen = experience.learner.learntDays;
  const basis =
    known.dailyUsers === undefined || daysSeen >= RULE_DAYS
      ? 'counts'
      : daysSeen > 0
        ? 'rule and counts'
        : 'rule';
  const dayAhead = (day: number) =>
    intervalsAhead(
      planAt(known, day, spans, history),
      known,
      begin,
      experience,
      day === today?.day ? today : undefined,
      day - lastDay,
    );
  const begun = intervalAt(known, begin).day;
  // A day of which nothing is left has begun, but is none of the days ahead.
  const first = dayAhead(begun).length > 0 ? begun : begun + 1;
  const intervals = Array.from({ length: known.days }, (_, at) => dayAhead(first + at)).flat();
  if (intervals.length === 0)
    return { kind: 'not-enough-data', missing: [nothingOpen(known, first)], notes: [...history.notes] };
  return {
    kind: 'forecast',
    timeZone: known.timeZone,
    intervalMinutes: known.intervalMinutes,
    basis,
    notes: [...history.notes, ...unseen(history, daysSeen), ...ruleNotes(known, basis)],
    intervals,
  };
}

function nothingOpen({ days, hours }: ForecastSettings, first: number): string {
  const [from, to] = [first, first + days - 1].map((day) => new Date(day * DAY).toISOString().slice(0, 10));
  const why = hours ? 'by the hours that are given' : 'as far as the counts say';
  return `open intervals: from ${from} to ${to} nobody can come, ${why}; ask for more days, or give other hours`;
}

/** What a learner of these settings starts with. */
export function startOf(settings: ForecastSettings): Start {
  const shape = Array.from({ length: intervalsOf(settings) }, (_, at) =>
    hourShape(at, settings.intervalMinutes),
  );
  return {
    level: settings.dailyUsers === undefined ? undefined : ruleOfDay(settings.dailyUsers) / shape.length,
    shape,
    multipliers: new Map(
      settings.events.flatMap(({ name, multiplier }) => (multiplier ? [[name, multiplier]] : [])),
    ),
  };
}

/** The days that are over are learnt; the one that has begun tells how the rest of it will be, and is then learnt as far as it went. */
function learnt(history: History, start: Start, begin: number, settings: ForecastSettings) {
  const begun = intervalAt(settings, begin).day;
  const over = history.days.filter(({ day }) => day < begun);
  const experience = experienceOf(over, start);
  const partial = history.days.find(({ day }) => day === begun);
  const today = partial && soFar(experience.learner, partial);
  if (partial) learn(experience.learner, partial, []);
  return { experience, today, lastDay: over.at(-1)?.day ?? begun - 1 };
}

function intervalsAhead(
  plan: DayPlan,
  settings: ForecastSettings,
  begin: number,
  { learner, widths }: Experience,
  today: SoFar | undefined,
  daysAhead: number,
): ForecastInterval[] {
  const horizon = daysAhead <= NEAR_DAYS ? 0 : 1;
  const means = today?.means ?? meansOf(learner, plan, horizon);
  const spread = today?.spread ?? spreadAt(learner, daysAhead);
  const length = settings.intervalMinutes * 60_000;
  const [start, end] = [momentAt(settings, plan.day, 0), momentAt(settings, plan.day + 1, 0)];
  const moments = Array.from({ length: Math.round((end - start) / length) }, (_, at) => start + at * length);
  const places = moments.map((moment) => ({ moment, at: intervalAt(settings, moment).interval }));
  // Clocks that are set back show an hour's intervals twice.
  const times = means.map((_, interval) => places.filter(({ at }) => at === interval).length);
  const experienced = itemAt(widths, horizon);
  return places.flatMap(({ moment, at }) => {
    if (moment < begin || itemAt(plan.open, at) === 0) return [];
    const scatter = { mean: itemAt(means, at) / itemAt(times, at), spread };
    return [
      {
        from: new Date(moment).toISOString(),
        mean: Math.round(scatter.mean * 1e4) / 1e4,
        within50: withinOf(0.5, scatter, experienced),
        within80: withinOf(0.8, scatter, experienced),
        within95: withinOf(0.95, scatter, experienced),
      },
    ];
  });
}

/** Days scatter more the further they are ahead, in proportion, and at least as the next one; a level that few days have tried is itself unsure. */
function spreadAt(learner: Learner, daysAhead: number): number {
  const [next, week] = [spreadsOf(learner, 0), spreadsOf(learner, 1)];
  const growth = Math.max(0, week.day - next.day) / 6;
  return next.day + next.interval + growth * Math.max(0, daysAhead - 1) + untried(learner);
}

function planAt(
  settings: ForecastSettings,
  day: number,
  spans: readonly EventSpan[],
  history: History,
): DayPlan {
  const plan = dayPlan(settings, day, spans);
  return { ...plan, open: plan.open.map((share, at) => (history.opens(plan.weekday, at) ? share : 0)) };
}

function spansIn({ timeZone, events }: ForecastSettings): EventSpan[] {
  if (!isTimeZone(timeZone))
    throw faulty('forecast', [
      { field: 'timeZone', rule: `${timeZone} is no time zone; Asia/Shanghai is one` },
    ]);
  const spans = spansOf(events, timeZone);
  const faults = spans.flatMap(({ from, to }, at) =>
    from < to && to - from <= 92 * DAY
      ? []
      : [{ field: `events.${at}`, rule: 'must end after it begins, within 92 days' }],
  );
  if (faults.length > 0) throw faulty('forecast', faults);
  return spans;
}

function whatIsMissing({ days }: History, hasRule: boolean, begin: number | undefined): string[] {
  if (begin === undefined) return ['counts: there is not a single row, and no moment to forecast from'];
  if (hasRule) return [];
  const counted = sum(days.map(({ counts }) => sum(counts)));
  const seen = days.filter((day) => day.seen.some((share) => share > 0)).length;
  const rule = 'until then, the number of daily users gives a first guess by rule of thumb';
  if (seen === 0) return ['counts: there is not a single row', rule];
  if (counted === 0) return [`conversations: every count of ${seen} days is 0`, rule];
  return [
    ...(seen < LEAST_DAYS ? [`days: ${seen} of at least ${LEAST_DAYS} have counts`] : []),
    ...(counted < LEAST_COUNTED ? [`conversations: ${counted} of at least ${LEAST_COUNTED}`] : []),
  ].flatMap((sentence, at, all) => (at === all.length - 1 ? [sentence, rule] : [sentence]));
}

function unseen({ days, opens }: History, daysSeen: number): string[] {
  if (daysSeen === 0 || daysSeen >= RULE_DAYS) return [];
  const seen = new Set(
    days.filter((day) => day.seen.some((share) => share > 0)).map(({ weekday }) => weekday),
  );
  const opensAtAll = (weekday: number) => itemAt(days, 0).open.some((_, at) => opens(weekday, at));
  const never = [1, 2, 3, 4, 5, 6, 0].filter((weekday) => !seen.has(weekday) && opensAtAll(weekday));
  return [
    `${daysSeen} days were counted: weekdays are told apart well after two weeks`,
    ...(never.length > 0 ? [`never seen: ${never.map(weekdayName).join(', ')}; taken as average days`] : []),
  ];
}

function ruleNotes({ dailyUsers }: ForecastSettings, basis: Forecast['basis']): string[] {
  return dailyUsers === undefined || basis === 'counts' ? [] : [seatRule(dailyUsers).crossCheck];
}
