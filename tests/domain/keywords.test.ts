import { describe, expect, it } from 'vitest';
import { type Keywords, keywordsIn, needIn } from '../../functions/domain/keywords.ts';
import { normalize } from '../../functions/domain/understanding/normalize.ts';
import { talk } from '../support/talks.ts';

const TODAY = '2026-11-21';
const none: Keywords = { product: [], orders: [], sums: [], date: [], device: [], errors: [] };
const read = (text: string) => keywordsIn(normalize(text), TODAY);

describe('the keywords of a message', () => {
  const cases: (Partial<Keywords> & { text: string })[] = [
    {
      text: '订单 6921034567890123 退款299元还没到账',
      orders: ['6921034567890123'],
      sums: ['299元'],
    },
    { text: '运单SF1234567890123到哪了', orders: ['SF1234567890123'] },
    { text: '前天买的电饭煲坏了，花了两百块', product: ['电饭煲'], sums: ['两百块'], date: ['2026-11-19'] },
    { text: '收到的衣服掉色', product: ['衣服'] },
    { text: '11月3号扣了我¥1,280.50', sums: ['¥1,280.50'], date: ['2026-11-03'] },
    { text: 'iPhone 15 Pro 一上传就闪退，iOS 18.1', device: ['iphone 15 pro', 'ios 18.1'], errors: ['闪退'] },
    { text: '华为Mate60黑屏，报错 10086', device: ['华为mate60'], errors: ['黑屏', '报错 10086'] },
    { text: '提示支付失败，错误码：E5003', errors: ['支付失败', '错误码:e5003'] },
    {
      text: 'I bought a rice cooker and it broke, paid $45 on March 5th',
      product: ['rice cooker'],
      sums: ['$45'],
      date: ['2026-03-05'],
    },
    {
      text: 'upload failed again, error code 4031, Samsung Galaxy S24',
      device: ['samsung', 'galaxy s24'],
      errors: ['upload failed', 'error code 4031'],
    },
    { text: '在吗' },
    { text: '我的手机号13812345678' },
    { text: '身份证 11010519491231002X' },
    { text: '卡号 6222020200112230004' },
    { text: 'KF-7Q4M-2X9K-V3TD' },
  ];

  it.each(cases)('of “$text”', ({ text, ...named }) => {
    expect(read(text)).toEqual({ ...none, ...named });
  });

  it('are kept to three of a kind', () => {
    expect(read('10元 20元 30元 40元').sums).toEqual(['10元', '20元', '30元']);
  });

  it.each(['1'.repeat(32_000), '买的'.repeat(16_000), 'a b '.repeat(8_000), '一万'.repeat(16_000)])(
    'of a flood are found in bounded time (%.10s)',
    (text) => {
      expect(Object.values(read(text)).flat().length).toBeLessThanOrEqual(16);
    },
  );
});

describe('the need of a message', () => {
  it.each([
    ['我要全额退款，不要换货', '全额退款'],
    ['能不能帮我催一下快递', '催一下快递'],
    ['麻烦帮我查一下订单到哪了', '查一下订单到哪了'],
    ['希望你们解封我的账号！', '你们解封我的账号'],
    ['I want my money back, now', 'my money back'],
    ['please cancel the order', 'cancel the order'],
    ['how do i change my number?', 'change my number'],
  ])('in “%s” is “%s”', (text, need) => {
    expect(needIn(normalize(text))).toBe(need);
  });

  it.each(['退款三天了没到账', '你好', '请问', '我想问一下，', 'my refund has not arrived'])(
    'is not told by “%s”',
    (text) => {
      expect(needIn(normalize(text))).toBeUndefined();
    },
  );
});

describe('the summary for the agent', () => {
  it('names what was said anywhere in the conversation, and what the customer wants', () => {
    const { summary } = talk(['上周买的电饭煲坏了，订单6921034567890123', '我要全额退款', '转人工']).ticket;

    expect(summary).toContain('客户要：全额退款');
    expect(summary).toContain('单号：6921034567890123；商品：电饭煲');
  });
});
