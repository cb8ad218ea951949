import { describe, expect, it } from 'vitest';
import { optionIn, optionsOf, readTurn, standingOf } from '../../functions/domain/dialogue.ts';
import { anUnderstanding } from '../support/builders.ts';
import { answered, talk, understood, written } from '../support/talks.ts';

const refund = 'buyer.refund.not-arrived';
const apply = 'buyer.refund.apply';
const guess = (id: string, confidence: number) => ({ id, confidence, reasons: [] });
const between = { intents: [guess(refund, 0.4), guess(apply, 0.3)] };
const vague = { text: '退款的事', means: between };
const asked = () => talk([vague]);
const lastNumber = ({ number }: { number: number }) => number;

describe('where a conversation stands', () => {
  it('is told by its history: what is unread, what was said, and where the bot left off', () => {
    const history = written(asked(), { text: '第一个' }, 10);

    expect(standingOf(history, history.number)).toMatchObject({
      words: '第一个',
      earlier: ['退款的事'],
      dialogue: { step: 'meaning', options: [refund, apply], failures: 1 },
      crossed: false,
    });
  });

  it('joins what was written in several messages', () => {
    const twice = written(written(asked(), { text: '就是' }, 10), { text: '没到账' }, 12);

    expect(standingOf(twice, twice.number).words).toBe('就是\n没到账');
  });

  it('sees words that crossed with the bot’s own', () => {
    const first = written(undefined, vague, 0);
    const second = written(first, { text: '急' }, 1);
    const history = { ...answered(first, vague, 2) };
    const crossed = { ...history, events: [...second.events, ...history.events.slice(first.events.length)] };

    expect(standingOf(crossed, second.number).crossed).toBe(true);
  });

  it('begins anew after a person had the ticket', () => {
    const handed = talk([vague, '转人工']);

    expect(standingOf(handed, lastNumber(handed)).dialogue).toBeUndefined();
  });

  it('goes on after the bot settled it too early, without old failures', () => {
    const history = written(talk([vague, '算了']), { text: '还是没到' }, 30);

    expect(standingOf(history, history.number).dialogue).toMatchObject({ step: 'meaning', failures: 0 });
  });
});

describe('a reply to “which do you mean”', () => {
  const read = (text: string, means = {}) => {
    const history = written(asked(), { text }, 10);
    return readTurn(history, history.number, (words) => understood({ text: words, means }));
  };

  it('picks by number, and the first words are searched with', () => {
    const { understanding, question } = read('第一个');

    expect(understanding).toMatchObject({ abstained: false, intents: [{ id: refund, confidence: 1 }] });
    expect(question).toBe('退款的事');
  });

  it('is understood by itself when it says it better', () => {
    const { understanding } = read('是运费险没赔', {
      abstained: false,
      intents: [guess('buyer.return.freight', 0.9)],
    });

    expect(understanding.intents[0]?.id).toBe('buyer.return.freight');
  });

  it('is else understood together with what was unclear', () => {
    const history = written(asked(), { text: '三天了' }, 10);

    const { understanding, question } = readTurn(history, history.number, (words) =>
      words === '退款的事\n三天了' ? understood({ text: words, about: refund }) : understood({ text: words }),
    );

    expect([understanding.abstained, understanding.intents[0]?.id, question]).toEqual([
      false,
      refund,
      '退款的事\n三天了',
    ]);
  });

  it('that is urgent or asks for a person is never taken for a choice', () => {
    const { understanding } = read('1 转人工');

    expect(understanding).toMatchObject({ wantsHuman: true, abstained: true });
  });

  it('makes an urgent case urgent by picking it', () => {
    const stolen = 'account.security.stolen';
    const history = written(
      talk([{ text: '账号', means: { intents: [guess(stolen, 0.3), guess(refund, 0.3)] } }]),
      { text: '1' },
      10,
    );

    const { understanding } = readTurn(history, history.number, (text) => understood({ text }));

    expect(understanding).toMatchObject({ priority: 'urgent', urgency: { urgent: true } });
  });
});

describe('an option', () => {
  const options = [refund, apply, 'buyer.return.freight'];

  it.each([
    ['1', refund],
    ['第二个', apply],
    ['the first one', refund],
    ['last one', 'buyer.return.freight'],
    ['未到账', refund],
    ['运费险', 'buyer.return.freight'],
    ['refund not arrived', refund],
  ])('is picked by “%s”', (text, id) => {
    expect(optionIn(text, options)).toBe(id);
  });

  it.each(['4', '都不是', '退款', 'hmm', ''])('is not picked by “%s”', (text) => {
    expect(optionIn(text, options)).toBeUndefined();
  });

  it('that stands alone is picked by a yes', () => {
    expect([optionIn('是的', [refund]), optionIn('是的', options), optionIn('不是', [refund])]).toEqual([
      refund,
      undefined,
      undefined,
    ]);
  });
});

describe('the meanings to offer', () => {
  it.each([
    { what: 'two or three that are close', guesses: [0.4, 0.35, 0.2, 0.02], offered: 3 },
    { what: 'none that is far behind', guesses: [0.44, 0.12, 0.1], offered: 2 },
    { what: 'one that is likely by itself', guesses: [0.3, 0.02], offered: 1 },
    { what: 'none that is faint', guesses: [0.12, 0.02], offered: 0 },
  ])('are $what', ({ guesses, offered }) => {
    const ids = [refund, apply, 'buyer.return.freight', 'buyer.order.tracking'];

    const options = optionsOf(anUnderstanding({ intents: guesses.map((it, i) => guess(ids[i] ?? '', it)) }));

    expect(options).toEqual(ids.slice(0, offered));
  });

  it('are cases, no categories, greetings or wishes', () => {
    const intents = [
      guess('buyer.refund', 0.4),
      guess('service.human.request', 0.3),
      guess(refund, 0.2),
      guess('none', 0.2),
    ];

    expect(optionsOf(anUnderstanding({ intents }))).toEqual([refund]);
  });
});

describe('the language of an answer', () => {
  const languageOf = (lines: string[], locale = 'zh-CN') => {
    const [first = '', ...rest] = lines;
    let history = written(undefined, { text: first }, 0, { locale });
    for (const [index, text] of rest.entries()) history = written(history, { text }, index + 1);
    return readTurn(history, history.number, (text) => understood({ text })).language;
  };

  it.each([
    { what: 'the message', lines: ['my refund has not arrived'], language: 'en' },
    { what: 'the message, in traditional script', lines: ['退款還沒到帳'], language: 'zh-Hant' },
    {
      what: 'the conversation when the message is short',
      lines: ['我的视频传不上去', 'mp4'],
      language: 'zh',
    },
    {
      what: 'the conversation when the message is a number',
      lines: ['my video does not upload', '1'],
      language: 'en',
    },
    {
      what: 'the larger share of a mixture',
      lines: ['退款 freight insurance only paid 8 but I paid 15 what now'],
      language: 'en',
    },
    {
      what: 'the larger share, Chinese',
      lines: ['我的 order 一直没有 shipping 商家也不回消息怎么办呀'],
      language: 'zh',
    },
  ])('is that of $what', ({ lines, language }) => {
    expect(languageOf(lines)).toBe(language);
  });

  it('is that of the app when the words tell nothing', () => {
    expect([languageOf(['???'], 'en-US'), languageOf(['???'])]).toEqual(['en', 'und']);
  });
});
