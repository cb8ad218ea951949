import type { BudgetPlan } from '../../schemas/budget.ts';
import type { Bursts, insightsApi, Summary, SummaryQuery } from '../../schemas/insights-api.ts';
import { LoadDimension, type LoadRow } from '../../schemas/load.ts';
import type { Dimension, RollUp } from '../../schemas/roll-up.ts';
import { costNote } from '../domain/cost/figures.ts';
import { FaultyInputError } from '../domain/errors.ts';
import { addDays, daysOf, faultsInDay, firstsOfMonths, readingOf } from '../domain/insights/range.ts';
import type { RollUpsWanted } from '../domain/insights/roll-up.ts';
import { summaryRows } from '../domain/insights/summary.ts';
import { topOf, weeksOf } from '../domain/insights/top.ts';
import { dayOf } from '../domain/reply-rate.ts';
import { displayName } from '../domain/understanding/taxonomy.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import { budgetNow } from './budget.ts';
import type { Platform, Uses } from './platform.ts';
import { closeReview } from './quality-reviews.ts';

/** What one question may read and answer; an answer of a Lambda function has at most 6 MB. */
const MOST_READ = 50_000;
const MOST_ROWS = 2000;

type Needs = Uses<{
  insights: 'listRollUps' | 'listBursts';
  loads: 'listLoads';
  decisions: 'findBudget' | 'listReviews' | 'saveReview';
}> &
  Pick<Platform, 'now'> & { timeZone: string; budget: BudgetPlan };

/** What leads and supervisors learn from all tickets. */
export const insights = ({
  insights,
  decisions,
  loads,
  timeZone: businessZone,
  budget,
  now,
}: Needs): Answers<typeof insightsApi, Caller> => {
  const close = closeReview({ decisions, now });

  return {
    async getSummary(query): Promise<Summary> {
      const asked = { ...query, timeZone: query.timeZone ?? businessZone };
      const { level, days, from, until } = readingOf(asked, businessZone);
      const rollUps = await listOf(level, query.groupBy, days);
      const within = ({ start }: { start: string }) => start >= from && start < until;
      const load = await loadOf(level, query.groupBy, days);
      const rows = summaryRows(rollUps.filter(within), asked, load.filter(within));
      if (rows.length > MOST_ROWS) throw tooMany(`these are ${rows.length} rows; an answer has ${MOST_ROWS}`);
      const unpriced = costNote(rows.reduce((sum, { cost }) => sum + cost.unpriced, 0));
      const note = rows.length === 0 ? 'no tickets in this range' : unpriced;
      return { ...asked, rows, ...(note !== undefined && { note }) };
    },

    async getTop({ week, level, limit }) {
      const faults = week === undefined ? [] : faultsInDay('week', week);
      if (faults.length > 0) throw new FaultyInputError('this cannot be asked', faults);
      const weeks = weeksOf(week, businessZone, now());
      const months = firstsOfMonths(weeks.before.from, weeks.week.to);
      const rollUps = weeks.days === 0 ? [] : await listOf('day', level, months);
      const top = topOf(rollUps, weeks, { timeZone: businessZone, level, limit });
      return weeks.days === 0 ? { ...top, note: 'no day of this week is over yet' } : top;
    },

    async getBursts(query): Promise<Bursts> {
      const to = query.to ?? dayOf(businessZone, now().getTime());
      const days = { from: query.from ?? addDays(to, -6), to };
      const { from, until } = daysOf(days, businessZone);
      const bursts = [];
      for (const day of firstsOfMonths(from.slice(0, 10), until.slice(0, 10)))
        bursts.push(...(await insights.listBursts(day.slice(0, 7))));
      const rows = bursts
        .filter(({ quarter }) => quarter >= from && quarter < until)
        .map((burst) => ({
          ...burst,
          zh: displayName(burst.topic, 'zh'),
          en: displayName(burst.topic, 'en'),
        }));
      return {
        ...days,
        timeZone: businessZone,
        rows,
        ...(rows.length === 0 && { note: 'no bursts in this range' }),
      };
    },

    async getBudget() {
      return budgetNow({ insights, decisions, timeZone: businessZone, budget, now });
    },

    async listQualityReviews({ status }) {
      const all = await decisions.listReviews();
      const rows = all.filter(
        ({ closedAt }) => status === 'all' || (closedAt ? 'closed' : 'open') === status,
      );
      return { rows: rows.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)) };
    },

    async closeQualityReview({ reviewId, findings }, { agentId }) {
      return close(reviewId, findings, agentId);
    },
  };

  /** How busy people were; nothing where that is not told apart. */
  async function loadOf(
    level: RollUpsWanted['level'],
    groupBy: Dimension,
    days: readonly string[],
  ): Promise<LoadRow[]> {
    const dimension = LoadDimension.options.find((it) => it === groupBy);
    if (!dimension) return [];
    return readDays(days, (day) => loads.listLoads({ level, timeZone: businessZone, dimension, day }));
  }

  function listOf(
    level: RollUpsWanted['level'],
    dimension: Dimension,
    days: readonly string[],
  ): Promise<RollUp[]> {
    return readDays(days, (day) => insights.listRollUps({ level, timeZone: businessZone, dimension, day }));
  }
};

async function readDays<T>(days: readonly string[], read: (day: string) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (const day of days) {
    rows.push(...(await read(day)));
    if (rows.length > MOST_READ) throw tooMany(`more than ${MOST_READ} rows would have to be read`);
  }
  return rows;
}

function tooMany(rule: string): FaultyInputError {
  const field: keyof SummaryQuery = 'granularity';
  return new FaultyInputError('this cannot be asked', [
    { field, rule: `${rule}: ask for fewer days or longer steps` },
  ]);
}
