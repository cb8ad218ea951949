import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Customer, Member } from '../../local/api-client.ts';
import { seatAgent } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';
import { deskApi } from '../../schemas/desk-api.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { hostToken } from './aws.ts';
import { aCustomer, aDesk, candidates, happened } from './cloud.ts';
import { Device } from './device.ts';

describe('an agent whose seats are all taken', () => {
  it('gets no more; who waits is told the place, and comes next as soon as a seat frees', async () => {
    const { li, chen } = await aDesk('li');
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => somebodyAsks()));
    const taken = await poll('three offers', async () => {
      const { rows } = await li.call(deskApi.listTickets.response, 'GET', '/v1/desk/tickets');
      return rows.length === 3 ? rows.map(({ ticketId }) => ticketId) : undefined;
    });
    const [fourth] = atOnce.filter(({ ticketId }) => !taken.includes(ticketId));
    if (!fourth) throw new Error('nobody is left over');
    for (const ticketId of taken) await li.act(ticketId, 'accept');

    const fifth = await somebodyAsks();
    const told = await fifth.phone.hears('place');
    const before = await fourth.customer.progress(fourth.ticketId);
    const kept = await candidates(chen, fourth.ticketId);
    const { events: freed } = await li.act(taken[0] ?? '', 'resolve', { reason: '已解答' });
    const offered = await happened(chen, fourth.ticketId, 'TicketOffered');
    const after = await fifth.customer.progress(fifth.ticketId);
    const histories = await Promise.all([...atOnce, fifth].map(({ ticketId }) => chen.history(ticketId)));

    expect(told).toMatchObject({ position: 2, staffed: true, text: '您排在第 2 位，预计等待约 4 分钟。' });
    expect(before).toMatchObject({
      handledBy: 'queue',
      position: 1,
      expectedWaitSeconds: 120,
      staffed: true,
    });
    expect(kept.find(({ agentId }) => agentId === 'xiaoli')?.because).toEqual(['no free seat']);
    expect(offered.body).toEqual({ agentId: 'xiaoli', reason: '2 of 3 seats taken' });
    // The seat itself woke it, not its own next step.
    expect(eventsBetween(await chen.history(fourth.ticketId), freed[0], offered)).toEqual([]);
    expect(after).toMatchObject({ handledBy: 'queue', position: 1 });
    expect(mostSeatsOf('xiaoli', histories.flat())).toBe(3);
  });
});

describe('an offer that is declined', () => {
  it('goes to somebody else, though who declined has more room, and the customer sees only who came', async () => {
    const { li, emma, chen } = await aDesk('li');
    const earlier = await somebodyAsks();
    await offeredTo([li], chen, earlier.ticketId);
    await li.act(earlier.ticketId, 'accept');
    await emma.presence('available');

    const { phone, ticketId } = await somebodyAsks();
    const first = await offeredTo([emma], chen, ticketId);
    await emma.act(ticketId, 'decline', { because: 'not-my-skill' });
    const second = await offeredTo([li, emma], chen, ticketId, first.number);
    await second.agent.act(ticketId, 'messages', { text: '您好，请讲。' });
    await phone.shows(ticketId, ['您好，请讲。']);
    const passed = await happened(chen, ticketId, 'OfferPassed');

    expect(passed.body).toEqual({ agentId: 'emma', reason: 'declined', because: 'not-my-skill' });
    expect([second.agent.agentId, second.reason]).toEqual(['xiaoli', '1 of 3 seats taken']);
    expect(phone.words(ticketId).at(-1)).toBe('agent: 您好，请讲。');
    expect(JSON.stringify(phone.shown(ticketId))).not.toMatch(/emma|xiaoli|declined|not-my-skill/i);
  });
});

