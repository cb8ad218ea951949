import { QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '../../functions/desk.ts';
import type { History } from '../../functions/domain/change.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { queueIds } from '../../functions/domain/understanding/taxonomy.ts';
import { get as getAgent, putProfile, setPresence } from '../../functions/stores/agents.ts';
import { count } from '../../functions/stores/replies.ts';
import { add } from '../../functions/stores/settings.ts';
import { get } from '../../functions/stores/tickets.ts';
import { AgentProfile } from '../../schemas/agent.ts';
import { Deadline } from '../../schemas/deadline.ts';
import { DeskReceipt, deskApi } from '../../schemas/desk-api.ts';
import { at, histories, isoAt, someSeconds, TICKET_ID } from '../support/builders.ts';
import { ask, askInVain, type Carried, listenToLog } from '../support/requests.ts';
import { keepHistory, keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const as = (agentId: string, ...roles: string[]) =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': roles });
const mei = await as('mei', 'agent');
const ann = await as('ann', 'agent');
const lin = await as('lin', 'lead');
const editor = await as('edi', 'editor');
const guest = await as('guest');
const admin = await as('root', 'admin');

const profile = AgentProfile.parse({
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 3,
});
const path = { ticketId: TICKET_ID };
const commandId = 'command-0001';

beforeEach(async () => {
  vi.setSystemTime(at(100));
  listenToLog();
  keepRows(dynamodb);
  for (const agentId of ['mei', 'ann', 'lin', 'root']) {
    await putProfile(agentId, profile, at(0));
    await setPresence(agentId, 'available', at(3600));
  }
});

const routeOf = (name: keyof typeof deskApi) => `${deskApi[name].method} ${deskApi[name].path}`;
const names: (keyof typeof deskApi)[] = Object.keys(deskApi).filter(
  (name): name is keyof typeof deskApi => name in deskApi,
);

const deeds: [keyof typeof deskApi, () => History, object][] = [
  ['acceptTicket', histories.offered, {}],
  ['acceptTicket', histories.inQueue, {}],
  ['declineTicket', histories.offered, {}],
  ['replyToCustomer', histories.offered, { text: '马上为您查' }],
  ['replyToCustomer', histories.accepted, { text: '马上为您查' }],
  [
    'replyToCustomer',
    histories.answered,
    { text: '查到了', attachments: [{ kind: 'image', url: 'https://files.test/a' }] },
  ],
  ['promiseToCustomer', histories.answered, { text: '一小时内回复您', dueAt: isoAt(3600) }],
  ['addNote', histories.answered, { text: '客户很急' }],
  ['correctIntent', histories.answered, { intentId: 'none' }],
  ['transferTicket', histories.answered, { queueId: 'merchant', reason: '商家问题' }],
  ['transferTicket', histories.pending, { queueId: 'merchant', reason: '商家问题' }],
  ['escalateTicket', histories.answered, { reason: '需要帮助' }],
  ['waitForCustomer', histories.answered, {}],
  ['waitForCustomer', histories.answered, { reason: '等订单号' }],
  ['resolveTicket', histories.answered, { reason: '已退款' }],
  ['reopenTicket', histories.resolved, { reason: '还没好' }],
];

describe('what the desk does', () => {
  it.each(deeds)('is answered as the contract says: %s (%#)', async (name, history, said) => {
    await keepHistory(history());

    const { status, body } = await ask(handler, routeOf(name), {
      path,
      token: mei,
      body: { ...said, commandId },
    });

    expect(status).toBe(200);
    expect(DeskReceipt.parse(body).events[0]).toMatchObject({
      command: { id: commandId },
      actor: { id: 'mei' },
    });
  });

  it.each(deeds)('three times is once, byte for byte: %s (%#)', async (name, history, said) => {
    await keepHistory(history());
    const request = { path, token: mei, body: { ...said, commandId, after: history().number } };

    const first = await ask(handler, routeOf(name), request);
    vi.setSystemTime(at(130));
    const second = await ask(handler, routeOf(name), request);
    const third = await ask(handler, routeOf(name), request);

    expect([second.text, third.text]).toEqual([first.text, first.text]);
  });

  it.each<[keyof typeof deskApi, Carried]>([
    ['getMe', {}],
    ['setPresence', { body: { availability: 'break' } }],
    ['setPresence', { body: { availability: 'available' } }],
    ['getReplyRate', {}],
    ['getReplyRate', { query: { day: '2026-11-20' } }],
    ['listQueues', {}],
    ['listQueue', { path: { queueId: 'support' } }],
    ['listTickets', {}],
    ['getTicket', { path }],
    ['listEvents', { path, query: { after: '1' } }],
    ['explainDeadlines', { path }],
    ['listAgents', { query: { limit: '2' } }],
    ['putAgent', { path: { agentId: 'new@example.com' }, body: profile }],
  ])('tells as the contract says: %s (%#)', async (name, carried) => {
    await keepHistory(histories.inQueue());

    const { status, body } = await ask(handler, routeOf(name), { token: admin, ...carried });

    expect(status).toBe(200);
    expect(deskApi[name].response.safeParse(body).error).toBeUndefined();
  });

  it('counts every queue and says since when the oldest waits', async () => {
    await keepHistory(histories.inQueue());

    const { body } = await ask(handler, routeOf('listQueues'), { token: mei });

    expect(body).toEqual({
      rows: queueIds.map((queueId) =>
        queueId === 'support'
          ? { queueId, waiting: 1, oldestSince: at(0).toISOString() }
          : { queueId, waiting: 0 },
      ),
    });
  });

  it('shows leads how turns were answered, and which can still be', async () => {
    const open = { ticketId: TICKET_ID, turn: { startedAt: isoAt(40), step: 'begun' } } as const;
    const answered = { ticketId: TICKET_ID, turn: { startedAt: isoAt(0), step: 'answered' } } as const;
    await count({ ...open, day: '2026-11-21', tally: 'begun' }, at(41));
    await count({ ...answered, day: '2026-11-21', tally: 'kept', team: '夜班' }, at(30));

    const { body } = await ask(handler, routeOf('getReplyRate'), { token: lin });

    expect(body).toEqual({
      day: '2026-11-21',
      timeZone: 'Asia/Shanghai',
      withinSeconds: 180,
      target: 0.9,
      turns: 2,
      kept: 1,
      missed: 0,
      rate: 1,
      atBest: 1,
      atWorst: 0.5,
      open: [{ ticketId: TICKET_ID, startedAt: isoAt(40), dueAt: isoAt(220), secondsLeft: 120 }],
      teams: [{ team: '夜班', turns: 1, kept: 1, missed: 0, rate: 1 }],
    });
  });

  it.each(['2026-13-45', '2026-02-30'])('refuses %s, which is no day', async (day) => {
    const { status, body } = await ask(handler, routeOf('getReplyRate'), { token: lin, query: { day } });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { issues: [{ field: 'day', rule: 'must be a day of the calendar' }] },
    });
  });

  it('offers what waits to an agent who becomes available', async () => {
    await keepHistory(histories.inQueue());

    await ask(handler, routeOf('setPresence'), { token: mei, body: { availability: 'available' } });

    expect((await get(TICKET_ID)).ticket.holder).toMatchObject({ kind: 'offer', agentId: 'mei' });
    expect((await getAgent('mei')).seats).toEqual([TICKET_ID]);
  });

  it('renews the lease for 75 seconds', async () => {
    const { body } = await ask(handler, routeOf('setPresence'), {
      token: mei,
      body: { availability: 'break' },
    });

    expect(body).toMatchObject({ availability: 'break', leaseUntil: at(175).toISOString() });
  });
});

