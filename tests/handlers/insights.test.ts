import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as facts } from '../../functions/facts.ts';
import { handler } from '../../functions/insights.ts';
import { handler as rollUp } from '../../functions/rollup.ts';
import { putProfile } from '../../functions/stores/agents.ts';
import { listFacts, listTouched, putFacts } from '../../functions/stores/insights.ts';
import { at, histories, isoAt } from '../support/builders.ts';
import { someFacts, ticketIdOf } from '../support/facts.ts';
import { aBatch, ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepHistory, keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const eventBridge = mockClient(EventBridgeClient);
const issuer = await stubIssuer();
const as = (agentId: string, ...roles: string[]) =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': roles });
const lead = await as('lin', 'lead');
const agent = await as('mei', 'agent');

const summary = 'GET /v1/insights/summary';
const top = 'GET /v1/insights/top';
const today = { from: '2026-11-21', to: '2026-11-21' };

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
  eventBridge.reset();
  eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

const resolved = histories.resolved();
const told = resolved.events.at(-1);

/** A ticket that Mei has settled, told and added up. */
async function oneTicket(): Promise<void> {
  await keepHistory(resolved);
  await putProfile(
    'mei',
    {
      name: 'Mei',
      queues: ['support'],
      languages: ['zh'],
      tier: 'outsource',
      pool: 'regular',
      capacity: 1,
      team: '夜班',
      vendor: 'Acme',
    },
    at(0),
  );
  await facts(aBatch(told));
  await rollUp();
}

describe('facts of a ticket', () => {
  it('are kept with the team and the company of who took it', async () => {
    await oneTicket();

    expect(await listFacts(isoAt(0))).toMatchObject([{ agentId: 'mei', team: '夜班', vendor: 'Acme' }]);
  });

  it('are marked again when they come again, until they are added up', async () => {
    await oneTicket();
    await facts(aBatch(told, told));
    expect(await listTouched()).toMatchObject([{ quarter: isoAt(0), times: 2 }]);

    await rollUp();

    expect(await listTouched()).toEqual([]);
  });

  it('of somebody without seats have no team', async () => {
    await keepHistory(resolved);

    expect(await facts(aBatch(told))).toEqual({ batchItemFailures: [] });

    const [row] = await listFacts(isoAt(0));
    expect(row).toMatchObject({ agentId: 'mei' });
    expect(row).not.toHaveProperty('team');
  });

  it('of a ticket that only the bot has are none yet', async () => {
    await keepHistory(histories.withBot());

    expect(await facts(aBatch(told))).toEqual({ batchItemFailures: [] });

    expect(await listFacts(isoAt(0))).toEqual([]);
  });

  it('come back when the team could not be read', async () => {
    await keepHistory(resolved);
    dynamodb.on(GetItemCommand).rejects(refused('ProvisionedThroughputExceededException'));

    const { batchItemFailures } = await facts(aBatch(told));

    expect(batchItemFailures).toHaveLength(1);
    expect(await listFacts(isoAt(0))).toEqual([]);
  });

  it('that could not be read come back', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ProvisionedThroughputExceededException'));

    const { batchItemFailures } = await facts(aBatch(told));

    expect(batchItemFailures).toHaveLength(1);
  });
});

describe('a summary', () => {
  it('is told to leads, on the clock of the business', async () => {
    await oneTicket();

    const { status, body } = await ask(handler, summary, {
      token: lead,
      query: { ...today, groupBy: 'vendor', granularity: 'day' },
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...today,
      timeZone: 'Asia/Shanghai',
      rows: [{ day: '2026-11-21', value: 'Acme', tickets: 1, times: { reached: { count: 1 } } }],
    });
  });

  it('by hour, in another zone, has the hours of that zone’s days', async () => {
    await oneTicket();

    const { body } = await ask(handler, summary, {
      token: lead,
      query: { ...today, granularity: 'hour', timeZone: 'America/New_York' },
    });

    expect(body).toMatchObject({ rows: [{ start: isoAt(0), day: '2026-11-21', tickets: 1 }] });
  });

  it('of days without tickets says so', async () => {
    const { text, body } = await ask(handler, summary, { token: lead, query: today });

    expect(body).toMatchObject({ rows: [], note: 'no tickets in this range' });
    expect(text).not.toContain('NaN');
  });

  it.each([
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: 'Asia/Kolkata' }],
    ['to', { to: '2036-11-21' }],
    ['from', { from: 'yesterday' }],
    ['from', { from: '2026-02-31' }],
    ['groupBy', { groupBy: 'mood' }],
    ['granularity', { granularity: 'minute' }],
  ])('is refused naming %s: %o', async (field, wrong) => {
    const refusal = await askInVain(handler, summary, { token: lead, query: { ...today, ...wrong } });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
  });

  it('of more rows than an answer has is refused', async () => {
    for (let number = 0; number < 2001; number += 1)
      await putFacts(someFacts({ ticketId: ticketIdOf(number), agentId: `agent-${number}` }));
    await rollUp();

    const refusal = await askInVain(handler, summary, { token: lead, query: { ...today, groupBy: 'agent' } });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field: 'granularity' }] });
  });

  it('is not for agents', async () => {
    expect((await askInVain(handler, summary, { token: agent, query: today })).status).toBe(403);
  });
});

