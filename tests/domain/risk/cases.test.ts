import { describe, expect, it } from 'vitest';
import { readCases, score, starterList } from '../../../risk/score.ts';
import { caseFiles } from '../../../risk/train.ts';

const casesOf = (name: string) =>
  readCases(new URL(`../../../risk/cases/${name}.jsonl`, import.meta.url).pathname);

describe('the starter lists on their cases', () => {
  const list = starterList();

  it('wrong at most 2 % of the honest messages they were tuned on, and catch 95 % of the risky ones', () => {
    const { honest, wronged, risky, missed } = score(casesOf('dev'), list);

    expect(wronged.length / honest).toBeLessThanOrEqual(0.02);
    expect(1 - missed.length / risky).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['test', 'test-ferry'])('are not tested on what they were tuned on: %s', (name) => {
    const tuned = new Set(
      caseFiles()
        .flatMap(readCases)
        .map(({ text }) => text),
    );

    expect(casesOf(name).filter(({ text }) => tuned.has(text))).toEqual([]);
  });
});
