import type { CapacityOverride, CapacitySwitched } from '../../../schemas/capacity.ts';
import type { PeakWeek } from '../../../schemas/peak-windows.ts';
import { openBetween, type Stretch } from '../calendar.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Weekly windows come round within this; a change further away is none that anybody asks for. */
const AHEAD = 8 * DAY;

/** When it is peak. */
export interface PeakPlan {
  /** On whose clock: a name of the IANA database. */
  timeZone: string;
  windows: PeakWeek;
  /** Minutes before a window at which capacity already goes up. */
  leadMinutes: number;
}

/** The profile that belongs to a moment, why, and until when; without `until` it stays as it is. */
export type Regime = Omit<CapacitySwitched, 'at'>;

/** The one profile that is to be in force at a moment: what somebody has set by hand until its end, else what the windows say. */
export function regimeAt(plan: PeakPlan, override: CapacityOverride | undefined, now: Date): Regime {
  if (override && override.until > now.toISOString())
    return { profile: override.profile, reason: 'override', until: override.until };
  const moment = now.getTime();
  const peaks = peaksBetween(plan, moment, moment + AHEAD);
  const next = peaks.find(({ to }) => to > moment);
  const peak = next !== undefined && next.from <= moment;
  const change = peak ? next.to : next?.from;
  return {
    profile: peak ? 'peak' : 'off-peak',
    reason: 'window',
    ...(change !== undefined && change < moment + AHEAD && { until: new Date(change).toISOString() }),
  };
}

/** The stretches of peak that touch a time (milliseconds of the epoch), lead included, earliest first, none touching the next. */
export function peaksBetween(
  { timeZone, windows, leadMinutes }: PeakPlan,
  from: number,
  to: number,
): Stretch[] {
  const calendar = { calendarId: 'peak', timeZone, week: windows };
  const lead = leadMinutes * MINUTE;
  const peaks: Stretch[] = [];
  for (const open of openBetween(calendar, from, to + lead)) {
    const peak = { from: open.from - lead, to: open.to };
    const last = peaks.at(-1);
    if (last && peak.from <= last.to)
      peaks[peaks.length - 1] = { from: last.from, to: Math.max(last.to, peak.to) };
    else peaks.push(peak);
  }
  return peaks;
}
