import {
  ApiGatewayManagementApiClient,
  GoneException,
  LimitExceededException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as assignment } from '../../functions/assignment.ts';
import { handler as classification } from '../../functions/classification.ts';
import { handler as delivery } from '../../functions/delivery.ts';
import type { History } from '../../functions/domain/change.ts';
import { handler as standby } from '../../functions/standby.ts';
import { handler as survey } from '../../functions/survey.ts';
import { get as getAgent, putProfile, setPresence } from '../../functions/stores/agents.ts';
import { get as getCapacity } from '../../functions/stores/capacity.ts';
import { add, list } from '../../functions/stores/connections.ts';
import { get } from '../../functions/stores/tickets.ts';
import type { RungAction } from '../../schemas/target.ts';
import { AgentProfile } from '../../schemas/agent.ts';
import type { EventType } from '../../schemas/events.ts';
import { anEvent, at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aBatch, listenToLog } from '../support/requests.ts';
import { pushedBy } from '../support/sockets.ts';
import { cancelled, keepHistory, keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const sockets = mockClient(ApiGatewayManagementApiClient);
const done = { batchItemFailures: [] };
const writes = () => dynamodb.commandCalls(TransactWriteItemsCommand).length;
const elsewhere = 'KF-ZZZZ-ZZZZ-ZZZZ';

const profile = AgentProfile.parse({
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 1,
});

/** The last event of this type in a history. */
function lastOf(type: EventType, { events }: History) {
  return events.findLast((event) => event.type === type);
}

async function atWork(agentId: string, overrides: Partial<AgentProfile> = {}) {
  await putProfile(agentId, { ...profile, ...overrides }, at(0));
  await setPresence(agentId, 'available', at(3600));
}

async function stands(history: History): Promise<void> {
  await keepHistory(history);
  dynamodb.resetHistory();
}

beforeEach(() => {
  vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
  listenToLog();
  keepRows(dynamodb);
  sockets.reset();
  sockets.on(PostToConnectionCommand).resolves({});
});

describe('assignment', () => {
  const queued = () => lastOf('TicketQueued', histories.inQueue());

  it('offers a ticket that waits to an agent with a free seat', async () => {
    await atWork('mei');
    await stands(histories.inQueue());

    expect(await assignment(aBatch(queued()))).toEqual(done);

    expect((await get(TICKET_ID)).ticket.holder).toMatchObject({ kind: 'offer', agentId: 'mei' });
    expect((await getAgent('mei')).seats).toEqual([TICKET_ID]);
  });

  it('offers it once, however often it is told', async () => {
    await atWork('mei');
    await stands(histories.inQueue());

    await assignment(aBatch(queued()));
    await assignment(aBatch(queued(), queued()));

    const { events } = await get(TICKET_ID, 0);
    const made = events.slice(histories.inQueue().number).map(({ type }) => type);
    expect(made).toEqual(['TicketRouted', 'TicketOffered']);
  });

  it('leaves it waiting when nobody has room', async () => {
    await stands(histories.inQueue());

    expect(await assignment(aBatch(queued()))).toEqual(done);
    expect((await get(TICKET_ID)).ticket.holder).toEqual({ kind: 'queue', since: isoAt(0) });
  });

  it('takes the next agent when the seat of the first has just been taken', async () => {
    await atWork('mei');
    await atWork('ann');
    await stands(histories.inQueue());
    dynamodb
      .on(TransactWriteItemsCommand)
      .resolvesOnce({})
      .rejectsOnce(cancelled('None', 'None', 'ConditionalCheckFailed'))
      .resolves({});

    expect(await assignment(aBatch(queued()))).toEqual(done);

    const asked = dynamodb
      .commandCalls(TransactWriteItemsCommand)
      .flatMap(({ args }) => args[0].input.TransactItems?.at(-1)?.Update?.Key?.['sk']?.S ?? []);
    expect(asked.toSorted()).toEqual(['ann', 'mei']);
  });

  it('gives the freed agent what waits in their queues', async () => {
    await atWork('mei');
    await keepHistory(histories.inQueue());
    const resolved = lastOf('TicketResolved', histories.resolved());

    expect(await assignment(aBatch(resolved))).toEqual(done);
    expect((await getAgent('mei')).seats).toEqual([TICKET_ID]);
  });

  it('lets one poisoned message fail alone', async () => {
    await atWork('mei');
    await stands(histories.inQueue());

    expect(await assignment(aBatch(anEvent({ ticketId: elsewhere }), queued(), 'rubbish'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-2' }],
    });
    expect((await get(TICKET_ID)).ticket.holder).toMatchObject({ kind: 'offer' });
  });
});

describe('classification', () => {
  it('lets the bot speak after a customer’s message, once', async () => {
    await stands(histories.withBot());
    const request = { ticketId: TICKET_ID, number: 2 };

    const answers = [await classification(aBatch(request)), await classification(aBatch(request, request))];

    expect(answers).toEqual([done, done]);
    expect((await get(TICKET_ID, 2)).events.filter(({ type }) => type === 'TicketClassified')).toHaveLength(
      1,
    );
  });

  it('lets one poisoned message fail alone', async () => {
    await stands(histories.withBot());
    const good = { ticketId: TICKET_ID, number: 2 };

    const answer = await classification(aBatch({ ticketId: elsewhere, number: 1 }, good, { ticketId: 'T' }));

    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-2' }],
    });
    expect(writes()).toBe(1);
  });
});

