import { describe, expect, it } from 'vitest';
import { layeredRoster } from '../../functions/simulation/layers.ts';
import { timeOfDay } from '../../functions/domain/calendar.ts';
import type { Group } from '../../schemas/scenario.ts';
import { aScenario } from './scenarios.ts';

const HOUR = 3_600_000;

/** Agents at work in an hour of the day. */
function atWork(
  roster: Record<string, Group>,
  hour: number,
  kind: (group: Group) => boolean = () => true,
): number {
  return Object.values(roster)
    .filter(({ from, to }) => {
      const [begin, end] = [timeOfDay(from), timeOfDay(to) || 24 * HOUR];
      return from === to || (begin <= hour * HOUR && hour * HOUR < end);
    })
    .filter(kind)
    .reduce((sum, { agents }) => sum + agents, 0);
}

describe('a layered roster', () => {
  const seats = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 2 : hour < 20 ? 11 : 7));

  it('has just so many agents at every hour', () => {
    const roster = layeredRoster(seats, aScenario(), 3);

    expect(seats.map((_, hour) => atWork(roster, hour))).toEqual(seats);
    expect(Object.values(roster).every(({ capacity }) => capacity === 3)).toBe(true);
  });

  it('shares seats among the kinds of the team as nearly as people can', () => {
    // Of the regular roster of 17, twelve are basic and five are experts.
    const roster = layeredRoster(seats, aScenario(), 1);
    const experts = seats.map((_, hour) => atWork(roster, hour, ({ tier }) => tier === 'expert'));

    expect(new Set(experts)).toEqual(new Set([1, 3, 2]));
  });

  it('leaves the standby pool at home, and nobody comes where nobody is planned', () => {
    const roster = layeredRoster(seats, aScenario(), 1);

    expect(Object.values(roster).some(({ pool }) => pool === 'standby')).toBe(false);
    expect(layeredRoster([0, 0], aScenario(), 1)).toEqual({});
  });
});
