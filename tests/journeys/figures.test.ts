import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../functions/domain/reply-rate.ts';
import { signIn } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';
import { exportsApi } from '../../schemas/exports-api.ts';
import { insightsApi } from '../../schemas/insights-api.ts';
import { planningApi, rosterApi } from '../../schemas/planning-api.ts';
import { runNow } from './aws.ts';
import { deployment } from './cloud.ts';
import { aPast, bringBack } from './past.ts';

const DAY_MS = 86_400_000;
/** The evening before last in China: a day that is over, whatever the hour. */
const evening = new Date(Math.floor(Date.now() / DAY_MS - 1) * DAY_MS - DAY_MS / 2);
const day = dayOf('Asia/Shanghai', evening.getTime());

describe('figures', () => {
  it('of a past that is brought back are added up, and exported row by row', async () => {
    const admin = await signIn(deployment(), 'admin');
    const histories = await aPast(evening, 3);
    const ids = histories.map(([first]) => first?.ticketId);

    await bringBack(histories);
    const summary = await poll('the figures of three tickets', async () => {
      expect(await runNow('RollUp')).toBeUndefined();
      const path = `/v1/insights/summary?from=${day}&to=${day}`;
      const found = await admin.call(insightsApi.getSummary.response, 'GET', path);
      return found.rows[0]?.tickets === 3 ? found.rows[0] : undefined;
    });
    const { exportId } = await admin.call(exportsApi.startExport.response, 'POST', '/v1/exports', {
      commandId: `export-${day}`,
      what: 'tickets',
      format: 'csv',
      from: day,
      to: day,
    });
    const { files, rows } = await poll('the export', async () => {
      const look = await admin.call(exportsApi.getExport.response, 'GET', `/v1/exports/${exportId}`);
      return look.state === 'running' ? undefined : look;
    });
    const [file] = files;
    const bytes = Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());

    expect(summary).toMatchObject({ score: 5, rates: { human: { numerator: 3 } } });
    expect(summary.cost.cloud.total).toBeGreaterThan(0);
    expect(rows).toBe(3);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    expect(ids.filter((id = 'none') => !bytes.includes(id))).toEqual([]);
  });

  it('are not enough yet for a forecast, which says what is missing; the rule of thumb makes a roster', async () => {
    const lead = await signIn(deployment(), 'chen');

    const { groups } = await lead.call(planningApi.getForecast.response, 'GET', '/v1/forecast?days=1');
    const { answer } = await lead.call(rosterApi.makeRoster.response, 'POST', '/v1/staffing/roster', {
      dailyUsers: 10_000,
      days: 1,
    });

    expect(groups[0]?.forecast).toMatchObject({ kind: 'not-enough-data' });
    expect(answer).toMatchObject({ kind: 'roster' });
  });

  it('of a day that never was are simulated, side by side with another promise', async () => {
    const order = {
      commandId: 'simulate-one-day',
      set: [{ path: 'arrivals.perDay', value: '300' }],
      whatIf: [{ path: 'sla.urgent.reached', value: '10s' }],
    };

    const { status, report, whatIf } = await simulated('/v1/simulations', order);

    expect(status).toBe('done');
    expect(report?.counts.opened).toBe(whatIf?.report.counts.opened);
  });

  it('of tomorrow by the rule of thumb are played until the seats keep the promise', async () => {
    const order = { commandId: 'play-tomorrow', dailyUsers: 100 };

    const { status, staffing } = await simulated('/v1/staffing/simulations', order);

    expect(status).toBe('done');
    expect(staffing?.kind === 'played' && staffing.intervals).toHaveLength(24);
  });
});

/** Orders a simulation and waits for what comes of it. */
async function simulated(path: string, order: object) {
  const lead = await signIn(deployment(), 'chen');
  const { simulationId } = await lead.call(planningApi.startSimulation.response, 'POST', path, order);
  return poll(
    'the simulation',
    async () => {
      const look = await lead.call(
        planningApi.getSimulation.response,
        'GET',
        `/v1/simulations/${simulationId}`,
      );
      return look.status === 'waiting' ? undefined : look;
    },
    60,
  );
}
