import { describe, expect, it } from 'vitest';
import { compile, expand, readCues } from '../../../functions/domain/understanding/cues.ts';
import { lexicon } from '../../../functions/domain/understanding/lexicon.ts';
import { words } from '../../../functions/domain/understanding/lexicon/words.ts';
import { fold, normalize } from '../../../functions/domain/understanding/normalize.ts';
import { leafIds } from '../../../functions/domain/understanding/taxonomy.ts';

describe('the lexicon', () => {
  const lines = Object.entries(lexicon).flatMap(([id, cues]) =>
    cues
      .split('\n')
      .map((it) => it.trim())
      .filter((it) => it !== '')
      .map((line) => ({ id, line })),
  );

  it('has cues for every leaf and for nothing else', () => {
    expect(Object.keys(lexicon).sort()).toEqual([...leafIds].sort());
  });

  it.each(leafIds)('speaks for %s in Chinese and in English', (id) => {
    const cues = lexicon[id] ?? '';

    expect([/\p{Script=Han}/u.test(cues), /[a-z]{3}/.test(cues)]).toEqual([true, true]);
  });

  it('begins every cue with a weight', () => {
    expect(lines.filter(({ line }) => !/^-?\d+ \S/.test(line))).toEqual([]);
  });

  it('names only classes that exist', () => {
    const named = lines.flatMap(({ line }) => [...line.matchAll(/@(\w+)/g)].map(([, name = '']) => name));

    expect(named.filter((it) => !(it in words))).toEqual([]);
  });

  it('is written the way messages are read, so that every term can be found', () => {
    const groups = lines.flatMap(({ line }) => line.slice(line.indexOf(' ') + 1).split(' & '));
    const terms = groups.flatMap((it) => expand(it, words)).map((it) => it.replace(/\*$/, ''));

    expect(terms.filter((it) => it === '' || normalize(it) !== it || it.includes("'"))).toEqual([]);
  });
});

describe('a cue', () => {
  const book = compile(
    { x: '4 refund|退款 & late|没到\n-2 joke', y: '2 freez*', z: '2 wi fi|cant|@colour' },
    { colour: 'red|green' },
    'no-hints',
  );

  it.each([
    ['stands whole, in any order', 'late again, my refund', ['x']],
    ['does not count in part', 'my refund', []],
    ['takes regular endings', 'refunds are later', ['x']],
    ['does not stand inside a word', 'a prerefund translate', []],
    ['is found across spaces between Chinese characters', '退 款没 到', ['x']],
    ['is open where the star is', 'it freezes', ['y']],
    ['does not mind a hyphen', 'no wi-fi', ['z']],
    ['does not mind an apostrophe', 'I can’t', ['z']],
    ['may be a class', 'green', ['z']],
  ])('%s: “%s”', (_how, text, names) => {
    expect([...readCues(book, fold(text)).keys()]).toEqual(names);
  });

  it('against a name lowers its score', () => {
    const score = (text: string) => readCues(book, fold(text)).get('x')?.score;

    expect([score('refund late'), score('refund late joke')]).toEqual([2, 1]);
  });

  it('met in part is a hint where hints count', () => {
    const hinting = compile({ x: '4 refund & late' }, {}, 'hints');

    const hint = readCues(hinting, fold('refund')).get('x');

    expect(hint).toEqual({ score: 0.4, reasons: ['refund'] });
  });

  it('quotes its words in the order of the text', () => {
    expect(readCues(book, fold('Late, my REFUND')).get('x')?.reasons).toEqual(['Late … REFUND']);
  });
});
