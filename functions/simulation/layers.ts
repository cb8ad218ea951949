import type { AgentProfile } from '../../schemas/agent.ts';
import type { Group, Scenario } from '../../schemas/scenario.ts';
import { itemAt } from '../domain/numbers.ts';

/** What a kind of agent is, and how many of the team are. */
interface Kind {
  readonly profile: Omit<Group, 'agents' | 'from' | 'to' | 'breaks'>;
  readonly weight: number;
}

/**
 * A roster that has just so many seats at every time of a day: one agent for each layer of the staircase, at work for as long as the
 * staircase is that high, so that as few as possible come and go. Kinds of agents share the layers as they share the regular roster of
 * the scenario, every lower part of the staircase as nearly as whole people can.
 */
export function layeredRoster(
  seats: readonly number[],
  { agents: { roster } }: Scenario,
  capacity: AgentProfile['capacity'],
): Record<string, Group> {
  const kinds = kindsOf(roster);
  const given = kinds.map(() => 0);
  const groups: Record<string, Group> = {};
  const highest = Math.max(0, ...seats);
  for (let layer = 1; layer <= highest; layer += 1) {
    const at = mostOwed(kinds, given, layer);
    given[at] = itemAt(given, at) + 1;
    for (const { from, to } of runsOf(seats, layer)) {
      const name = `${at}-${from}-${to}`;
      const { profile } = itemAt(kinds, at);
      const before = groups[name]?.agents ?? 0;
      groups[name] = {
        ...profile,
        capacity,
        agents: before + 1,
        from: clockTime(from, seats.length),
        to: clockTime(to, seats.length),
        breaks: [],
      };
    }
  }
  return groups;
}

/** Groups that differ in nothing but their hours are one kind. */
function kindsOf(roster: Scenario['agents']['roster']): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const group of Object.values(roster)) {
    const { agents, from: _from, to: _to, breaks: _breaks, ...profile } = group;
    if (group.pool !== 'regular' || agents === 0) continue;
    const name = JSON.stringify(profile);
    kinds.set(name, { profile, weight: (kinds.get(name)?.weight ?? 0) + agents });
  }
  return [...kinds.values()];
}

/** The kind that is furthest behind its share of so many agents. */
function mostOwed(kinds: readonly Kind[], given: readonly number[], agents: number): number {
  const all = kinds.reduce((sum, { weight }) => sum + weight, 0);
  const owed = kinds.map(({ weight }, at) => (weight / all) * agents - itemAt(given, at));
  return owed.indexOf(Math.max(...owed));
}

/** Stretches of time in which there are at least so many seats, by their first interval and the one after their last. */
function runsOf(seats: readonly number[], layer: number): { from: number; to: number }[] {
  return seats.flatMap((count, from) => {
    if (count < layer || (seats[from - 1] ?? 0) >= layer) return [];
    const end = seats.findIndex((later, at) => at > from && later < layer);
    return [{ from, to: end < 0 ? seats.length : end }];
  });
}

/** The time of day at which an interval begins; the end of the day is its beginning. */
function clockTime(interval: number, intervals: number): string {
  const minutes = ((interval * 1440) / intervals) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
