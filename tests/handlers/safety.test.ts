import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler as desk } from '../../functions/desk.ts';
import { handler as escalation } from '../../functions/escalation.ts';
import { handler as intake } from '../../functions/intake.ts';
import { defaultSettings } from '../../functions/domain/risk/policy.ts';
import { handler } from '../../functions/safety.ts';
import { start } from '../../functions/stores/sessions.ts';
import { get } from '../../functions/stores/tickets.ts';
import { Appeal, AppealProgress } from '../../schemas/appeal.ts';
import { HeldRow, RiskFigures, safetyApi } from '../../schemas/safety-api.ts';
import { at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aBatch, ask, askInVain, type Carried, listenToLog } from '../support/requests.ts';
import { keepHistory, keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const as = (agentId: string, ...roles: string[]) =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': roles });
const mei = await as('mei', 'agent');
const rui = await as('rui', 'trust-safety');
const lin = await as('lin', 'lead');
const editor = await as('edi', 'editor');

const insult = '你这个傻逼客服';
const drugs = '出售冰毒，现货包邮';
const send = 'POST /v1/tickets/{ticketId}/messages';
const release = 'POST /v1/desk/tickets/{ticketId}/held/{number}/release';
const refuse = 'POST /v1/desk/tickets/{ticketId}/held/{number}/refuse';
const verdict = 'POST /v1/desk/appeals/{appealId}/verdict';
const path = { ticketId: TICKET_ID };

beforeEach(async () => {
  vi.setSystemTime(at(100));
  listenToLog();
  keepRows(dynamodb);
  for (const id of ['customer-1', 'customer-2'])
    await start(id, { customerId: id, segment: 'ordinary', expiresAt: isoAt(3600) });
});

const write = (text: string, commandId: string) =>
  ask(intake, send, { path, token: 'customer-1', body: { commandId, text } });

/** A customer's message that is held; the number of the event that holds it. */
async function held(history = histories.accepted()): Promise<string> {
  await keepHistory(history);
  await write(insult, 'command-held');
  return String(history.number + 1);
}

const at0 = (number: string, body: object = {}, token = rui): Carried => ({
  path: { ...path, number },
  token,
  body: { commandId: 'command-0001', ...body },
});
const listHeld = async () =>
  z.object({ rows: z.array(HeldRow) }).parse((await ask(handler, 'GET /v1/desk/held', { token: rui })).body)
    .rows;
const figures = async (category: string) =>
  z
    .object({ rows: z.array(RiskFigures) })
    .parse((await ask(handler, 'GET /v1/desk/risk/figures', { token: lin })).body)
    .rows.find((it) => it.category === category);
const appeals = (refused: string, text: string, token = 'customer-1') => ({
  token,
  body: { commandId: 'command-appeal', refused, text, reason: '误判' },
});

describe('held messages', () => {
  it('are listed for reviewers with what they say', async () => {
    const number = await held();

    expect(await listHeld()).toMatchObject([
      {
        ticketId: TICKET_ID,
        number: Number(number),
        writer: 'customer',
        text: insult,
        dueAt: isoAt(700),
        whenDue: 'release',
      },
    ]);
  });

  it('reach the conversation when they are released', async () => {
    const number = await held();

    const { status, body } = await ask(handler, release, at0(number));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      events: [{ type: 'MessageReleased', actor: { id: 'rui' } }, { type: 'MessageSent' }],
    });
    expect(await listHeld()).toEqual([]);
    expect(await figures('hate')).toMatchObject({ counts: { held: 1, released: 1 }, falseAlarms: 1 });
  });

  it('are refused with a reason', async () => {
    const number = await held();

    const { body } = await ask(handler, refuse, at0(number, { reason: '辱骂' }));

    expect(body).toMatchObject({ events: [{ type: 'MessageRefused', body: { reason: '辱骂' } }] });
    expect(await figures('hate')).toMatchObject({ counts: { held: 1, refused: 1 }, falseAlarms: 0 });
  });

  it('are decided once, byte for byte, however often it is sent', async () => {
    const number = await held();

    const first = await ask(handler, release, at0(number));
    const second = await ask(handler, release, at0(number));

    expect(second.text).toBe(first.text);
    expect(await figures('hate')).toMatchObject({ counts: { released: 1 } });
  });

  it('are released by their timer when nobody comes', async () => {
    await held();
    vi.setSystemTime(at(700));

    await escalation(aBatch({ ticketId: TICKET_ID, kind: 'review-due', dueAt: isoAt(700) }));

    const { ticket, events } = await get(TICKET_ID, 0);
    expect(ticket.held).toBeUndefined();
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['MessageReleased', 'MessageSent']);
  });

  it('that are not there are not found', async () => {
    await keepHistory(histories.accepted());

    expect(await askInVain(handler, release, at0('2'))).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('are not reviewed by whoever wrote them', async () => {
    await keepHistory(histories.accepted());
    const reply = 'POST /v1/desk/tickets/{ticketId}/messages';
    const body = { commandId: 'command-reply', text: '澳门赌场上线，充值就送' };
    const own = await as('mei', 'agent', 'trust-safety');
    const { body: answer } = await ask(desk, reply, { path, token: mei, body });
    const { events } = z
      .object({ events: z.array(z.object({ type: z.string(), number: z.int() })) })
      .parse(answer);

    expect(events[0]?.type).toBe('MessageHeld');
    expect(await askInVain(handler, release, at0(String(events[0]?.number), {}, own))).toMatchObject({
      status: 403,
    });
  });
});

