import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Understanding } from '../../../schemas/understanding.ts';
import { decide } from '../../../functions/domain/understanding/intents.ts';
import { leaf } from '../../../functions/domain/understanding/taxonomy.ts';
import { understand } from '../../support/understanding.ts';
import { freshMessages } from './fresh-messages.ts';
import { messages, outOfScope } from './messages.ts';

describe('understanding a message', () => {
  it('gives at least 95 % of the prepared messages their leaf first, in either language', () => {
    const { zh, en } = accuracyOf(messages);

    expect(Math.min(zh, en)).toBeGreaterThanOrEqual(0.95);
  });

  it('gives at least 45 % of the hard messages it was never tuned on their leaf first, in either language', () => {
    const { zh, en } = accuracyOf(freshMessages);

    expect(Math.min(zh, en)).toBeGreaterThanOrEqual(0.45);
  });

  it('is right in at least seven of ten when it does not abstain, on messages it was never tuned on', () => {
    const acted = cases(freshMessages).filter(({ text }) => !understand(text).abstained);

    const right = acted.filter(({ id, text }) => bestLeaf(text) === id).length;

    expect(right / acted.length).toBeGreaterThanOrEqual(0.7);
  });

  it.each(outOfScope)('does not act on “%s”, which no leaf fits', (text) => {
    const { intents, abstained } = understand(text);

    expect(abstained || intents[0]?.id === 'none').toBe(true);
  });

  it('claims no intent for a language it never learned', () => {
    expect(understand('Não consigo entrar na minha conta, me ajuda')).toMatchObject({
      language: 'pt',
      intents: [],
      abstained: true,
      priority: 'normal',
      sentiment: 'neutral',
      urgency: { urgent: false },
    });
  });

  it('hears an urgent word it knows in such a language', () => {
    const { language, urgency } = understand(
      'kuya na hack po yung account ko, someone emptied my card, tulong',
    );

    expect({ language, urgent: urgency.urgent }).toEqual({ language: 'tl', urgent: true });
  });

  it('quotes the writer’s own words as reasons', () => {
    const { intents } = understand('我要註銷帳號！！');

    expect(intents[0]).toMatchObject({ id: 'account.lifecycle.delete' });
    expect(intents[0]?.reasons).toContain('註銷');
  });

  it('knows nothing of an empty message', () => {
    expect(understand('')).toEqual({
      language: 'und',
      intents: [],
      abstained: true,
      priority: 'normal',
      urgency: { urgent: false, reasons: [] },
      sentiment: 'neutral',
      wantsHuman: false,
      risks: [],
      normalized: '',
    });
  });

  it.each(['东西', 'thing', '弄一下'])('does not act on “%s”, which may mean anything', (text) => {
    const { intents, abstained } = understand(text);

    expect(abstained || intents[0]?.id === 'none').toBe(true);
  });

  it('proposes the parent when only the leaf is open', () => {
    const guesses = [
      { id: 'buyer.refund.apply', confidence: 0.35, reasons: ['退款'] },
      { id: 'buyer.refund.not-arrived', confidence: 0.33, reasons: ['退款'] },
    ];

    const { intents, abstained } = decide(guesses, 0.6);

    expect(abstained).toBe(true);
    expect(intents[0]).toEqual({ id: 'buyer.refund', confidence: 0.68, reasons: ['退款'] });
  });

  it('reads an unclear message in the light of the earlier ones', () => {
    const earlier = ['我的退款一直没到账'];

    expect(understand('三天了还是没有', { earlier }).intents[0]?.id).toBe('buyer.refund.not-arrived');
  });

  it('takes the segment for a hint where the words leave it open', () => {
    const text = '什么时候打款';
    const confidenceIn = (segment: 'merchant' | 'creator', id: string) =>
      understand(text, { segment }).intents.find((it) => it.id === id)?.confidence ?? 0;

    expect(confidenceIn('merchant', 'merchant.funds.settlement')).toBeGreaterThan(
      confidenceIn('creator', 'merchant.funds.settlement'),
    );
  });
});

describe('whatever is written', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...messages.flatMap(([, zh, en]) => [zh, en]))).map((it) => it.join(' ')),
  );

  it('is understood without failing, in the agreed shape', () => {
    fc.assert(fc.property(anything, (text) => Understanding.safeParse(understand(text)).success));
  });

  it('has at most three guesses, surest first', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const confidences = understand(text).intents.map((it) => it.confidence);

        expect(confidences.length).toBeLessThanOrEqual(3);
        expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
      }),
    );
  });

  it('is understood the same the next time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(understand(text)).toEqual(understand(text));
      }),
    );
  });

  it('is urgent in its priority exactly when it is urgent, and then says why', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { priority, urgency } = understand(text);

        expect(priority === 'urgent').toBe(urgency.urgent);
        expect(urgency.reasons.length > 0).toBe(urgency.urgent);
      }),
    );
  });

  it.each(['退款没到账 ', 'my refund has not arrived ', 'a b c ', '转人', '1,', 'talk to '])(
    'reads “%s” over 32,000 characters as calmly as once',
    (piece) => {
      const once = understand(piece);

      const often = understand(piece.repeat(32_000 / piece.length));

      expect(often.language).toBe(once.language);
      expect(often.wantsHuman).toBe(once.wantsHuman);
    },
  );
});

type Row = readonly [leaf: string, zh: string, en: string];

function cases(rows: readonly Row[]) {
  return rows.flatMap(([id, zh, en]) => [
    { id, text: zh },
    { id, text: en },
  ]);
}

function bestLeaf(text: string): string | undefined {
  return understand(text).intents.find((it) => leaf(it.id))?.id;
}

function accuracyOf(rows: readonly Row[]) {
  const share = (right: readonly Row[]) => right.length / rows.length;
  return {
    zh: share(rows.filter(([id, zh]) => bestLeaf(zh) === id)),
    en: share(rows.filter(([id, , en]) => bestLeaf(en) === id)),
  };
}
