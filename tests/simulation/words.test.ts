import { describe, expect, it } from 'vitest';
import { differencesInWords, reportInWords } from '../../commands/simulation/words.ts';
import { reportOf } from '../../functions/simulation/report.ts';
import { emptyTally } from '../../functions/simulation/tally.ts';
import { aScenario } from './scenarios.ts';

const reportOfCounts = (counts: object) => {
  const tally = emptyTally();
  Object.assign(tally.counts, counts);
  return reportInWords(reportOf(tally, 1, aScenario()));
};

describe('a report in words', () => {
  it('says how many tickets were counted once more, so that the figures add up', () => {
    const said = reportOfCounts({ opened: 10, settledByBot: 4, settledByAgent: 9, reopened: 3 });

    expect(said).toContain('0 unfinished; 3 of them counted once more, because they were reopened\n');
  });

  it('says nothing of reopening where there was none', () => {
    expect(reportOfCounts({ opened: 10, settledByBot: 10 })).toContain('0 unfinished\n');
  });
});

describe('differences in words', () => {
  it('say so when nothing changed', () => {
    expect(differencesInWords([])).toBe('nothing changed\n');
  });
});
