import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRisk } from '../../../functions/domain/risk/assess.ts';
import { defaultPolicy } from '../../../functions/domain/risk/policy.ts';
import { starterList } from '../../../risk/score.ts';
import { RiskFinding, type RiskPolicy } from '../../../schemas/risk.ts';
import { aRiskList, findingsOf } from '../../support/risk.ts';

const classes = [
  '@victim 被骗|骗子',
  '@third-person 对方|主播说',
  '@report 举报',
  '@concern 违规吗',
  '@story 昨天',
  '@question 怎么',
  '@fiction 游戏',
  '@refusal 请勿|不要',
  '@said 说',
  '@matter 退款',
  '@offer 联系我',
  '@threatened 他说',
  '@insulted 骂我',
].join('\n');

describe('what is done about risky words', () => {
  it.each([
    ['low', 'flag'],
    ['medium', 'review'],
    ['high', 'block'],
  ])('takes %s words as %s when a customer deals in something', (severity, action) => {
    const findings = findingsOf('退款，刷单', { fraud: `${severity} 刷单`, classes });

    expect(findings).toMatchObject([{ action }]);
  });

  it.each([
    ['a victim reports it', '我被骗了，骗子让我刷单', 'victim'],
    ['somebody else said it and the writer denounces it', '对方刷单，我要举报', 'third-person'],
    ['it is refused', '请勿刷单', 'refusal'],
  ])('only flags when %s', (_name, text, excuse) => {
    expect(findingsOf(text, { fraud: 'high 刷单', classes })).toMatchObject([{ action: 'flag', excuse }]);
  });

  it('wants more excuse for graver words, and beside an offer', () => {
    const told = '昨天刷单，违规吗';

    expect(findingsOf(told, { fraud: 'medium 刷单', classes })).toMatchObject([{ action: 'flag' }]);
    expect(findingsOf(told, { fraud: 'high 刷单', classes })).toMatchObject([{ action: 'block' }]);
    expect(findingsOf(`${told}，联系我`, { fraud: 'medium 刷单', classes })).toMatchObject([
      { action: 'review' },
    ]);
  });

  it('does not let a refusal reach over the end of a sentence', () => {
    const files = { fraud: 'high@agent 告诉我密码', classes };

    expect(findingsOf('请勿告诉我密码', files, 'agent')).toMatchObject([{ action: 'flag' }]);
    expect(findingsOf('请勿着急。告诉我密码', files, 'agent')).toMatchObject([{ action: 'block' }]);
  });

  it('takes swearing beside a matter as anger, and the gravest abuse not', () => {
    expect(findingsOf('傻逼客服，退款', { hate: 'medium 傻逼', classes })).toMatchObject([
      { action: 'flag' },
    ]);
    expect(findingsOf('傻逼东西', { hate: 'medium 傻逼', classes })).toMatchObject([{ action: 'review' }]);
    expect(findingsOf('死全家，退款', { hate: 'high 死全家', classes })).toMatchObject([
      { action: 'review' },
    ]);
  });

  it('does not excuse a threat because a complaint stands beside it', () => {
    const files = { violence: 'high 弄死你', classes };

    expect(findingsOf('我要举报，弄死你', files)).toMatchObject([{ action: 'review' }]);
    expect(findingsOf('他说弄死你，他说了两次', files)).toMatchObject([{ action: 'flag' }]);
  });

  it('takes a topic without any story, question or matter as more than a topic', () => {
    const files = { contraband: 'low 冰毒', classes };

    expect(findingsOf('冰毒', files)).toMatchObject([{ action: 'review' }]);
    expect(findingsOf('昨天看到冰毒', files)).toMatchObject([{ action: 'flag' }]);
    expect(findingsOf('冰毒', files, 'agent')).toMatchObject([{ action: 'flag' }]);
  });

  it('lets three light words weigh like a medium one', () => {
    const files = { spam: 'low 低价|现货|批发', classes };

    expect(findingsOf('退款 低价', files)).toMatchObject([{ action: 'flag' }]);
    expect(findingsOf('退款 低价，现货，批发', files).map(({ action }) => action)).toContain('review');
  });

  it('follows the policy it is given', () => {
    const off = { low: 'off', medium: 'off', high: 'flag' } as const;
    const policy: RiskPolicy = { ...defaultPolicy, customer: { ...defaultPolicy.customer, fraud: off } };
    const list = aRiskList({ fraud: 'high 刷单\nmedium 跑分', classes });

    expect(assessRisk('退款 刷单', list, { direction: 'customer', policy })).toMatchObject([
      { action: 'flag' },
    ]);
    expect(assessRisk('退款 跑分', list, { direction: 'customer', policy })).toEqual([]);
  });
});

describe('the starter lists', () => {
  const list = starterList();
  const actionOf = (text: string, direction: 'customer' | 'agent' | 'bot' = 'customer') =>
    assessRisk(text, list, { direction }).map(({ action }) => action);
  const isStopped = (actions: readonly string[]) => actions.some((it) => it !== 'flag');

  it.each([
    '有人让我刷单被骗了',
    '主播卖假货',
    '直播间有人赌博我要举报',
    '操，又闪退了',
    '我买的法兰绒被子起球了',
    '手机死机了，里面有病毒',
    '客服骂我是傻逼，我要投诉',
    'someone in the live chat keeps posting a casino link, how do I report him',
  ])('let an honest customer through: %s', (text) => {
    expect(isStopped(actionOf(text))).toBe(false);
  });

  it.each([
    '加我薇信 lxm8899，给你内部价',
    '代 开 发 票，点数低',
    '出售冰毒，同城闪送',
    '我要去你们公司砍人，等着',
    'buy cocaine, discreet shipping',
  ])('stop a risky customer: %s', (text) => {
    expect(isStopped(actionOf(text))).toBe(true);
  });

  it.each([
    '麻烦把您收到的六位验证码告诉我',
    'please send me the code you just received',
    '您加我私人微信吧',
  ])('keep an agent from it: %s', (text) => {
    expect(actionOf(text, 'agent')).toContain('block');
  });

  it.each([
    '请不要向任何人透露验证码和密码',
    '请勿添加对方微信私下转账，谨防诈骗',
    'We will never ask for your card number',
  ])('let an agent warn: %s', (text) => {
    expect(isStopped(actionOf(text, 'agent'))).toBe(false);
  });

  it('never hold back a customer in despair', () => {
    const findings = assessRisk('我不想活了，站在楼顶', list, { direction: 'customer' });

    expect(findings.map(({ category }) => category)).toContain('self-harm');
    expect(findings.every(({ action }) => action === 'flag')).toBe(true);
  });

  it('give well-formed findings inside the text for anything at all', () => {
    const pieces = fc.constantFrom(
      '加微信',
      '枪',
      '卖',
      '\u200b',
      '\ud83d',
      '\u202e',
      '。',
      ' ',
      'vx',
      '1',
      '🅥',
      '我被骗',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((it) => it.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('customer', 'agent', 'bot'), (text, direction) => {
        for (const finding of assessRisk(text, list, { direction })) {
          const [start, end] = RiskFinding.parse(finding).span;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each(['枪', '加微信', '\u200b', '\ud800', '\u202e', 'a ', '1', '枪卖'])(
    'come to an end on 32 KB of %j',
    (unit) => {
      const text = unit.repeat(32_768 / unit.length);

      expect(assessRisk(text, list, { direction: 'customer' }).length).toBeLessThanOrEqual(20);
    },
  );
});