describe('a burst', () => {
  const DAY = 86_400;
  /** Tickets about gifts in a quarter, `days` after the first day of the tests. */
  const giftsAt = async (days: number, tickets: number): Promise<void> => {
    for (let number = 0; number < tickets; number += 1)
      await putFacts(
        someFacts({
          ticketId: ticketIdOf(number),
          createdAt: isoAt(days * DAY),
          intentId: 'live.gift.refund',
        }),
      );
  };
  const range = { from: '2026-11-01', to: '2026-11-30' };

  beforeEach(async () => {
    for (const days of [-14, -7]) await giftsAt(days, 3);
    await rollUp();
  });

  it('is told once, and found in the list with the names of its topic', async () => {
    await giftsAt(0, 40);

    await rollUp();
    await rollUp();

    const told = eventBridge
      .commandCalls(PutEventsCommand)
      .flatMap(({ args }) => args[0].input.Entries ?? []);
    expect(told).toMatchObject([{ Source: 'kefu.insights', DetailType: 'TopicBurst' }]);
    const { body } = await ask(handler, 'GET /v1/insights/bursts', { token: lead });
    expect(body).toMatchObject({
      from: '2026-11-15',
      to: '2026-11-21',
      rows: [{ quarter: isoAt(0), topic: 'live.gift', tickets: 40, zh: expect.any(String) as string }],
    });
  });

  it('grows with what is known', async () => {
    await giftsAt(0, 40);
    await rollUp();
    await giftsAt(0, 60);
    await rollUp();

    const { body } = await ask(handler, 'GET /v1/insights/bursts', { token: lead, query: range });

    expect(body).toMatchObject({ rows: [{ tickets: 60 }] });
  });

  it('is told again when that was not accepted', async () => {
    await giftsAt(0, 40);
    eventBridge
      .on(PutEventsCommand)
      .rejectsOnce(refused('ThrottlingException'))
      .resolves({ FailedEntryCount: 0 });

    await expect(rollUp()).rejects.toThrow();
    await rollUp();

    expect(eventBridge.commandCalls(PutEventsCommand)).toHaveLength(2);
  });

  it('is none where nothing is the matter', async () => {
    await giftsAt(0, 4);
    await rollUp();

    const { body } = await ask(handler, 'GET /v1/insights/bursts', { token: lead, query: range });

    expect(eventBridge.commandCalls(PutEventsCommand)).toEqual([]);
    expect(body).toMatchObject({ rows: [], note: 'no bursts in this range' });
  });

  it.each([
    ['to', { from: '2026-11-02', to: '2026-11-01' }],
    ['from', { from: '2026-02-31', to: '2026-11-01' }],
  ])('is refused naming %s', async (field, query) => {
    const refusal = await askInVain(handler, 'GET /v1/insights/bursts', { token: lead, query });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
  });
});

describe('the top of a week', () => {
  it('is of the last week that is over', async () => {
    await oneTicket();

    const past = await ask(handler, top, { token: lead });
    vi.setSystemTime(at(3 * 86_400));
    const week = await ask(handler, top, { token: await as('lin', 'lead') });
    vi.setSystemTime(at(100));

    expect(past.body).toMatchObject({
      rows: [],
      note: 'no tickets in these weeks',
      week: { from: '2026-11-09' },
    });
    expect(week.body).toMatchObject({
      week: { from: '2026-11-16', to: '2026-11-22', tickets: 1 },
      rows: [{ intentId: 'none', tickets: 1, share: 1, before: 0, moved: 'no' }],
      movers: [],
    });
  });

  it('of a week that is still to come has no days', async () => {
    const { body } = await ask(handler, top, { token: lead, query: { week: '2026-12-01' } });

    expect(body).toMatchObject({ rows: [], note: 'no day of this week is over yet' });
  });

  it.each([
    ['week', { week: '2026-02-30' }],
    ['limit', { limit: '0' }],
    ['level', { level: 'mood' }],
  ])('is refused naming %s', async (field, wrong) => {
    const refusal = await askInVain(handler, top, { token: lead, query: wrong });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
  });
});
