import { describe, expect, it } from 'vitest';
import { needsOf } from '../../functions/domain/staffing/requirements.ts';
import { seatPlan } from '../../functions/domain/staffing/seat-plan.ts';
import {
  correctedDay,
  daysToPlay,
  factorOf,
  shareInTime,
} from '../../functions/simulation/corrected-plan.ts';
import { playPlanned } from '../../functions/simulation/planned-day.ts';
import type { Forecast, ForecastInterval } from '../../schemas/forecast.ts';
import { aScenario } from './scenarios.ts';

/** An afternoon in Shanghai: so many come in each of these hours, from two o'clock on. */
function aForecast(...means: number[]): Forecast {
  const none = { low: 0, high: 0 };
  const intervals = means.map((mean, at): ForecastInterval => ({
    from: new Date(Date.UTC(2026, 10, 20, 6 + at)).toISOString(),
    mean,
    within50: none,
    within80: none,
    within95: none,
  }));
  return {
    kind: 'forecast',
    timeZone: 'Asia/Shanghai',
    intervalMinutes: 60,
    basis: 'counts',
    notes: [],
    intervals,
  };
}

const KINDS = [
  ['early', ['after-sales', 'finance']],
  ['day', ['support', 'creator', 'trust-safety']],
  ['regular', ['merchant', 'ads', 'support']],
] as const;

/** A team of specialists, each of whom knows a part of the queues. */
const specialists = aScenario(
  ...KINDS.flatMap(([group, queues]) => [
    `agents.roster.${group}.queues=${JSON.stringify(queues)}`,
    `agents.roster.${group}.agents=4`,
  ]),
  ...['night', 'experts', 'late-experts', 'night-experts'].map((group) => `roster.${group}=0`),
);

describe('seats corrected by the simulator', () => {
  const plan = seatPlan({ targetSeconds: 60, serviceLevel: 0.9 });
  const playing = { scenario: specialists, plan, played: 320 };
  const [day] = daysToPlay(needsOf(aForecast(30, 50), plan), aForecast());
  if (!day) throw new Error('there is no day');

  it('keep a promise with new customers that Erlang’s alone, who knows no skills, do not', () => {
    const corrected = correctedDay(day, playing);

    // Customers that neither was chosen by, nor judged by.
    const fresh = { scenario: specialists, plan, seed: 99_000, times: 10 };
    expect(shareInTime(playPlanned(day, day.seats, fresh))).toBeLessThan(0.9);
    const fared = playPlanned(day, corrected.corrected, fresh);
    expect(shareInTime(fared)).toBeGreaterThanOrEqual(0.9);
    expect(factorOf([corrected])).toBeGreaterThan(1);
    expect(playPlanned(day, corrected.corrected, fresh)).toEqual(fared);
  }, 120_000);

  it('are fewer where several chats at once go faster than planned', () => {
    const three = seatPlan({ targetSeconds: 180, serviceLevel: 0.8, concurrency: 3 });
    const [busy] = daysToPlay(needsOf(aForecast(120, 120), three), aForecast());

    const corrected =
      busy &&
      correctedDay(
        { ...busy, seats: busy.seats.map((it) => it + 3) },
        { scenario: aScenario(), plan: three, played: 400 },
      );

    expect(corrected && factorOf([corrected])).toBeLessThan(1);
    expect(corrected && shareInTime(corrected.fared)).toBeGreaterThanOrEqual(0.8);
  }, 120_000);

  it('stay what they are where nobody comes', () => {
    const [empty] = daysToPlay(needsOf(aForecast(0, 0), plan), aForecast());
    if (!empty) throw new Error('there is no day');

    const { corrected, fared } = correctedDay(empty, playing);

    expect(corrected).toEqual([0, 0]);
    expect(shareInTime(fared)).toBe(1);
    expect(factorOf([])).toBe(1);
  });

  it('are refused for a day that is too large to be played', () => {
    const needs = needsOf(aForecast(60_000), plan);

    expect(() => daysToPlay(needs, aForecast())).toThrow('forecast: 2026-11-20: days of at most 50000');
  });

  it('are no fewer than the greatest occupancy allows', () => {
    const idle = seatPlan({ targetSeconds: 180, serviceLevel: 0.5, maxOccupancy: 0.4 });
    const [calm] = daysToPlay(needsOf(aForecast(20), idle), aForecast());

    const corrected =
      calm && correctedDay(calm, { scenario: aScenario(), plan: idle, played: 300 }).corrected;

    expect(corrected).toEqual(calm?.seats);
  }, 60_000);
});
