import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../functions/domain/insights/range.ts';
import { handler } from '../../functions/planning.ts';
import { putRollUp } from '../../functions/stores/insights.ts';
import { putLoad } from '../../functions/stores/loads.ts';
import { Forecasts, Staffing } from '../../schemas/planning-api.ts';
import { at } from '../support/builders.ts';
import { aCountedDay, timesOf } from '../support/counted.ts';
import { ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

// In Shanghai it is two minutes past eight in the evening of a Saturday.
vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const as = (role: string) => issuer.idToken({ sub: 'lin', name: 'Lin', 'cognito:groups': [role] });
const lead = await as('lead');
const agent = await as('agent');

const forecast = 'GET /v1/forecast';
const staffing = 'GET /v1/staffing';
const TODAY = '2026-11-21';

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
});

/** Two weeks in which 6 asked in every hour from 8 to 22, and nobody at night. */
async function twoWeeks(named: Parameters<typeof aCountedDay>[2] = {}, perHour = 6): Promise<void> {
  for (let back = 0; back < 14; back += 1) {
    const day = aCountedDay(addDays(TODAY, -back), (hour) => (hour >= 8 && hour < 22 ? perHour : 0), named);
    for (const row of day) await putRollUp(row);
  }
}

async function forecasts(query: Record<string, string> = {}) {
  const { body } = await ask(handler, forecast, { token: lead, query });
  return Forecasts.parse(body);
}

