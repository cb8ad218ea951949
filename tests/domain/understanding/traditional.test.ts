import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../functions/domain/understanding/language.ts';
import { normalize } from '../../../functions/domain/understanding/normalize.ts';
import {
  isSimplified,
  isTraditional,
  simplify,
} from '../../../functions/domain/understanding/traditional.ts';

/** The Chinese characters of a national encoding in the rows of these first bytes. */
function charactersOf(encoding: string, [first, last]: [number, number], from: number): string[] {
  const decoder = new TextDecoder(encoding);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const places = Array.from({ length: 0xff - from }, (_, i) => from + i);
  return rows
    .flatMap((row) => places.map((place) => decoder.decode(Uint8Array.of(row, place))))
    .filter((it) => /^[一-鿿]$/u.test(it));
}

/** The 3,755 commonest simplified characters, and the other 3,008 of GB 2312. */
const commonest = charactersOf('gb18030', [0xb0, 0xd7], 0xa1);
const rarer = charactersOf('gb18030', [0xd8, 0xf7], 0xa1);
/** The 5,401 commonest traditional characters: the first level of Big5. */
const everyday = charactersOf('big5', [0xa4, 0xc6], 0x40);

describe('a simplified character', () => {
  it('stays as it is, for each of the 3,755 commonest', () => {
    expect(commonest).toHaveLength(3755);
    expect(commonest.filter((it) => simplify(it) !== it)).toEqual([]);
  });

  it.each(['著作权', '原著', '名著', '显著提高', '乾坤'])('stays as it is in %s', (text) => {
    expect(normalize(text)).toBe(text);
  });
});

describe('a traditional character', () => {
  it('becomes a simplified one that China writes', () => {
    const simplified = new Set([...commonest, ...rarer, '啰']);
    const changed = everyday.filter((it) => simplify(it) !== it);

    expect(changed.length).toBeGreaterThan(1800);
    expect(changed.filter((it) => !simplified.has(simplify(it)))).toEqual([]);
    expect(changed.filter((it) => simplify(simplify(it)) !== simplify(it))).toEqual([]);
  });

  it.each([
    ['週末顏色爛掉縫線鬆開螢幕很淺', '周末颜色烂掉缝线松开萤幕很浅'],
    ['帳號被盜用，錢被轉走，請凍結', '帐号被盗用,钱被转走,请冻结'.replace('帐', '账')],
    ['賣家寄錯顏色，鞋子開膠，襯衫掉釦', '卖家寄错颜色,鞋子开胶,衬衫掉扣'],
    ['螢光筆乾掉了，餅乾碎掉', '萤光笔干掉了,饼干碎掉'],
    ['直播間觀眾亂罵，麥克風沒聲音', '直播间观众乱骂,麦克风没声音'],
    ['影片審核過不了，說違規，可是內容沒問題', '影片审核过不了,说违规,可是内容没问题'],
    ['妳們客服態度很差，等著投訴吧', '你们客服态度很差,等着投诉吧'],
    ['裏面説好的綫上付款', '里面说好的线上付款'],
    ['發票抬頭寫錯了，後天前要補開', '发票抬头写错了,后天前要补开'],
    ['徵信、證據、擔保、罰單、賠償、誤會', '征信、证据、担保、罚单、赔偿、误会'],
    ['鬱悶，憑什麼扣我錢，簡直離譜', '郁闷,凭什么扣我钱,简直离谱'],
  ])('becomes its partner in “%s”', (written, read) => {
    expect(normalize(written)).toBe(read);
  });
});

describe('the script of a text', () => {
  it.each([
    ['我只想問退款', 'zh-Hant'],
    ['面試後沒消息', 'zh-Hant'],
    ['週末螢幕爛掉', 'zh-Hant'],
    ['我只想问退款', 'zh'],
    ['后天能到吗', 'zh'],
    ['在哪里', 'zh'],
  ])('of “%s” is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is told by characters of one script only', () => {
    expect(Array.from('后里面只台干松').filter(isSimplified)).toEqual([]);
    expect(Array.from('们这时会说').filter((it) => !isSimplified(it))).toEqual([]);
    expect(Array.from('們這時會說').filter((it) => !isTraditional(it))).toEqual([]);
  });
});