describe('a conversation that is handed to an expert', () => {
  it('finds one though others are free, who knows what was said, and comes back to its owner', async () => {
    const { li, emma, wang, chen } = await aDesk('li');
    const { phone, ticketId } = await somebodyAsks();
    await offeredTo([li], chen, ticketId);
    await li.act(ticketId, 'accept');
    await li.act(ticketId, 'messages', { text: '您好，请讲。' });
    phone.client.send(ticketId, '同一笔订单被扣了两次款');
    await phone.shows(ticketId, ['同一笔订单被扣了两次款']);
    await li.act(ticketId, 'intent', { intentId: 'payment.charge.duplicate' });
    await emma.presence('available');
    await wang.presence('available');

    const handed = await li.act(ticketId, 'transfer', { queueId: 'finance', reason: '重复扣款，请专家核对' });
    const expert = await offeredTo([emma, wang], chen, ticketId, handed.number);
    const others = await candidates(chen, ticketId);
    await wang.act(ticketId, 'accept');
    const atExpert = await wang.call(deskApi.getTicket.response, 'GET', `/v1/desk/tickets/${ticketId}`);
    await wang.act(ticketId, 'messages', { text: '已核对，第二笔会退回。' });
    const back = await wang.act(ticketId, 'transfer', { queueId: 'support', reason: '已核对，请继续跟进' });
    const owner = await offeredTo([li, emma, wang], chen, ticketId, back.number);
    await li.act(ticketId, 'accept');
    await li.act(ticketId, 'messages', { text: '退款三天内到账。' });
    await phone.shows(ticketId, ['退款三天内到账。']);

    expect(expert.agent.agentId).toBe('laowang');
    expect(others.find(({ agentId }) => agentId === 'emma')).toMatchObject({ because: [], preferred: false });
    expect(atExpert).toMatchObject({ ownerId: 'xiaoli', holder: { kind: 'agent', agentId: 'laowang' } });
    expect(atExpert.summary).toContain('同一笔订单被扣了两次款');
    expect([owner.agent.agentId, owner.reason]).toEqual(['xiaoli', 'had it before']);
    expect(phone.words(ticketId).slice(-4)).toEqual([
      'agent: 您好，请讲。',
      'customer: 同一笔订单被扣了两次款',
      'agent: 已核对，第二笔会退回。',
      'agent: 退款三天内到账。',
    ]);
  });
});

describe('a VIP', () => {
  it('goes before who came earlier, and to an expert though somebody less busy is free', async () => {
    const { li, wang, chen } = await aDesk();
    const early = await somebodyAsks();
    await happened(chen, early.ticketId, 'TicketRouted');
    const vip = await somebodyAsks(await aVip());
    const routed = await happened(chen, vip.ticketId, 'TicketRouted');
    const places = [await vip.customer.progress(vip.ticketId), await early.customer.progress(early.ticketId)];

    await seatAgent(chen, 'wang', 1);
    onTestFinished(() => seatAgent(chen, 'wang'));
    await wang.presence('available');
    await offeredTo([wang], chen, vip.ticketId);
    await wang.act(vip.ticketId, 'accept');
    const left = await early.customer.progress(early.ticketId);
    await seatAgent(chen, 'wang');
    await early.customer.act(early.ticketId, 'resolve');
    await li.presence('available');
    const next = await somebodyAsks(await aVip());
    const expert = await offeredTo([li, wang], chen, next.ticketId);

    expect(routed.body).toMatchObject({
      ruleId: 'vip',
      parts: [{ part: 'urgency' }, { reason: 'vip', points: 600 }],
    });
    expect(places).toMatchObject([{ position: 1 }, { position: 2 }]);
    expect(left).toMatchObject({ handledBy: 'queue', position: 1 });
    expect([expert.agent.agentId, expert.reason]).toEqual(['laowang', '1 of 3 seats taken']);
  });
});

/** Somebody wants a person. */
async function somebodyAsks(who?: Customer) {
  const customer = who ?? (await aCustomer());
  const phone = await Device.of(customer);
  return { customer, phone, ticketId: await phone.open('转人工') };
}

async function aVip(): Promise<Customer> {
  const token = await hostToken(`vip-${randomUUID()}`, { name: '贵宾', segment: 'vip' });
  return aCustomer('贵宾', token);
}

/** Who of these is offered the ticket next, and why they. */
async function offeredTo(agents: readonly Member[], observer: Member, ticketId: string, after = 0) {
  const { body, number } = await happened(observer, ticketId, 'TicketOffered', 30, after);
  const agent = agents.find(({ agentId }) => agentId === body.agentId);
  if (!agent) throw new Error(`offered to ${body.agentId}`);
  return { agent, number, reason: body.reason };
}

/** What happened to a ticket after one event, of any ticket, and before another of its own. */
function eventsBetween(history: readonly TicketEvent[], from: TicketEvent | undefined, to: TicketEvent) {
  const since = from?.occurredAt ?? '';
  return history.filter(({ occurredAt, number }) => occurredAt > since && number < to.number);
}

/** The most conversations the agent had at any moment, offered ones included, as the histories say. */
function mostSeatsOf(agentId: string, events: readonly TicketEvent[]): number {
  const steps = events.flatMap(({ occurredAt, ...event }) => {
    if (event.type === 'TicketOffered' && event.body.agentId === agentId) return [{ occurredAt, step: 1 }];
    const freed = event.type === 'OfferPassed' || event.type === 'TicketResolved';
    return freed && event.body.agentId === agentId ? [{ occurredAt, step: -1 }] : [];
  });
  steps.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.step - b.step);
  let [now, most] = [0, 0];
  for (const { step } of steps) {
    now += step;
    most = Math.max(most, now);
  }
  return most;
}