describe('a forecast from the platform’s own counts', () => {
  it('expects what came, and hardly anybody in hours in which nobody did', async () => {
    await twoWeeks();

    const { countedUntil, groups, timeZone } = await forecasts({ days: '3' });

    expect(timeZone).toBe('Asia/Shanghai');
    // Seven to eight has only just ended.
    expect(countedUntil).toBe('2026-11-21T11:00:00.000Z');
    const [group] = groups;
    expect(group).toMatchObject({ value: 'all', asked: 14 * 14 * 6, since: '2026-11-08T00:00:00.000Z' });
    if (group?.forecast.kind !== 'forecast') throw new Error('there is no forecast');
    const { intervals } = group.forecast;
    expect(intervals[0]?.from).toBe(countedUntil);
    expect(intervals).toHaveLength(5 + 24 + 24);
    const meanAt = (hour: number) =>
      intervals.find(({ from }) => new Date(from).getUTCHours() === hour)?.mean;
    expect(meanAt(4)).toBeCloseTo(6, 0);
    expect(meanAt(20)).toBeLessThan(0.5);
  });

  it('tells queues apart, the most asked first, or only the one that is named', async () => {
    await twoWeeks({ dimension: 'queue', value: 'support' }, 2);
    await twoWeeks({ dimension: 'queue', value: 'finance' }, 8);

    const all = await forecasts({ groupBy: 'queue' });
    const one = await forecasts({ groupBy: 'queue', value: 'support' });

    expect(all.groups.map(({ value }) => value)).toEqual(['finance', 'support']);
    expect(one.groups.map(({ value }) => value)).toEqual(['support']);
  });

  it('says how many groups it has no room for', async () => {
    for (let topic = 0; topic < 12; topic += 1)
      for (const row of aCountedDay(TODAY, () => 1 + topic, { dimension: 'topic', value: `live.t${topic}` }))
        await putRollUp(row);

    const { groups, leftOut } = await forecasts({ groupBy: 'topic', days: '28' });

    expect(groups).toHaveLength(10);
    expect(leftOut).toBe(2);
  });

  it('knows a promotion that has not been before', async () => {
    await twoWeeks();
    const events = JSON.stringify([
      { name: '双十二', from: '2026-11-22 00:00', to: '2026-11-23 00:00', multiplier: 5 },
    ]);

    const { groups } = await forecasts({ days: '3', events });

    const noon = (day: string) => `${day}T04:00:00.000Z`;
    const intervals = groups[0]?.forecast.kind === 'forecast' ? groups[0].forecast.intervals : [];
    const meanAt = (moment: string) => intervals.find(({ from }) => from === moment)?.mean ?? 0;
    expect(meanAt(noon('2026-11-22')) / meanAt(noon('2026-11-23'))).toBeGreaterThan(3);
  });

  it('says what is missing as long as there is not enough', async () => {
    for (const row of aCountedDay(TODAY, (hour) => (hour === 10 ? 1 : 0))) await putRollUp(row);

    const none = await forecasts({ groupBy: 'queue', value: 'ads' });
    const few = await forecasts();

    expect(none.groups[0]?.forecast).toMatchObject({
      kind: 'not-enough-data',
      missing: [expect.stringContaining('not a single row'), expect.any(String)],
    });
    expect(few.groups[0]?.forecast).toMatchObject({
      kind: 'not-enough-data',
      missing: [
        'days: 1 of at least 3 have counts',
        'conversations: 1 of at least 30',
        expect.stringContaining('rule of thumb'),
      ],
    });
  });

  it('starts from the number of users where nothing was counted, and prints what that would mean', async () => {
    const { groups } = await forecasts({ dailyUsers: '20000' });

    expect(groups[0]?.forecast).toMatchObject({ kind: 'forecast', basis: 'rule' });
    expect(groups[0]?.forecast.notes.join(' ')).toContain('questions of every user every day');
  });

  it('has every hour open only where the calendar says so', async () => {
    await twoWeeks();
    const day = [{ from: '09:00', to: '18:00' }];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
    const hours = JSON.stringify({ calendarId: 'office', timeZone: 'Asia/Shanghai', week });

    const { groups } = await forecasts({ days: '3', hours });

    const intervals = groups[0]?.forecast.kind === 'forecast' ? groups[0].forecast.intervals : [];
    // Saturday is closed: the days ahead are Sunday, Monday and Tuesday.
    expect(intervals.map(({ from }) => from.slice(0, 10))).toEqual(
      ['2026-11-23', '2026-11-24'].flatMap((open) => Array.from({ length: 9 }, () => open)),
    );
  });

  it.each([
    ['days', { days: '0' }],
    ['days', { days: '29' }],
    ['days', { days: 'many' }],
    ['groupBy', { groupBy: 'mood' }],
    ['dailyUsers', { dailyUsers: '-5' }],
    ['dailyUsers', { dailyUsers: '100', groupBy: 'queue' }],
    ['events', { events: 'tomorrow' }],
    ['events.0', { events: '[{"name":"x","from":"2026-11-23 00:00","to":"2026-11-22 00:00"}]' }],
    ['hours.week', { hours: '{"calendarId":"x","timeZone":"Asia/Shanghai"}' }],
  ])('is refused naming %s: %o', async (field, query) => {
    const refusal = await askInVain(handler, forecast, { token: lead, query });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
  });

  it('is not for agents', async () => {
    expect((await askInVain(handler, forecast, { token: agent })).status).toBe(403);
  });
});