describe('delivery', () => {
  const pushed = () => pushedBy(sockets);

  beforeEach(async () => {
    await keepHistory(histories.answered());
    await add('customer:customer-1', 'phone', at(0));
    await add('customer:customer-1', 'tablet', at(0));
    await add('customer:customer-2', 'stranger', at(0));
    await add('agent:mei', 'desk', at(0));
    await add('agent:ann', 'other-desk', at(0));
  });

  it('reaches every device of the customer, and the agent who has the ticket', async () => {
    expect(await delivery(aBatch(lastOf('MessageSent', histories.answered())))).toEqual(done);
    expect(pushed().map(({ to }) => to)).toEqual(expect.arrayContaining(['phone', 'tablet', 'desk']));
    expect(pushed()).toHaveLength(3);
  });

  it('shows the customer a note as a number without content', async () => {
    const note = anEvent({
      number: 7,
      type: 'NoteAdded',
      actor: { kind: 'agent', id: 'mei' },
      body: { text: 'SECRET' },
    });

    await delivery(aBatch(note));

    const toPhone = pushed().find(({ to }) => to === 'phone')?.message;
    expect(toPhone).toEqual({
      type: 'events',
      epoch: '0',
      ticketId: TICKET_ID,
      after: 6,
      number: 7,
      events: [],
    });
  });

  it('reaches who watches, with what everybody at the desk may see, and each socket once', async () => {
    const personal = anEvent({ number: 7, body: { text: '我的电话是13812345678' } });
    await add(`watch:${TICKET_ID}`, 'lead-desk', at(0));
    await add(`watch:${TICKET_ID}`, 'desk', at(0));

    await delivery(aBatch(personal));

    expect(
      pushed()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['desk', 'lead-desk', 'phone', 'tablet']);
    expect(JSON.stringify(pushed().find(({ to }) => to === 'lead-desk'))).not.toContain('13812345678');
  });

  it('keeps a socket that has only just opened, though it does not answer yet', async () => {
    await add('customer:customer-1', 'new-phone', at(95));
    sockets
      .on(PostToConnectionCommand, { ConnectionId: 'new-phone' })
      .rejects(new GoneException({ $metadata: {}, message: 'Gone' }));

    await delivery(aBatch(anEvent()));

    expect(await list('customer:customer-1')).toContain('new-phone');
  });

  it('tries again when API Gateway asks for patience', async () => {
    const $metadata = { httpStatusCode: 429 };
    sockets
      .on(PostToConnectionCommand, { ConnectionId: 'tablet' })
      .rejectsOnce(new LimitExceededException({ $metadata, message: 'Too many requests' }))
      .resolves({});

    expect(await delivery(aBatch(anEvent()))).toEqual(done);
    expect(pushed().filter(({ to }) => to === 'tablet')).toHaveLength(2);
  });

  it('forgets sockets that are gone', async () => {
    sockets
      .on(PostToConnectionCommand, { ConnectionId: 'tablet' })
      .rejects(new GoneException({ $metadata: {}, message: 'Gone' }));

    expect(await delivery(aBatch(anEvent()))).toEqual(done);
    expect(await list('customer:customer-1')).toEqual(['phone']);
  });

  it('tells the leads of a ticket that has climbed to them', async () => {
    await atWork('lin', { tier: 'lead' });
    await add('agent:lin', 'lead-desk', at(0));
    const climbed = anEvent({
      type: 'TicketEscalated',
      actor: { kind: 'system', id: 'kefu' },
      body: { level: 3, rung: 'notify-lead', reason: 'still nobody has answered' },
    });

    await delivery(aBatch(climbed));

    expect(pushed().map(({ to }) => to)).toContain('lead-desk');
  });

  it.each([
    { warning: 'the customer is angry', told: ['lead-desk'] },
    { warning: undefined, told: [] },
  ])('tells the leads of a mood they are warned of: $warning', async ({ warning, told }) => {
    await atWork('lin', { tier: 'lead' });
    await add('agent:lin', 'lead-desk', at(0));
    const changed = anEvent({
      type: 'MoodChanged',
      actor: { kind: 'bot', id: 'bot' },
      body: { sentiment: 'angry', trend: 'rising', warned: true, warning, throughNumber: 1 },
    });

    await delivery(aBatch(changed));

    const reached = pushed().map(({ to }) => to);
    expect(reached.filter((to) => to === 'lead-desk')).toEqual(told);
    expect(reached).toContain('desk');
  });

  it('lets the message that could not be pushed fail alone', async () => {
    sockets.on(PostToConnectionCommand).callsFake(async ({ Data }: { Data: Uint8Array }) => {
      if (Buffer.from(Data).includes('"number":8')) throw refused('LimitExceededException');
      return {};
    });

    const answer = await delivery(
      aBatch(anEvent({ number: 7 }), anEvent({ number: 8 }), anEvent({ number: 9 })),
    );

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
  });
});

