import type { Forecast, NotEnough } from '../../schemas/forecast.ts';
import { Forecasts, Staffing } from '../../schemas/planning-api.ts';
import type { StaffingPlan } from '../../schemas/roster.ts';
import { apiOf, type Asking } from './api.ts';
import { CommandError } from './command.ts';

const names = { days: '--days', dailyUsers: '--daily-users', events: '--events', hours: '--hours' };

type Query = Readonly<Record<string, unknown>>;

/** The forecast of everything together from the counts of a platform. @throws CommandError that says what the platform said */
export async function platformForecast(asking: Asking, query: Query): Promise<Forecast | NotEnough> {
  const { groups } = await apiOf({ names, ...asking }).ask(
    Forecasts,
    'GET',
    `/v1/forecast?${written(query)}`,
  );
  return only(groups).forecast;
}

/** The same forecast, and what the platform counts seats by: handling times, patience and concurrency as they were measured. */
export async function platformStaffing(
  asking: Asking,
  query: Query,
): Promise<{ forecast: Forecast; plan: StaffingPlan; notes: readonly string[] }> {
  const [forecast, { groups }] = await Promise.all([
    platformForecast(asking, query),
    apiOf({ names, ...asking }).ask(Staffing, 'GET', `/v1/staffing?${written(query)}`),
  ]);
  const { staffing } = only(groups);
  if (forecast.kind === 'not-enough-data') throw notEnough(forecast);
  if (staffing.kind === 'not-enough-data') throw notEnough(staffing);
  return { forecast, plan: staffing.plan, notes: [...forecast.notes, ...staffing.measured.notes] };
}

/** Says what is missing. */
export function notEnough({ missing }: NotEnough): CommandError {
  return new CommandError(`not enough data yet:\n  ${missing.join('\n  ')}`);
}

function only<T>([group]: readonly T[]): T {
  if (!group) throw new CommandError('the platform has counted nothing');
  return group;
}

function written(query: Query): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) asked.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return asked.toString();
}
