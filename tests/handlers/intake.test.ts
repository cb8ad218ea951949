import { PutItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { History } from '../../functions/domain/change.ts';
import { handler } from '../../functions/intake.ts';
import { start } from '../../functions/stores/sessions.ts';
import { customerApi } from '../../schemas/customer-api.ts';
import { Receipt } from '../../schemas/views.ts';
import { at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { ask, askInVain, type Carried, listenToLog } from '../support/requests.ts';
import {
  cancelled,
  conditionFailed,
  keepHistory,
  keepRows,
  refused,
  stubDynamoDB,
} from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const token = 'customer-token';
const own = { path: { ticketId: TICKET_ID }, token };
const commandId = 'command-0001';

let log = listenToLog();
beforeEach(async () => {
  vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
  log = listenToLog();
  keepRows(dynamodb);
  await start(token, { customerId: 'customer-1', segment: 'ordinary', name: '小王', expiresAt: isoAt(3600) });
  await start('stranger', { customerId: 'customer-2', segment: 'ordinary', expiresAt: isoAt(3600) });
  await start('expired', { customerId: 'customer-1', segment: 'ordinary', expiresAt: isoAt(99) });
});

const opened = { body: { commandId, text: '退款还没有到账' }, token };
const open = 'POST /v1/tickets';
const send = 'POST /v1/tickets/{ticketId}/messages';
const person = 'POST /v1/tickets/{ticketId}/person';
const resolve = 'POST /v1/tickets/{ticketId}/resolve';
const survey = 'POST /v1/tickets/{ticketId}/survey';
const ofTicket = [
  ['GET /v1/tickets/{ticketId}', undefined],
  ['GET /v1/tickets/{ticketId}/events', undefined],
  [send, { commandId, text: '在吗' }],
  [person, { commandId }],
  [resolve, { commandId }],
  [survey, { commandId, score: 5, solved: true }],
] as const;

describe('what customers ask', () => {
  it('opens a ticket whose number comes back at once', async () => {
    const { status, body } = await ask(handler, open, opened);

    expect(status).toBe(201);
    expect(Receipt.parse(body)).toMatchObject({
      number: 2,
      events: [{ type: 'TicketOpened' }, { type: 'MessageSent', text: '退款还没有到账', commandId }],
    });
  });

  it.each<[keyof typeof customerApi, () => History, Carried]>([
    ['openTicket', histories.withBot, { body: { commandId, text: '在吗' } }],
    ['listMyTickets', histories.withBot, {}],
    ['listMyTickets', histories.withBot, { query: { limit: '1' } }],
    ['getMyTicket', histories.withBot, {}],
    ['getMyTicket', histories.inQueue, {}],
    ['getMyTicket', histories.offered, {}],
    ['getMyTicket', histories.surveyed, {}],
    ['listMyEvents', histories.answered, {}],
    ['listMyEvents', histories.answered, { query: { after: '2', limit: '1' } }],
    ['listMyEvents', histories.answered, { query: { after: '99' } }],
    ['sendMessage', histories.answered, { body: { commandId, text: '在吗' } }],
    ['askForPerson', histories.withBot, { body: { commandId } }],
    ['askForPerson', histories.inQueue, { body: { commandId } }],
    ['resolveMyTicket', histories.answered, { body: { commandId } }],
    ['answerSurvey', histories.surveyed, { body: { commandId, score: 5, solved: true, comment: '好' } }],
  ])('is answered as the contract says: %s (%#)', async (name, history, carried) => {
    await keepHistory(history());
    const operation: { method: string; path: string; status?: number } = customerApi[name];

    const answer = await ask(handler, `${operation.method} ${operation.path}`, { ...own, ...carried });

    expect(answer.status).toBe(operation.status ?? 200);
    expect(customerApi[name].response.safeParse(answer.body).error).toBeUndefined();
  });

  it('shows progress to anybody with the number, however it was typed', async () => {
    const { ticketId } = Receipt.parse((await ask(handler, open, opened)).body);
    const typed = ticketId.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');

    const answer = await ask(handler, 'GET /v1/progress/{number}', {
      path: { number: encodeURIComponent(typed) },
    });

    expect(answer).toMatchObject({ status: 200, body: { ticketId, status: 'new', handledBy: 'bot' } });
  });

  it('takes a body that came in base 64', async () => {
    const request = { ...opened.body, text: '表情 😀' };
    const body = Buffer.from(JSON.stringify(request)).toString('base64');

    const { body: plain } = await ask(handler, open, { ...opened, body: request });
    const { body: encoded } = await ask(handler, open, { ...opened, body, base64: true });

    expect(encoded).toEqual(plain);
  });

  it('takes the longest text in the widest script', async () => {
    const text = '汉'.repeat(4000);

    expect(await ask(handler, open, { ...opened, body: { commandId, text } })).toMatchObject({ status: 201 });
  });
});

describe('a repeated write', () => {
  it.each<[string, () => History, string, object]>([
    ['opening', histories.withBot, open, { text: '在吗' }],
    ['a message to the bot', histories.withBot, send, { text: '在吗' }],
    ['a message to an agent', histories.answered, send, { text: '在吗' }],
    ['the answer that was waited for', histories.pending, send, { text: '订单 123' }],
    ['a message after resolution', histories.resolved, send, { text: '还有问题' }],
    ['asking for a person', histories.withBot, person, {}],
    ['asking for a person who is there', histories.answered, person, {}],
    ['asking for a person after resolution', histories.resolved, person, {}],
    ['asking for a person while waited for', histories.pending, person, {}],
    ['settling', histories.answered, resolve, {}],
    ['a good rating', histories.surveyed, survey, { score: 5, solved: true }],
    ['a bad rating', histories.surveyed, survey, { score: 1, solved: false }],
  ])('gets the first answer byte for byte: %s', async (_name, history, route, said) => {
    await keepHistory(history());
    const request = { ...own, body: { ...said, commandId, after: history().number } };

    const first = await ask(
      handler,
      route,
      route === open ? { token, body: { ...said, commandId } } : request,
    );
    vi.setSystemTime(at(130));
    const second = await ask(
      handler,
      route,
      route === open ? { token, body: { ...said, commandId } } : request,
    );
    const third = await ask(
      handler,
      route,
      route === open ? { token, body: { ...said, commandId } } : request,
    );

    expect(first.status).toBeLessThan(300);
    expect([second.text, third.text]).toEqual([first.text, first.text]);
  });

  it('writes nothing', async () => {
    await ask(handler, open, opened);
    dynamodb.resetHistory();

    await ask(handler, open, opened);

    expect([
      ...dynamodb.commandCalls(PutItemCommand),
      ...dynamodb.commandCalls(TransactWriteItemsCommand),
    ]).toEqual([]);
  });

  it.each([
    ['another opening', open, { text: '别的' }],
    ['another message', send, { text: '别的' }],
    ['another deed', person, {}],
    [
      'a message with a file more',
      send,
      { text: '在吗', attachments: [{ kind: 'image', url: 'https://files.test/a' }] },
    ],
  ])('with changed content is refused: %s', async (_name, route, said) => {
    await keepHistory(histories.answered());
    const write = { commandId, after: 0 };
    await ask(handler, open, { token, body: { commandId, text: '在吗' } });
    await ask(handler, send, { ...own, body: { ...write, text: '在吗' } });

    const carried =
      route === open ? { token, body: { ...said, commandId } } : { ...own, body: { ...said, ...write } };

    expect(await askInVain(handler, route, carried)).toMatchObject({ status: 409, code: 'command_reused' });
  });
});

describe('a write whose cursor is of a past that is gone', () => {
  it.each([
    ['of another epoch', { after: 3, epoch: 'before-the-restore' }],
    ['beyond the end', { after: 99, epoch: '0' }],
  ])('is refused: %s', async (_name, cursor) => {
    await keepHistory(histories.answered());
    const carried = { ...own, body: { commandId, text: '在吗', ...cursor } };

    expect(await askInVain(handler, send, carried)).toMatchObject({ status: 409, code: 'stale_cursor' });
  });

  it('is taken from the beginning, and its epoch is no part of what it says', async () => {
    await keepHistory(histories.answered());
    const said = { commandId, text: '在吗' };

    const first = await ask(handler, send, { ...own, body: { ...said, after: 0, epoch: 'before' } });
    const repeated = await ask(handler, send, { ...own, body: said });

    expect(first).toMatchObject({ status: 201, body: { epoch: '0' } });
    expect(repeated.body).toEqual(first.body);
  });
});

describe('a race', () => {
  it('is decided again by whoever came second', async () => {
    dynamodb
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('ConditionalCheckFailed', 'None'))
      .resolves({});

    expect(await ask(handler, open, opened)).toMatchObject({ status: 201 });
    expect(dynamodb.commandCalls(TransactWriteItemsCommand)).toHaveLength(2);
  });

  it('that is never won is told as a conflict', async () => {
    await keepHistory(histories.answered());
    dynamodb.on(PutItemCommand).rejects(conditionFailed());
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled('ConditionalCheckFailed'));

    expect(await askInVain(handler, send, { ...own, body: { commandId, text: '在吗' } })).toMatchObject({
      status: 409,
      code: 'conflict',
      message: 'somebody else was faster; try again',
    });
  });
});

