import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '../../functions/insights.ts';
import { handler as rollUp } from '../../functions/rollup.ts';
import { saveReview } from '../../functions/stores/decisions.ts';
import { putFacts } from '../../functions/stores/insights.ts';
import { QualityReview } from '../../schemas/quality-review.ts';
import { at, isoAt } from '../support/builders.ts';
import { aReview, someFacts, ticketIdOf } from '../support/facts.ts';
import { ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const eventBridge = mockClient(EventBridgeClient);
const issuer = await stubIssuer();
const as = (agentId: string, ...roles: string[]) =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': roles });
const lead = await as('lin', 'lead');
const agent = await as('mei', 'agent');

const budget = 'GET /v1/insights/budget';
const reviews = 'GET /v1/insights/reviews';
const close = 'POST /v1/insights/reviews/{reviewId}/close';
const HOUR = 3600;
const Listed = z.object({ rows: z.tuple([QualityReview, QualityReview]) });

beforeEach(() => {
  vi.setSystemTime(at(100));
  listenToLog();
  keepRows(dynamodb);
  eventBridge.reset();
  eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

const told = () =>
  eventBridge
    .commandCalls(PutEventsCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ Source, DetailType, Detail }) => ({
      Source,
      DetailType,
      detail: JSON.parse(Detail ?? '{}') as unknown,
    }));

/** One ticket that people treated for so many dollars. */
const spend = (dollars: number, number = 3) =>
  putFacts(someFacts({ number, times: { handling: [60_000] }, labour: dollars * 1e6, vendor: 'Acme' }));

describe('the budget of a month', () => {
  it('is told to leads with what was spent and what is missing', async () => {
    await spend(40);
    await rollUp();

    const { status, body } = await ask(handler, budget, { token: lead });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      month: '2026-11',
      today: '2026-11-21',
      level: 'none',
      plan: { monthly: 1000 },
      outsourcing: { companies: { tickets: 1 }, share: 1 },
      note: expect.stringContaining('not enough data yet') as string,
    });
    expect((await askInVain(handler, budget, { token: agent })).status).toBe(403);
  });

  it('is told on the bus when its level changes, once, and looked at once an hour', async () => {
    await spend(1105);
    await rollUp();
    await rollUp();
    expect(told()).toMatchObject([
      {
        Source: 'kefu.insights',
        DetailType: 'BudgetLevelChanged',
        detail: { before: 'none', level: 'warning' },
      },
    ]);

    await spend(1300, 4);
    await rollUp();
    expect(told()).toHaveLength(1);

    vi.setSystemTime(at(100 + HOUR));
    await rollUp();
    expect(told().at(-1)).toMatchObject({ detail: { before: 'warning', level: 'critical' } });
    const { body } = await ask(handler, budget, { token: lead });
    expect(body).toMatchObject({ level: 'critical', since: isoAt(100 + HOUR) });
  });

  it('is told again when that was not accepted', async () => {
    await spend(1105);
    eventBridge
      .on(PutEventsCommand)
      .rejectsOnce(refused('ThrottlingException'))
      .resolves({ FailedEntryCount: 0 });

    await expect(rollUp()).rejects.toThrow();
    await rollUp();

    expect(told()).toHaveLength(2);
  });
});

describe('a quality review', () => {
  /** So many ratings of the night shift, of which the first are bad. */
  const rate = async (ratings: number, bad: number): Promise<void> => {
    for (let number = 0; number < ratings; number += 1)
      await putFacts(
        someFacts({
          ticketId: ticketIdOf(number),
          team: '夜班',
          flags: number < bad ? ['rated', 'bad-review'] : ['rated'],
        }),
      );
  };

  it('is opened once, told, found, closed with what was found, and not opened again', async () => {
    await rate(40, 20);
    await rollUp();
    await rollUp();
    expect(told()).toMatchObject([{ DetailType: 'ReviewOpened' }, { DetailType: 'ReviewOpened' }]);

    const { body } = await ask(handler, reviews, { token: lead });
    expect(body).toMatchObject({
      rows: [
        { dimension: 'team', value: '夜班', cases: 20, of: 40 },
        { dimension: 'topic', value: 'none' },
      ].map((row) => expect.objectContaining(row) as object),
    });

    const [{ reviewId }] = Listed.parse(body).rows;
    const closing = { token: lead, path: { reviewId }, body: { findings: '缺少培训' } };
    expect((await ask(handler, close, closing)).body).toMatchObject({
      closedBy: 'lin',
      findings: '缺少培训',
    });
    expect((await ask(handler, close, closing)).status).toBe(200);
    expect((await ask(handler, reviews, { token: lead, query: { status: 'closed' } })).body).toMatchObject({
      rows: [{ reviewId }],
    });

    vi.setSystemTime(at(100 + HOUR));
    await rollUp();
    expect(told()).toHaveLength(2);
  });

  it('is looked for at the beginning of an hour only', async () => {
    vi.setSystemTime(at(600));
    await rate(40, 20);
    await rollUp();

    expect(told()).toEqual([]);
  });

  it('that is closed stays so when it becomes calm', async () => {
    await saveReview(aReview());
    await saveReview(aReview({ version: 2, closedAt: isoAt(50), closedBy: 'lin', findings: '缺少培训' }));
    await rollUp();

    const { body } = await ask(handler, reviews, { token: lead, query: { status: 'all' } });

    expect(body).toMatchObject({ rows: [{ version: 3, closedBy: 'lin', calmAt: isoAt(100) }] });
  });

  it('that is unknown, or closed with other findings, is refused', async () => {
    await saveReview(aReview({ closedAt: isoAt(50), closedBy: 'ada', findings: '缺少培训' }));
    const closing = (reviewId: string) => ({
      token: lead,
      path: { reviewId },
      body: { findings: '没有问题' },
    });

    expect((await askInVain(handler, close, closing('fedcba9876543210'))).status).toBe(404);
    expect((await askInVain(handler, close, closing('0123456789abcdef'))).status).toBe(409);
    expect(await askInVain(handler, close, closing('夜班'))).toMatchObject({
      status: 400,
      issues: [{ field: 'reviewId' }],
    });
    expect((await askInVain(handler, close, { ...closing('0123456789abcdef'), token: agent })).status).toBe(
      403,
    );
  });
});
