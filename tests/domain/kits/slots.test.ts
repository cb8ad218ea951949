import { describe, expect, it } from 'vitest';
import {
  choice,
  count,
  fileFormat,
  fileSize,
  hour,
  type Manner,
  money,
  orderNumber,
  ordinalIn,
  orUnsure,
  type Reader,
  sumsIn,
  UNSURE,
  withoutSecrets,
  words,
  yesNo,
} from '../../../functions/domain/kits/slots.ts';
import { normalize } from '../../../functions/domain/understanding/normalize.ts';

const asked: Manner = { asked: true, today: '2026-11-21' };
const unasked: Manner = { asked: false, today: '2026-11-21' };
const reply = (read: Reader, text: string) => read(normalize(text), asked);
const aside = (read: Reader, text: string) => read(normalize(text), unasked);

describe('yes or no', () => {
  const yes = [
    '嗯嗯',
    '有的',
    '是的',
    '对对',
    '没错',
    '应该是吧',
    '当然',
    '没問題',
    '嗯，是的',
    '是同一个',
    'En',
    '1',
  ];
  const english = ['yes', 'Yeah I did', 'yep', 'sure', 'I think so', 'it does'];
  const no = [
    '木有',
    '没有啊',
    '不是',
    '不对',
    '好像没有',
    '还没',
    '嗯 没有',
    '都没动过',
    '没',
    '无',
    '木有啊',
  ];
  const englishNo = ['nope', 'nah', 'not yet', "I don't think so", 'No.', 'i did not', 'never'];

  it.each([...yes, ...english])('hears a yes in “%s”', (text) => {
    expect(reply(yesNo(), text)).toBe(true);
  });

  it.each([...no, ...englishNo])('hears a no in “%s”', (text) => {
    expect(reply(yesNo(), text)).toBe(false);
  });

  it.each(['不清楚', '不知道耶', 'idk', 'not sure', '没注意', '什么意思', '视频', 'hmm'])(
    'hears neither in “%s”',
    (text) => {
      expect(reply(yesNo(), text)).toBeUndefined();
    },
  );

  it('lets the words of the matter decide, asked or not', () => {
    const valid = yesNo({ yes: /没过期/, no: /过期/ });

    expect([aside(yesNo({ no: /过期/ }), '身份证过期了'), aside(valid, '一切好')]).toEqual([
      false,
      undefined,
    ]);
  });

  it('does not take a stray yes for an answer when nobody asked', () => {
    expect(aside(yesNo(), '是的')).toBeUndefined();
  });
});

describe('a numbered answer', () => {
  it.each([
    ['1', 0],
    ['第二个', 1],
    ['第1个', 0],
    ['the first one', 0],
    ['2。', 1],
    ['选1', 0],
    ['二', 1],
    ['3、卡在99%', 2],
    ['最后一个', 2],
    ['option 2', 1],
    ['我选第三个', 2],
    ['1吧', 0],
    ['the second', 1],
    ['②', 1],
    ['b', 1],
    ['the last one', 2],
  ])('“%s” picks number %d', (text, index) => {
    expect(ordinalIn(normalize(text), 3)).toBe(index);
  });

  it.each(['15', '3天', '4', 'no', '随便', '2块'])('“%s” picks none of three', (text) => {
    expect(ordinalIn(normalize(text), 3)).toBeUndefined();
  });

  it('is also picked by words that speak for it', () => {
    const kind = choice({ broken: /碎|坏/, wrong: /发错/ });

    expect([reply(kind, '2'), reply(kind, '杯子碎了'), aside(kind, '2'), aside(kind, '发错颜色')]).toEqual([
      'wrong',
      'broken',
      undefined,
      'wrong',
    ]);
  });
});

describe('money', () => {
  const paid = money(/花了?|付了?|运费|paid/, /免费/);
  const received = money(/赔了?|reimbursed/);

  it.each([
    ['十五块', 15],
    ['15', 15],
    ['15块5', 15.5],
    ['12块8毛', 12.8],
    ['¥12.80', 12.8],
    ['一共十八块钱吧', 18],
    ['三十多块', 30],
    ['两百三', 230],
    ['fifteen', 15],
    ['$15', 15],
    ['免费', 0],
  ])('of “%s” is %d as an answer', (text, yuan) => {
    expect(reply(paid, text)).toBe(yuan);
  });

  it('is read beside other sums by the words before it', () => {
    const text = '运费花了15块，保险赔了8块5';

    expect([aside(paid, text), aside(received, text)]).toEqual([15, 8.5]);
  });

  it.each(['3天', '没说', '运费3天没到'])('is not read out of “%s”', (text) => {
    expect(reply(paid, text)).toBeUndefined();
  });

  it('is not guessed when nobody asked and nothing speaks for it', () => {
    expect(aside(paid, '大概15块')).toBeUndefined();
  });

  it('is found wherever it is written', () => {
    expect(sumsIn('15块5、¥20 和 八毛')).toEqual([15.5, 20, 0.8]);
  });
});