describe('an appeal', () => {
  const refused = async () => {
    await keepHistory(histories.withBot());
    await askInVain(intake, send, {
      path,
      token: 'customer-1',
      body: { commandId: 'command-drug', text: drugs },
    });
  };
  const made = async () =>
    AppealProgress.parse((await ask(intake, 'POST /v1/appeals', appeals('command-drug', drugs))).body);

  it('against a refusal waits for a verdict, with the text', async () => {
    await refused();

    const { appealId } = await made();
    const { body } = await ask(handler, 'GET /v1/desk/appeals', { token: rui });

    expect(body).toMatchObject({
      rows: [{ appealId, writer: 'customer:customer-1', outcome: 'refuse', text: drugs, reason: '误判' }],
      total: 1,
    });
  });

  it('is one, however often it is made', async () => {
    await refused();

    expect((await made()).appealId).toBe((await made()).appealId);
    expect(await figures('contraband')).toMatchObject({ counts: { blocked: 1, appealed: 1 } });
  });

  it('that is overturned counts as a false alarm, once, and its writer sees it', async () => {
    await refused();
    const { appealId } = await made();
    const decision = { path: { appealId }, token: rui, body: { verdict: 'overturned', reason: '是举报' } };

    await ask(handler, verdict, decision);
    const again = Appeal.parse((await ask(handler, verdict, decision)).body);

    expect(again).toMatchObject({ verdict: 'overturned', decidedBy: 'rui', decision: '是举报' });
    expect(await figures('contraband')).toMatchObject({ counts: { overturned: 1 }, falseAlarms: 1 });
    const { body } = await ask(intake, 'GET /v1/appeals/{appealId}', {
      path: { appealId },
      token: 'customer-1',
    });
    expect(body).toMatchObject({ verdict: 'overturned' });
    expect(JSON.stringify(body)).not.toContain('rui');
  });

  it('has one verdict', async () => {
    await refused();
    const { appealId } = await made();
    await ask(handler, verdict, {
      path: { appealId },
      token: rui,
      body: { verdict: 'upheld', reason: '违禁' },
    });

    const other = { path: { appealId }, token: lin, body: { verdict: 'overturned', reason: '不' } };

    expect(await askInVain(handler, verdict, other)).toMatchObject({
      status: 409,
      code: 'illegal_transition',
    });
    expect(await figures('contraband')).toMatchObject({
      counts: { upheld: 1, overturned: 0 },
      falseAlarms: 0,
    });
  });

  it.each([
    ['of somebody else', 'command-drug', drugs, 'customer-2', 404],
    ['against nothing', 'command-none', drugs, 'customer-1', 404],
    ['with another text', 'command-drug', '别的', 'customer-1', 409],
  ])('%s is refused', async (_name, commandId, text, token, status) => {
    await refused();

    expect(await askInVain(intake, 'POST /v1/appeals', appeals(commandId, text, token))).toMatchObject({
      status,
    });
  });

  it('is not shown to other customers', async () => {
    await refused();
    const { appealId } = await made();

    expect(
      await askInVain(intake, 'GET /v1/appeals/{appealId}', { path: { appealId }, token: 'customer-2' }),
    ).toMatchObject({ status: 404 });
  });

  it('of an agent is decided by somebody else', async () => {
    await keepHistory(histories.accepted());
    const text = '请把验证码发给我';
    const body = { commandId: 'command-code', text };
    const own = await as('mei', 'agent', 'trust-safety');
    await askInVain(desk, 'POST /v1/desk/tickets/{ticketId}/messages', { path, token: mei, body });

    const answer = await ask(handler, 'POST /v1/desk/appeals', {
      ...appeals('command-code', text),
      token: mei,
    });
    const { appealId } = AppealProgress.parse(answer.body);

    const decision = { path: { appealId }, token: own, body: { verdict: 'overturned', reason: '对' } };
    expect(await askInVain(handler, verdict, decision)).toMatchObject({ status: 409 });
  });
});

