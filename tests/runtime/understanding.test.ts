import { describe, expect, it } from 'vitest';
import { understand } from '../../functions/domain/understanding/understand.ts';
import { meaningOf, shippedModel } from '../../functions/runtime/understanding.ts';

const cosine = (one: string, other: string) => {
  const [a, b] = [meaningOf(one), meaningOf(other)];
  return a?.reduce((sum, it, i) => sum + it * (b?.[i] ?? 0), 0) ?? 0;
};

describe('the model that ships', () => {
  it('reads messages', () => {
    const { intents } = understand('密码忘了登不上去怎么办', {}, shippedModel());

    expect(intents[0]?.id).toBe('account.login.forgot-password');
  });

  it('knows which English words mean nearly the same', () => {
    expect(cosine('refund', 'reimbursement')).toBeGreaterThan(cosine('refund', 'video'));
    expect(cosine('refund please', 'refund please')).toBeCloseTo(1, 5);
  });

  it.each(['退款', '退款 refund', '', '👍', '\ud800'])('says nothing of what “%s” means', (text) => {
    expect(meaningOf(text)).toBeUndefined();
  });
});
