import { describe, expect, it } from 'vitest';
import { poll } from '../../local/poll.ts';
import { signIn } from '../../local/people.ts';
import type { OverrideRequest } from '../../schemas/capacity.ts';
import { settingsApi } from '../../schemas/settings-api.ts';
import { pollersOf, runNow } from './aws.ts';
import { aCustomer, aDesk, deployment, happened } from './cloud.ts';

describe('the promises', () => {
  it('misses the 15 seconds of an urgent ticket in the open, and climbs the ladder to the standby pool', async () => {
    const { chen } = await aDesk();
    const customer = await aCustomer();

    const { ticketId } = await customer.open('我的账号被盗了，钱正在被人转走，快冻结！');
    await poll(
      'the last rung',
      async () => {
        const rungs = (await chen.history(ticketId)).filter((event) => event.type === 'TicketEscalated');
        return rungs.length === 4 ? rungs : undefined;
      },
      80,
    );
    const events = await chen.history(ticketId);
    const breach = events.find((event) => event.type === 'TargetBreached');
    const opened = Date.parse(events[0]?.occurredAt ?? '');

    expect(events.flatMap((event) => (event.type === 'TicketEscalated' ? event.body.rung : []))).toEqual([
      'reassign',
      'raise-level',
      'notify-lead',
      'open-standby',
    ]);
    expect(breach?.body).toMatchObject({
      target: 'reached',
      dueAt: new Date(opened + 15_000).toISOString(),
    });
    expect(Date.parse(breach?.occurredAt ?? '')).toBeGreaterThanOrEqual(opened + 15_000);
  });

  it('has one effect when every write is sent three times at once', async () => {
    const { li, chen } = await aDesk('li');
    const customer = await aCustomer();
    const thrice = async (caller: typeof customer | typeof li, path: string, body: object) => {
      const answers = await Promise.all([1, 2, 3].map(() => caller.request('POST', path, body)));
      return new Set(answers.map(({ status, text }) => `${status} ${text}`));
    };

    const opened = await thrice(customer, '/v1/tickets', { commandId: 'thrice-open', text: '转人工' });
    const ticketId = /KF-[\w-]{14}/.exec([...opened].join(''))?.[0] ?? '';
    await happened(chen, ticketId, 'TicketOffered');
    const desk = `/v1/desk/tickets/${ticketId}`;
    const answers = [
      opened,
      await thrice(customer, `/v1/tickets/${ticketId}/messages`, { commandId: 'thrice-say', text: '在吗' }),
      await thrice(li, `${desk}/accept`, { commandId: 'thrice-accept' }),
      await thrice(li, `${desk}/messages`, { commandId: 'thrice-reply', text: '在的' }),
      await thrice(li, `${desk}/notes`, { commandId: 'thrice-note', text: '备注' }),
      await thrice(li, `${desk}/escalate`, { commandId: 'thrice-escalate', reason: '请组长看一下' }),
      await thrice(li, `${desk}/resolve`, { commandId: 'thrice-resolve', reason: '已解答' }),
    ];
    await happened(chen, ticketId, 'SurveyOffered');
    answers.push(
      await thrice(customer, `/v1/tickets/${ticketId}/survey`, {
        commandId: 'thrice-survey',
        score: 5,
        solved: true,
      }),
    );
    const events = await chen.history(ticketId);
    const made = (id: string) => events.filter(({ command }) => command?.id === id).map(({ type }) => type);

    expect(answers.map(({ size }) => size)).toEqual(answers.map(() => 1));
    expect(answers.map((one) => [...one][0]?.slice(0, 2))).toEqual(answers.map(() => '20'));
    expect(made('thrice-open')).toEqual(['TicketOpened', 'MessageSent']);
    expect(made('thrice-say')).toEqual(['MessageSent']);
    expect(made('thrice-accept')).toEqual(['TicketAccepted']);
    expect(made('thrice-survey')).toEqual(['SurveyAnswered', 'TicketClosed']);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1));
  });

  it('refuses sockets without a good token, and unknown actions without closing', async () => {
    const { socket: url } = deployment();
    const customer = await aCustomer();

    const refused = openSocket(`${url}?token=nobody`);
    await expect(refused).rejects.toThrow('refused');
    const socket = await openSocket(`${url}?token=${customer.token}`);
    const answered = new Promise<unknown>((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))), { once: true });
    });
    socket.send(JSON.stringify({ action: 'dance' }));
    const answer = await answered;
    socket.close();

    expect(answer).toMatchObject({ type: 'error', error: { code: 'bad_request' } });
  });

  it('really changes the poller limits when the peak begins and ends', async () => {
    const admin = await signIn(deployment(), 'admin');
    const until = new Date(Date.now() + 600_000).toISOString();
    const override = (wanted: OverrideRequest | null) =>
      admin.call(settingsApi.putCapacityOverride.response, 'PUT', '/v1/capacity/override', {
        override: wanted,
      });

    await override({ profile: 'peak', until });
    const errors = [await runNow('Capacity')];
    const inPeak = await pollersOf();
    await override({ profile: 'off-peak', until });
    errors.push(await runNow('Capacity'));
    const offPeak = await pollersOf();
    await override(null);

    expect(errors).toEqual([undefined, undefined]);
    expect(inOrder(inPeak)).toEqual([...forPlanners, ...nine(50)]);
    expect(inOrder(offPeak)).toEqual([...forPlanners, ...nine(10)]);
  });
});

/** Exports and simulations are no customers' business: their queues keep two pollers each, whatever the hour. */
const forPlanners = [2, 2];
const nine = (pollers: number) => Array.from({ length: 9 }, () => pollers);
const inOrder = (pollers: readonly (number | undefined)[]) => pollers.toSorted((a = 0, b = 0) => a - b);

/** A bare socket: the client that we ship says nothing foolish. */
async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error('the socket was refused')), { once: true });
  });
  return socket;
}
