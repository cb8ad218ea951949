import { describe, expect, it } from 'vitest';
import { numbersTold } from '../../functions/memory/sockets.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { aCaller } from '../support/builders.ts';
import { aCustomer, aMemoryPlatform, aProfile, realModels } from '../support/memory.ts';

type Whole = ReturnType<typeof aMemoryPlatform>;

const seated = async (whole: Whole) => {
  await whole.desk.putAgent({ agentId: 'mei', ...aProfile() }, aCaller());
  await whole.desk.setPresence({ availability: 'available' }, aCaller());
};

const opened = async (whole: Whole, text: string) => {
  const content = { commandId: 'open-0001', text, channel: 'app', locale: 'zh-CN' } as const;
  const { ticketId } = await whole.customer.openTicket(content, aCustomer());
  await whole.clock.settle();
  return ticketId;
};

const typesOf = async ({ platform }: Whole, ticketId: string) =>
  (await platform.tickets.get(ticketId, 0)).events.map(({ type }) => type);

describe('the whole platform in memory', () => {
  it('brings a ticket from its opening to its closing', async () => {
    const whole = aMemoryPlatform();
    await seated(whole);
    const ticketId = await opened(whole, '转人工');

    await whole.desk.acceptTicket({ ticketId, commandId: 'accept-01' }, aCaller());
    await whole.desk.replyToCustomer({ ticketId, commandId: 'reply-001', text: '好了' }, aCaller());
    await whole.desk.resolveTicket({ ticketId, commandId: 'resolve-1', reason: '好了' }, aCaller());
    await whole.clock.settle();
    await whole.customer.answerSurvey(
      { ticketId, commandId: 'survey-01', score: 5, solved: true },
      aCustomer(),
    );
    await whole.clock.settle();

    expect(await typesOf(whole, ticketId)).toEqual([
      'TicketOpened',
      'MessageSent',
      'TicketClassified',
      'MessageSent',
      'TicketQueued',
      'TicketRouted',
      'TicketOffered',
      'TicketAccepted',
      'MessageSent',
      'TicketResolved',
      'SurveyOffered',
      'SurveyAnswered',
      'TicketClosed',
    ]);
    expect((await whole.platform.agents.get('mei')).seats).toEqual([]);
  });

  it('counts how the customer’s turns with people are answered, as they go', async () => {
    const whole = aMemoryPlatform();
    await seated(whole);
    const ticketId = await opened(whole, '转人工');
    const before = await whole.desk.getReplyRate({}, aCaller());

    await whole.desk.acceptTicket({ ticketId, commandId: 'accept-01' }, aCaller());
    await whole.desk.replyToCustomer({ ticketId, commandId: 'reply-001', text: '好了' }, aCaller());
    await whole.clock.settle();

    expect(before).toMatchObject({ turns: 1, kept: 0, missed: 0, atBest: 1, open: [{ ticketId }] });
    expect(await whole.desk.getReplyRate({}, aCaller())).toMatchObject({
      turns: 1,
      kept: 1,
      rate: 1,
      open: [],
      teams: [{ turns: 1, kept: 1 }],
    });
  });

  it('understands with the models that ship', async () => {
    const whole = aMemoryPlatform({ models: realModels });

    const ticketId = await opened(whole, '我的账号被盗了，钱包里的钱正在被人转走');

    expect((await whole.platform.tickets.get(ticketId)).ticket).toMatchObject({
      priority: 'urgent',
      holder: { kind: 'queue' },
    });
  });

  it('fires a timer at its second, and one that is far away as well', async () => {
    const whole = aMemoryPlatform();
    whole.start();
    const ticketId = await opened(whole, '转人工');
    const { timers } = (await whole.platform.tickets.get(ticketId)).ticket;

    await whole.pass(179);
    const before = await typesOf(whole, ticketId);
    await whole.pass(1);
    const after = await typesOf(whole, ticketId);
    await whole.pass(86_400);
    const { events } = await whole.platform.tickets.get(ticketId, 0);

    expect(before).not.toContain('TargetBreached');
    expect(after).toContain('TargetBreached');
    const missed = events.filter(({ type }) => type === 'TargetBreached').map(({ occurredAt }) => occurredAt);
    expect(missed[0]).toBe(timers['reached-due']);
    expect(missed).toContain(timers['resolution-due']);
  });

  it('pushes to open sockets, and forgets those that are gone', async () => {
    const whole = aMemoryPlatform();
    const received: SocketMessage[] = [];
    for (const device of ['phone', 'tablet']) {
      whole.sockets.connect(device, (message) => received.push(message));
      await whole.platform.connections.add('customer:customer-1', device, whole.clock.now());
    }
    whole.sockets.drop('tablet');
    await whole.pass(20);

    await opened(whole, '转人工');

    expect(received.flatMap(numbersTold)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await whole.platform.connections.list('customer:customer-1')).toEqual(['phone']);
  });

  it('tells the same story with the same seed, whatever goes wrong', async () => {
    const story = async () => {
      const whole = aMemoryPlatform({
        seed: 7,
        interleaved: true,
        faults: { latencyMs: 20, duplicate: 0.2, delay: 0.2, delayMs: 3000, throttle: 0.01 },
      });
      whole.start();
      await whole.clock.within(() => seated(whole));
      const ticketId = await whole.clock.within(() => opened(whole, '转人工'));
      await whole.pass(600);
      return (await whole.clock.within(() => whole.platform.tickets.get(ticketId, 0))).events;
    };

    expect(await story()).toEqual(await story());
  });
});
