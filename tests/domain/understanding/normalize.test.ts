import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalize, quote } from '../../../functions/domain/understanding/normalize.ts';

describe('normalization', () => {
  it.each([
    ['folds full width and case', 'ＤＯＵ＋　Ａｐｐ', 'dou+ app'],
    ['simplifies traditional characters', '退款還沒到帳，請幫我轉人工', '退款还没到账,请帮我转人工'],
    ['drops invisible characters', '转\u200b人\u2060工\ufeff', '转人工'],
    ['folds white space', '  hello \n\t world  ', 'hello world'],
    ['folds repeated punctuation', '怎么回事！！！？？', '怎么回事!?'],
    ['makes curly quotes straight', 'can’t “pay”', 'can\'t "pay"'],
    ['keeps repeated letters and digits', '10000 aaa 哈哈', '10000 aaa 哈哈'],
    ['is empty for nothing', ' \u200b\uffa0 ', ''],
  ])('%s', (_name, written, read) => {
    expect(normalize(written)).toBe(read);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalize(text);

        expect(normalize(once)).toBe(once);
      }),
    );
  });

  it('quotes the words as they were written', () => {
    const folded = fold('我的 退款，還沒到！！');

    const start = folded.text.indexOf('还没到');

    expect(quote(folded, start, start + 3)).toBe('還沒到');
  });
});
