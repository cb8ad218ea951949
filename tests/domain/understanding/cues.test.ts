import { describe, expect, it } from 'vitest';
import { compile, readCues } from '../../../functions/domain/understanding/cues.ts';
import { fold } from '../../../functions/domain/understanding/normalize.ts';

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
