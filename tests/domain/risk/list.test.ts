import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootTable, scan } from '../../../functions/domain/risk/automaton.ts';
import { buildAutomaton } from '../../../functions/domain/risk/list/build-automaton.ts';
import { BrokenRiskListError, pack, unpack } from '../../../functions/domain/risk/list/bytes.ts';
import { compileRiskList } from '../../../functions/domain/risk/list/compile.ts';
import { loadRiskList } from '../../../functions/domain/risk/list/load.ts';
import { BadRiskLinesError } from '../../../functions/domain/risk/list/parse.ts';

const compile = (files: Record<string, string>) =>
  compileRiskList(Object.entries(files).map(([name, text]) => ({ name, text })));

describe('the automaton', () => {
  it('finds the same words as a plain search', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '赌'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.array(word, { maxLength: 12 }),
        (words, text) => {
          const sorted = [...words].sort();
          const automaton = buildAutomaton(sorted);
          const whole = text.join('');
          const found: string[] = [];

          const units = Array.from({ length: whole.length }, (_, i) => whole.charCodeAt(i));
          scan(automaton, rootTable(automaton), units, (number, start, end) => {
            expect(sorted[automaton.order[number] ?? -1]).toBe(whole.slice(start, end));
            found.push(`${start}:${end}`);
          });

          const wanted = sorted.flatMap((it) =>
            Array.from({ length: whole.length }, (_, i) => i)
              .filter((i) => whole.startsWith(it, i))
              .map((i) => `${i}:${i + it.length}`),
          );
          expect(found.sort()).toEqual(wanted.sort());
        },
      ),
    );
  });
});

describe('compiling', () => {
  it('makes the same bytes of the same lists', () => {
    const files = { 'fraud.txt': 'high 刷单|跑分 & @sell ! 跑分软件', 'classes.txt': '@sell 卖|出售' };

    expect(compile(files).bytes).toEqual(compile(files).bytes);
  });

  it('takes several files of one category', () => {
    expect(compile({ 'fraud.txt': 'high 刷单', 'fraud.local.txt': 'high 跑分' }).words).toBe(2);
  });

  it.each([
    [
      'an unknown severity',
      'fraud.txt',
      '\n# note\nbad 刷单',
      'fraud.txt:3: begins with low, medium or high, not "bad"',
    ],
    [
      'an unknown speaker',
      'fraud.txt',
      'high@boss 刷单',
      'fraud.txt:1: "boss" is not customer, agent or bot',
    ],
    ['an unknown class', 'fraud.txt', 'high 刷单 & @nobody', 'fraud.txt:1: @nobody is not in classes.txt'],
    ['a word without letters', 'fraud.txt', 'high 刷单|！！', 'fraud.txt:1: "！！" has no letter or digit'],
    ['an empty word', 'fraud.txt', 'high 刷单||跑分', 'fraud.txt:1: "" has no letter or digit'],
    ['a line without words', 'fraud.txt', 'high', 'fraud.txt:1: "" has no letter or digit'],
    ['a single letter alone', 'fraud.txt', 'high v', 'fraud.txt:1: "v" is a single letter and needs company'],
    [
      'a word that is too long',
      'fraud.txt',
      `high ${'刷'.repeat(61)}`,
      `fraud.txt:1: "${'刷'.repeat(61)}" is longer than 60`,
    ],
    [
      'two lists of harmless phrases',
      'fraud.txt',
      'high 刷单 ! 甲 ! 乙',
      'fraud.txt:1: has more than one " ! "',
    ],
    ['a repeated line', 'fraud.txt', 'high 刷单\nhigh 刷单', 'fraud.txt:2: repeats fraud.txt:1'],
    ['a class without a name', 'classes.txt', 'sell 卖', 'classes.txt:1: begins with @name'],
    ['a class of the engine', 'classes.txt', '@link 网址', 'classes.txt:1: @link is found by the engine'],
    ['a spelling without a sign of equality', 'variants.txt', '微信 薇信', 'variants.txt:1: is not written'],
    ['a sound without characters', 'sounds.txt', 'wei', 'sounds.txt:1: is not written'],
    ['a file of no category', 'other.txt', 'high 刷单', 'other.txt: not a category'],
  ])('refuses %s and says where', (_name, file, text, problem) => {
    expect(() => compile({ [file]: text })).toThrow(BadRiskLinesError);
    expect(() => compile({ [file]: text })).toThrow(problem);
  });

  it('names every bad line at once', () => {
    expect(() => compile({ 'fraud.txt': 'bad 刷单\nhigh 刷单 & @nobody' })).toThrow(
      /fraud.txt:1.*\n.*fraud.txt:2/u,
    );
  });
});

describe('loading', () => {
  const { bytes } = compile({ 'fraud.txt': 'high 刷单' });

  it('reads what was compiled, wherever it lies in memory', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);

    expect(loadRiskList(shifted.subarray(1)).book).toEqual(loadRiskList(bytes).book);
  });

  it.each([
    ['nothing', new Uint8Array(), 'too short'],
    ['another file', new Uint8Array(64), 'magic number'],
    ['an older version', changed(bytes, 4), 'version'],
    ['a list cut short', bytes.slice(0, -4), 'the header says'],
    ['a flipped bit', changed(bytes, bytes.length - 8), 'checksum'],
    ['other sections', pack([new Uint8Array(4)]), '1 sections'],
  ])('refuses %s with the reason', (_name, broken, reason) => {
    expect(() => loadRiskList(broken)).toThrow(BrokenRiskListError);
    expect(() => loadRiskList(broken)).toThrow(reason);
  });

  it('refuses any single changed byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(() => unpack(changed(bytes, at, by), 20)).toThrow(BrokenRiskListError);
      }),
    );
  });
});

function changed(bytes: Uint8Array, at: number, by = 1): Uint8Array {
  return bytes.map((it, i) => (i === at ? it ^ by : it));
}
