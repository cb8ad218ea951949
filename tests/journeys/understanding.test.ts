import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { signIn } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';
import { Article } from '../../schemas/article.ts';
import type { CustomerEvent } from '../../schemas/views.ts';
import { aCustomer, aDesk, deployment, happened } from './cloud.ts';
import { Device } from './device.ts';

type Asking = Awaited<ReturnType<typeof aCustomer>>;

/** The bot's next message after an event, as the customer sees it. */
function botSays(customer: Asking, ticketId: string, after = 0): Promise<CustomerEvent> {
  return poll(`the bot's words on ${ticketId}`, async () => {
    const events = await customer.events(ticketId, after);
    return events.find(({ type, from }) => type === 'MessageSent' && from.kind === 'bot');
  });
}

/** What the bot says to somebody new. */
async function answerTo(text: string): Promise<CustomerEvent> {
  const customer = await aCustomer();
  const { ticketId } = await customer.open(text);
  return botSays(customer, ticketId);
}

describe('the bot', () => {
  it('asks one question when it is unsure, and then answers with the article it took the answer from', async () => {
    await aDesk();
    const customer = await aCustomer();

    const { ticketId } = await customer.open('账号的问题');
    const asked = await botSays(customer, ticketId);
    const { number } = await customer.say(ticketId, '登录密码忘了，怎么重新设置密码');
    const answered = await botSays(customer, ticketId, number);

    expect(asked).toMatchObject({ purpose: 'question' });
    expect(answered).toMatchObject({
      purpose: 'answer',
      citations: [{ articleId: 'reset-forgotten-password', version: 1 }],
    });
  });

  it('calms somebody angry who loses money, and a person has it within the 15 seconds, with a summary', async () => {
    const { wang, chen } = await aDesk('wang');
    const customer = await aCustomer();

    const { ticketId } = await customer.open(
      '我的卡被盗刷了三千块！钱还在被转走，你们平台是骗子吗，气死我了！！',
    );
    const said = await botSays(customer, ticketId);
    const queued = await happened(chen, ticketId, 'TicketQueued');
    const offered = await happened(chen, ticketId, 'TicketOffered');
    await wang.act(ticketId, 'accept');
    const accepted = await happened(chen, ticketId, 'TicketAccepted');
    const [opened] = await chen.history(ticketId);
    await wang.act(ticketId, 'resolve', { reason: '已协助冻结' });
    const since = Date.parse(opened?.occurredAt ?? '');

    expect(said.text).toMatch(/^钱上的事不清不楚，换谁都会火[^]*立刻联系银行止付/);
    expect(queued.timers?.['reached-due']).toBe(new Date(since + 15_000).toISOString());
    expect(queued.body.summary).toMatch(/诉求：未授权扣款、资金被盗（紧急）[^]*金额：三千块[^]*情绪：愤怒/);
    expect(offered.body.agentId).toBe('laowang');
    expect(Date.parse(offered.occurredAt) - since).toBeLessThan(15_000);
    expect(accepted.body.reached).toBe('met');
  });

  it.each([
    { text: '退款還沒到帳，已經十天了', words: '请这样核对', cites: 'refund-not-arrived' },
    {
      text: 'My refund has not arrived for ten days, where is it?',
      words: 'Please check',
      cites: 'refund-not-arrived',
    },
    { text: 'my video 一直 upload failed 怎么解决', words: 'MP4 and MOV', cites: 'video-upload-failed' },
  ])('answers in kind: $text', async ({ text, words, cites }) => {
    await aDesk();

    const said = await answerTo(text);

    expect(said.citations).toMatchObject([{ articleId: cites }]);
    expect(said.text).toContain(words);
  });

  it('leaves a language it does not speak to people, and says so in three', async () => {
    const { chen } = await aDesk();
    const customer = await aCustomer();

    const { ticketId } = await customer.open('Đơn hàng của tôi vẫn chưa đến, giúp tôi với');
    const said = await botSays(customer, ticketId);
    const queued = await happened(chen, ticketId, 'TicketQueued');

    expect(said.text?.split('\n')).toHaveLength(3);
    expect(queued.body.reason).toBe('customer writes another language: vi');
  });

  it('knows who comes for the third time about the same matter', async () => {
    const { chen } = await aDesk();
    const customer = await aCustomer();
    const ask = async () => {
      const { ticketId } = await customer.open('退款还没到账');
      await happened(chen, ticketId, 'TicketClassified');
      return ticketId;
    };

    await ask();
    await ask();
    const queued = await happened(chen, await ask(), 'TicketQueued');

    expect(queued.body.reason).toMatch(/^repeat: contact 3/);
    expect(queued.body.summary).toMatch(/（高）[^]*第3次来访/);
  });
});

