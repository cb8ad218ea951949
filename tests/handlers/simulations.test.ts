import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/planning.ts';
import { handler as play } from '../../functions/simulation.ts';
import { Simulation, SimulationRequest } from '../../schemas/simulation.ts';
import { at, isoAt } from '../support/builders.ts';
import { aBatch, ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const sqs = mockClient(SQSClient);
const issuer = await stubIssuer();
const as = (name: string, role: string) => issuer.idToken({ sub: name, name, 'cognito:groups': [role] });
const lead = await as('lin', 'lead');
const agent = await as('mei', 'agent');

const start = 'POST /v1/simulations';
const commandId = 'simulation-1';
const small = [
  { path: 'arrivals.perDay', value: '40' },
  { path: 'arrivals.bursts', value: '[]' },
];
const order = { commandId, set: small };

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  vi.setSystemTime(at(100));
});

/** What was sent to the work queue. */
function sent(): SimulationRequest[] {
  return sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ MessageBody = '' }) => SimulationRequest.parse(JSON.parse(MessageBody)));
}

async function look(): Promise<Simulation> {
  const [request] = sent();
  const path = { simulationId: request?.simulationId ?? '' };
  const { body } = await ask(handler, 'GET /v1/simulations/{simulationId}', { token: lead, path });
  return Simulation.parse(body);
}

describe('a simulation', () => {
  it('is taken, played and told', async () => {
    const { status, body } = await ask(handler, start, { token: lead, body: order });
    expect(status).toBe(202);
    expect(body).toEqual({ simulationId: sent()[0]?.simulationId, askedAt: isoAt(100) });
    expect(await look()).toMatchObject({ status: 'waiting', by: 'lin' });

    expect(await play(aBatch(...sent()))).toEqual({ batchItemFailures: [] });

    const { report, ...told } = await look();
    expect(told).toMatchObject({ status: 'done', endedAt: isoAt(100) });
    expect(report?.counts.opened).toBeGreaterThan(20);
    expect(told).not.toHaveProperty('whatIf');
    expect(told).not.toHaveProperty('order');
  });

  it('plays the same customers twice, side by side, where something is to be other', async () => {
    const whatIf = [{ path: 'bot.threshold', value: '1' }];
    await ask(handler, start, { token: lead, body: { ...order, whatIf } });

    await play(aBatch(...sent()));

    const told = await look();
    expect(told.whatIf?.report.counts.opened).toBe(told.report?.counts.opened);
    expect(told.whatIf?.report.counts.settledByBot).toBe(0);
    expect(told.whatIf?.differences.map(({ figure }) => figure)).toContain('counts.settledByBot');
  });

  it('that is sent again is the same one, and is asked for again until it has ended', async () => {
    const first = await ask(handler, start, { token: lead, body: order });
    vi.setSystemTime(at(160));
    const second = await ask(handler, start, { token: lead, body: order });
    expect(second.text).toBe(first.text);
    expect(sent()).toHaveLength(2);

    await play(aBatch(...sent()));
    const told = await look();
    vi.setSystemTime(at(200));
    await play(aBatch(...sent()));
    const third = await ask(handler, start, { token: lead, body: order });

    expect(third.text).toBe(first.text);
    expect(sent()).toHaveLength(2);
    expect(await look()).toEqual(told);
  });

  it('of another order under the same id is refused', async () => {
    await ask(handler, start, { token: lead, body: order });

    const refusal = await askInVain(handler, start, { token: lead, body: { ...order, days: 2 } });

    expect(refusal.status).toBe(409);
  });

  it('that cannot be read comes back to the queue', async () => {
    dynamodb.on(QueryCommand).rejects(refused('ProvisionedThroughputExceededException'));

    const { batchItemFailures } = await play(aBatch({ simulationId: '0'.repeat(32) }));

    expect(batchItemFailures).toHaveLength(1);
  });

  it('nobody knows is not played', async () => {
    expect(await play(aBatch({ simulationId: '0'.repeat(32) }))).toEqual({ batchItemFailures: [] });

    const path = { simulationId: '0'.repeat(32) };
    const refusal = await askInVain(handler, 'GET /v1/simulations/{simulationId}', { token: lead, path });
    expect(refusal.status).toBe(404);
  });

  it.each([
    ['days', { days: 0 }],
    ['days', { days: 3, set: [{ path: 'arrivals.perDay', value: '20000' }] }],
    ['set.0.path', { set: [{ path: 'a b', value: '1' }] }],
    ['sla.urgent.taken', { set: [{ path: 'sla.urgent.taken', value: '1' }] }],
    ['arrivals.perDay', { set: [{ path: 'arrivals.perDay', value: '-1' }] }],
    ['timeZone', { scenario: { timeZone: 'Mars/Olympus' } }],
    ['whatIf', { whatIf: [] }],
    ['commandId', { commandId: 'short' }],
  ])('is refused naming %s', async (field, wrong) => {
    const refusal = await askInVain(handler, start, { token: lead, body: { ...order, ...wrong } });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
    expect(sent()).toEqual([]);
  });

  it('is not for agents', async () => {
    expect((await askInVain(handler, start, { token: agent, body: order })).status).toBe(403);
  });
});