describe('refusals', () => {
  it.each(names)('401 without a token: %s', async (name) => {
    expect(await askInVain(handler, routeOf(name), { path })).toMatchObject({
      status: 401,
      code: 'unauthorized',
    });
  });

  it.each(names)('401 with a token that is not the issuer’s: %s', async (name) => {
    expect(await askInVain(handler, routeOf(name), { path, token: `${mei}x` })).toMatchObject({
      status: 401,
    });
  });

  it('401 once the token has expired', async () => {
    vi.setSystemTime(at(3800));

    expect(await askInVain(handler, routeOf('getMe'), { token: mei })).toMatchObject({ status: 401 });
  });

  it.each(names)('403 for somebody without any role: %s', async (name) => {
    expect(await askInVain(handler, routeOf(name), { path, token: guest })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  it.each(names)('403 for an editor, who has no business with tickets: %s', async (name) => {
    expect(await askInVain(handler, routeOf(name), { path, token: editor })).toMatchObject({ status: 403 });
  });

  it.each(['listAgents', 'putAgent'] as const)('403 for an agent where only leads may: %s', async (name) => {
    expect(
      await askInVain(handler, routeOf(name), { path: { agentId: 'mei' }, token: mei, body: profile }),
    ).toMatchObject({
      status: 403,
      message: 'this needs one of the roles lead, supervisor, admin',
    });
  });

  it.each(deeds.filter(([, history]) => history !== histories.inQueue && history !== histories.resolved))(
    '403 for an agent who has not got the ticket: %s (%#)',
    async (name, history, said) => {
      await keepHistory(history());

      const answer = await ask(handler, routeOf(name), { path, token: ann, body: { ...said, commandId } });

      expect(answer.status).toBe(name === 'addNote' ? 200 : 403);
    },
  );

  it('lets a lead act on anybody’s ticket', async () => {
    await keepHistory(histories.answered());

    expect(
      await ask(handler, routeOf('resolveTicket'), {
        path,
        token: lin,
        body: { commandId, reason: '已退款' },
      }),
    ).toMatchObject({ status: 200 });
  });

  it.each(deeds)('404 for a ticket that does not exist: %s (%#)', async (name, _history, said) => {
    expect(
      await askInVain(handler, routeOf(name), { path, token: mei, body: { ...said, commandId } }),
    ).toMatchObject({ status: 404, message: 'ticket not found' });
  });

  it('404 for somebody who is no agent yet', async () => {
    const token = await as('newcomer', 'agent');

    expect(await askInVain(handler, routeOf('getMe'), { token })).toMatchObject({
      status: 404,
      message: 'agent not found',
    });
  });

  it.each<[keyof typeof deskApi, Carried, string, string]>([
    ['replyToCustomer', { body: { commandId, text: '' } }, 'text', 'must not be empty'],
    [
      'transferTicket',
      { body: { commandId, queueId: 'nowhere', reason: 'x' } },
      'queueId',
      'must be one of support, after-sales, trust-safety, creator, merchant, ads, finance',
    ],
    ['resolveTicket', { body: { commandId, reason: ' ' } }, 'reason', 'must not be empty'],
    ['resolveTicket', { body: { commandId } }, 'reason', 'is required'],
    [
      'resolveTicket',
      { body: { commandId, reason: 'x'.repeat(301) } },
      'reason',
      'must have at most 300 characters',
    ],
    [
      'setPresence',
      { body: { availability: 'asleep' } },
      'availability',
      'must be one of available, break, offline',
    ],
    [
      'putAgent',
      { path: { agentId: 'a b' }, body: profile },
      'agentId',
      'must be 1 to 128 letters, digits or _.@+:-',
    ],
    [
      'putAgent',
      { path: { agentId: 'a' }, body: { ...profile, capacity: 99 } },
      'capacity',
      'must be at most 20',
    ],
    [
      'putAgent',
      { path: { agentId: 'a' }, body: { ...profile, seats: [] } },
      'seats',
      'is not a known field; known here: name, queues, languages, topics, segments, tier, pool, capacity, limits, team, vendor, exams, clearance',
    ],
    ['listEvents', { query: { after: '-1' } }, 'after', 'must be at least 0'],
    [
      'promiseToCustomer',
      { body: { commandId, text: '稍后', dueAt: 'soon' } },
      'dueAt',
      'is not a valid datetime',
    ],
  ])('400 names field and rule: %s (%#)', async (name, carried, field, rule) => {
    expect(await askInVain(handler, routeOf(name), { path, token: admin, ...carried })).toMatchObject({
      status: 400,
      issues: [{ field, rule }],
    });
  });

  it.each<[keyof typeof deskApi, () => History, object]>([
    ['acceptTicket', histories.withBot, {}],
    ['acceptTicket', histories.accepted, {}],
    ['declineTicket', histories.inQueue, {}],
    ['replyToCustomer', histories.resolved, { text: '在吗' }],
    ['waitForCustomer', histories.pending, {}],
    ['resolveTicket', histories.resolved, { reason: '已退款' }],
    ['reopenTicket', histories.answered, { reason: '还没好' }],
  ])('409 where the table has no such step: %s (%#)', async (name, history, said) => {
    await keepHistory(history());

    expect(
      await askInVain(handler, routeOf(name), { path, token: admin, body: { ...said, commandId } }),
    ).toMatchObject({ status: 409, code: 'illegal_transition' });
  });

  it.each([
    ['another reason', mei, 'resolveTicket', { reason: '换货' }],
    ['another deed', mei, 'addNote', { text: '已退款' }],
    ['another agent', lin, 'resolveTicket', { reason: '已退款' }],
  ] as const)('409 for the same write with %s', async (_name, token, name, said) => {
    await keepHistory(histories.answered());
    await ask(handler, routeOf('resolveTicket'), { path, token: mei, body: { commandId, reason: '已退款' } });

    expect(
      await askInVain(handler, routeOf(name), { path, token, body: { commandId, ...said } }),
    ).toMatchObject({ status: 409, code: 'command_reused' });
  });

  it('409 for an agent who has no free seat', async () => {
    await keepHistory(histories.inQueue());
    await setPresence('ann', 'offline', at(3600));

    expect(
      await askInVain(handler, routeOf('acceptTicket'), { path, token: ann, body: { commandId } }),
    ).toMatchObject({
      status: 409,
      code: 'conflict',
      message: 'no free seat at ann',
    });
  });

  it('500 hides what went wrong', async () => {
    await keepHistory(histories.answered());
    dynamodb.on(TransactWriteItemsCommand).rejects(refused('ThrottlingException'));

    const answer = await ask(handler, routeOf('resolveTicket'), {
      path,
      token: mei,
      body: { commandId, reason: 'x' },
    });

    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/SECRET|Throttling|\.ts/);
  });

  it('400 for the cursor of another list', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ValidationException'));
    const cursor = Buffer.from('{"pk":"T#1","sk":"TICKET"}').toString('base64url');

    expect(await askInVain(handler, routeOf('listAgents'), { token: lin, query: { cursor } })).toMatchObject({
      status: 400,
    });
  });
});

describe('deadlines', () => {
  const faster = shippedSla(someSeconds({ resolution: { urgent: 60, high: 60, normal: 60, low: 60 } }));
  const explained = async () =>
    z
      .object({ rows: z.array(Deadline) })
      .parse((await ask(handler, routeOf('explainDeadlines'), { path, token: mei })).body).rows;

  beforeEach(async () => {
    await keepHistory(histories.answered());
    await add('sla', { version: 1, savedAt: isoAt(90), savedBy: 'sun', settings: faster });
    // Functions follow within ten seconds.
    vi.setSystemTime(at(110));
  });

  it('stay as they were promised when settings change', async () => {
    expect(await explained()).toMatchObject([{ target: 'resolution', version: 0, dueAt: isoAt(86_400) }]);
  });

  it('are reckoned anew when a lead asks for it', async () => {
    const body = { commandId, reason: '新承诺' };

    const { status } = await ask(handler, routeOf('renewDeadlines'), { path, token: lin, body });

    expect(status).toBe(200);
    // It began a minute and fifty seconds ago: with sixty seconds it is due at once.
    expect(await explained()).toMatchObject([{ target: 'resolution', version: 1, dueAt: isoAt(110) }]);
  });

  it('are not for agents to move', async () => {
    const body = { commandId, reason: '新承诺' };

    expect(await askInVain(handler, routeOf('renewDeadlines'), { path, token: mei, body })).toMatchObject({
      status: 403,
    });
  });

  it('that nobody could keep are refused with the field', async () => {
    const body = { commandId, text: '刚才', dueAt: isoAt(0) };

    expect(await askInVain(handler, routeOf('promiseToCustomer'), { path, token: mei, body })).toMatchObject({
      status: 400,
      issues: [{ field: 'dueAt', rule: 'must be between a minute and 30 days from now' }],
    });
  });
});