describe('who may', () => {
  it.each([
    ['GET /v1/desk/held', mei],
    ['GET /v1/desk/appeals', mei],
    ['GET /v1/desk/risk/figures', rui],
    ['GET /v1/desk/held', editor],
  ])('not %s (%#)', async (route, token) => {
    expect(await askInVain(handler, route, { token })).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('figures name every category, also where nothing was counted', async () => {
    const { body } = await ask(handler, 'GET /v1/desk/risk/figures', { token: lin });

    expect(safetyApi.getRiskFigures.response.parse(body).rows).toHaveLength(12);
    expect(await figures('spam')).toMatchObject({ counts: { assessed: 0 } });
  });
});

describe('a reveal', () => {
  const reveal = 'POST /v1/desk/tickets/{ticketId}/messages/{number}/reveal';
  const phone = '我的手机号是13812345678';

  it('shows what the desk sees masked, once the history says who saw it', async () => {
    await keepHistory(histories.accepted());
    await write(phone, 'command-phone');
    const number = String((await get(TICKET_ID)).number);

    const listed = await ask(desk, 'GET /v1/desk/tickets/{ticketId}/events', { path, token: mei });
    const { body } = await ask(handler, reveal, at0(number, { reason: '核对' }, mei));

    expect(listed.text).toContain('138****5678');
    expect(listed.text).not.toContain('13812345678');
    expect(body).toMatchObject({ text: phone });
    expect((await get(TICKET_ID, 0)).events.at(-1)).toMatchObject({
      type: 'PersonalDataRevealed',
      actor: { id: 'mei' },
      body: { revealedNumber: Number(number), kinds: ['phone'], reason: '核对' },
    });
  });

  it('is one event, however often it is sent', async () => {
    await keepHistory(histories.accepted());
    const request = at0('2', { reason: '核对' }, mei);

    await ask(handler, reveal, request);
    const { number } = await get(TICKET_ID);
    await ask(handler, reveal, request);

    expect((await get(TICKET_ID)).number).toBe(number);
  });

  it('is refused to agents who do not have the ticket', async () => {
    await keepHistory(histories.accepted());

    const ann = await as('ann', 'agent');

    expect(await askInVain(handler, reveal, at0('2', { reason: '看看' }, ann))).toMatchObject({
      status: 403,
    });
  });
});

describe('the settings', () => {
  const route = '/v1/desk/risk/settings';

  it('are those of the project until an admin sets others', async () => {
    const admin = await as('root', 'admin');
    const changed = { ...defaultSettings, review: { ...defaultSettings.review, customerSeconds: 60 } };

    const first = await ask(handler, `GET ${route}`, { token: lin });
    await ask(handler, `PUT ${route}`, { token: admin, body: changed });
    const second = await ask(handler, `GET ${route}`, { token: lin });

    expect([first.body, second.body]).toEqual([defaultSettings, changed]);
  });

  it.each([
    ['an agent', mei, defaultSettings, 403],
    ['a lead', lin, defaultSettings, 403],
  ])('are not for %s to set', async (_name, token, body, status) => {
    expect(await askInVain(handler, `PUT ${route}`, { token, body })).toMatchObject({ status });
  });

  it('must name every category', async () => {
    const admin = await as('root', 'admin');
    const { policy, review } = defaultSettings;
    const body = { policy: { ...policy, agent: { spam: policy.agent.spam } }, review };

    expect(await askInVain(handler, `PUT ${route}`, { token: admin, body })).toMatchObject({
      status: 400,
      issues: expect.arrayContaining([expect.objectContaining({ field: 'policy.agent.fraud' })]) as unknown,
    });
  });
});