describe('a customer who loses patience with an agent', () => {
  it('is made known to the agent and to the lead', async () => {
    const { li, chen } = await aDesk('li');
    const screen = await Device.of(chen);
    const customer = await aCustomer();
    const { ticketId } = await customer.open('转人工');
    await happened(chen, ticketId, 'TicketOffered');
    await li.act(ticketId, 'messages', { text: '您好，请讲。' });

    await customer.say(ticketId, '等了三天没人管，你们这帮骗子，垃圾平台，气死我了！！');
    const pushed = await screen.hears('elsewhere', ({ events }) => events[0]?.type === 'MoodChanged');
    await li.act(ticketId, 'resolve', { reason: '已道歉并处理' });

    expect(pushed).toMatchObject({
      ticketId,
      events: [{ body: { sentiment: 'angry', warned: true, warning: 'the customer is angry' } }],
    });
  });
});

describe('an article', () => {
  const QUESTION = '怎么开发票';

  /** Writes the invoice article anew, with these words in front. */
  async function edit(words: string, effectiveAt?: Date): Promise<Article> {
    const editor = await signIn(deployment(), 'editor');
    const path = '/v1/desk/articles/order-invoice';
    const { effectiveAt: _before, ...now } = await editor.call(Article, 'GET', path);
    const zh = now.texts['zh'];
    const answer = `${words}${zh?.answer.replace(/^【.*?】/, '') ?? ''}`;
    const article = {
      ...now,
      version: now.version + 1,
      texts: { ...now.texts, zh: { title: '发票', phrasings: [], ...zh, answer } },
      ...(effectiveAt && { effectiveAt: effectiveAt.toISOString() }),
    };
    const { articleId: _id, ...body } = article;
    await editor.call(z.unknown(), 'PUT', path, body);
    return article;
  }

  const heard = (words: string, seconds: number) =>
    poll(
      `“${words}” from the bot`,
      async () => {
        const said = await answerTo(QUESTION);
        return said.text?.includes(words) ? said : undefined;
      },
      seconds,
    );

  it('is what the bot says within a minute of being changed', async () => {
    await aDesk();

    const { version } = await edit('【新】');
    const said = await heard('【新】', 60);

    expect(said.citations).toMatchObject([{ articleId: 'order-invoice', version }]);
  });

  it('waits for its date: not before midnight in China, and from its time on without another hand', async () => {
    await aDesk();
    const today = await edit('【今】');
    await heard('【今】', 60);

    await edit('【明】', nextMidnightInChina());
    const before = await answerTo(QUESTION);
    const { version } = await edit('【到点】', new Date(Date.now() + 25_000));
    const stillBefore = await answerTo(QUESTION);
    const said = await heard('【到点】', 80);

    expect(before.citations).toMatchObject([{ version: today.version }]);
    expect(stillBefore.citations).toMatchObject([{ version: today.version }]);
    expect(said.citations).toMatchObject([{ version }]);
  });
});

/** UTC+8 knows no summer time. */
function nextMidnightInChina(): Date {
  const offset = 8 * 3_600_000;
  const day = 24 * 3_600_000;
  return new Date((Math.floor((Date.now() + offset) / day) + 1) * day - offset);
}