describe('a file', () => {
  it.each([
    ['4个G', 4096],
    ['3.2g', 3276.8],
    ['800兆', 800],
    ['四个多g', 4096],
    ['用5g网传的 2.5GB', 2560],
    ['900 mb', 900],
    ['512kb', 0.5],
    ['2', 2048],
    ['1500', 1500],
  ])('of “%s” has %d MB', (text, megabytes) => {
    expect(reply(fileSize, text)).toBe(megabytes);
  });

  it.each(['用的5G网络', '三天了', '75', '0', '不大'])('has no size in “%s”', (text) => {
    expect(reply(fileSize, text)).toBeUndefined();
  });

  it.each([
    ['mp 4', 'MP4'],
    ['是AVI的', 'AVI'],
    ['mp四', 'MP4'],
    ['.mov', 'MOV'],
    ['its an mkv file', 'MKV'],
  ])('“%s” has the format %s', (text, format) => {
    expect(aside(fileFormat, text)).toBe(format);
  });

  it('has no format in the name of a phone', () => {
    expect(reply(fileFormat, 'iphone拍的')).toBeUndefined();
  });
});

describe('a count', () => {
  const fans = count(/个|粉|followers/, /少了|掉了/);

  it.each([
    ['掉了三百多个', 300],
    ['1.2w粉', 12_000],
    ['少了两千多', 2000],
    ['几百个', '几百'],
  ])('stands in “%s” without a question', (text, number) => {
    expect(aside(fans, text)).toBe(number);
  });

  it('is any number as an answer, but no number of days', () => {
    expect([reply(fans, '2000+'), reply(fans, '3天')]).toEqual([2000, undefined]);
  });
});

describe('an hour', () => {
  it.each([
    ['晚上8点', 20],
    ['凌晨2点半', 2],
    ['20:30', 20],
    ['8pm', 20],
    ['中午', 12],
    ['中午11点', 11],
    ['晚上十点多', 22],
    ['2 am', 2],
    ['13', 13],
    ['24点', 0],
  ])('of “%s” is %d', (text, at) => {
    expect(reply(hour, text)).toBe(at);
  });

  it.each(['随时', '30点', '三天'])('is not read out of “%s”', (text) => {
    expect(reply(hour, text)).toBeUndefined();
  });
});

describe('an order number', () => {
  it.each([
    ['订单号 6921234567890123456', '6921234567890123456'],
    ['sf1234567890123', 'SF1234567890123'],
  ])('stands in “%s”', (text, number) => {
    expect(aside(orderNumber, text)).toBe(number);
  });

  it.each(['13812345678', 'KF-0123-4567-89AB', '12345'])('is not %s', (text) => {
    expect(reply(orderNumber, text)).toBeUndefined();
  });
});

describe('free text', () => {
  it('is what an answer says, shortened', () => {
    expect(reply(words, `他说${'很'.repeat(100)}`)).toHaveLength(80);
  });

  it.each(['啊', '什么', 'ok', '？？', '在吗'])('is not “%s”', (text) => {
    expect(reply(words, text)).toBeUndefined();
  });

  it('is never taken from words nobody asked for', () => {
    expect(aside(words, '他说我搬运')).toBeUndefined();
  });

  it('keeps no secret that a customer sends', () => {
    const text = normalize(
      '密码是abc123，验证码 482913，卡号6222 0212 3456 7890 123，身份证11010119900307123X',
    );

    expect(withoutSecrets(text)).not.toMatch(/abc123|482913|0212|3456|1990/);
    expect(withoutSecrets('手机13812345678')).toBe('手机138****5678');
  });
});

describe('a customer who does not know', () => {
  it.each(['不清楚', '看不到', '找不到啊', 'no idea', "can't find it", '忘了'])(
    'says so with “%s”',
    (text) => {
      expect(reply(orUnsure(fileFormat), text)).toBe(UNSURE);
    },
  );

  it('is not asked by their own words', () => {
    expect(aside(orUnsure(fileFormat), '不清楚')).toBeUndefined();
  });
});
