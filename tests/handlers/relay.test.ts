import { EventBridgeClient, PutEventsCommand, type PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/relay.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { anEvent, at, aTicket, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aStream, listenToLog } from '../support/requests.ts';
import { image } from '../support/stub-aws.ts';

const sqs = mockClient(SQSClient);
const bus = mockClient(EventBridgeClient);

let log = listenToLog();
beforeEach(() => {
  vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
  log = listenToLog();
  sqs.reset();
  bus.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  bus.on(PutEventsCommand).resolves({});
});

const put = (event: TicketEvent) => ({ NewImage: image({ event }) });
const published = () =>
  bus
    .commandCalls(PutEventsCommand)
    .flatMap(({ args }) => args[0].input.Entries?.map(({ Detail = '' }) => Detail) ?? []);
const sent = () =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args: [{ input }] }) =>
      (input.Entries ?? []).map(({ MessageBody, DelaySeconds }) => [
        input.QueueUrl,
        MessageBody,
        DelaySeconds,
      ]),
    );
const reply = anEvent({ actor: { kind: 'agent', id: 'mei' } });
/** One that reactions subscribe to. */
const escalated = anEvent({
  type: 'TicketEscalated',
  actor: { kind: 'system', id: 'kefu' },
  body: { level: 1, rung: 'reassign', reason: 'reached target missed' },
});

describe('what was saved', () => {
  it('sends a customer’s words to classification', async () => {
    await handler(aStream(put(anEvent({ number: 4 }))));

    expect(sent()).toEqual([
      ['https://sqs.test/classification', JSON.stringify({ ticketId: TICKET_ID, number: 4 }), undefined],
    ]);
    expect(published()).toEqual([]);
  });

  it.each([
    ['an agent’s words', reply],
    ['the bot’s words', anEvent({ actor: { kind: 'bot', id: 'bot' } })],
    ['a note', anEvent({ type: 'NoteAdded', actor: { kind: 'agent', id: 'mei' }, body: { text: '急' } })],
  ])('sends %s nowhere', async (_name, event) => {
    await handler(aStream(put(event)));

    expect(sent()).toEqual([]);
    expect(published()).toEqual([]);
  });

  it('puts on the bus what others subscribe to', async () => {
    await handler(aStream(put(escalated)));

    expect(published()).toEqual([JSON.stringify(escalated)]);
  });

  it('goes out together, as much as a request takes', async () => {
    const messages = Array.from({ length: 12 }, (_, index) => anEvent({ number: index + 1 }));

    await handler(aStream(...messages.map(put)));

    const sizes = sqs
      .commandCalls(SendMessageBatchCommand)
      .map(({ args: [{ input }] }) => input.Entries?.length);
    expect(sizes).toEqual([10, 2]);
  });

  it('tells a history in its order', async () => {
    const { events } = histories.answered();

    await handler(aStream(...events.map(put)));

    const types = published().map((detail) => TicketEvent.parse(JSON.parse(detail)).type);
    expect(types).toEqual(['TicketQueued', 'TicketAccepted']);
  });

  it('sends the near timers of a new ticket with exactly the seconds left', async () => {
    const after = aTicket({
      timers: { 'bot-due': isoAt(8), 'reached-due': isoAt(900), 'resolution-due': isoAt(86_400) },
    });
    vi.setSystemTime(at(1.5));

    await handler(aStream({ NewImage: image({ ticket: after }) }));

    expect(sent()).toEqual([
      [
        'https://sqs.test/timers',
        JSON.stringify({ ticketId: TICKET_ID, kind: 'bot-due', dueAt: isoAt(8) }),
        7,
      ],
      [
        'https://sqs.test/timers',
        JSON.stringify({ ticketId: TICKET_ID, kind: 'reached-due', dueAt: isoAt(900) }),
        899,
      ],
    ]);
  });

  it('sends only the timers this write has armed or moved', async () => {
    const before = aTicket({ timers: { 'bot-due': isoAt(8), 'offer-due': isoAt(20) } });
    const after = aTicket({ timers: { 'bot-due': isoAt(9), 'offer-due': isoAt(20) }, updatedAt: isoAt(1) });

    await handler(aStream({ OldImage: image({ ticket: before }), NewImage: image({ ticket: after }) }));

    expect(sent().map(([, body, delay]) => [body, delay])).toEqual([
      [JSON.stringify({ ticketId: TICKET_ID, kind: 'bot-due', dueAt: isoAt(9) }), 9],
    ]);
  });

  it('sends an overdue timer at once', async () => {
    vi.setSystemTime(at(60));

    await handler(aStream({ NewImage: image({ ticket: aTicket({ timers: { 'bot-due': isoAt(8) } }) }) }));

    expect(sent().map(([, , delay]) => delay)).toEqual([0]);
  });

  it('is nothing to hand on when it was removed', async () => {
    const answer = await handler(aStream({ OldImage: image({ event: anEvent() }) }));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect([...sent(), ...published()]).toEqual([]);
  });
});

describe('a failure', () => {
  it('comes back with its sequence number, and nothing behind it is handed on', async () => {
    bus.on(PutEventsCommand).callsFake(async ({ Entries = [] }: PutEventsCommandInput) => ({
      FailedEntryCount: Entries.filter(({ Detail = '' }) => Detail.includes('"number":2,')).length,
    }));
    const events = [1, 2, 3].map((number) => ({ ...escalated, number }));

    const answer = await handler(aStream(...events.map(put)));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
    // Together, and then one after the other up to the one at fault.
    expect(published()).toEqual([...events, ...events.slice(0, 2)].map((event) => JSON.stringify(event)));
  });

  it.each([
    ['classification', () => sqs.on(SendMessageBatchCommand).rejects(new Error('down')), put(anEvent())],
    ['the bus', () => bus.on(PutEventsCommand).rejects(new Error('down')), put(escalated)],
    [
      'timers',
      () => sqs.on(SendMessageBatchCommand).rejects(new Error('down')),
      { NewImage: image({ ticket: aTicket({ timers: { 'bot-due': isoAt(8) } }) }) },
    ],
    ['a record nobody can read', () => undefined, { NewImage: image({ event: { type: 'Unknown' } }) }],
  ])('of %s is retried from the record on', async (_name, fail, record) => {
    fail();

    expect(await handler(aStream(record))).toEqual({ batchItemFailures: [{ itemIdentifier: '100' }] });
  });

  it('of one record nobody can read lets those before it through', async () => {
    const answer = await handler(
      aStream(put(escalated), { NewImage: image({ event: { type: 'Unknown' } }) }, put(reply)),
    );

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
    expect(published()).toEqual([JSON.stringify(escalated)]);
  });

  it('hands everything on again when it is retried', async () => {
    bus.on(PutEventsCommand).rejectsOnce(new Error('down')).resolves({});
    await handler(aStream(put(escalated)));

    const answer = await handler(aStream(put(escalated)));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(published()).toHaveLength(2);
  });

  it('is logged without what the customer said', async () => {
    await handler(
      aStream({ NewImage: image({ event: { ...anEvent(), hash: 'SECRET', body: { text: ['SECRET'] } } }) }),
    );

    expect(log().join('')).toContain('stream records failed');
    expect(log().join('')).not.toContain('SECRET');
  });
});