describe('seats that are played', () => {
  const playSeats = 'POST /v1/staffing/simulations';
  const rule = { commandId, dailyUsers: 300, seats: { targetSeconds: 60 } };
  const ordered = async (body: object) => {
    expect((await ask(handler, playSeats, { token: lead, body })).status).toBe(202);
    await play(aBatch(...sent()));
    return look();
  };

  it('are those of tomorrow, corrected until they keep the promise, beside Erlang’s', async () => {
    const { status, staffing, report } = await ordered(rule);

    expect(status).toBe('done');
    expect(report).toBeUndefined();
    if (staffing?.kind !== 'played') throw new Error('nothing was played');
    const { intervals, plan, factor, measured } = staffing;
    expect(plan).toMatchObject({ targetSeconds: 60, botShare: 0 });
    expect(measured.notes).not.toEqual([]);
    // Tomorrow in Shanghai.
    expect(intervals.map(({ from }) => from)).toEqual(
      Array.from({ length: 24 }, (_, hour) =>
        new Date(Date.parse('2026-11-21T16:00:00Z') + hour * 3_600_000).toISOString(),
      ),
    );
    expect(
      intervals.every(({ erlang, played }) => played.seats >= 1 && played.seats <= 2 * erlang.seats + 6),
    ).toBe(true);
    expect(intervals.every(({ played }) => played.agents >= played.seats)).toBe(true);
    const all = (of: 'erlang' | 'played') => intervals.reduce((sum, it) => sum + it[of].seats, 0);
    expect(factor).toBeCloseTo(all('played') / all('erlang'), 3);
  }, 60_000);

  it('are those of the days and the team that are asked for', async () => {
    const open = [{ from: '10:00', to: '12:00' }];
    const week = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };
    const hours = { calendarId: 'mornings', timeZone: 'Asia/Shanghai', week };
    const { staffing } = await ordered({
      ...rule,
      dates: ['2026-11-24', '2026-11-26'],
      hours,
      seats: { targetSeconds: 60, handlingSeconds: 60 },
      set: [{ path: 'agents.declineShare', value: '0' }],
    });

    const days = staffing?.kind === 'played' ? staffing.intervals.map(({ from }) => from.slice(0, 10)) : [];
    expect(days).toEqual(['2026-11-24', '2026-11-24', '2026-11-26', '2026-11-26']);
  }, 60_000);

  it('wait for counts', async () => {
    expect(await ordered({ commandId })).toMatchObject({
      status: 'done',
      staffing: { kind: 'not-enough-data', missing: expect.any(Array) as unknown },
    });
  });

  it('are none on a day that is closed', async () => {
    const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const week = { ...closed, mon: [{ from: '09:00', to: '18:00' }] };
    const hours = { calendarId: 'mondays', timeZone: 'Asia/Shanghai', week };

    expect(await ordered({ ...rule, hours })).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('dates: must be days on which somebody can come') as string,
    });
  });

  it.each([
    ['dates', { dates: [] }],
    ['dates', { dates: ['2026-11-20'] }],
    ['dates', { dates: ['2026-12-19'] }],
    ['dates', { dates: ['2026-11-31'] }],
    ['dates', { dates: ['2026-11-99'] }],
    ['dates', { dates: ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'] }],
    ['value', { groupBy: 'queue', dailyUsers: undefined }],
    ['seats.targetSeconds', { seats: { targetSeconds: 0 } }],
    ['arrivals.perYear', { set: [{ path: 'arrivals.perYear', value: '1' }] }],
  ])('are refused naming %s: %j', async (field, wrong) => {
    const refusal = await askInVain(handler, playSeats, { token: lead, body: { ...rule, ...wrong } });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
    expect(sent()).toEqual([]);
  });

  it('are not for agents', async () => {
    expect((await askInVain(handler, playSeats, { token: agent, body: rule })).status).toBe(403);
  });
});