describe('refusals', () => {
  it.each<[string, Carried]>([
    ['no token', {}],
    ['a token nobody knows', { token: 'unknown' }],
    ['a session that has expired', { token: 'expired' }],
    ['another scheme', { headers: { authorization: `Basic ${token}` } }],
    ['a token with something behind it', { headers: { authorization: `Bearer ${token} more` } }],
    ['an empty token', { headers: { authorization: 'Bearer ' } }],
  ])('401 for %s', async (_name, carried) => {
    expect(await askInVain(handler, open, { ...carried, body: opened.body })).toMatchObject({
      status: 401,
      code: 'unauthorized',
      requestId: 'request-1',
    });
  });

  it('401 comes before anything is said about the body', async () => {
    expect(await askInVain(handler, open, { body: 'rubbish' })).toMatchObject({ status: 401 });
  });

  it.each([
    'GET /v1/nothing',
    '$default',
    'DELETE /v1/tickets/{ticketId}',
    'GET constructor',
    'GET __proto__',
    '',
  ])('404 for a route nobody knows: %s', async (route) => {
    expect(await askInVain(handler, route, own)).toMatchObject({ status: 404, code: 'not_found' });
  });

  it.each(ofTicket)('404 for a stranger’s ticket, as if there were none: %s', async (route, body) => {
    await keepHistory(histories.surveyed());
    const asked = (ticketId: string) =>
      askInVain(handler, route, { path: { ticketId }, body, token: 'stranger' });

    const foreign = await asked(TICKET_ID);

    expect(foreign).toMatchObject({ status: 404, code: 'not_found', message: 'ticket not found' });
    expect(foreign).toEqual(await asked('KF-ZZZZ-ZZZZ-ZZZZ'));
  });

  it('404 for a stranger who repeats the customer’s own write', async () => {
    await keepHistory(histories.withBot());
    const body = { commandId, text: '在吗' };
    await ask(handler, send, { ...own, body });

    expect(await askInVain(handler, send, { ...own, body, token: 'stranger' })).toMatchObject({
      status: 404,
    });
  });

  it.each(['KF-ZZZZ-ZZZZ-ZZZZ', 'hello', ' ', '%', 'KF'])('404 for progress of %s', async (number) => {
    expect(await askInVain(handler, 'GET /v1/progress/{number}', { path: { number } })).toMatchObject({
      status: 404,
    });
  });

  it.each<[string, string, Carried, string, string]>([
    ['bad JSON', open, { body: '{"text":' }, 'body', 'must be JSON'],
    ['no body', open, {}, 'body', 'must be JSON'],
    ['a body that is a list', open, { body: [] }, 'body', 'must be an object'],
    ['a missing field', open, { body: { commandId } }, 'text', 'is required'],
    [
      'an unknown field',
      open,
      { body: { ...opened.body, vip: true } },
      'vip',
      'is not a known field; known here: commandId, text, attachments, channel, locale',
    ],
    ['a wrong type', open, { body: { commandId, text: 42 } }, 'text', 'must be text'],
    ['an empty text', open, { body: { commandId, text: ' \n ' } }, 'text', 'must not be empty'],
    [
      'a text too long',
      open,
      { body: { commandId, text: 'x'.repeat(4001) } },
      'text',
      'must have at most 4000 characters',
    ],
    [
      'a bad command id',
      open,
      { body: { commandId: 'x', text: 'a' } },
      'commandId',
      'must be 8 to 64 letters, digits, - or _',
    ],
    [
      'an unknown channel',
      open,
      { body: { ...opened.body, channel: 'fax' } },
      'channel',
      'must be one of app, web, live-room, email, phone, social',
    ],
    [
      'a ticket id that is none',
      send,
      { path: { ticketId: 'T1' }, body: { commandId, text: 'a' } },
      'ticketId',
      'must be a ticket number such as KF-7Q4M-2X9K-V3TD',
    ],
    [
      'a score out of range',
      survey,
      { ...own, body: { commandId, score: 9, solved: true } },
      'score',
      'must be at most 5',
    ],
    [
      'a limit that is no number',
      'GET /v1/tickets',
      { query: { limit: 'many' } },
      'limit',
      'must be a number',
    ],
    ['a limit too high', 'GET /v1/tickets', { query: { limit: '1000' } }, 'limit', 'must be at most 100'],
    [
      'an unknown question',
      'GET /v1/tickets',
      { query: { sort: 'asc' } },
      'sort',
      'is not a known field; known here: limit, cursor',
    ],
  ])('400 names field and rule: %s', async (_name, route, carried, field, rule) => {
    expect(await askInVain(handler, route, { ...own, ...carried })).toMatchObject({
      status: 400,
      code: 'bad_request',
      issues: [{ field, rule }],
    });
  });

  it.each(['garbage', Buffer.from('{"pk":"T#1"}').toString('base64url')])(
    '400 for the cursor %s',
    async (cursor) => {
      dynamodb.on(QueryCommand).rejects(refused('ValidationException'));

      expect(await askInVain(handler, 'GET /v1/tickets', { token, query: { cursor } })).toMatchObject({
        status: 400,
      });
    },
  );

  it.each([
    ['in ASCII', 'x'.repeat(32 * 1024)],
    ['in characters of three bytes', '汉'.repeat(11_000)],
  ])('413 for a body over 32 KB %s', async (_name, text) => {
    expect(await askInVain(handler, open, { token, body: { commandId, text } })).toMatchObject({
      status: 413,
      code: 'payload_too_large',
    });
  });

  it.each([
    [survey, histories.withBot, { score: 5, solved: true }],
    [survey, histories.resolved, { score: 5, solved: true }],
    [resolve, histories.resolved, {}],
  ])('409 where the table has no such step: %s (%#)', async (route, history, said) => {
    await keepHistory(history());

    expect(await askInVain(handler, route, { ...own, body: { commandId, ...said } })).toMatchObject({
      status: 409,
      code: 'illegal_transition',
    });
  });

  it('500 hides what went wrong from the caller, and logs it', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ResourceNotFoundException', 'SECRET table arn:aws:1234'));

    const answer = await ask(handler, 'GET /v1/tickets', { token });

    expect(answer).toMatchObject({
      status: 500,
      body: { error: { message: 'something went wrong on our side' } },
    });
    expect(answer.text).not.toMatch(/SECRET|ResourceNotFound|at .*\.ts/);
    expect(log().join('')).toContain('ResourceNotFoundException');
  });
});
