import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/socket.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import type { History } from '../../functions/domain/change.ts';
import { list } from '../../functions/stores/connections.ts';
import { advance } from '../../functions/stores/cursors.ts';
import { dynamodb as client, toItem } from '../../functions/stores/dynamodb.ts';
import type { Participant } from '../../schemas/participant.ts';
import { aCommand, at, histories, saved, TICKET_ID, when } from '../support/builders.ts';
import { aSocketEvent, listenToLog, say } from '../support/requests.ts';
import { keepHistory, keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const customer: Participant = { kind: 'customer', id: 'customer-1', segment: 'ordinary', name: '小王' };
const stranger: Participant = { kind: 'customer', id: 'customer-2', segment: 'ordinary' };
const agent: Participant = { kind: 'agent', id: 'mei', name: 'Mei' };
const commandId = 'command-0001';
const ticketId = TICKET_ID;

let log = listenToLog();
beforeEach(() => {
  vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
  log = listenToLog();
  keepRows(dynamodb);
});

describe('a socket', () => {
  it.each([
    ['customer:customer-1', customer],
    ['agent:mei', agent],
  ])('is remembered for %s while it is open', async (address, participant) => {
    const opened = await handler(aSocketEvent('$connect', participant));
    const open = await list(address);
    const closed = await handler(aSocketEvent('$disconnect', participant));

    expect([opened, closed]).toEqual([{ statusCode: 200 }, { statusCode: 200 }]);
    expect([open, await list(address)]).toEqual([['connection-1'], []]);
  });

  it('may close twice', async () => {
    await handler(aSocketEvent('$disconnect', customer));
    await handler(aSocketEvent('$disconnect', customer));

    expect(dynamodb.commandCalls(DeleteItemCommand)).toHaveLength(2);
  });

  it('does not open for anybody the authorizer has not named', async () => {
    await expect(handler(aSocketEvent('$connect', undefined))).rejects.toThrow();
    expect(dynamodb.commandCalls(PutItemCommand)).toEqual([]);
  });

  it('does not open when it cannot be remembered', async () => {
    dynamodb.on(PutItemCommand).rejects(refused('ThrottlingException'));

    await expect(handler(aSocketEvent('$connect', customer))).rejects.toThrow();
  });
});

describe('a customer’s frame', () => {
  it('opens a ticket', async () => {
    const answer = await say(handler, customer, { action: 'open', commandId, text: '在吗' });

    expect(answer).toMatchObject({ type: 'receipt', commandId, number: 2 });
  });

  it.each([
    ['writes', histories.withBot, { action: 'send', ticketId, text: '在吗' }],
    ['writes after resolution', histories.resolved, { action: 'send', ticketId, text: '在吗' }],
    ['asks for a person', histories.withBot, { action: 'person', ticketId }],
  ])('that %s gets the same receipt three times, byte for byte', async (_name, history, frame) => {
    await keepHistory(history());
    const event = aSocketEvent('$default', customer, { ...frame, commandId });

    const first = await handler(event);
    vi.setSystemTime(at(130));
    const [second, third] = [await handler(event), await handler(event)];

    expect(first.body).toContain('"type":"receipt"');
    expect([second.body, third.body]).toEqual([first.body, first.body]);
  });

  it.each([
    [0, [1, 2, 3, 5, 6], 6],
    [3, [5, 6], 6],
    [6, [], 6],
  ])('resumes after %i with what the customer may see', async (after, numbers, number) => {
    await keepHistory(histories.answered());

    const answer = await say(handler, customer, { action: 'resume', ticketId, after });

    expect(answer).toMatchObject({ type: 'events', epoch: '0', after, number, recovered: true, more: false });
    expect(answer.type === 'events' && answer.events.map((event) => event.number)).toEqual(numbers);
  });

  it('is told by its heartbeat where each ticket stands', async () => {
    await keepHistory(histories.answered());

    expect(await say(handler, customer, { action: 'heartbeat', seen: { [ticketId]: 2 } })).toEqual({
      type: 'heartbeat',
      epoch: '0',
      numbers: { [ticketId]: 6 },
      next: 30,
    });
  });

  it('need not beat often while nobody waits', async () => {
    await keepHistory(histories.resolved());

    expect(await say(handler, customer, { action: 'heartbeat', seen: { [ticketId]: 2 } })).toMatchObject({
      next: 540,
    });
  });

  it.each([
    ['beyond the end', { after: 99 }],
    ['far beyond the end', { after: 99_999_999_999 }],
    ['of another epoch', { after: 3, epoch: 'before-the-restore' }],
  ])('starts anew with a cursor %s', async (_name, cursor) => {
    await keepHistory(histories.answered());

    expect(await say(handler, customer, { action: 'resume', ticketId, ...cursor })).toMatchObject({
      epoch: '0',
      recovered: false,
      after: 0,
      number: 6,
    });
  });

  it('learns another epoch at once, though one is remembered', async () => {
    await keepHistory(histories.answered());
    const resume = (epoch: string) => say(handler, customer, { action: 'resume', ticketId, after: 3, epoch });
    const Item = toItem({ pk: 'EPOCH', sk: 'EPOCH', epoch: 'restored' });

    const before = await resume('0');
    await client.send(new PutItemCommand({ TableName: 'desk', Item }));
    const after = await resume('restored');
    await client.send(
      new DeleteItemCommand({ TableName: 'desk', Key: toItem({ pk: 'EPOCH', sk: 'EPOCH' }) }),
    );
    const back = await resume('0');

    expect([before, after, back]).toMatchObject([
      { epoch: '0', recovered: true },
      { epoch: 'restored', recovered: true },
      { epoch: '0', recovered: true },
    ]);
  });

  it('gets long histories page by page, each within one frame', async () => {
    const long = '长'.repeat(4000);
    const first = histories.withBot();
    const say4000 = (history: History, words: string) =>
      receiveMessage(history, { text: long, command: aCommand(words) }, when(100));
    await keepHistory(
      ['a', 'b', 'c', 'd'].reduce((history, words) => saved(history.events, say4000(history, words)), first),
    );
    const numbers: number[] = [];
    let after = 0;
    let more = true;

    for (; more;) {
      const answer = await say(handler, customer, { action: 'resume', ticketId, after });
      if (answer.type !== 'events') throw new Error('no events');
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(32_768);
      numbers.push(...answer.events.map((event) => event.number));
      after = answer.number;
      more = answer.more ?? false;
    }

    expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is told how far the desk has read', async () => {
    await keepHistory(histories.answered());
    await advance(ticketId, { address: 'agent:mei', number: 4 }, at(50));
    await advance(ticketId, { address: 'customer:customer-1', number: 99 }, at(50));

    expect(await say(handler, customer, { action: 'resume', ticketId, after: 6 })).toMatchObject({
      seen: [
        { by: { kind: 'customer' }, number: 6 },
        { by: { kind: 'agent' }, number: 4 },
      ],
    });
  });

  it('needs nothing seen for a heartbeat', async () => {
    expect(await say(handler, customer, { action: 'heartbeat' })).toEqual({
      type: 'heartbeat',
      epoch: '0',
      numbers: {},
      next: 540,
    });
  });
});

describe('an agent’s frame', () => {
  it('resumes with the whole history', async () => {
    await keepHistory(histories.answered());

    const answer = await say(handler, agent, { action: 'resume', ticketId, after: 0 });

    expect(answer.type === 'events' && answer.events).toEqual(histories.answered().events);
  });

  it('makes the socket watch a ticket of somebody else, until it leaves', async () => {
    await keepHistory(histories.answered());
    const lead: Participant = { kind: 'agent', id: 'lin' };

    await say(handler, lead, { action: 'resume', ticketId, after: 0 });
    const watching = await list(`watch:${ticketId}`);
    const left = await say(handler, lead, { action: 'leave', ticketId });

    expect(watching).toEqual(['connection-1']);
    expect(left).toEqual({ type: 'left', ticketId });
    expect(await list(`watch:${ticketId}`)).toEqual([]);
  });

  it('does not watch what is the agent’s own anyway', async () => {
    await keepHistory(histories.answered());

    await say(handler, agent, { action: 'resume', ticketId, after: 0 });

    expect(await list(`watch:${ticketId}`)).toEqual([]);
  });

  it.each([
    { action: 'open', text: '在吗' },
    { action: 'send', ticketId, text: '在吗' },
    { action: 'person', ticketId },
  ])('does not write: %j', async (frame) => {
    await keepHistory(histories.withBot());

    expect(await say(handler, agent, { ...frame, commandId })).toMatchObject({
      type: 'error',
      commandId,
      error: { code: 'forbidden' },
    });
  });
});

describe('refusals', () => {
  it.each([
    { action: 'send', ticketId, text: '在吗', commandId },
    { action: 'person', ticketId, commandId },
    { action: 'resume', ticketId, after: 0 },
  ])('a stranger’s ticket is as if there were none: %j', async (frame) => {
    await keepHistory(histories.withBot());

    const foreign = await say(handler, stranger, frame);
    keepRows(dynamodb);

    expect(foreign).toMatchObject({
      type: 'error',
      error: { code: 'not_found', message: 'ticket not found' },
    });
    expect(foreign).toEqual(await say(handler, stranger, frame));
  });

  it('leave a stranger’s ticket out of a heartbeat', async () => {
    await keepHistory(histories.withBot());

    expect(await say(handler, stranger, { action: 'heartbeat', seen: { [ticketId]: 0 } })).toMatchObject({
      numbers: {},
      next: 540,
    });
  });

  it.each<[string, unknown, string, string]>([
    ['no JSON', 'hello', 'body', 'must be JSON'],
    ['nothing', '', 'body', 'must be JSON'],
    ['a list', [], 'body', 'must be an object'],
    ['no action', {}, 'action', 'must be one of open, send, person, resume, leave, heartbeat'],
    [
      'an unknown action',
      { action: 'shout' },
      'action',
      'must be one of open, send, person, resume, leave, heartbeat',
    ],
    ['an empty text', { action: 'open', commandId, text: '' }, 'text', 'must not be empty'],
    [
      'an unknown field',
      { action: 'open', commandId, text: 'a', vip: 1 },
      'vip',
      'is not a known field; known here: commandId, text, attachments, channel, locale, action',
    ],
    ['a wrong type', { action: 'resume', ticketId, after: '0' }, 'after', 'must be a number'],
  ])('name field and rule: %s', async (_name, frame, field, rule) => {
    expect(await say(handler, customer, frame)).toMatchObject({
      type: 'error',
      error: { code: 'bad_request', issues: [{ field, rule }], requestId: 'request-1' },
    });
  });

  it('tell which write they answer', async () => {
    await keepHistory(histories.withBot());
    await say(handler, customer, { action: 'send', ticketId, commandId, text: '在吗' });

    expect(await say(handler, customer, { action: 'send', ticketId, commandId, text: '别的' })).toMatchObject(
      {
        type: 'error',
        commandId,
        error: { code: 'command_reused' },
      },
    );
  });

  it('refuse a frame over 32 KB', async () => {
    const frame = { action: 'open', commandId, text: '汉'.repeat(11_000) };

    expect(await say(handler, customer, frame)).toMatchObject({ error: { code: 'payload_too_large' } });
  });

  it('hide what went wrong from the socket, and log it', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ThrottlingException'));

    const answer = await say(handler, customer, { action: 'resume', ticketId, after: 0 });

    expect(answer).toMatchObject({
      error: { code: 'internal', message: 'something went wrong on our side' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/SECRET|Throttling/);
    expect(log().join('')).toContain('ThrottlingException');
  });
});

describe('a plain message', () => {
  it('costs one write unit and one consistent read', async () => {
    await keepHistory(histories.answered());
    const sending = { action: 'send', ticketId, after: 6 };
    await say(handler, customer, { ...sending, commandId: 'command-warm', text: '你好' });
    dynamodb.resetHistory();

    await say(handler, customer, { ...sending, commandId: 'command-plain', text: '还没有收到' });

    const calls = dynamodb.calls().map(({ args: [command] }) => command);
    const [read, write] = calls;
    expect(calls.map(({ constructor }) => constructor.name)).toEqual(['QueryCommand', 'PutItemCommand']);
    expect(read?.input).toMatchObject({ ConsistentRead: true });
    // A write unit is one kilobyte.
    expect(Buffer.byteLength(JSON.stringify(write?.input))).toBeLessThan(1024);
  });
});
