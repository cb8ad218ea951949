import { describe, expect, it } from 'vitest';
import { changesTopic, feedbackIn } from '../../functions/domain/courtesy.ts';
import { normalize } from '../../functions/domain/understanding/normalize.ts';

const heard = (text: string) => feedbackIn(normalize(text));

describe('a short reply', () => {
  it.each([
    '没解决',
    '还是不行',
    '没用啊',
    '试过了 还是那样',
    '不管用',
    '還是沒辦法',
    '谢谢但还是不行',
    '还是收不到',
    'still not working',
    "didn't help",
    'no luck',
    'I tried that already',
    'same problem',
  ])('says that it is not solved: “%s”', (text) => {
    expect(heard(text)).toBe('not-solved');
  });

  it.each([
    '解决了',
    '好了 谢谢',
    '搞定了！',
    '终于可以了',
    '传上去了',
    'it works now',
    'fixed, thanks',
    'sorted',
    '问题解决了',
  ])('says that it is settled: “%s”', (text) => {
    expect(heard(text)).toBe('settled');
  });

  it.each(['谢谢', '多谢啦', '辛苦了', 'thank you so much', 'cheers', '3q'])('thanks: “%s”', (text) => {
    expect(heard(text)).toBe('thanks');
  });

  it.each(['我先试试', '我去看看', '试一下吧', "I'll try that", 'let me try'])('will try: “%s”', (text) => {
    expect(heard(text)).toBe('will-try');
  });

  it.each(['稍等', '等一下我看看', '我找找', 'hold on', 'one moment please'])(
    'asks for time: “%s”',
    (text) => {
      expect(heard(text)).toBe('waits');
    },
  );

  it.each(['算了', '不用了谢谢', 'never mind', 'nvm', '再见'])('leaves it: “%s”', (text) => {
    expect(heard(text)).toBe('leaves-it');
  });

  it.each(['好的', '嗯嗯', 'ok', '知道了', 'I see'])('only nods: “%s”', (text) => {
    expect(heard(text)).toBe('acknowledges');
  });

  it.each([
    '退款多久到账',
    '谢谢，那退款多久到账？',
    '解决了吗',
    '怎么才能解决',
    '你好',
    'mp4',
    '我的视频传上去以后被下架了，请问这个是什么原因，麻烦尽快帮我看一下到底怎么回事',
    'how do I get it fixed?',
  ])('is about something else: “%s”', (text) => {
    expect(heard(text)).toBeUndefined();
  });
});

describe('a new matter', () => {
  it.each(['换个问题', '对了我还想问运费', '另外我的退款呢', 'another question', 'something else please'])(
    'is announced by “%s”',
    (text) => {
      expect(changesTopic(normalize(text))).toBe(true);
    },
  );

  it('is not announced by a plain reply', () => {
    expect(changesTopic('是mp4的')).toBe(false);
  });
});
