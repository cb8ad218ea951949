import { argv, stdout } from 'node:process';
import { spansOf } from '../../functions/domain/forecast/days.ts';
import { startOf } from '../../functions/domain/forecast/forecast.ts';
import { historyOf } from '../../functions/domain/forecast/history.ts';
import { ForecastSettings, type CountRow } from '../../schemas/forecast.ts';
import type * as z from 'zod/mini';
import { bankRows, BANK } from './bank.ts';
import { generated, type Service } from './generated.ts';
import { type Afternoon, afternoonOf, type Score, scoresOf } from './score.ts';

/** Coverage may be off by three points. */
const TOLERANCE = 0.03;
/** Mean from which on an interval is busy, where quiet ones beside it must not make it narrow. */
const BUSY = 10;
const NOMINAL = [0.5, 0.8, 0.95];

const usual = [1.1, 1, 0.95, 0.95, 1, 1.05, 1.2];
/** A year of a service has promotions under one name, and holidays under another; the first of each comes unannounced. */
const yearly = [
  ...[40, 75, 110, 145].map((day) => ({ name: 'promotion', day, times: 3 })),
  ...[55, 96, 131].map((day) => ({ name: 'holiday', day, times: 0.6 })),
];
const plain = { weeks: 26, growth: 0, dayNoise: 0.08, wandering: 0.02, weekdays: usual, events: [] };

const services: readonly Service[] = [
  { ...plain, name: 'steady evening service', seed: 1, intervalMinutes: 15, perDay: 6000 },
  {
    ...plain,
    name: 'growing, promotions, holidays',
    seed: 2,
    intervalMinutes: 15,
    perDay: 8000,
    growth: 0.02,
    events: yearly,
  },
  {
    ...plain,
    name: 'large, five minutes',
    seed: 3,
    intervalMinutes: 5,
    perDay: 90_000,
    dayNoise: 0.05,
    weeks: 20,
  },
  {
    ...plain,
    name: 'level doubles overnight',
    seed: 4,
    intervalMinutes: 30,
    perDay: 3000,
    shift: { day: 80, times: 2 },
  },
  {
    ...plain,
    name: 'evenings after quiet mornings',
    seed: 6,
    intervalMinutes: 60,
    perDay: 500,
    quiet: 0.002,
  },
  { ...plain, name: 'small team, by the hour', seed: 5, intervalMinutes: 60, perDay: 600, dayNoise: 0.15 },
];

interface Scored {
  readonly scores: readonly Score[];
  readonly afternoon: Afternoon;
}

/** Forecasts with a rolling origin, on generated services and on calls of a bank, beside seasonal-naive. */
export async function benchForecast(): Promise<void> {
  stdout.write(
    'From the second week on; every day is forecast from the days before it, 1 and 7 days ahead.\n' +
      'naive: the same interval a week before. MASE: MAE by that of naive. noon: MAE of the second half of the day, forecast at noon, by\n' +
      'that of the evening before.\n\n' +
      'series                          ahead  intervals    50 %    80 %    95 %    MAE  naive   MASE   WAPE   noon\n',
  );
  let good = true;
  for (const service of services) {
    const { rows, events } = generated(service);
    good =
      print(
        service.name,
        scored(
          rows,
          { timeZone: 'UTC', intervalMinutes: service.intervalMinutes, days: 1, events },
          service.quiet === undefined ? 0 : BUSY,
        ),
      ) && good;
  }
  const path = argv[3] ?? BANK;
  const bank = bankRows(path);
  if (bank)
    good =
      print(
        'calls of a bank, five minutes',
        scored(bank, { timeZone: 'America/New_York', intervalMinutes: 5, days: 1 }),
      ) && good;
  else
    stdout.write(
      `\nnot tried: calls of a bank. It needs bank_calls of the R package fpp3 (GPL-3), as lines of "time,calls", at ${path}, or where an argument says\n`,
    );
  stdout.write(
    good
      ? '\ncoverage within 3 points, and error below seasonal-naive, in every row\n'
      : '\nFAILED where marked: coverage off by more than 3 points, or error not below seasonal-naive\n',
  );
  if (!good) process.exitCode = 1;
}

function scored(rows: readonly CountRow[], given: z.input<typeof ForecastSettings>, least = 0): Scored {
  const settings = ForecastSettings.parse(given);
  const history = historyOf(rows, settings, spansOf(settings.events, settings.timeZone));
  const start = startOf(settings);
  return { scores: scoresOf(history.days, start, least), afternoon: afternoonOf(history.days, start) };
}

function print(name: string, { scores, afternoon }: Scored): boolean {
  let good = true;
  for (const { horizonDays, intervals, coverage, error, naiveError, wape, finite } of scores) {
    const right =
      finite &&
      error < naiveError &&
      coverage.every((share, at) => Math.abs(share - (NOMINAL[at] ?? 0)) <= TOLERANCE);
    good &&= right;
    const cells = [
      name.padEnd(32),
      String(horizonDays).padStart(4),
      String(intervals).padStart(10),
      ...coverage.map((share) => `${(share * 100).toFixed(1)} %`.padStart(7)),
      error.toFixed(2).padStart(6),
      naiveError.toFixed(2).padStart(6),
      (error / naiveError).toFixed(3).padStart(6),
      `${(wape * 100).toFixed(1)} %`.padStart(6),
      horizonDays === 1 ? (afternoon.atNoon / afternoon.before).toFixed(3).padStart(6) : '',
    ];
    stdout.write(`${cells.join(' ')}${right ? '' : '  ✗'}\n`);
  }
  return good;
}
