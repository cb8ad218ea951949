import { type FactFlag, FactTime } from '../../../schemas/facts.ts';
import type { Granularity, Load, Rate, RateName, Spread, SummaryRow } from '../../../schemas/insights-api.ts';
import type { LoadFigures, LoadRow } from '../../../schemas/load.ts';
import type { Figures, RollUp } from '../../../schemas/roll-up.ts';
import type { Target } from '../../../schemas/target.ts';
import { costOf } from '../cost/figures.ts';
import { dayOf } from '../reply-rate.ts';
import { loadOf } from './load.ts';
import { startOfDay } from './roll-up.ts';
import { quantile, readSketch, sizeOf } from './sketch.ts';
import { addFigures, emptyTally, figuresOf, type Tally } from './tally.ts';

/** What a share is of: one flag of another, or of all tickets. */
export const rateParts: Record<RateName, readonly [FactFlag, FactFlag | 'tickets']> = {
  coverage: ['covered', 'ended'],
  containment: ['contained', 'ended'],
  resolution: ['bot-resolved', 'covered'],
  deflection: ['deflected', 'ended'],
  asked: ['asked', 'tickets'],
  reached: ['reached', 'asked'],
  abandonment: ['abandoned', 'asked'],
  human: ['human', 'tickets'],
  transfer: ['transferred', 'human'],
  reopening: ['reopened', 'tickets'],
  repeat: ['repeat', 'tickets'],
  response: ['rated', 'ended'],
  satisfaction: ['satisfied', 'rated'],
  badReview: ['bad-review', 'rated'],
  complaint: ['complaint', 'tickets'],
  complaintClosed: ['complaint-closed', 'complaint'],
  complaintRepeat: ['complaint-repeat', 'complaint'],
};

/** The roll-ups of a range as rows: added up by value and hour, day or altogether; by time, and the largest first. */
export function summaryRows(
  rollUps: Iterable<RollUp>,
  { granularity, timeZone }: { granularity: Granularity; timeZone: string },
  loads: Iterable<LoadRow> = [],
): SummaryRow[] {
  const groups = new Map<string, { start: string; value: string; tally: Tally; loads: LoadFigures[] }>();
  for (const { start, value, figures } of rollUps) addFigures(groupOf(start, value).tally, figures);
  // Whoever was at work without a ticket has a row, too.
  for (const { start, value, load } of loads) groupOf(start, value).loads.push(load);
  return [...groups.values()]
    .sort((a, b) => order(a.start, b.start) || b.tally.tickets - a.tally.tickets || order(a.value, b.value))
    .map(({ start, value, tally, loads }) => ({
      ...(start !== '' && { start, day: dayOf(timeZone, Date.parse(start)) }),
      value,
      ...shown(figuresOf(tally)),
      ...(loads.length > 0 && { load: shownLoad(loadOf(loads)) }),
    }));

  function groupOf(start: string, value: string) {
    const begun = beginOf(start);
    const name = `${begun} ${value}`;
    const group = groups.get(name) ?? { start: begun, value, tally: emptyTally(), loads: [] };
    groups.set(name, group);
    return group;
  }

  function beginOf(start: string): string {
    if (granularity === 'total') return '';
    return granularity === 'hour' ? start : startOfDay(timeZone, dayOf(timeZone, Date.parse(start)));
  }
}

/** A share, with its rate where there is something to divide by. */
export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, ...(denominator > 0 && { rate: numerator / denominator }) };
}

/** How many tickets have a flag. */
export function countOf({ tickets, flags }: Figures, flag: FactFlag | 'tickets'): number {
  return flag === 'tickets' ? tickets : (flags[flag] ?? 0);
}

function shown(figures: Figures): Omit<SummaryRow, 'start' | 'day' | 'value'> {
  const { tickets, kept, breached, times, scores, messages } = figures;
  const promise = (target: Target) =>
    rateOf(kept[target] ?? 0, (kept[target] ?? 0) + (breached[target] ?? 0));
  const share = (name: RateName) => {
    const [cases, of] = rateParts[name];
    return rateOf(countOf(figures, cases), countOf(figures, of));
  };
  const rated = countOf(figures, 'rated');
  return {
    tickets,
    ended: countOf(figures, 'ended'),
    rates: {
      coverage: share('coverage'),
      containment: share('containment'),
      resolution: share('resolution'),
      deflection: share('deflection'),
      asked: share('asked'),
      reached: share('reached'),
      abandonment: share('abandonment'),
      human: share('human'),
      transfer: share('transfer'),
      reopening: share('reopening'),
      repeat: share('repeat'),
      response: share('response'),
      satisfaction: share('satisfaction'),
      badReview: share('badReview'),
      complaint: share('complaint'),
      complaintClosed: share('complaintClosed'),
      complaintRepeat: share('complaintRepeat'),
    },
    sla: {
      reached: promise('reached'),
      'first-reply': promise('first-reply'),
      'next-reply': promise('next-reply'),
      resolution: promise('resolution'),
      promise: promise('promise'),
    },
    times: Object.fromEntries(
      FactTime.options.flatMap((kind) => {
        const spread = times[kind];
        return spread ? [[kind, spreadOf(spread)]] : [];
      }),
    ),
    ...(rated > 0 && { score: scores / rated }),
    messages: {
      customer: messages.customer ?? 0,
      agent: messages.agent ?? 0,
      bot: messages.bot ?? 0,
      system: messages.system ?? 0,
    },
    cost: costOf(figures),
  };
}

function shownLoad({ minutes, present, held, offered, mostPresent, mostHeld }: LoadFigures): Load {
  return {
    minutes,
    present: present / minutes,
    mostPresent,
    held: held / minutes,
    mostHeld,
    chatsAtOnce: held / present,
    ...(offered > 0 && { occupancy: held / offered }),
  };
}

function spreadOf({ total, sketch: text }: { total: number; sketch: string }): Spread {
  const sketch = readSketch(text);
  const count = sizeOf(sketch);
  const at = (q: number) => Math.round(quantile(sketch, q) ?? 0) / 1000;
  return {
    count,
    mean: Math.round(total / count) / 1000,
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
