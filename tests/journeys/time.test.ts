import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Customer, Member } from '../../local/api-client.ts';
import { signIn } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';
import type { Deadline } from '../../schemas/deadline.ts';
import { deskApi } from '../../schemas/desk-api.ts';
import { settingsApi } from '../../schemas/settings-api.ts';
import type { SlaSettings } from '../../schemas/sla.ts';
import { aCustomer, aDesk, candidates, deployment, happened } from './cloud.ts';

type Desk = Awaited<ReturnType<typeof aDesk>>;

describe('what time brings', () => {
  let desk: Desk;
  let vanished: Awaited<ReturnType<typeof vanishing>>;
  // The lease takes more than a minute to run out; meanwhile the others happen, at queues that Emma does not have.
  beforeAll(async () => {
    desk = await aDesk('li', 'emma');
    vanished = await vanishing(desk);
  });

  it('ends a shift: nothing more is offered before, and at its end the conversation goes to somebody else', async () => {
    const { li, wang, chen } = desk;
    const customer = await aCustomer();
    const { ticketId } = await customer.open('我要申请退款，转人工');
    await happened(chen, ticketId, 'TicketOffered');
    await li.act(ticketId, 'accept');
    await li.act(ticketId, 'messages', { text: '您好，请把订单号发给我。' });

    const until = new Date(Date.now() + 2000).toISOString();
    await li.presence('available', until);
    const late = await aCustomer();
    const { ticketId: lateId } = await late.open('我要申请退款，转人工');
    await happened(chen, lateId, 'TicketRouted');
    const kept = await candidates(chen, lateId);
    await poll('the end of the shift', async () => {
      const { availability } = await li.presence('available');
      return availability === 'offline' || undefined;
    });
    const handed = await happened(chen, ticketId, 'TicketTransferred');
    await wang.presence('available');
    const offered = await happened(chen, ticketId, 'TicketOffered', 30, handed.number);
    await wang.act(ticketId, 'accept');
    await wang.act(ticketId, 'messages', { text: '我接着帮您处理。' });
    await wang.presence('offline');
    const heard = await customer.events(ticketId);

    expect(kept.find(({ agentId }) => agentId === 'xiaoli')?.because).toEqual(['shift ends']);
    expect(handed.body).toMatchObject({ fromAgentId: 'xiaoli', reason: 'the shift is over' });
    expect(handed.occurredAt >= until).toBe(true);
    expect(offered.body.agentId).toBe('laowang');
    expect(agentsWords(heard)).toEqual(['小李: 您好，请把订单号发给我。', '老王: 我接着帮您处理。']);
    await settledBy([customer, ticketId], [late, lateId]);
  });

  it('makes a day a holiday: the fifteen seconds are thirty, and the deadline says by which policy', async () => {
    const admin = await signIn(deployment(), 'admin');
    const working = await urgentDeadline(desk.chen);
    const { settings } = await readSla(admin);
    onTestFinished(async () => {
      await saveSla(admin, settings);
    });

    const version = await saveSla(admin, withHoliday(settings));
    const holiday = await poll('thirty seconds', async () => {
      const deadline = await urgentDeadline(desk.chen);
      return deadline.seconds === 30 ? deadline : undefined;
    });
    await saveSla(admin, settings);
    const after = await poll('fifteen seconds', async () => {
      const deadline = await urgentDeadline(desk.chen);
      return deadline.seconds === 15 ? deadline : undefined;
    });

    expect([working, holiday, after].map(secondsGiven)).toEqual([15, 30, 15]);
    expect([working, holiday].map(({ policyId }) => policyId)).toEqual(['urgent', 'holiday']);
    expect(holiday.sentence.en).toContain(`policy “holiday” (version ${version}) gives 30 s`);
    expect(holiday.sentence.zh).toContain(`策略“holiday”（第 ${version} 版）`);
  });

  it('ends the lease of an agent who gives no sign of life: the conversation goes to somebody else', async () => {
    const { wang, chen } = desk;
    const { customer, ticketId, leaseUntil } = vanished;

    const handed = await happened(chen, ticketId, 'TicketTransferred', 150);
    await wang.presence('available');
    const offered = await happened(chen, ticketId, 'TicketOffered', 30, handed.number);
    await wang.act(ticketId, 'accept');
    await wang.act(ticketId, 'messages', { text: '我接着帮您处理。' });
    const heard = await customer.events(ticketId);

    expect(handed.body).toMatchObject({ fromAgentId: 'emma', reason: 'the agent cannot be reached' });
    expect(handed.occurredAt >= leaseUntil).toBe(true);
    expect(offered.body.agentId).toBe('laowang');
    expect(agentsWords(heard)).toEqual(['Emma: 您好，请讲。', '老王: 我接着帮您处理。']);
  }, 200_000);
});

