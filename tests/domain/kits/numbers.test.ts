import { describe, expect, it } from 'vitest';
import { numbersIn, toNumber } from '../../../functions/domain/kits/numbers.ts';

describe('a written number', () => {
  it.each([
    ['15', 15],
    ['15.8', 15.8],
    ['1,200', 1200],
    ['1.2w', 12_000],
    ['1.5万', 15_000],
    ['1万2', 12_000],
    ['3千', 3000],
    ['2k', 2000],
    ['十五', 15],
    ['二十', 20],
    ['两百', 200],
    ['三百五', 350],
    ['一百零五', 105],
    ['一百五十', 150],
    ['两千三', 2300],
    ['一万二', 12_000],
    ['十万零三百', 100_300],
    ['二零二六', 2026],
    ['fifteen', 15],
    ['twenty-five', 25],
    ['two hundred and five', 205],
    ['three thousand', 3000],
    ['hundred', 100],
    ['thousand', 1000],
    ['万二百', undefined],
    ['一万零五', 10_005],
  ])('%s is %d', (written, value) => {
    expect(toNumber(written)).toBe(value);
  });

  it('is none when only a scale stands there', () => {
    expect(toNumber('万')).toBeUndefined();
  });
});

describe('the numbers of a text', () => {
  it.each([
    ['花了15，只赔了8', [15, 8]],
    ['大概三百多个', [300]],
    ['it took two days and 3 calls', [2, 3]],
  ])('%s', (text, values) => {
    expect(numbersIn(text).map(({ value }) => value)).toEqual(values);
  });

  it.each(['视频一直传不上去', '万一不行呢', '十分着急', 'mp4格式', '几百个', 'iphone15 出问题', '第一次用'])(
    'holds none in words that only look like it (%s)',
    (text) => {
      expect(numbersIn(text)).toEqual([]);
    },
  );
});
