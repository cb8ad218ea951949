import { describe, expect, it } from 'vitest';
import { MessageRefusedError } from '../../../functions/domain/errors.ts';
import { type RiskEngine, screen } from '../../../functions/domain/risk/engine.ts';
import { defaultSettings } from '../../../functions/domain/risk/policy.ts';
import { categoriesOf, requireSendable, threatens } from '../../../functions/domain/risk/screening.ts';
import { seedArticles } from '../../../local/seed.ts';
import { RiskCategory, RiskSettings } from '../../../schemas/risk.ts';
import { aRiskList, aScreening, shippedEngine } from '../../support/risk.ts';

const engine: RiskEngine = {
  list: aRiskList({
    classes: '@matter 退款',
    fraud: 'high 刷单',
    diversion: 'medium 加我微信',
    violence: 'high 砍死你',
    'self-harm': 'medium 不想活了',
    weapons: 'high 买枪\nmedium 仿真枪',
  }),
  settings: defaultSettings,
};
const verdictOf = (text: string, direction: 'customer' | 'agent' | 'bot' = 'customer') =>
  screen(text, engine, direction).verdict;

describe('a screening', () => {
  it.each([
    ['退款没到账', 'customer', 'send'],
    ['刷单日结', 'customer', 'refuse'],
    ['加我微信详聊', 'customer', 'hold'],
    ['加我微信详聊', 'agent', 'refuse'],
    ['加我微信详聊', 'bot', 'send'],
    ['刷单日结', 'bot', 'refuse'],
    ['砍死你', 'customer', 'hold'],
    ['不想活了', 'customer', 'send'],
  ] as const)('“%s” of a(n) %s: %s', (text, direction, verdict) => {
    expect(verdictOf(text, direction)).toBe(verdict);
  });

  it('neither refuses nor holds a customer in despair, whatever else they say', () => {
    const { verdict, risks } = screen('不想活了，哪里买枪', engine, 'customer');

    expect(verdict).toBe('send');
    expect(risks.map(({ category, action }) => `${category} ${action}`)).toEqual([
      'self-harm flag',
      'weapons flag',
    ]);
  });

  it('gives a held message its time, and refuses grave categories at its end', () => {
    expect(screen('加我微信详聊', engine, 'customer').review).toEqual({ seconds: 600, whenDue: 'release' });
    expect(screen('仿真枪', engine, 'customer').review).toEqual({ seconds: 600, whenDue: 'refuse' });
  });

  it('goes by the operator’s settings', () => {
    const { policy, review } = defaultSettings;
    const customer = { ...policy.customer, fraud: { low: 'off', medium: 'off', high: 'off' } };
    const settings = RiskSettings.parse({ policy: { ...policy, customer }, review });

    expect(screen('刷单日结', { ...engine, settings }, 'customer')).toMatchObject({
      verdict: 'send',
      risks: [],
    });
  });

  it('lets everything pass without a filter', () => {
    expect(screen('刷单日结', undefined, 'customer')).toMatchObject({ verdict: 'send', risks: [] });
  });
});

describe('a refusal', () => {
  it('names the gravest category in words the writer understands', () => {
    const screening = screen('刷单日结，加我微信', engine, 'customer');

    expect(categoriesOf(screening)).toEqual(['fraud', 'diversion']);
    expect(() => requireSendable('刷单日结', screening)).toThrow(
      '这条消息没有发出：内容看起来涉及诈骗或索要验证码、密码。如果判断有误，请申诉，会有人复核。',
    );
  });

  it.each(RiskCategory.options)('has words for %s', (category) => {
    const refused = aScreening('refuse', category);

    expect(() => requireSendable('好', refused)).toThrow(MessageRefusedError);
    expect(() => requireSendable('ok', refused)).toThrow(
      /^This message was not sent: it looks like .{4,}\. If/,
    );
  });

  it('is none of what is held or sent', () => {
    expect(() => requireSendable('好', aScreening('hold'))).not.toThrow();
    expect(() => requireSendable('好', undefined)).not.toThrow();
  });
});

it.each([
  ['violence', 'hold', true],
  ['self-harm', 'hold', true],
  ['violence', 'send', false],
  ['spam', 'hold', false],
] as const)('a message of %s that is to %s: somebody may be hurt: %s', (category, verdict, expected) => {
  expect(threatens(aScreening(verdict, category))).toBe(expected);
});

describe('an article', () => {
  const shipped = shippedEngine();

  it('of ours is said by the bot, but for two in a hundred at most', () => {
    const texts = seedArticles().flatMap((it) => Object.values(it.texts).map(({ answer }) => answer));

    const refused = texts.filter((text) => screen(text, shipped, 'bot').verdict !== 'send');

    expect(refused.length / texts.length).toBeLessThanOrEqual(0.02);
  });

  it.each([
    '请把您收到的验证码发给我们，我们帮您登录。',
    '退款请加客服私人微信，转到私人账户处理。',
    'To verify, please send your password to us.',
    '出售冰毒，现货包邮。',
  ])('that asks for secrets or leads away is not: %s', (text) => {
    expect(screen(text, shipped, 'bot').verdict).toBe('refuse');
  });

  it.each(['不要把验证码告诉任何人，客服也不会问您要。', 'Never tell anyone your password or code.'])(
    'that warns is: %s',
    (text) => {
      expect(screen(text, shipped, 'bot').verdict).toBe('send');
    },
  );
});
