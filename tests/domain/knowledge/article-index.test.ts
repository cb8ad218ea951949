import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../functions/domain/knowledge/article-index.ts';
import { buildIndex, serializeIndex } from '../../../functions/domain/knowledge/serialize-index.ts';
import {
  BrokenArtefactError,
  readArtefact,
  writeArtefact,
} from '../../../functions/domain/understanding/model/bytes.ts';
import { at, isoAt } from '../../support/builders.ts';
import { anArticle, aText } from '../../support/knowledge.ts';

const refund = anArticle();
const shop = anArticle({
  articleId: 'open-a-shop',
  intents: ['merchant.opening'],
  audience: ['merchant'],
  texts: { zh: aText('怎么开店', ['我想开店']), en: aText('Open a shop', ['how to open a store']) },
});
const next = anArticle({ version: 2, effectiveAt: isoAt(100), expiresAt: isoAt(200) });
const bytes = serializeIndex([shop, refund, next]);

describe('a snapshot of the knowledge base', () => {
  it('is the same bytes for the same articles, in whatever order', () => {
    expect(serializeIndex([next, refund, shop])).toEqual(bytes);
  });

  it('gives the articles back as they were', () => {
    const index = loadIndex(bytes);

    expect([0, 1, 2].map((place) => index.articleAt(place))).toEqual([shop, refund, next]);
    expect(index.size).toBe(3);
  });

  it('reads an article once', () => {
    const index = loadIndex(bytes);

    expect(index.articleAt(0)).toBe(index.articleAt(0));
  });

  it('does not keep all it ever read', () => {
    const texts = { zh: aText('退款') };
    const many = Array.from({ length: 501 }, (_, i) => anArticle({ articleId: `article-${i}`, texts }));
    const index = buildIndex(many);
    const first = index.articleAt(0);

    for (let place = 0; place <= 500; place += 1) index.articleAt(place);

    expect(index.articleAt(0)).not.toBe(first);
    expect(index.articleAt(0)).toEqual(first);
  });

  it.each([
    ['the one in force', 0, 1],
    ['the next from its very moment', 100, 2],
  ])('knows of versions %s', (_which, second, version) => {
    expect(loadIndex(bytes).articleInForce('refund-arrival', at(second))?.version).toBe(version);
  });

  it('knows no version once the last has expired, and no article that is not there', () => {
    const index = loadIndex(bytes);

    expect(index.articleInForce('refund-arrival', at(200))).toBeUndefined();
    expect(index.articleInForce('unknown', at(0))).toBeUndefined();
  });

  it.each([
    ['merchant', true],
    ['creator', false],
    [undefined, true],
  ] as const)('lets %s read what is for merchants: %s', (segment, may) => {
    expect(loadIndex(bytes).mayAnswer(0, at(0), segment)).toBe(may);
  });

  it('finds the entries of an intent, and of its topic for a leaf', () => {
    const index = loadIndex(bytes);

    expect(index.about('merchant.opening.apply')).toEqual([0, 1]);
    expect(index.about('merchant.opening.apply')).toBe(index.about('merchant.opening.apply'));
    expect(index.about('none')).toEqual([]);
    expect(index.intentsAt(0)).toEqual(['merchant.opening']);
    expect(index.intentsAt(99)).toEqual([]);
  });

  it('knows what each entry was made of', () => {
    const index = loadIndex(bytes);

    expect([0, 1, 2].map((entry) => index.textOf(entry).title)).toEqual([
      '怎么开店',
      'Open a shop',
      '退款多久到账',
    ]);
    expect(() => index.textOf(99)).toThrow(BrokenArtefactError);
  });

  it('may count in four bytes where two are not enough', () => {
    const { header, arrays } = readArtefact('KFKI', bytes);
    const wide: typeof arrays = Object.fromEntries(
      Object.entries(arrays).map(([name, array]) => [
        name,
        array instanceof Uint16Array ? Uint32Array.from(array) : array,
      ]),
    );
    const index = loadIndex(writeArtefact('KFKI', { header, arrays: wide }));
    const found = (it: typeof index) => it.finder.find('我想开店', { limit: 3 }).found;

    expect(found(index)).toEqual(found(loadIndex(bytes)));
  });

  it('of nothing is an index of nothing', () => {
    expect(buildIndex([]).size).toBe(0);
  });
});

describe('a broken snapshot is refused', () => {
  const rewritten = (
    change: (artefact: ReturnType<typeof readArtefact>) => Parameters<typeof writeArtefact>[1],
  ) => writeArtefact('KFKI', change(readArtefact('KFKI', bytes)));
  const flipped = bytes.slice();
  flipped[bytes.length - 10] = (flipped[bytes.length - 10] ?? 0) ^ 1;

  it.each([
    ['empty', new Uint8Array(), 'not a KFKI artefact'],
    ['something else', new TextEncoder().encode('x'.repeat(200)), 'not a KFKI artefact'],
    ['cut off', bytes.slice(0, -16), 'checksum'],
    ['one bit off', flipped, 'checksum'],
    [
      'of another format',
      rewritten((it) => ({ ...it, header: { ...it.header, format: 99 } })),
      'has format 99',
    ],
    ['without a header', rewritten((it) => ({ ...it, header: {} })), 'no header'],
    [
      'without a part',
      rewritten(({ header, arrays: { proofs: _, ...arrays } }) => ({ header, arrays })),
      'lacks proofs',
    ],
  ])('when it is %s', (_how, broken, reason) => {
    expect(() => loadIndex(broken)).toThrow(BrokenArtefactError);
    expect(() => loadIndex(broken)).toThrow(reason);
  });

  it('when an article in it is none, as soon as that is asked for', () => {
    const broken = rewritten(({ header, arrays }) => ({
      header,
      arrays: { ...arrays, texts: new TextEncoder().encode('"x"'.padEnd(arrays['texts']?.length ?? 0)) },
    }));

    expect(() => loadIndex(broken).articleAt(0)).toThrow();
  });
});
