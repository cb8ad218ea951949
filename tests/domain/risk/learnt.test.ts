import { beforeAll, describe, expect, it } from 'vitest';
import { assessRisk } from '../../../functions/domain/risk/assess.ts';
import { defaultPolicy } from '../../../functions/domain/risk/policy.ts';
import {
  listedOf,
  loadRiskModel,
  type RiskModel,
  strangeness,
} from '../../../functions/domain/risk/learnt.ts';
import { BrokenArtefactError } from '../../../functions/domain/understanding/model/bytes.ts';
import { train } from '../../../risk/train.ts';
import { RiskCategory } from '../../../schemas/risk.ts';
import { bytesOf } from '../../../training/save.ts';
import { aRiskList } from '../../support/risk.ts';

const list = aRiskList({ classes: '@matter 退款|订单', fraud: 'high 刷单' });

/** Every category has a word of its own; honest texts speak of an order. */
const examples = Array.from({ length: 12 }, (_, round) =>
  [...RiskCategory.options, 'honest'].map((label, i) => ({
    text:
      label === 'honest'
        ? `订单${round}还没到`
        : `甲乙丙丁${'子丑寅卯辰巳午未申酉戌亥'.charAt(i)}来了${round}`,
    label,
    kind: 'case' as const,
    hand: `hand ${round % 5}`,
    direction: 'customer' as const,
    listed: 'none' as const,
  })),
).flat();

describe('the learnt part', () => {
  let model: RiskModel;
  beforeAll(() => {
    model = { ...train(examples).model, curves: { risky: [4, 0.5, 2, 3, 0, 0] }, surely: 0.5 };
  });

  it('holds a text that looks risky though no word is listed, and says why', () => {
    const findings = assessRisk('甲乙丙丁丑来了', list, { direction: 'customer', model });

    expect(findings).toMatchObject([{ category: 'gambling', action: 'review', span: [0, 7], learnt: true }]);
    expect(findings[0]?.terms.join('')).toContain('丑');
  });

  it.each([
    ['an honest text', '订单还没到', 'customer'],
    ['the bot', '甲乙丙丁丑来了', 'bot'],
  ] as const)('does not stop %s', (_name, text, direction) => {
    expect(assessRisk(text, list, { direction, model })).toEqual([]);
  });

  it('is not asked where the lists decide', () => {
    expect(assessRisk('刷单，甲乙丙丁丑来了', list, { direction: 'customer', model })).toMatchObject([
      { category: 'fraud', action: 'block' },
    ]);
  });

  it.each([
    ['a light word in a text that looks honest', '刷手，订单3还没到', 'flag'],
    ['a light word in a text that does not', '刷手，甲乙丙丁丑来了', 'review'],
    ['a grave word in a text that looks honest', '刷单，订单3还没到', 'block'],
    ['a grave word in a text that does not', '刷单，甲乙丙丁丑来了', 'block'],
    ['a grave threat in a text that looks honest', '打你，订单3还没到', 'review'],
  ])('of the lists’ findings, takes %s rightly', (_name, text, action) => {
    const lists = aRiskList({ fraud: 'high 刷单\nmedium 刷手', violence: 'high 打你' });

    expect(assessRisk(text, lists, { direction: 'customer', model })).toMatchObject([{ action }]);
  });

  it('finds honest texts less strange than risky ones', () => {
    expect(strangeness(model, '订单3还没到')).toBeLessThan(-0.5);
    expect(strangeness(model, '甲乙丙丁丑来了')).toBeGreaterThan(0.5);
  });

  it('holds what an agent writes, too', () => {
    expect(assessRisk('甲乙丙丁丑来了', list, { direction: 'agent', model })).toMatchObject([
      { learnt: true },
    ]);
  });

  it('does not hold back whoever may be in despair', () => {
    const lists = aRiskList({ 'self-harm': 'medium 不想活' });

    expect(assessRisk('不想活，甲乙丙丁丑来了', lists, { direction: 'customer', model })).toMatchObject([
      { category: 'self-harm', action: 'flag' },
    ]);
  });

  it.each([
    ['nothing', [], 'none'],
    ['light words', [{ severity: 'low' }], 'light'],
    ['excused words', [{ severity: 'high', excuse: 'victim' }], 'light'],
    ['plain words', [{ severity: 'medium' }, { severity: 'low' }], 'plain'],
    ['grave words', [{ severity: 'medium' }, { severity: 'high' }], 'grave'],
  ] as const)('weighs %s of the lists', (_name, findings, expected) => {
    expect(listedOf(findings)).toBe(expected);
  });

  it('follows the policy, but never blocks', () => {
    const policyOf = (medium: 'off' | 'block') => ({
      ...defaultPolicy,
      customer: { ...defaultPolicy.customer, gambling: { low: 'off', medium, high: 'off' } as const },
    });
    const assess = (medium: 'off' | 'block') =>
      assessRisk('甲乙丙丁丑来了', list, { direction: 'customer', model, policy: policyOf(medium) });

    expect(assess('block')).toMatchObject([{ action: 'review' }]);
    expect(assess('off')).toEqual([]);
  });

  it('is the same bytes again, and is refused when they are broken or of another kind', () => {
    const bytes = bytesOf(model);

    expect(bytesOf(loadRiskModel(bytes))).toEqual(bytes);
    expect(() => loadRiskModel(bytes.map((it, i) => (i === bytes.length - 1 ? it ^ 1 : it)))).toThrow(
      BrokenArtefactError,
    );
    expect(() => loadRiskModel(bytesOf({ ...model, labels: model.labels.map((it) => `${it}x`) }))).toThrow(
      'every risk category',
    );
    expect(() => loadRiskModel(bytesOf({ ...model, curves: {} }))).toThrow('what the lists find');
  });
});
