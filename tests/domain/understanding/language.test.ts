import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../functions/domain/understanding/language.ts';

describe('language', () => {
  it.each([
    ['我的退款还没到账', 'zh'],
    ['DOU+ 投了没效果', 'zh'],
    ['我用iPhone刷APP闪退', 'zh'],
    ['为什么没有wifi就不能upload', 'zh'],
    ['退款還沒到帳，請幫我處理', 'zh-Hant'],
    ['請問怎麼註銷', 'zh-Hant'],
    ['Where is my refund?', 'en'],
    ['agent', 'en'],
    ['my order 还没到 please help me track it', 'mixed'],
    ['我的 account was suspended 怎么办', 'mixed'],
    ['12345 !!!', 'und'],
    ['😀😀', 'und'],
    ['', 'und'],
    ['Где мои деньги', 'und'],
    ['払い戻しはいつですか', 'und'],
  ])('of “%s” is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
