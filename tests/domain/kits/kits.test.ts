import { describe, expect, it } from 'vitest';
import { kits, labelOf } from '../../../functions/domain/kits/all.ts';
import { freightOf, workingIn } from '../../../functions/domain/kits/freight.ts';
import { type Kit, told } from '../../../functions/domain/kits/kit.ts';
import { leafIds } from '../../../functions/domain/understanding/taxonomy.ts';
import { seedArticles } from '../../../local/seed.ts';
import { seedArticle } from '../../support/talks.ts';

const languages = ['zh', 'en'] as const;

/** Everything a kit can say in a language. */
function textsOf(kit: Kit, language: 'zh' | 'en'): string[] {
  const asked = Object.values(kit.asks).flatMap((question) => [...question[language]]);
  const ends = Object.values(kit.ends).map((end) => told(end, {}, language));
  return [...(kit.opening ? [kit.opening[language]] : []), ...asked, ...ends].filter((text) => text !== '');
}

describe('the guided kits', () => {
  it('cover GK-01 to GK-12', () => {
    const numbers = new Set(kits.map(({ id }) => id.slice(0, 5)));

    expect([...numbers].sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `GK-${String(i + 1).padStart(2, '0')}`),
    );
  });

  it('cover every intent of an article that names a kit', () => {
    const named = seedArticles().flatMap(({ kit, intents }) =>
      kit ? intents.map((it) => `${kit} ${it}`) : [],
    );

    const served = new Set(kits.flatMap(({ id, intents }) => intents.map((it) => `${id.slice(0, 5)} ${it}`)));
    // How to guard an account is a question of its own, answered by the article.
    expect(named.filter((it) => !served.has(it))).toEqual(['GK-09 account.privacy.settings']);
  });
});

describe.each(kits.map((kit) => ({ id: kit.id, kit })))('$id', ({ kit }) => {
  const articleIds = [...new Set(kit.intents.map((it) => kit.article(it)))];

  it('treats cases of the taxonomy', () => {
    expect(kit.intents.filter((it) => !leafIds.includes(it))).toEqual([]);
  });

  it.each(languages)('relies on what its articles say (%s)', (language) => {
    const missing = articleIds.flatMap((id) =>
      kit.relies[language].filter((words) => !seedArticle(id, language)?.text.includes(words)),
    );

    expect(missing).toEqual([]);
  });

  it.each(languages)('never says the same in two places (%s)', (language) => {
    const texts = textsOf(kit, language);

    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(languages)('asks nobody for a secret (%s)', (language) => {
    const questions = Object.values(kit.asks).flatMap((question) => [...question[language]]);

    const asksFor =
      /(?:告诉我|发给我|发一下|提供|回复|输入|请问)[^，。？、\n]{0,6}(?:密码|验证码|卡号|身份证号)|(?:send|type|tell) (?:me |us )?(?:your |the )?(?:password|code|card number|id number)/i;
    expect(questions.filter((text) => asksFor.test(text))).toEqual([]);
  });

  it.each(languages)('says nothing longer than a screen (%s)', (language) => {
    const longest = Math.max(...textsOf(kit, language).map((text) => text.length));

    expect(longest).toBeLessThanOrEqual(language === 'zh' ? 260 : 700);
  });

  it('can read what it asks, and asks for nothing it cannot read', () => {
    expect(Object.keys(kit.asks).filter((name) => !(name in kit.reads))).toEqual([]);
  });

  it('has a name for the desk for every advice, and none where a person goes on', () => {
    const wrong = Object.entries(kit.ends).filter(
      ([name, end]) => (end.person === undefined) !== (labelOf(`${kit.id}.${name}`) !== undefined),
    );

    expect(wrong).toEqual([]);
  });
});

describe('the freight calculator', () => {
  it.each([
    { what: 'the example of the article', paid: 15, standard: 10, limit: undefined, payout: 10, gap: 5 },
    { what: 'a policy that pays less', paid: 15, standard: 12, limit: 8, payout: 8, gap: 7 },
    { what: 'a policy that pays more', paid: 15, standard: 12, limit: 25, payout: 12, gap: 3 },
    { what: 'a cheap parcel', paid: 6, standard: 10, limit: undefined, payout: 10, gap: 0 },
    { what: 'cents', paid: 12.8, standard: 8.5, limit: undefined, payout: 8.5, gap: 4.3 },
    { what: 'nothing paid', paid: 0, standard: 0, limit: 0, payout: 0, gap: 0 },
  ])('works out $what', ({ paid, standard, limit, payout, gap }) => {
    expect(freightOf(paid, standard, limit)).toEqual({ payout, gap });
  });

  it.each([
    {
      who: 'the shop, when the goods were at fault',
      slots: { why: 'fault', paid: 15, standard: 10 },
      zh: '这 5 元由商家承担',
      en: 'the shop bears these 5 yuan',
    },
    {
      who: 'the buyer, after a change of mind',
      slots: { why: 'mind', paid: 15, standard: 10 },
      zh: '这 5 元一般由买家自付',
      en: 'usually the buyer’s',
    },
    {
      who: 'nobody, when all is covered',
      slots: { why: 'mind', paid: 8, standard: 10 },
      zh: '您不用再出钱',
      en: 'nothing is left for you to pay',
    },
  ] as const)('says who bears what is left: $who', ({ slots, zh, en }) => {
    expect(workingIn('zh')(slots)).toContain(zh);
    expect(workingIn('en')(slots)).toContain(en);
  });

  it('takes what was paid out for a standard nobody knows, and no limit to it', () => {
    const slots = { why: 'fault', paid: 15, standard: 'unsure', received: 8, limit: 5 } as const;

    expect(workingIn('zh')(slots)).toContain('补偿额＝保险已赔 8 元＝8 元');
    expect(workingIn('en')(slots)).toContain('payout = what was paid out, 8 = 8 yuan');
  });

  it('shows the limit in the working', () => {
    const slots = { why: 'fault', paid: 15, standard: 12, limit: 8 } as const;

    expect(workingIn('zh')(slots)).toContain('补偿额＝首重标准 12 元与保额 8 元中较小的＝8 元');
  });

  it('uses the formula and the example of the article', () => {
    const text = seedArticle('return-freight-insurance', 'en')?.text ?? '';

    expect(text).toContain('gap = freight paid − payout');
    expect(text).toContain('paid 15, payout 10, gap 5');
  });
});
