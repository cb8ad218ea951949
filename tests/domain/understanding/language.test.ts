import { describe, expect, it } from 'vitest';
import { foreignIn, isForeign } from '../../../functions/domain/understanding/foreign.ts';
import { languageOf } from '../../../functions/domain/understanding/language.ts';
import { leafIds } from '../../../functions/domain/understanding/taxonomy.ts';
import { readUtterances } from '../../../training/rows.ts';
import { foreignMessages } from './foreign-messages.ts';

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
    ['გამარჯობა', 'und'],
    ['wo de zhang hao bei dao le zen me ban', 'en'],
    ['qing bang wo zhuan ren gong', 'en'],
    ['my order nung Monday pls', 'en'],
    ['gracias', 'en'],
    ['hola, my refund is still missing', 'en'],
    ['add la mejor to my playlist', 'en'],
    ['oppa 오빠 这个视频怎么没了', 'zh'],
    ['今天の视频被删了', 'zh'],
  ])('of “%s” is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('a language the bot does not speak', () => {
  it.each(Object.entries(foreignMessages))('is recognised in nine messages of ten: %s', (language, texts) => {
    const right = texts.filter((it) => languageOf(it) === language);

    expect(right.length).toBeGreaterThanOrEqual(Math.floor(texts.length * 0.9));
  });

  it('is not seen in what is Chinese or English', () => {
    const rows = readUtterances('training/utterances', ['train', 'dev', 'test'], new Set(leafIds));
    const latin = rows.filter(({ text, language }) => language === 'en' && !reallyForeign.test(text));
    const others = rows.filter(({ text, language }) => language !== 'en' && !reallyForeign.test(text));

    const misread = (of: typeof rows) => of.filter(({ text }) => foreignIn(text)).map(({ text }) => text);

    expect(latin.length).toBeGreaterThan(10_000);
    expect(misread(latin).length / latin.length).toBeLessThan(0.003);
    expect(misread(others)).toEqual([]);
  });

  it.each(['', '12345', 'ok', 'de', 'la la la la la la', '\ud800', 'ß'.repeat(10_000), 'a '.repeat(20_000)])(
    'is not guessed from “%.20s”',
    (text) => {
      expect(isForeign(languageOf(text))).toBe(false);
    },
  );
});

/** A few lines of the training text are in other languages, as strangers to what the desk treats. */
const reallyForeign =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
