import { describe, expect, it } from 'vitest';
import { generated } from '../../../bench/forecast/generated.ts';
import { afternoonOf, scoresOf } from '../../../bench/forecast/score.ts';
import { spansOf } from '../../../functions/domain/forecast/days.ts';
import { startOf } from '../../../functions/domain/forecast/forecast.ts';
import { historyOf } from '../../../functions/domain/forecast/history.ts';
import { ForecastSettings } from '../../../schemas/forecast.ts';

describe('a back-test with a rolling origin', () => {
  const service = {
    name: 'ten weeks',
    seed: 11,
    intervalMinutes: 30,
    weeks: 12,
    perDay: 4000,
    growth: 0.01,
    dayNoise: 0.08,
    wandering: 0.01,
    weekdays: [1.1, 1, 0.95, 0.95, 1, 1.05, 1.2],
    events: [20, 41, 62].map((day) => ({ name: 'promotion', day, times: 3 })),
  } as const;
  const { rows, events } = generated(service);
  const settings = ForecastSettings.parse({ timeZone: 'UTC', intervalMinutes: 30, days: 1, events });
  const { days } = historyOf(rows, settings, spansOf(events, 'UTC'));
  const scores = scoresOf(days, startOf(settings));

  it.each(scores)('holds what it says, $horizonDays days ahead', ({ coverage, finite }) => {
    expect(finite).toBe(true);
    for (const [at, share] of [0.5, 0.8, 0.95].entries())
      expect(Math.abs((coverage[at] ?? 0) - share)).toBeLessThan(0.05);
  });

  it.each(scores)('is nearer than the week before, $horizonDays days ahead', ({ error, naiveError }) => {
    expect(error).toBeLessThan(0.9 * naiveError);
  });

  it('is nearer at noon than the evening before', () => {
    const { before, atNoon } = afternoonOf(days, startOf(settings));

    expect(atNoon).toBeLessThan(0.95 * before);
  });

  it('is the same every time', () => {
    expect(scoresOf(days, startOf(settings))).toEqual(scores);
  });
});
