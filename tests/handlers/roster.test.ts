import { beforeEach, describe, expect, it, vi } from 'vitest';
import { shippedSeats } from '../../functions/domain/staffing/shipped-plan.ts';
import { handler } from '../../functions/roster.ts';
import { end } from '../../functions/stores/simulations.ts';
import { RosterAnswer } from '../../schemas/planning-api.ts';
import type { KeptSimulation, PlayedStaffing } from '../../schemas/simulation.ts';
import { at } from '../support/builders.ts';
import { ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const as = (role: string) => issuer.idToken({ sub: 'lin', name: 'Lin', 'cognito:groups': [role] });
const lead = await as('lead');
const agent = await as('agent');
const route = 'POST /v1/staffing/roster';

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
});

const rosterFor = async (body: object) =>
  RosterAnswer.parse((await ask(handler, route, { token: lead, body })).body);

const requirements = {
  kind: 'requirements',
  timeZone: 'Asia/Shanghai',
  intervalMinutes: 60,
  intervals: Array.from({ length: 8 }, (_, hour) => ({
    from: new Date(Date.UTC(2026, 10, 23, 1 + hour)).toISOString(),
    agents: 3,
  })),
};

/** One that waits. */
const simulation: KeptSimulation = {
  simulationId: 'a'.repeat(32),
  by: 'lin',
  askedAt: at(0).toISOString(),
  status: 'waiting',
  order: { groupBy: 'total', set: [], seats: {} },
};

describe('a roster', () => {
  it('covers what the forecast needs, within the limits', async () => {
    const { plan, answer } = await rosterFor({ dailyUsers: 2000, days: 2, seats: { concurrency: 2 } });

    expect(plan).toMatchObject({ concurrency: 2, botShare: 0 });
    if (answer.kind !== 'roster') throw new Error(answer.kind);
    expect(answer.cover.every(({ covered, least }) => covered >= least)).toBe(true);
    expect(answer.outsourceShare).toBeLessThanOrEqual(0.4501);
  });

  it('covers requirements of one’s own by the shifts there are', async () => {
    const office = { name: 'office', from: 'own', time: 'full', earliest: '09:00', latest: '09:00' };
    const roster = { shifts: [{ ...office, everyMinutes: 60, hours: 8, costPerHour: 1 }] };

    const { plan, answer } = await rosterFor({ requirements, roster });

    expect(plan).toBeUndefined();
    expect(answer).toMatchObject({ kind: 'roster', hours: 24, shifts: [{ name: 'office', people: 3 }] });
  });

  it('covers seats that were played', async () => {
    const interval = (hour: number) => {
      const seats = { seats: 2, agents: 3 };
      const from = new Date(Date.UTC(2026, 10, 23, 1 + hour)).toISOString();
      return { from, conversations: 9, erlang: seats, played: { seats: 4, agents: 6, serviceLevel: 0.96 } };
    };
    const staffing: PlayedStaffing = {
      kind: 'played',
      timeZone: 'Asia/Shanghai',
      intervalMinutes: 60,
      basis: 'counts',
      notes: [],
      plan: { ...shippedSeats, concurrency: 3 },
      measured: { from: '2026-10-25', to: '2026-11-21', handling: [], reached: 0, abandoned: 0, notes: [] },
      factor: 2,
      intervals: Array.from({ length: 8 }, (_, hour) => interval(hour)),
    };
    await end({ ...simulation, status: 'done', staffing });

    const { plan, answer } = await rosterFor({ simulationId: simulation.simulationId });

    expect(plan).toMatchObject({ concurrency: 3 });
    if (answer.kind !== 'roster') throw new Error(answer.kind);
    expect(answer.cover.map(({ needed }) => needed)).toEqual(Array.from({ length: 8 }, () => 6));
  });

  it('covers no seats that were not played', async () => {
    const body = { simulationId: simulation.simulationId };
    expect((await askInVain(handler, route, { token: lead, body })).status).toBe(404);

    await end(simulation);

    const refusal = await askInVain(handler, route, { token: lead, body });
    expect(refusal).toMatchObject({ status: 400, issues: [{ field: 'simulationId' }] });
  });

  it('that no limit allows says what is in the way', async () => {
    const few = { name: 'few', from: 'own', time: 'full', earliest: '00:00', latest: '23:00', most: 1 };
    const roster = { shifts: [{ ...few, everyMinutes: 60, hours: 8, costPerHour: 1 }] };

    const { answer } = await rosterFor({ requirements, roster });

    expect(answer).toMatchObject({
      kind: 'no-roster',
      reasons: expect.arrayContaining([expect.stringContaining('at most 1 people work few')]) as string[],
    });
  });

  it('waits until there is enough to forecast from', async () => {
    expect((await rosterFor({})).answer.kind).toBe('not-enough-data');
  });

  it.each([
    ['days', { days: 15 }],
    ['value', { groupBy: 'queue' }],
    ['seats.shrinkage', { seats: { shrinkage: 2 } }],
    ['roster.outsourceShare', { roster: { outsourceShare: 0.1 } }],
    ['requirements.intervals', { requirements: { ...requirements, intervals: [] } }],
    ['timeZone', { requirements: { ...requirements, timeZone: 'Mars/Olympus' } }],
  ])('is refused naming %s', async (field, body) => {
    const refusal = await askInVain(handler, route, { token: lead, body });

    expect(refusal).toMatchObject({ status: 400, issues: [{ field }] });
  });

  it('is not for agents', async () => {
    expect((await askInVain(handler, route, { token: agent, body: {} })).status).toBe(403);
  });
});
