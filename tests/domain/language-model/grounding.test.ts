import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, faultIn } from '../../../functions/domain/language-model/grounding.ts';
import { answerPrompt, type Source } from '../../../functions/domain/language-model/prompt.ts';
import { articles } from './articles.ts';
import { faithful, unseen } from './faithful.ts';

const notShipped = articles['seller-does-not-ship'];
const refund = articles['refund-not-arrived'];
const pickUp = articles['home-pickup-return'];

function check(
  text: string,
  sources: readonly Source[],
  overrides: { question?: string; cited?: number[] } = {},
) {
  const language = /\p{Script=Han}/u.test(sources[0]?.text ?? '') ? 'zh' : 'en';
  const { question = '', cited = [0] } = overrides;
  const { system } = answerPrompt(question, sources);
  return faultIn({ text, cited }, { question, language, sources, instructions: system });
}

describe('an answer that selects sentences of an article', () => {
  it.each([
    [notShipped.zh, '已超时：可以申请退款，原因选「未按约定时间发货」；多数情况会很快退回。'],
    [notShipped.zh, '请不要接受商家让您加微信、线下转账等做法。'],
    [refund.zh, '原路退回信用卡一般1至7个工作日，以银行入账为准，节假日顺延。'],
    [
      refund.en,
      'Coupon or red-packet parts return as coupons by their rules, not as cash, so the sum may be below the list price.',
    ],
    [pickUp.en, 'If nobody came, tap "Remind / contact courier", then rebook or send it yourself.'],
  ])('is said: %#', (source, text) => {
    expect(check(text, [source])).toBeUndefined();
  });

  it('may number what it selects anew', () => {
    const text =
      '1. 状态若是「商家处理中」「待退货入库」，说明还没到打款这一步。\n2. 别人代付的，退给代付人。';

    expect(check(text, [refund.zh])).toBeUndefined();
  });

  it('may use a sentence whose label only the customer has said', () => {
    const text = '多数情况会很快退回。';

    expect(check(text, [notShipped.zh], { question: '已超时怎么办' })).toBeUndefined();
    expect(check(text, [notShipped.zh], { question: '怎么办' })).toBe('label');
  });

  it('may select from every article it cites', () => {
    const text = '请不要接受商家让您加微信、线下转账等做法。别人代付的，退给代付人。';

    expect(check(text, [notShipped.zh, refund.zh], { cited: [0, 1] })).toBeUndefined();
  });

  it.each(Object.entries(articles))('may be any step of an article: %s', (_name, { zh, en }) => {
    for (const source of [zh, en]) {
      const steps = source.text.split('\n').filter((line) => /^\d/.test(line));

      expect(steps.filter((step) => check(step, [source]))).toEqual([]);
    }
  });

  it('is let through often enough to be worth its price', () => {
    const share = (set: typeof faithful) =>
      set.filter((it) => !check(it.text, [articles[it.article][it.language]], it)).length / set.length;

    // Measured: 11 of 28 free rewrites that the check was made with, 11 of 16 that it had not seen.
    expect(share(faithful)).toBeGreaterThanOrEqual(0.35);
    expect(share(unseen)).toBeGreaterThanOrEqual(0.6);
  });
});

