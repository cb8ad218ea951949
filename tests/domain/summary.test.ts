import { describe, expect, it } from 'vitest';
import { type Facts, sumUp } from '../../functions/domain/summary.ts';

const facts = (overrides: Partial<Facts> = {}): Facts => ({
  intentId: 'buyer.return.freight',
  priority: 'high',
  reasons: ['运费险实赔少于应赔', '马上到期'],
  dialogue: {
    kit: 'GK-06',
    step: 'GK-06.underpaid',
    slots: { why: 'fault', insured: true, paid: 15, limit: 'unsure' },
    tried: ['return-freight-insurance', 'GK-06.workedOut'],
    failures: 0,
  },
  citations: [{ articleId: 'return-freight-insurance', version: 2, title: '运费险怎么赔' }],
  mood: { sentiment: 'angry', worst: 'angry', trend: 'rising' },
  repeat: { contacts: 2, reason: '…', proven: true },
  language: 'zh',
  keywords: { product: [], orders: [], sums: [], date: [], device: [], errors: [] },
  need: undefined,
  words: '还是\n没赔够',
  ...overrides,
});

describe('the summary for the desk', () => {
  it('tells matter, reasons, what was learned and tried, mood, and the last words', () => {
    expect(sumUp(facts())).toBe(
      [
        '诉求：运费与运费险（高）',
        '原因：运费险实赔少于应赔；马上到期',
        '已知：退货原因：商品有问题；有运费险：是；实付运费：15 元；保额：不清楚',
        '已试：《运费险怎么赔》、运费补偿计算',
        '情绪：愤怒（变差），第2次来访；语言：中文',
        '客户：还是 没赔够',
      ].join('\n'),
    );
  });

  it('is in both languages for a customer who writes English', () => {
    const summary = sumUp(facts({ language: 'en', words: 'still too little' }));

    expect(summary).toContain('诉求 Matter：运费与运费险（高） / Return freight and its insurance (high)');
    expect(summary).toContain('insured: yes；freight paid: 15 yuan；policy limit: does not know');
    expect(summary).toContain('angry (getting worse), contact 2; language: English');
  });

  it.each([
    facts(),
    facts({ language: 'en' }),
    facts({ words: '很长'.repeat(200), reasons: ['长'.repeat(300)] }),
  ])('has six lines at most', (it) => {
    expect(sumUp(it).split('\n').length).toBeLessThanOrEqual(6);
  });

  it('remembers that the customer was tenser before', () => {
    const summary = sumUp(
      facts({ mood: { sentiment: 'neutral', worst: 'angry', trend: 'falling' }, repeat: undefined }),
    );

    expect(summary).toContain('情绪：平静（好转，曾愤怒）；语言：中文');
  });

  it('leaves out what is not known', () => {
    const bare = facts({
      intentId: undefined,
      reasons: [],
      dialogue: undefined,
      citations: [],
      repeat: undefined,
      mood: { sentiment: 'neutral', worst: 'neutral', trend: 'steady' },
    });

    expect(sumUp(bare)).toBe('诉求：尚不明确（高）\n情绪：平静（平稳）；语言：中文\n客户：还是 没赔够');
  });
});
