import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DictionaryBuilder, keyOf, Kind, numberOf } from '../../../functions/domain/retrieval/dictionary.ts';

describe('a dictionary', () => {
  it('gives each term the number it came with, and the same again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3000 }), (words) => {
        const builder = new DictionaryBuilder();
        const numbers = words.map((word) => builder.number(keyOf(Kind.single, word)));
        const again = words.map((word) => builder.number(keyOf(Kind.single, word)));
        const dictionary = builder.build();

        expect(numbers).toEqual(words.map((_, i) => i));
        expect(again).toEqual(numbers);
        expect(words.map((word) => numberOf(dictionary, keyOf(Kind.single, word)))).toEqual(numbers);
      }),
      { numRuns: 20 },
    );
  });

  it('grows without forgetting', () => {
    const builder = new DictionaryBuilder();
    const keys = Array.from({ length: 5000 }, (_, i) => keyOf(Kind.pair, `${i}`, `${i * 7}`));
    for (const key of keys) builder.number(key);

    const dictionary = builder.build();

    expect(builder.size).toBe(5000);
    expect(keys.map((key) => numberOf(dictionary, key))).toEqual(keys.map((_, i) => i));
  });

  it('says of a term it does not know that it has none', () => {
    const builder = new DictionaryBuilder();
    builder.number(keyOf(Kind.single, '退'));

    expect(numberOf(builder.build(), keyOf(Kind.single, '款'))).toBe(-1);
  });

  it.each([
    ['kind', keyOf(Kind.single, 'ab'), keyOf(Kind.piece, 'ab')],
    ['place of the gap', keyOf(Kind.pair, 'ab', 'c'), keyOf(Kind.pair, 'a', 'bc')],
    ['order', keyOf(Kind.pair, '退', '款'), keyOf(Kind.pair, '款', '退')],
  ])('tells terms apart by their %s', (_what, one, other) => {
    expect(one).not.toEqual(other);
  });
});
