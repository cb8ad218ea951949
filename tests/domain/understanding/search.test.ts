import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Article } from '../../../schemas/article.ts';
import { Understanding } from '../../../schemas/understanding.ts';
import { buildIndex } from '../../../functions/domain/knowledge/serialize-index.ts';
import {
  answerable,
  search,
  type Hit,
  type SearchOptions,
} from '../../../functions/domain/understanding/search.ts';

const now = new Date('2026-11-21T08:00:00.000Z');
const password = anArticle({
  articleId: 'reset-password',
  intents: ['account.login.forgot-password'],
  texts: {
    zh: text('忘记密码怎么办', ['密码忘了', '怎么重设密码'], '打开登录页，点“忘记密码”，按提示重设。'),
    en: text('Forgotten password', ['i forgot my password', 'reset password'], 'Tap “Forgot password”.'),
  },
});
const refund = anArticle({
  articleId: 'refund-arrival',
  intents: ['buyer.refund'],
  texts: { zh: text('退款多久到账', ['退款没到账', '退的钱在哪'], '原路退回，一般一到五个工作日。') },
});
const shipping = anArticle({
  articleId: 'shipping-time',
  intents: ['buyer.order.not-shipped'],
  texts: { zh: text('商家多久发货', ['怎么还不发货'], '一般四十八小时内发货；如需退款可取消订单。') },
});
const index = buildIndex([password, refund, shipping]);

describe('search', () => {
  it.each([
    ['忘记密码了', 'reset-password'],
    ['密碼忘記了怎麼重設', 'reset-password'],
    ['I forgot my password!', 'reset-password'],
    ['forgotten passwords', 'reset-password'],
    ['我的退款到账了吗', 'refund-arrival'],
    ['为什么还不发货', 'shipping-time'],
  ])('finds for “%s” the article %s', (question, articleId) => {
    expect(search(index, question, options())[0]?.article.articleId).toBe(articleId);
  });

  it('weighs title and phrasings above the answer', () => {
    const found = search(index, '退款', options()).map((it) => it.article.articleId);

    expect(found).toEqual(['refund-arrival', 'shipping-time']);
  });

  it('prefers the article of the guessed intent', () => {
    const intents = [{ id: 'buyer.order.not-shipped', confidence: 0.9, reasons: [] }];

    const [hit] = search(index, '多久', options({ intents }));

    expect(hit?.article.articleId).toBe('shipping-time');
    expect(hit?.reasons).toContain('buyer.order.not-shipped');
  });

  it('serves a leaf with an article of its topic', () => {
    const intents = [{ id: 'buyer.refund.apply', confidence: 0.9, reasons: [] }];

    expect(search(index, '钱呢', options({ intents }))[0]?.article).toEqual(refund);
  });

  it('does not show an article before its time', () => {
    const early = buildIndex([anArticle({ ...refund, effectiveAt: '2026-12-01T00:00:00.000Z' })]);

    expect(search(early, '退款', options())).toEqual([]);
    expect(search(early, '退款', options({ now: new Date('2026-12-01T00:00:00.000Z') }))).toHaveLength(1);
  });

  it('shows an article to its audience only', () => {
    const forMerchants = buildIndex([anArticle({ ...refund, audience: ['merchant'] })]);

    expect(search(forMerchants, '退款', options({ segment: 'ordinary' }))).toEqual([]);
    expect(search(forMerchants, '退款', options({ segment: 'creator' }))).toEqual([]);
    expect(search(forMerchants, '退款', options({ segment: 'merchant' }))).toHaveLength(1);
  });

  it.each([
    ['zh', 'zh'],
    ['zh-Hant', 'zh'],
    ['mixed', 'zh'],
    ['en', 'en'],
  ])('answers %s in %s', (language, answered) => {
    expect(search(index, 'forgot password 忘记密码', options({ language }))[0]?.language).toBe(answered);
  });

  it('answers in the other language only where the wanted one is missing', () => {
    expect(search(index, '退款没到账', options({ language: 'en' }))[0]?.language).toBe('zh');
  });

  it('finds nothing for what no article is about', () => {
    expect(search(index, 'zebra', options())).toEqual([]);
    expect(search(buildIndex([]), '退款', options())).toEqual([]);
  });

  it('gives as many as were asked for', () => {
    expect(search(index, '多久', options({ limit: 1 }))).toHaveLength(1);
  });

  it('gives scores from 0 to 1, best first, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        const scores = search(index, `${question} 退款`, options()).map((it) => it.score);

        expect(scores).toEqual([...scores].sort((a, z) => z - a));
        expect(scores.every((it) => it >= 0 && it <= 1)).toBe(true);
      }),
    );
  });
});

describe('the bot may answer', () => {
  it('when it is sure', () => {
    expect(answerable(anUnderstanding(), [aHit()])?.article).toBe(refund);
  });

  it.each([
    ['the intent is unsure', anUnderstanding({ abstained: true })],
    ['the matter is urgent', anUnderstanding({ urgency: { urgent: true, reasons: ['盗刷'] } })],
    ['a person is wanted', anUnderstanding({ wantsHuman: true })],
    ['nothing was understood', anUnderstanding({ intents: [] })],
    ['the leaf is for people', anUnderstanding({ intents: guess('buyer.refund.refused') })],
    ['only the topic is known', anUnderstanding({ intents: guess('buyer.refund') })],
    [
      'the article is about something else',
      anUnderstanding({ intents: guess('account.login.phone-changed') }),
    ],
  ])('not when %s', (_why, understanding) => {
    expect(answerable(understanding, [aHit()])).toBeUndefined();
  });

  it('not when the article fits badly', () => {
    expect(answerable(anUnderstanding(), [aHit({ score: 0.3 })])).toBeUndefined();
    expect(answerable(anUnderstanding(), [aHit({ score: 0.3 })], 0.3)).toBeDefined();
  });

  it('not without an article', () => {
    expect(answerable(anUnderstanding(), [])).toBeUndefined();
  });
});

function text(title: string, phrasings: string[], answer: string) {
  return { title, phrasings, answer };
}

function anArticle(overrides: Partial<Article>): Article {
  return Article.parse({ version: 1, reviewAt: '2027-06-01T00:00:00.000Z', ...overrides });
}

function options(overrides: Partial<SearchOptions> = {}): SearchOptions {
  return { language: 'zh', intents: [], now, limit: 3, ...overrides };
}

function guess(id: string) {
  return [{ id, confidence: 0.9, reasons: ['退款'] }];
}

function anUnderstanding(overrides: Partial<Understanding> = {}): Understanding {
  return Understanding.parse({
    language: 'zh',
    intents: guess('buyer.refund.not-arrived'),
    abstained: false,
    priority: 'normal',
    urgency: { urgent: false, reasons: [] },
    sentiment: 'neutral',
    wantsHuman: false,
    risks: [],
    normalized: '退款没到账',
    ...overrides,
  });
}

function aHit(overrides: Partial<Hit> = {}): Hit {
  return { article: refund, language: 'zh', score: 0.9, reasons: [], ...overrides };
}
