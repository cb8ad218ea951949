import type { Scenario } from '../../schemas/scenario.ts';
import type { Report, Waits } from '../../schemas/simulation.ts';
import { sum } from '../domain/numbers.ts';
import { meanOf, quantileOf, type Spread } from './spread.ts';
import type { AgentDay, Tally } from './tally.ts';

/** The report of a tally. The same tally, the same bytes. */
export function reportOf(tally: Tally, days: number, { prices }: Scenario): Report {
  const { counts, gaveUpAfter, agents } = tally;
  const waited = (tally.waits['all']?.count ?? 0) + gaveUpAfter.count;
  const labour = rounded(agents.reduce((sum, { cost }) => sum + cost, 0));
  const cloud = rounded((counts.writeUnits / 1e6) * prices.perMillionWriteUnits);
  return {
    days,
    counts: { ...counts, standbySeconds: rounded(counts.standbySeconds) },
    waits: mapped(tally.waits, (spread) => (spread.count > 0 ? waitsOf(spread) : undefined)),
    kept: mapped(tally.kept, ({ met, breached }) =>
      met + breached > 0 ? { count: met + breached, share: rounded(met / (met + breached)) } : undefined,
    ),
    ...(waited > 0 && { abandonment: rounded(gaveUpAfter.count / waited) }),
    ...(counts.opened > 0 && { settledByBot: rounded(counts.settledByBot / counts.opened) }),
    occupancy: mapped(groupsOf(agents), occupancyOf),
    fairness: mapped(groupsOf(agents), jain),
    cost: {
      labour,
      cloud,
      ...(counts.opened > 0 && { perTicket: rounded((labour + cloud) / counts.opened) }),
    },
  };
}

function waitsOf(spread: Spread): Waits {
  return {
    count: spread.count,
    mean: rounded(meanOf(spread)),
    p50: rounded(quantileOf(spread, 0.5)),
    p90: rounded(quantileOf(spread, 0.9)),
    p99: rounded(quantileOf(spread, 0.99)),
  };
}

function groupsOf(agents: readonly AgentDay[]): Record<string, AgentDay[]> {
  const groups: Record<string, AgentDay[]> = {};
  for (const agent of agents) (groups[agent.group] ??= []).push(agent);
  return groups;
}

function occupancyOf(agents: readonly AgentDay[]) {
  const staffed = sum(agents.map((it) => it.staffed));
  if (staffed === 0) return undefined;
  const busy = sum(agents.map((it) => it.busy));
  const seats = sum(agents.map((it) => it.seated / it.capacity));
  return { busy: rounded(busy / staffed), seats: rounded(seats / staffed), hours: rounded(staffed / 3600) };
}

/** R. Jain, D. Chiu, W. Hawe, "A quantitative measure of fairness", 1984: (Σx)² / (n Σx²). */
function jain(agents: readonly AgentDay[]): number | undefined {
  const loads = agents
    .filter(({ staffed }) => staffed > 0)
    .map(({ accepted, staffed }) => accepted / staffed);
  const all = sum(loads);
  const squares = sum(loads.map((it) => it * it));
  return squares === 0 ? undefined : rounded((all * all) / (loads.length * squares));
}

function mapped<T, R>(record: Readonly<Record<string, T>>, to: (it: T) => R | undefined): Record<string, R> {
  const result: Record<string, R> = {};
  for (const [name, it] of Object.entries(record)) {
    const value = to(it);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Six decimals: nothing that was measured is finer. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