describe('seats from the platform’s own counts', () => {
  const seatsOf = async (query: Record<string, string> = {}) => {
    const { body } = await ask(handler, staffing, { token: lead, query: { days: '2', ...query } });
    const [group] = Staffing.parse(body).groups;
    if (group?.staffing.kind !== 'needs') throw new Error('there are no needs');
    return group.staffing;
  };

  it('are counted by what conversations took and how patient customers were', async () => {
    await twoWeeks({
      dimension: 'queue',
      value: 'support',
      times: (asked) => ({
        handling: timesOf(asked, 600_000),
        reached: timesOf(asked - 2, 20_000),
        abandoned: timesOf(2, 100_000),
      }),
    });

    const { plan, measured, intervals } = await seatsOf({ groupBy: 'queue', value: 'support' });

    expect(measured).toMatchObject({ from: '2026-10-25', to: TODAY });
    expect(measured.notes).toEqual([expect.stringContaining('concurrency: 0 minutes')]);
    expect(plan).toMatchObject({ handling: [{ intent: 'support', seconds: 600 }], botShare: 0 });
    expect(plan.patienceSeconds).toBe(measured.patienceSeconds);
    const noon = intervals.find(({ from }) => from === '2026-11-22T04:00:00.000Z');
    // About one erlang: 6 an hour of ten minutes each.
    expect(noon?.erlangC.seats).toBe(3);
    expect(noon?.erlangC.serviceLevel).toBeGreaterThanOrEqual(0.95);
    expect(noon?.erlangA?.abandonment).toBeGreaterThan(0);
    expect(noon?.erlangC.agents).toBe(5);
  });

  it('of everything together are counted by what each topic took', async () => {
    await twoWeeks();
    for (const [value, seconds] of [
      ['live.gift', 100],
      ['buyer.refund', 300],
    ] as const)
      await twoWeeks({
        dimension: 'topic',
        value,
        times: (asked) => ({ handling: timesOf(asked, seconds * 1000) }),
      });

    const { plan } = await seatsOf();

    expect(plan.handling.map(({ intent, seconds }) => [intent, seconds])).toEqual([
      ['buyer.refund', 300],
      ['live.gift', 100],
    ]);
  });

  it('are counted by what ships where nothing was measured, and say so', async () => {
    await twoWeeks();

    const { plan, measured, intervals } = await seatsOf();

    expect(plan).toMatchObject({ handling: [{ seconds: 360 }], targetSeconds: 180 });
    expect(measured.notes).toHaveLength(3);
    expect(intervals.some(({ erlangA }) => erlangA)).toBe(false);
  });

  it('have as many conversations at once as people had seats for, as long as nobody asks otherwise', async () => {
    await twoWeeks();
    const load = { minutes: 600, present: 1200, held: 3000, offered: 3600, mostPresent: 2, mostHeld: 6 };
    for (const day of ['2026-10-24', '2026-11-20'])
      await putLoad({
        level: 'day',
        timeZone: 'Asia/Shanghai',
        day,
        start: `${day}T00:00:00.000Z`,
        dimension: 'total',
        value: 'all',
        // Four weeks ago they had one each.
        load: day < '2026-11' ? { ...load, offered: 1200 } : load,
      });

    const { plan, measured } = await seatsOf();

    expect(measured.seats).toEqual({ offered: 3, taken: 2.5 });
    expect(plan.concurrency).toBe(3);
    expect((await seatsOf({ concurrency: '2' })).plan.concurrency).toBe(2);
  });

  it('are counted by what somebody asks for', async () => {
    await twoWeeks();

    const asked = { targetSeconds: '15', concurrency: '3', handlingSeconds: '120', patienceSeconds: '60' };
    const { plan, intervals } = await seatsOf({ ...asked, planFor: 'within95', shrinkage: '0' });

    expect(plan).toMatchObject({
      targetSeconds: 15,
      concurrency: 3,
      handling: [{ seconds: 120 }],
      patienceSeconds: 60,
      planFor: 'within95',
    });
    expect(intervals.every(({ erlangC }) => erlangC.seats === erlangC.agents)).toBe(true);
  });

  it('say what is missing as long as there is not enough', async () => {
    const { body, text } = await ask(handler, staffing, { token: lead });

    expect(Staffing.parse(body).groups[0]?.staffing.kind).toBe('not-enough-data');
    expect(text).not.toContain('NaN');
  });

  it.each([
    ['targetSeconds', { targetSeconds: '0' }],
    ['serviceLevel', { serviceLevel: '1' }],
    ['concurrency', { concurrency: '2.5' }],
    ['shrinkage', { shrinkage: '-1' }],
    ['planFor', { planFor: 'luck' }],
    ['arrivalsPerHour', { dailyUsers: '2000000000' }],
  ])('are refused naming %s', async (field, query) => {
    const refusal = await askInVain(handler, staffing, { token: lead, query });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
  });
});