describe('survey', () => {
  const resolved = () => lastOf('TicketResolved', histories.resolved());

  it('is offered once per resolution', async () => {
    await stands(histories.resolved());

    const answers = [await survey(aBatch(resolved())), await survey(aBatch(resolved(), resolved()))];

    expect(answers).toEqual([done, done]);
    expect((await get(TICKET_ID)).ticket.survey).toBe('offered');
    expect(writes()).toBe(1);
  });

  it('does not even read the ticket for other events', async () => {
    expect(await survey(aBatch(anEvent()))).toEqual(done);
    expect(dynamodb.calls()).toEqual([]);
  });

  it('lets one poisoned message fail alone', async () => {
    await stands(histories.resolved());

    expect(await survey(aBatch({ ...resolved(), ticketId: elsewhere }, resolved()))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    });
  });
});

describe('the standby pool', () => {
  const climbed = (rung: RungAction) =>
    anEvent({
      type: 'TicketEscalated',
      actor: { kind: 'system', id: 'kefu' },
      body: { level: 4, rung, reason: 'still nobody has answered' },
    });

  it.each([
    ['open-standby', true],
    ['notify-lead', false],
  ] as const)('at the rung %s is open: %s', async (rung, open) => {
    expect(await standby(aBatch(climbed(rung)))).toEqual(done);
    expect((await getCapacity()).standbyOpen).toBe(open);
  });

  it('opens again when told twice', async () => {
    await standby(aBatch(climbed('open-standby'), climbed('open-standby')));

    expect(await getCapacity()).toEqual({ profile: 'off-peak', standbyOpen: true, changedAt: isoAt(100) });
  });

  it('calls nobody in for what happened long ago: a history was brought back', async () => {
    await standby(aBatch({ ...climbed('open-standby'), occurredAt: isoAt(100 - 3600) }));
    expect((await getCapacity()).standbyOpen).toBe(false);

    await standby(aBatch({ ...climbed('open-standby'), occurredAt: isoAt(101 - 3600) }));
    expect((await getCapacity()).standbyOpen).toBe(true);
  });

  it('lets one poisoned message fail alone', async () => {
    expect(await standby(aBatch('rubbish', climbed('open-standby')))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    });
    expect((await getCapacity()).standbyOpen).toBe(true);
  });
});
