import { describe, expect, it } from 'vitest';
import {
  anEarlierTicket,
  answered,
  botLines,
  handedOver,
  lastOfBot,
  talk,
  written,
} from '../support/talks.ts';

const upload = 'content.upload.failed';
const refund = 'buyer.refund.not-arrived';
const ban = 'account.restriction.ban-appeal';
const guess = (id: string, confidence: number) => ({ id, confidence, reasons: [] });
const answer = {
  text: '退款一般三天内到账。',
  citations: [{ articleId: 'refund', version: 1, title: '退款' }],
};
const failing = { text: '视频一直传不上去', about: upload };
const between = {
  text: '退款的事',
  means: { intents: [guess(refund, 0.4), guess('buyer.refund.apply', 0.3)] },
};

describe('an unclear message', () => {
  it('is met with one question that offers the likeliest meanings by name', () => {
    const said = lastOfBot(talk([between]));

    expect(said.text).toContain('1. 退款未到账\n2. 申请退款');
    expect(said).toMatchObject({ purpose: 'question', dialogue: { step: 'meaning', failures: 1 } });
  });

  it('asks an English customer in English', () => {
    const said = lastOfBot(talk([{ ...between, text: 'it is about my refund thing' }]));

    expect(said.text).toContain('1. Refund not arrived\n2. Ask for a refund');
  });

  it('asks openly when no meaning is likely', () => {
    expect(lastOfBot(talk(['嗯那个'])).text).toContain('能再说具体一点吗');
  });

  it('is answered once the customer picks a meaning', () => {
    const history = talk([between, { text: '第一个', answer }]);

    expect(lastOfBot(history)).toMatchObject({ text: answer.text, purpose: 'answer' });
    expect(history.ticket.intentId).toBe(refund);
  });

  it.each(['都不是', '嗯？', '随便'])('goes to a person after a second one (%s)', (text) => {
    const history = talk([between, text]);

    expect(handedOver(history)).toBe('the bot asked once and is still unsure');
    expect(botLines(history)).toHaveLength(2);
  });

  it('is no greeting: a nod to the question is not answered with small talk', () => {
    const history = talk([between, { text: '好的', about: 'service.chitchat.greeting', answer }]);

    expect(handedOver(history)).toBe('the bot asked once and is still unsure');
  });
});

describe('a matter outside the platform', () => {
  it('is declined with what the desk can do, and then given to a person', () => {
    const weather = { text: '明天下雨吗', about: 'none' };

    const history = talk([weather]);

    expect(lastOfBot(history).text).toContain('不在平台客服能处理的范围内');
    expect(handedOver(talk([weather, { text: '那后天呢', about: 'none' }]))).toBeDefined();
  });
});

describe('after an answer', () => {
  const told = { text: '退款没到账', about: refund, answer };

  it.each(['解决了', '谢谢', '好了 谢谢', 'thanks, solved'])(
    '“%s” closes politely and settles the ticket',
    (text) => {
      const history = talk([told, text]);

      expect(history.ticket.status).toBe('resolved');
      expect(lastOfBot(history).purpose).toBe('notice');
    },
  );

  it.each(['没解决', '还是不行', 'still not'])(
    '“%s” goes to a person when there is no further step',
    (text) => {
      expect(handedOver(talk([told, text]))).toBe('the answer did not settle it');
    },
  );

  it('“not solved” goes on with the kit where there is one', () => {
    const history = talk([{ text: '视频上传要求', about: upload, answer }, '还是不行']);

    expect(lastOfBot(history).dialogue).toMatchObject({ kit: 'GK-03', step: 'format' });
  });

  it('“not solved” takes the next step of a kit, with what the words tell', () => {
    const history = talk([failing, 'avi', '转成mp4了 还是不行 800兆']);

    expect(lastOfBot(history).dialogue).toMatchObject({ step: 'stuck', slots: { format: 'MP4', size: 800 } });
  });

  it.each(['我试试', '好的', '等一下'])('“%s” is given time, and nobody is counted late', (text) => {
    const history = talk([told, text]);

    expect(history.ticket).toMatchObject({ status: 'open', holder: { kind: 'bot' } });
    expect(history.ticket.unansweredSince).toBeUndefined();
  });

  it('something unclear is asked about once', () => {
    const history = talk([told, '那个呢']);

    expect(lastOfBot(history).text).toContain('上面的办法解决了吗');
    expect(handedOver(talk([told, '那个呢', '啊？']))).toBeDefined();
  });

  it.each([
    ['1', 'resolved'],
    ['解决了', 'resolved'],
    ['对', 'resolved'],
  ])('“did that settle it?” understands “%s”', (text, status) => {
    expect(talk([told, '那个呢', text]).ticket.status).toBe(status);
  });

  it.each(['2', '没有', '还没'])('“did that settle it?” goes on after “%s”', (text) => {
    expect(handedOver(talk([told, '那个呢', text]))).toBe('the answer did not settle it');
  });

  it('“something else” is asked for', () => {
    expect(lastOfBot(talk([told, '那个呢', '3'])).text).toContain('想问什么');
  });

  it('the same answer is never given again', () => {
    const history = talk([told, { text: '退款没到账呀', about: refund, answer }]);

    expect(lastOfBot(history).text).toContain('上面的办法解决了吗');
  });

  it('nor is the same article in other words', () => {
    const reworded = { ...answer, text: '三天之内会到账的。' };

    const history = talk([told, { text: '退款没到账呀', about: refund, answer: reworded }]);

    expect(lastOfBot(history).text).toContain('上面的办法解决了吗');
  });

  it('but an article that was changed meanwhile is told', () => {
    const changed = {
      text: '退款一天到账。',
      citations: [{ articleId: 'refund', version: 2, title: '退款' }],
    };

    const history = talk([told, { text: '退款没到账呀', about: refund, answer: changed }]);

    expect(lastOfBot(history).text).toBe(changed.text);
  });

  it('a ticket that was settled too early goes on where it stood', () => {
    const history = talk([failing, 'avi', '谢谢', '还是不行 转成mp4了']);

    expect(lastOfBot(history).dialogue).toMatchObject({ kit: 'GK-03', step: 'size' });
  });
});