/** Emma takes a conversation, and is not heard of again. */
async function vanishing({ emma, chen }: Desk) {
  const customer = await aCustomer();
  const { ticketId } = await customer.open('广告投放没有效果，转人工');
  await happened(chen, ticketId, 'TicketOffered');
  await emma.act(ticketId, 'messages', { text: '您好，请讲。' });
  const { leaseUntil } = await emma.call(deskApi.getMe.response, 'GET', '/v1/desk/me');
  return { customer, ticketId, leaseUntil };
}

/** When a person has to have taken a stolen account, and why then. */
async function urgentDeadline(observer: Member): Promise<Deadline> {
  const customer = await aCustomer();
  const { ticketId } = await customer.open('我的账号被盗了，钱正在被人转走，快冻结！');
  await happened(observer, ticketId, 'TicketQueued');
  const path = `/v1/desk/tickets/${ticketId}/deadlines`;
  const { rows } = await observer.call(deskApi.explainDeadlines.response, 'GET', path);
  await settledBy([customer, ticketId]);
  const deadline = rows.find(({ target }) => target === 'reached');
  if (!deadline) throw new Error('nothing is promised');
  return deadline;
}

function secondsGiven({ startedAt, dueAt = '' }: Deadline): number {
  return (Date.parse(dueAt) - Date.parse(startedAt)) / 1000;
}

/** Today is a holiday, and so is tomorrow, which may begin meanwhile; on holidays urgent tickets have thirty seconds. */
function withHoliday(settings: SlaSettings): SlaSettings {
  const [today, tomorrow] = [0, 1].map((days) => dayInChina(Date.now() + days * 86_400_000));
  return {
    ...settings,
    calendars: settings.calendars.map((calendar) => ({
      ...calendar,
      exceptions: [today, tomorrow].map((date = '') => ({ date, kind: 'holiday' as const })),
    })),
    policies: [
      {
        policyId: 'holiday',
        when: { dayKinds: ['holiday'], priorities: ['urgent'] },
        calendarId: 'always',
        targets: { reached: 30 },
      },
      ...settings.policies,
    ],
  };
}

function dayInChina(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}

const readSla = (admin: Member) => admin.call(settingsApi.getSlaSettings.response, 'GET', '/v1/settings/sla');

/** Saves promises over those in force; returns the new version. */
async function saveSla(admin: Member, settings: SlaSettings): Promise<number> {
  const { version: expectedVersion } = await readSla(admin);
  const body = { expectedVersion, settings };
  const { version } = await admin.call(settingsApi.putSlaSettings.response, 'PUT', '/v1/settings/sla', body);
  return version;
}

/** The customers say that it is settled, and nobody has to wait for it any more. */
async function settledBy(...matters: [Customer, string][]): Promise<void> {
  for (const [customer, ticketId] of matters) await customer.act(ticketId, 'resolve');
}

function agentsWords(events: Awaited<ReturnType<Customer['events']>>): string[] {
  return events.flatMap(({ type, from, text }) =>
    type === 'MessageSent' && from.kind === 'agent' ? [`${from.name}: ${text}`] : [],
  );
}
