import { describe, expect, it } from 'vitest';
import { playDays } from '../../commands/simulation/play.ts';
import { compareReports } from '../../functions/simulation/compare.ts';
import { generatedDay } from '../../functions/simulation/day.ts';
import { reportOf } from '../../functions/simulation/report.ts';
import { playDay } from '../../functions/simulation/run.ts';
import { sumOf } from '../../functions/simulation/tally.ts';
import { aScenario } from './scenarios.ts';

const scenario = aScenario();
const tally = playDay(scenario, 0);

describe('a simulated day', () => {
  it('has the same customers whatever the promises, the rules and the roster are', () => {
    const other = aScenario('sla.urgent.reached=10s', 'roster.regular=1', 'bot.threshold=0.9');
    const [one, two] = [generatedDay(scenario, 0), generatedDay(other, 0)];
    const facts = (day: typeof one) =>
      Array.from(day.times, (_, index) => ({ ...day.visitOf(index), random: undefined }));

    expect(two.times).toEqual(one.times);
    expect(facts(two)).toEqual(facts(one));
  });

  it('brings customers by the hour, in order, within its own bounds', () => {
    const { times, from, to } = generatedDay(scenario, 0);

    expect(times).toEqual(times.toSorted());
    expect(times[0]).toBeGreaterThanOrEqual(from);
    expect(times.at(-1)).toBeLessThan(to);
    const hour = (at: number) => Math.floor((at - from) / 3_600_000);
    expect(times.filter((at) => hour(at) === 21).length).toBeGreaterThan(
      times.filter((at) => hour(at) === 4).length,
    );
  });

  it('brings so many more on a promotion day, and every customer of a burst', () => {
    const promoted = generatedDay(aScenario('arrivals.promotion=10'), 0).times.length;
    const burst = aScenario('arrivals.bursts=[{"at":"20:30","minutes":5,"tickets":40}]');

    expect(promoted / 2000).toBeCloseTo(1, 0);
    expect(generatedDay(burst, 0).times.length).toBe(generatedDay(scenario, 0).times.length + 40);
  });

  it('loses nobody: each ticket is settled as often as it was opened, or is counted as unfinished', () => {
    const { opened, reopened, settledByBot, settledByAgent, gaveUp, unfinished } = tally.counts;

    expect(settledByBot + settledByAgent + gaveUp + unfinished).toBe(opened + reopened);
    expect(opened).toBe(generatedDay(scenario, 0).times.length);
  });

  it('takes no more seats than there are, and no more time than people are at work', () => {
    for (const { busy, staffed, seated, capacity } of tally.agents) {
      expect(busy).toBeLessThanOrEqual(staffed);
      expect(seated).toBeLessThanOrEqual(staffed * capacity);
    }
    expect(tally.agents.some(({ busy }) => busy > 0)).toBe(true);
  });

  it('is the same by threads and without seals, byte for byte', async () => {
    const [alone, threaded] = [sumOf([tally, playDay(scenario, 1)]), sumOf(await playDays(scenario, 2, 2))];

    expect(JSON.stringify(reportOf(threaded, 2, scenario))).toBe(
      JSON.stringify(reportOf(alone, 2, scenario)),
    );
  }, 60_000);

  it('is another one with another seed', () => {
    const other = aScenario('seed=2');

    expect(reportOf(playDay(other, 0), 1, other)).not.toEqual(reportOf(tally, 1, scenario));
  });

  it('lets people wait longer, breaks promises and calls the standby pool in when too few are at work', () => {
    const few = aScenario(
      'roster.regular=1',
      'roster.late-experts=1',
      'arrivals.perDay=1000',
      'standby.openInPeak=false',
    );
    const { counts, waits, kept } = playDay(few, 0);

    expect(waits['all']?.sum).toBeGreaterThan((tally.waits['all']?.sum ?? 0) * 3);
    expect(kept['normal reached']?.breached).toBeGreaterThan(0);
    expect([counts.gaveUp > 0, counts.escalations > 0, counts.standbyOpenings > 0]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('gives people more to do when the bot answers less', () => {
    const shy = playDay(aScenario('bot.threshold=0.95'), 0);

    expect(shy.counts.settledByBot).toBeLessThan(tally.counts.settledByBot);
    expect(shy.counts.settledByAgent).toBeGreaterThan(tally.counts.settledByAgent);
  });
});

describe('a comparison', () => {
  it('names every figure that changed by its path, and nothing else', () => {
    const before = reportOf(tally, 1, scenario);
    const after = { ...before, abandonment: 0.5, cost: { ...before.cost, labour: 1 } };

    expect(compareReports(before, after)).toEqual([
      { figure: 'abandonment', before: before.abandonment, after: 0.5 },
      { figure: 'cost.labour', before: before.cost.labour, after: 1 },
    ]);
  });
});
