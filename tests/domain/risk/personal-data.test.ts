import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, mask } from '../../../functions/domain/risk/personal-data.ts';
import { PersonalData } from '../../../schemas/risk.ts';

describe('masking', () => {
  it.each([
    ['a mobile number', '手机13812345678收不到', '手机138****5678收不到'],
    ['one in groups', '138-1234-5678', '138-****-5678'],
    ['one with single digits apart', '1 3 8 1 2 3 4 5 6 7 8', '1 3 8 * * * * 5 6 7 8'],
    ['one in full width', '１３８１２３４５６７８', '１３８****５６７８'],
    ['one that is read out', '幺三八零零零零五六七八', '幺三八****五六七八'],
    ['one with zero-width characters', '138\u200b0000\u200b5678', '138\u200b****\u200b5678'],
    ['one with the country', '+86 13812345678', '+86 138****5678'],
    ['a foreign number', '+44 7700 900123', '+44 770* **0123'],
    ['an American number', '+1 (415) 555-2671', '+1 (415) ***-2671'],
    ['a fixed line', '010-62345678', '010-****5678'],
    ['an e-mail address', '邮箱xiaomei_2001@163.com收不到', '邮箱x***@163.com收不到'],
    ['an identity number', '身份证11010519491231002X', '身份证110***********002X'],
    ['one with a slip, behind its name', '身份证号110105194912310021', '身份证号110***********0021'],
    ['a Taiwanese identity number', '身分證 A123456789', '身分證 A12***6789'],
    ['a bank card', '卡6222021001116245702解绑', '卡6222***********5702解绑'],
    ['a credit card in groups', '4111 1111 1111 1111', '4111 **** **** 1111'],
    ['a passport', '护照E12345678', '护照E*******8'],
    ['a verification code', '验证码是 839201，快', '验证码是 ******，快'],
    ['a code named afterwards', '839201是我的验证码', '******是我的验证码'],
    ['a password', '密码是 abc12345', '密码是 ******'],
    ['an English password', 'password: hunter2', 'password: ******'],
  ])('hides %s', (_name, text, masked) => {
    expect(mask(text).text).toBe(masked);
  });

  it.each([
    '订单号6921734455018823764怎么还没发货',
    '运单号SF1403358849921停在武汉',
    '工单KF-7Q4M-2X9K-V3TD什么时候有结果',
    'Order 112-3345678-9988776 never arrived',
    'tracking 1Z999AA10123456784',
    '订单号 13812345678',
    '价格从1999涨到2599，便宜了600',
    '2026年11月11日20:00下的单',
    '版本号 28.5.0，error code 50012',
    '邀请码 889900，优惠码 SAVE2026',
    '验证码过期了，密码忘了怎么找回',
    'my password is wrong',
    '客服电话 400-810-6666',
    '抖币10000个，粉丝12345678',
    '卡号 4111 1111 1111 1112 3',
  ])('leaves readable: %s', (text) => {
    expect(mask(text)).toEqual({ text, found: [] });
  });

  it('says what it found and where', () => {
    expect(findPersonalData('打13812345678或a@b.cn')).toEqual([
      { kind: 'phone', span: [1, 12], masked: '138****5678' },
      { kind: 'email', span: [13, 19], masked: 'a***@b.cn' },
    ]);
  });

  it('masks several of a kind', () => {
    expect(mask('把15200001234换成15200005678').text).toBe('把152****1234换成152****5678');
  });

  it('gives well-formed findings that do not overlap, for anything at all', () => {
    const pieces = fc.constantFrom(
      '1',
      '38',
      '密码是',
      'a@b.cn',
      ' ',
      '+86',
      '验证码',
      '六',
      '\ud83d',
      '6222',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const found of findPersonalData(text)) {
          const { span } = PersonalData.parse(found);
          expect(span[0]).toBeGreaterThanOrEqual(end);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
