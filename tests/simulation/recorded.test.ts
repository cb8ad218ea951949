import { describe, expect, it } from 'vitest';
import { recordedDays, recordedTruth } from '../../functions/simulation/recorded.ts';
import { playDay } from '../../functions/simulation/run.ts';
import { histories, isoAt } from '../support/builders.ts';
import { aScenario } from './scenarios.ts';

const { events } = histories.surveyed();
const scenario = aScenario('agents.acceptSeconds=0');

describe('a recorded log', () => {
  it('brings its customers back at their times, with the work they made', () => {
    const [day, ...others] = recordedDays(events, scenario);

    expect(others).toEqual([]);
    expect(Array.from(day?.times ?? [])).toEqual([Date.parse(isoAt(0))]);
    // Taken at second 25, answered at 30.
    expect(day?.visitOf(0)).toMatchObject({ handlingSeconds: 5, botKnows: false, segment: 'ordinary' });
  });

  it('is counted as a simulated day is, in any order and with repeats', () => {
    const { counts, waits, kept } = recordedTruth([...events.toReversed(), ...events]);

    expect(counts).toMatchObject({
      opened: 1,
      offers: 1,
      settledByAgent: 1,
      unfinished: 0,
      events: events.length,
    });
    expect(waits['all']?.sum).toBe(25);
    expect(kept['normal reached']).toEqual({ met: 1, breached: 0 });
  });

  it('can be played again', () => {
    const [day] = recordedDays(events, scenario);

    const { counts } = playDay(scenario, 0, { day });

    expect(counts).toMatchObject({ opened: 1, askedForPerson: 1, settledByAgent: 1 });
  });

  it.each([
    { what: 'no event', log: [], says: 'there is no event in it' },
    { what: 'a gap', log: events.filter(({ number }) => number !== 3), says: 'KF-0123-4567-89AB: event 3' },
    { what: 'no beginning', log: events.slice(1), says: 'KF-0123-4567-89AB: event 1' },
  ])('is refused with $what', ({ log, says }) => {
    expect(() => recordedDays(log, scenario)).toThrow(says);
  });
});
