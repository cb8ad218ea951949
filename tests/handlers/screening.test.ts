import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as classification } from '../../functions/classification.ts';
import { handler as desk } from '../../functions/desk.ts';
import { handler as intake } from '../../functions/intake.ts';
import { handler as socket } from '../../functions/socket.ts';
import { start } from '../../functions/stores/sessions.ts';
import { get } from '../../functions/stores/tickets.ts';
import { at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aBatch, ask, askInVain, listenToLog, say } from '../support/requests.ts';
import { keepHistory, keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const { idToken } = await stubIssuer();
const mei = await idToken();
const commandId = 'command-0001';
const path = { ticketId: TICKET_ID };
const customer = { kind: 'customer', id: 'customer-1', segment: 'ordinary' } as const;
const open = 'POST /v1/tickets';
const send = 'POST /v1/tickets/{ticketId}/messages';
const reply = 'POST /v1/desk/tickets/{ticketId}/messages';

/** Words the starter lists refuse, hold and mark. */
const drugs = '出售冰毒，现货包邮';
const insult = '你这个傻逼客服';
const despair = '我不想活了，活着没意思';

let log = listenToLog();
beforeEach(async () => {
  vi.setSystemTime(at(100));
  log = listenToLog();
  keepRows(dynamodb);
  await start('token', { customerId: 'customer-1', segment: 'ordinary', expiresAt: isoAt(3600) });
});

const counts = () =>
  dynamodb.commandCalls(UpdateItemCommand).flatMap(({ args: [{ input }] }) => {
    const { Key, UpdateExpression } = input;
    return Key?.['pk']?.S === 'RISK' ? `${Key['sk']?.S ?? ''}: ${UpdateExpression ?? ''}` : [];
  });

describe('a customer’s words that the filter refuses', () => {
  it.each([
    ['a message', send, { path }],
    ['an opening', open, {}],
  ])(
    'are answered 422 with the category, in words for whoever wrote them: %s',
    async (_name, route, more) => {
      await keepHistory(histories.withBot());

      const answer = await askInVain(intake, route, {
        ...more,
        token: 'token',
        body: { commandId, text: drugs },
      });

      expect(answer).toMatchObject({ status: 422, code: 'message_refused' });
      expect(answer.message).toMatch(/^这条消息没有发出：内容看起来涉及违禁品/);
      expect(answer.issues).toContainEqual({ field: 'text', rule: 'contraband' });
    },
  );

  it('are refused on the socket alike', async () => {
    await keepHistory(histories.withBot());

    const answer = await say(socket, customer, {
      action: 'send',
      ticketId: TICKET_ID,
      commandId,
      text: drugs,
    });

    expect(answer).toMatchObject({ type: 'error', commandId, error: { code: 'message_refused' } });
  });

  it('leave counts and a note without the text, and nothing else', async () => {
    await keepHistory(histories.withBot());
    dynamodb.resetHistory();

    await askInVain(intake, send, { path, token: 'token', body: { commandId, text: drugs } });

    const written = dynamodb.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input.Item);
    expect(written.map((item) => item?.['pk']?.S)).toEqual(['R#customer:customer-1']);
    expect(JSON.stringify(written)).not.toContain('冰毒');
    expect(counts()).toContain('contraband: ADD assessed :one, blocked :one');
    expect(log().join('')).not.toContain('冰毒');
  });

  it('are counted once, however often they are sent', async () => {
    await keepHistory(histories.withBot());
    const request = { path, token: 'token', body: { commandId, text: drugs } };

    await askInVain(intake, send, request);
    const once = counts();
    await askInVain(intake, send, request);

    expect(counts()).toEqual(once);
  });

  it('are refused even when that cannot be noted', async () => {
    await keepHistory(histories.withBot());
    dynamodb.on(PutItemCommand).rejects(refused('ThrottlingException'));

    const answer = await askInVain(intake, send, { path, token: 'token', body: { commandId, text: drugs } });

    expect(answer).toMatchObject({ status: 422, code: 'message_refused' });
  });
});

describe('a customer’s words that the filter holds', () => {
  const request = { path, token: 'token', body: { commandId, text: insult } };

  it('are accepted, and shown to be checked', async () => {
    await keepHistory(histories.withBot());

    const answer = await ask(intake, send, request);

    expect(answer).toMatchObject({
      status: 201,
      body: { events: [{ type: 'MessageHeld', text: insult, categories: ['hate'], dueAt: isoAt(700) }] },
    });
    expect((await get(TICKET_ID)).ticket.held).toHaveLength(1);
  });

  it('are found by reviewers by the time they are due', async () => {
    await keepHistory(histories.withBot());

    await ask(intake, send, request);

    const held = dynamodb.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input.Item);
    expect(held.find((item) => item?.['pk']?.S === 'HELD')?.['sk']?.S).toBe(`${isoAt(700)}#${TICKET_ID}`);
  });

  it('get the first answer again, byte for byte', async () => {
    await keepHistory(histories.withBot());

    const first = await ask(intake, send, request);
    vi.setSystemTime(at(130));

    expect((await ask(intake, send, request)).text).toBe(first.text);
    expect(counts().filter((it) => it.startsWith('hate'))).toHaveLength(1);
  });
});

describe('a customer in despair', () => {
  it('is heard at once: the message is sent, marked for the desk', async () => {
    await keepHistory(histories.withBot());

    const answer = await ask(intake, send, { path, token: 'token', body: { commandId, text: despair } });

    expect(answer).toMatchObject({ status: 201, body: { events: [{ type: 'MessageSent', text: despair }] } });
    expect((await get(TICKET_ID, 0)).events.at(-1)).toMatchObject({
      body: { risks: [{ category: 'self-harm', action: 'flag' }, {}] },
    });
  });

  it('gets the words for it and a person', async () => {
    await keepHistory(histories.withBot());
    await ask(intake, send, { path, token: 'token', body: { commandId, text: despair } });

    await classification(aBatch({ ticketId: TICKET_ID, number: 3 }));

    const { ticket } = await get(TICKET_ID);
    expect(ticket).toMatchObject({ priority: 'urgent', holder: { kind: 'queue' } });
  });
});

describe('an agent’s words', () => {
  it('that ask for a code are refused', async () => {
    await keepHistory(histories.accepted());

    const body = { commandId, text: '请把验证码发给我' };
    const answer = await askInVain(desk, reply, { path, token: mei, body });

    expect(answer).toMatchObject({ status: 422, code: 'message_refused' });
    expect(counts()).toContain('fraud: ADD assessed :one, blocked :one');
  });

  it('that are harmless leave no note', async () => {
    await keepHistory(histories.accepted());

    await ask(desk, reply, { path, token: mei, body: { commandId, text: '马上为您查' } });

    expect(counts()).toEqual([]);
  });
});
