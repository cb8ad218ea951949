import { describe, expect, it } from 'vitest';
import { aCustomer, aDesk, happened } from './cloud.ts';
import { Device } from './device.ts';

describe('the life of a ticket', () => {
  it('is answered by the bot when the question is known, rated, and closed', async () => {
    const { chen } = await aDesk();
    const customer = await aCustomer();

    const { ticketId } = await customer.open('我的视频上传一直失败怎么办');
    const classified = await happened(chen, ticketId, 'TicketClassified');
    const messages = (await chen.history(ticketId)).filter((event) => event.type === 'MessageSent');
    await customer.act(ticketId, 'resolve');
    await happened(chen, ticketId, 'SurveyOffered');
    await customer.act(ticketId, 'survey', { score: 5, solved: true });
    const ticket = await customer.ticket(ticketId);

    expect(classified.body.intentId).toBe('content.upload.failed');
    expect(messages.at(-1)?.body).toMatchObject({ purpose: 'answer', citations: [{ version: 1 }] });
    expect(ticket).toMatchObject({ status: 'closed', survey: 'answered' });
  });

  it('goes to an agent when the bot does not know, and the answer reaches the customer’s device', async () => {
    const { li, chen } = await aDesk('li');
    const customer = await aCustomer();
    const phone = await Device.of(customer);
    const ticketId = await phone.open('转人工，我有个特别的问题');

    await happened(chen, ticketId, 'TicketOffered');
    await li.act(ticketId, 'accept');
    await li.act(ticketId, 'messages', { text: '您好，请讲。' });
    await phone.shows(ticketId, ['您好，请讲。']);
    await li.act(ticketId, 'resolve', { reason: '已解答' });

    expect(phone.shown(ticketId)).toContainEqual(
      expect.objectContaining({ text: '您好，请讲。', from: { kind: 'agent', name: '小李' } }),
    );
    expect(JSON.stringify(phone.shown(ticketId))).not.toContain('xiaoli');
  });

  it('is pushed to the agent it is offered to, with what only the desk may see', async () => {
    const { li } = await aDesk('li');
    const screen = await Device.of(li);
    const customer = await aCustomer();

    const { ticketId } = await customer.open('转人工');
    const pushed = await screen.hears('elsewhere', ({ events }) => events[0]?.type === 'TicketOffered');
    await li.act(ticketId, 'accept');
    await li.act(ticketId, 'resolve', { reason: '已解答' });

    expect(pushed).toMatchObject({
      ticketId,
      events: [{ body: { agentId: 'xiaoli' } }],
    });
  });

  it('comes back to a senior agent after a low score', async () => {
    const { li, wang, chen } = await aDesk('li');
    const customer = await aCustomer();
    const { ticketId } = await customer.open('转人工');
    await happened(chen, ticketId, 'TicketOffered');
    await li.act(ticketId, 'messages', { text: '请稍等。' });
    await li.act(ticketId, 'resolve', { reason: '已告知' });
    await happened(chen, ticketId, 'SurveyOffered');
    await wang.presence('available');

    const { number } = await customer.act(ticketId, 'survey', {
      score: 1,
      solved: false,
      comment: '没有解决',
    });
    const offered = await happened(chen, ticketId, 'TicketOffered', 30, number - 1);
    await wang.act(ticketId, 'accept');
    await wang.act(ticketId, 'resolve', { reason: '资深客服已处理' });

    expect(offered.body.agentId).toBe('laowang');
  });

  it('closes by itself when nothing more is said', async () => {
    const { chen } = await aDesk();
    const customer = await aCustomer();
    const { ticketId } = await customer.open('我的视频上传一直失败怎么办');
    await happened(chen, ticketId, 'TicketClassified');
    await customer.act(ticketId, 'resolve');

    const closed = await happened(chen, ticketId, 'TicketClosed', 40);

    expect(closed.actor.kind).toBe('system');
    expect(Date.parse(closed.occurredAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('shows its progress to whoever knows the number, and its words to nobody else', async () => {
    await aDesk();
    const customer = await aCustomer();
    const stranger = await aCustomer('路人');
    const { ticketId } = await customer.open('转人工');

    const progress = await stranger.request(
      'GET',
      `/v1/progress/${ticketId.toLowerCase().replaceAll('-', '')}`,
    );
    const words = await stranger.request('GET', `/v1/tickets/${ticketId}/events`);

    expect(JSON.parse(progress.text)).toMatchObject({ ticketId });
    expect(progress.text).not.toContain('转人工');
    expect(words.status).toBe(404);
  });
});