describe('words that crossed with the bot’s own', () => {
  const crossing = (text: string, means = {}) => {
    const first = written(undefined, failing, 0);
    const second = written(first, { text }, 1);
    const spoken = answered(first, failing, 2);
    const added = spoken.events
      .slice(first.events.length)
      .map((event, i) => ({ ...event, number: second.number + i + 1 }));
    const history = { ...spoken, number: second.number + added.length, events: [...second.events, ...added] };
    return {
      before: botLines(history).length,
      after: answeredAt(history, second.number, { text, ...means }),
    };
  };
  const answeredAt = (
    history: ReturnType<typeof talk>,
    number: number,
    line: { text: string; about?: string },
  ) => {
    const upTo = { ...history, events: history.events };
    return answered({ ...upTo, ticket: { ...history.ticket, botHandledNumber: number - 1 } }, line, 5, {
      throughNumber: number,
    });
  };

  it('are only noted when they add nothing', () => {
    const { before, after } = crossing('急急急');

    expect(botLines(after)).toHaveLength(before);
    expect(after.ticket.timers['silence-due']).toBeDefined();
  });

  it('are taken up when they tell something the kit asks for', () => {
    expect(lastOfBot(crossing('mp4的').after).dialogue).toMatchObject({ step: 'size' });
  });

  it('are answered when they are another matter', () => {
    expect(handedOver(crossing('我要投诉客服', { about: 'service.complaint.attitude' }).after)).toBeDefined();
  });
});

describe('an upset customer', () => {
  it('is calmed before anything else', () => {
    const { text } = lastOfBot(talk([{ ...failing, sentiment: 'negative' }]));

    expect(text.split('\n')[0]).toBe('这件事给您添堵了，我来帮您看看。');
  });

  it('is calmed before being handed over, too', () => {
    const { text } = lastOfBot(talk([{ text: '账号被封了', about: ban, sentiment: 'angry' }]));

    expect(text.split('\n')[0]).toContain('生气');
  });

  it('who stays angry talks to a person', () => {
    const history = talk([
      { ...failing, sentiment: 'angry' },
      { text: '你们什么破平台真的受够了', sentiment: 'angry' },
    ]);

    expect(handedOver(history)).toBe('customer was angry twice in a row');
    expect(history.ticket.summary).toContain('情绪：愤怒');
  });

  it('is not made of a short reply', () => {
    const history = talk([failing, { text: 'mp4', sentiment: 'negative' }]);

    expect(lastOfBot(history).text).toBe('文件有多大？写个约数，例如「800MB」或「2GB」。');
  });
});

describe('danger to a life', () => {
  it('gets words of its own and a person at once, without a kit, a form or a calming phrase', () => {
    const history = talk([{ text: '我不想活了', about: 'safety.harm.crisis', sentiment: 'negative' }]);

    expect(lastOfBot(history).text).toMatch(/^谢谢您愿意说出来[\s\S]*12356/);
    expect(history.ticket).toMatchObject({ priority: 'urgent', holder: { kind: 'queue' } });
  });
});

describe('somebody who comes again', () => {
  const earlier = (...days: number[]) => ({ earlierTickets: days.map((it) => anEarlierTicket(refund, it)) });
  const asks = { text: '退款没到账', about: refund, answer };

  it('is known and offered a person', () => {
    const history = talk([asks], earlier(2));

    expect(lastOfBot(history).text).toContain('如果想直接找人工');
    expect(history.ticket).toMatchObject({ contacts: 2, priority: 'normal' });
  });

  it('is told so once', () => {
    const history = talk([asks, '查过了还是没到'], earlier(2));

    expect(botLines(history).filter((it) => it.includes('如果想直接找人工'))).toHaveLength(1);
  });

  it('is pressing the third time (rule H1)', () => {
    expect(talk([asks], earlier(2, 4)).ticket).toMatchObject({ contacts: 3, priority: 'high' });
  });

  it('is recognised as soon as the bot knows what it is about', () => {
    const unsure = { text: '钱呢', means: { intents: [{ id: refund, confidence: 0.3, reasons: [] }] } };

    const history = talk([unsure, '是的'], earlier(2, 4));

    expect(handedOver(history)).toContain('repeat: contact 3');
  });

  it('is still counted in the summary of a later turn', () => {
    const history = talk([asks, '转人工'], earlier(2));

    expect(history.ticket.summary).toContain('第2次来访');
  });

  it('talks to a person the third time', () => {
    expect(handedOver(talk([asks], earlier(2, 4)))).toContain('repeat: contact 3');
  });

  it('talks to a person when angry', () => {
    expect(handedOver(talk([{ ...asks, sentiment: 'angry' }], earlier(2)))).toContain('repeat: contact 2');
  });

  it('is told in the summary which visit it is', () => {
    expect(talk([asks], earlier(2, 4)).ticket.summary).toContain('第3次来访');
  });
});
