import { describe, expect, it } from 'vitest';
import { calming } from '../../functions/domain/calm.ts';

const steps = '1. 打开订单。';
const families = {
  money: 'buyer.refund.not-arrived',
  account: 'account.security.stolen',
  penalty: 'account.restriction.ban-appeal',
  goods: 'buyer.quality.defect',
  safety: 'safety.fraud.fake-agent',
  other: 'technical.app.crash',
};
const cases = Object.entries(families).flatMap(([family, intentId]) =>
  (['negative', 'angry'] as const).flatMap((sentiment) =>
    (['zh', 'en'] as const).map((language) => ({ family, intentId, sentiment, language })),
  ),
);

describe('an upset customer', () => {
  it.each(cases)(
    'hears a calming sentence first ($family, $sentiment, $language)',
    ({ intentId, sentiment, language }) => {
      expect(calming(sentiment, intentId, language, steps, [])).toBeTruthy();
    },
  );

  it.each(cases)(
    'never hears the same one twice ($family, $sentiment, $language)',
    ({ intentId, sentiment, language }) => {
      const said: string[] = [];
      for (let turn = 0; turn < 6; turn += 1) {
        const first = calming(sentiment, intentId, language, steps, said);
        said.push(...(first === undefined ? [] : [first]), steps);
      }

      const calm = said.filter((it) => it !== steps);
      expect(calm.length).toBeGreaterThan(1);
      expect(new Set(calm).size).toBe(calm.length);
    },
  );

  it('hears what fits the matter: each family has words of its own', () => {
    const first = Object.values(families).map((intentId) => calming('negative', intentId, 'zh', steps, []));

    expect(new Set(first).size).toBe(first.length);
  });

  it('is never told how to feel', () => {
    const all = cases.map(
      ({ intentId, sentiment, language }) => calming(sentiment, intentId, language, steps, []) ?? '',
    );

    expect(
      all.filter((it) => /冷静|别激动|别生气|淡定|calm down|relax|don't be|you should not/i.test(it)),
    ).toEqual([]);
  });

  it('is not calmed twice where the article opens with feeling already, unless angry', () => {
    const article = '收不到码确实着急，请按顺序试一下。';

    expect(calming('negative', families.account, 'zh', article, [])).toBeUndefined();
    expect(calming('angry', families.account, 'zh', article, [])).toBeTruthy();
  });

  it('who is worried is not calmed in two messages running', () => {
    const first = calming('negative', families.money, 'zh', steps, []) ?? '';

    expect(calming('negative', families.money, 'zh', steps, [`${first}\n${steps}`])).toBeUndefined();
    expect(calming('negative', families.money, 'zh', steps, [`${first}\n${steps}`, steps])).toBeTruthy();
  });
});

describe('anybody else', () => {
  it.each(['neutral', 'positive'] as const)('is not calmed (%s)', (sentiment) => {
    expect(calming(sentiment, families.money, 'zh', steps, [])).toBeUndefined();
  });
});