describe('an answer that says something else', () => {
  const cases: readonly [Fault, string, Source, string][] = [
    ['empty', 'nothing', notShipped.zh, ''],
    ['length', 'next to nothing', notShipped.zh, '退款。'],
    [
      'language',
      'another language than the article',
      notShipped.zh,
      'Overdue: ask for a refund with the reason.',
    ],
    [
      'characters',
      'markup',
      notShipped.en,
      '**Overdue**: ask for a refund with the reason "Not shipped in time"; most are returned quickly.',
    ],
    [
      'characters',
      'an invisible character',
      notShipped.zh,
      '请不要\u200b接受商家让您加微信、线下转账等做法。',
    ],
    [
      'characters',
      'a letter of another alphabet',
      notShipped.en,
      'Please \u0430ccept no private chats or transfers instead.',
    ],
    [
      'characters',
      'a line separator',
      notShipped.en,
      'Please accept no private chats\u2028 or transfers instead.',
    ],
    [
      'quotation',
      'a name of a page that there is not',
      notShipped.zh,
      '未到时间：点「立即退款」，并在订单里给商家留言。',
    ],
    ['quotation', 'half a quotation', notShipped.zh, '未到时间：点「催发货，并在订单里给商家留言。'],
    [
      'path',
      'a menu path in another order',
      refund.zh,
      '打开我的订单 → 钱款去向 → 售后/退款，看退款时间、金额和去向。',
    ],
    [
      'denial',
      'a denial cut from what it denies',
      notShipped.zh,
      '请不，要接受商家让您加微信、线下转账等做法。',
    ],
    [
      'instructions',
      'our own instructions',
      notShipped.en,
      "Answer the customer's words from the articles alone.",
    ],
    ['unsupported', 'a fact of its own', notShipped.zh, '我们会在今天内帮您退款。'],
    ['unsupported', 'a bare yes', notShipped.zh, '已超时：可以申请退款，原因选「未按约定时间发货」，可以。'],
    [
      'unsupported',
      'words put together from single characters',
      notShipped.zh,
      '请接受退货给商家，也让您付款。',
    ],
    [
      'unsupported',
      'a word of another sentence',
      notShipped.en,
      'Please accept no private refund or transfers instead.',
    ],
    [
      'numbers',
      'a number once more',
      pickUp.zh,
      '单号会自动回填到售后单，不必再填；2小时后仍没显示，2小时请手动补填。',
    ],
    [
      'numbers',
      'a number once more, in English',
      articles['followers-dropped'].en,
      'Display delay: counts are cached. Update the app, sign in again and look after 24 hours, 24 hours.',
    ],
    ['numbers', 'numbers the other way round', refund.zh, '信用卡7至1个工作日，以银行入账为准，节假日顺延。'],
    ['bearing', 'yes for no', notShipped.zh, '请要接受商家让您加微信、线下转账等做法。'],
    [
      'bearing',
      'no for yes',
      notShipped.en,
      'Overdue: do not ask for a refund with the reason "Not shipped in time"; most are returned quickly.',
    ],
    [
      'bearing',
      'certainty for a maybe',
      refund.zh,
      '优惠券、红包抵扣的部分按规则退券，不退现金，所以金额比标价少。',
    ],
    [
      'bearing',
      'nobody in the place of the shop',
      articles['return-freight-insurance'].zh,
      '质量问题、错发漏发、与描述不符：由承担。',
    ],
    [
      'bearing',
      'no exception',
      articles['drafts-lost'].zh,
      '需要如实告诉您：草稿存在手机本地，卸载App、清除数据或换机后，没有备份的草稿我们也无法恢复。',
    ],
    [
      'cut',
      'half of a sentence',
      notShipped.en,
      'Overdue: ask for a refund with the reason "Not shipped in time".'.replace('with the reason ', ''),
    ],
    ['cut', 'another order', refund.zh, '退给代付人的，别人代付。'],
    [
      'cut',
      'a sentence with another inside',
      refund.zh,
      '信用卡1至7个工作日，组合支付会分开退回多个渠道，以银行入账为准，节假日顺延。',
    ],
    [
      'repeated',
      'a word once more',
      notShipped.en,
      'Please accept no private chats or transfers instead transfers.',
    ],
    ['label', 'a sentence without what it is about', notShipped.zh, '多数情况会很快退回。'],
  ];

  it.each(cases)('is not said (%s): %s', (fault, _what, source, text) => {
    const found = check(text, [source]);

    expect(found).toBe(fault);
  });

  it('does not cite the article that the platform is sure of', () => {
    const text = '别人代付的，退给代付人。';

    expect(check(text, [notShipped.zh, refund.zh], { cited: [1] })).toBe('citations');
  });

  it('cites an article it takes nothing from', () => {
    const text = '请不要接受商家让您加微信、线下转账等做法。';

    expect(check(text, [notShipped.zh, refund.zh], { cited: [0, 1] })).toBe('citations');
  });

  it('takes from an article it does not cite', () => {
    const text = '请不要接受商家让您加微信、线下转账等做法。别人代付的，退给代付人。';

    expect(check(text, [notShipped.zh, refund.zh], { cited: [0] })).toBe('unsupported');
  });
});

describe('whatever a model changes in a true answer', () => {
  const truths = [
    { source: notShipped.zh, text: '已超时：可以申请退款，原因选「未按约定时间发货」；多数情况会很快退回。' },
    { source: notShipped.en, text: 'Please accept no private chats or transfers instead.' },
    { source: refund.zh, text: '别人代付的，退给代付人。' },
    {
      source: pickUp.en,
      text: 'The number is entered for you. If it is missing after 2 hours, add it by hand.',
    },
  ];
  const strange = fc.constantFrom(
    ...['保证', '免费', '微信', '赔偿', '立即', '三天', '7', '不', '已经', '平台', '张经理', 'VIP'],
    ...[
      'guaranteed',
      'free',
      'WhatsApp',
      'compensation',
      'today',
      'three',
      'not',
      'already',
      'Kevin',
      '99',
      'all',
    ],
  );

  it('a foreign word anywhere keeps it from being said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...truths), strange, fc.nat(), ({ source, text }, word, place) => {
        const at = place % (text.length + 1);
        const changed = `${text.slice(0, at)} ${word} ${text.slice(at)}`;

        expect(check(changed, [source])).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('any other number keeps it from being said', () => {
    const numbered = '单号会自动回填到售后单，不必再填；2小时后仍没显示，请手动补填。';
    fc.assert(
      fc.property(
        fc.nat(10_000).filter((it) => it !== 2),
        (number) => {
          expect(check(numbered.replace('2', String(number)), [pickUp.zh])).toBeDefined();
        },
      ),
    );
  });

  it('text of any kind is judged without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(() => check(text, [notShipped.zh])).not.toThrow();
      }),
    );
  });

  it.each(['不', 'no ', '1. ', '「', '\u200b', '\ud800', '，'])('a flood of it is judged too: %j', (mark) => {
    expect(check(mark.repeat(8000), [notShipped.zh])).toBeDefined();
  });
});
