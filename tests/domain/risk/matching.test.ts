import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/risk.ts';

const sounds = 'jia 加佳嘉\nwei 微威薇\nxin 信新心\ndu 赌读堵\nbo 博播搏';

describe('words of the lists', () => {
  it.each([
    ['as written', '我要裸聊服务'],
    ['full width and traditional', '我要裸聊服務'],
    ['with zero-width characters', '我要裸\u200b聊\u2060服\ufeff务'],
    ['with signs between all characters', '裸*聊-服.务'],
    ['with spaces between all characters', '裸 聊 服 务'],
    ['with stops between all characters', '裸。聊。服。务'],
    ['with combining marks', '裸\u0336聊\u0336服\u0336务\u0336'],
  ])('are found %s', (_name, text) => {
    expect(findingsOf(text, { pornography: 'high 裸聊服务' })).toMatchObject([
      { category: 'pornography', severity: 'high', action: 'block' },
    ]);
  });

  it.each([
    ['Latin letters of other scripts', 'wе sеll fаke іds', 'fake id'],
    ['digits for letters', 'buy c0caine', 'cocaine'],
    ['letters apart', 'buy c o c a i n e now', 'cocaine'],
    ['a dollar for an s', 'pu$$y', 'pussy'],
    ['an English ending', 'cheap cocaines', 'cocaine'],
    ['letters in boxes', '🅲🅾🅲🅰🅸🅽🅴', 'cocaine'],
    ['a number behind a name', '来vx123456', 'vx'],
  ])('are found in %s', (_name, text, word) => {
    expect(findingsOf(text, { contraband: `high ${word}` })).toHaveLength(1);
  });

  it.each([
    ['inside a longer English word', 'pineapple', 'apple'],
    ['inside a longer number', '14208', '420'],
    ['across the end of a sentence', '我不赌。博物馆在哪', '赌博'],
    ['across a single space between two characters', '别去赌 博物馆在哪', '赌博'],
  ])('are not found %s', (_name, text, word) => {
    expect(findingsOf(text, { gambling: `high ${word}` })).toEqual([]);
  });

  it('are found by their sound when half of the characters are right', () => {
    const files = { diversion: 'high ~加微信', sounds };

    expect(findingsOf('佳微信', files)).toMatchObject([{ disguise: 'sound' }]);
    expect(findingsOf('jiaweixin', files)).toMatchObject([{ disguise: 'sound', span: [0, 9] }]);
    expect(findingsOf('加wei信', files)).toMatchObject([{ disguise: 'sound' }]);
    expect(findingsOf('佳威新', files)).toEqual([]);
  });

  it.each([
    ['as a word of its own', 'ai 加 jiawei 吗', 1],
    ['as the last word', '加我 jiawei', 1],
    ['inside another word', 'zjiawei', 0],
    ['before more letters', 'jiaweiz', 0],
    ['in two words', 'jia wei', 0],
  ])('of two characters are found in plain letters only %s', (_where, text, times) => {
    const files = { diversion: 'high ~加微', sounds };

    expect(findingsOf(text, files)).toHaveLength(times);
  });

  it('are not found by their sound across the end of a sentence', () => {
    expect(findingsOf('佳。微信', { diversion: 'high ~加微信', sounds })).toEqual([]);
  });

  it('are found in the spellings that are listed, unless a word is marked as exact', () => {
    const variants = '微信 = 薇信|vx';

    expect(findingsOf('加vx', { diversion: 'high 加微信', variants })).toHaveLength(1);
    expect(findingsOf('加vx', { diversion: 'high =加微信', variants })).toEqual([]);
  });

  it('are told by their place in the original text', () => {
    const text = '老师：法\u200b輪 功，好';

    const [finding] = findingsOf(text, { politics: 'high 法轮功', variants: '' });

    expect(text.slice(...(finding?.span ?? [0, 0]))).toBe('法\u200b輪 功');
  });
});

describe('company and harmless phrases', () => {
  it('lets a word count only with its company near', () => {
    const files = { weapons: 'high 手枪 & @sell', classes: '@sell 出售|现货' };

    expect(findingsOf('出售手枪', files)).toHaveLength(1);
    expect(findingsOf('手枪腿怎么练', files)).toEqual([]);
    expect(findingsOf(`出售二手沙发${'，成色很好'.repeat(10)}手枪`, files)).toEqual([]);
  });

  it('can demand that company follows', () => {
    const files = { fraud: 'high@agent 验证码 > 发我|告诉我' };

    expect(findingsOf('把验证码告诉我', files, 'agent')).toHaveLength(1);
    expect(findingsOf('告诉我您收到验证码了吗', files, 'agent')).toEqual([]);
    expect(findingsOf('把验证码告诉我', files, 'customer')).toEqual([]);
  });

  it.each(['我跟他打赌', '打 赌而已'])('does not count inside a harmless phrase: %s', (text) => {
    expect(findingsOf(text, { gambling: 'medium 赌 & 我|而已 ! 打赌' })).toEqual([]);
  });

  it('finds account names, web addresses and sums by itself', () => {
    const files = {
      diversion: 'high 微信 > @handle',
      spam: 'high 点击 & @link',
      fraud: 'high 日赚 & @amount',
    };

    expect(findingsOf('微信 lxm8899', files)).toMatchObject([{ category: 'diversion' }]);
    expect(findingsOf('微信登录', files)).toEqual([]);
    expect(findingsOf('点击 dy-safe.top', files)).toMatchObject([{ category: 'spam' }]);
    expect(findingsOf('日赚八百', files)).toMatchObject([{ category: 'fraud' }]);
  });

  it('counts the words of a class like words of the line', () => {
    const files = { minors: 'high @child & 裸照', classes: '@child 小学生|初中生' };

    expect(findingsOf('小学生裸照', files)).toHaveLength(1);
  });
});
