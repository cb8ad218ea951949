import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerTicket } from '../../functions/domain/assignment.ts';
import { SeatUnavailableError, VersionConflictError } from '../../functions/domain/errors.ts';
import { acceptTicket, declineTicket } from '../../functions/domain/desk.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import * as agents from '../../functions/stores/agents.ts';
import * as tickets from '../../functions/stores/tickets.ts';
import { AgentProfile } from '../../schemas/agent.ts';
import { aLead, anAgent, aTimer, at, by, histories, isoAt, TICKET_ID, when } from '../support/builders.ts';
import { cancelled, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const profile = AgentProfile.parse({
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 3,
});
const offered = () => offerTicket(histories.inQueue(), anAgent(), when(20));
const sent = () => dynamodb.commandCalls(TransactWriteItemsCommand).length;

beforeEach(() => {
  keepRows(dynamodb);
});

async function atWork(overrides: Partial<AgentProfile> = {}): Promise<void> {
  await agents.putProfile('mei', { ...profile, ...overrides }, at(0));
  await agents.setPresence('mei', 'available', at(3600));
}

describe('seats', () => {
  it('are counted by channel too', async () => {
    await atWork();

    await tickets.save(offered());

    expect(await agents.get('mei')).toMatchObject({ seats: [TICKET_ID], busy: { app: 1 } });
  });

  it('of a full channel are refused, though others are free', async () => {
    await atWork({ limits: { app: 1 } });
    await tickets.save(offered());
    const change = offered();
    const other = { ...change, ticket: { ...change.ticket, ticketId: 'KF-ZZZZ-ZZZZ-ZZZZ' } };
    const events = other.events.map((event) => ({ ...event, ticketId: other.ticket.ticketId }));
    const [first, ...rest] = events;
    if (!first) throw new Error('an offer has an event');

    await expect(tickets.save({ ...other, events: [first, ...rest] })).rejects.toThrow(SeatUnavailableError);
  });

  it.each([
    {
      what: 'an offer that expired',
      reason: 'expired',
      make: () => onTimer(histories.offered(), aTimer('offer-due', 40), when(40)),
    },
    {
      what: 'a reason that was given',
      reason: 'busy',
      make: () => declineTicket(histories.offered(), { ...by(), because: 'busy' }, when(25)),
    },
    {
      what: 'a decline without a reason',
      reason: 'other',
      make: () => declineTicket(histories.offered(), by(), when(25)),
    },
  ])('count why an offer passed: $what', async ({ reason, make }) => {
    await atWork();
    const change = make();

    if (change) await tickets.save(change);

    const agent = await agents.get('mei');
    expect(agent).toMatchObject({ seats: [], passed: { [reason]: 1 } });
    expect(agent.busy).toBeUndefined();
  });

  it('count nothing when somebody else takes the offer over', async () => {
    await atWork();
    await agents.putProfile('lin', { ...profile, tier: 'lead' }, at(0));
    await agents.setPresence('lin', 'available', at(3600));

    const change = acceptTicket(histories.offered(), by(aLead()), when(25));
    await tickets.save(change);

    expect(change.events[0]).toMatchObject({ body: { agentId: 'lin', fromAgentId: 'mei' } });
    expect((await agents.get('mei')).passed).toBeUndefined();
  });
});

describe('a profile', () => {
  it('forgets what it leaves out when it is written again', async () => {
    await agents.putProfile('mei', { ...profile, topics: ['buyer'], limits: { email: 1 } }, at(0));

    const agent = await agents.putProfile('mei', profile, at(1));

    expect([agent.topics, agent.limits]).toEqual([undefined, undefined]);
  });

  it('keeps the end of the shift until another is told, or none', async () => {
    await agents.putProfile('mei', profile, at(0));
    const told = await agents.setPresence('mei', 'available', at(75), isoAt(600));
    const kept = await agents.setPresence('mei', 'break', at(90));
    const open = await agents.setPresence('mei', 'available', at(90), null);

    expect([told.until, kept.until, open.until]).toEqual([isoAt(600), isoAt(600), undefined]);
  });
});

describe('a transaction', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    dynamodb.reset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'is tried again after a pause when it was cancelled for %s',
    async (reason) => {
      dynamodb
        .on(TransactWriteItemsCommand)
        .rejectsOnce(cancelled('None', reason, 'None'))
        .resolves({});

      const saving = tickets.save(offered());
      await vi.runAllTimersAsync();
      await saving;

      expect(sent()).toBe(2);
    },
  );

  it('is given up after five tries, as a race that was lost', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled('None', 'TransactionConflict', 'None'));

    const saving = expect(tickets.save(offered())).rejects.toThrow(VersionConflictError);
    await vi.runAllTimersAsync();
    await saving;

    expect(sent()).toBe(5);
  });

  it.each([
    {
      what: 'number',
      codes: ['ConditionalCheckFailed', 'None', 'TransactionConflict'],
      error: VersionConflictError,
    },
    { what: 'seat', codes: ['None', 'None', 'ConditionalCheckFailed'], error: SeatUnavailableError },
    { what: 'size', codes: ['None', 'ItemCollectionSizeLimitExceeded', 'None'], error: VersionConflictError },
  ])('is not tried again when a condition decided: $what', async ({ codes, error }) => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled(...codes));

    await expect(tickets.save(offered())).rejects.toThrow(error);

    expect(sent()).toBe(1);
  });
});
