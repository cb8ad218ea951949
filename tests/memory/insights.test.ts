import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryInsights } from '../../functions/memory/insights.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { insights as insightsOf } from '../../functions/use-cases/insights.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import type { Insights } from '../../functions/use-cases/platform-of-figures.ts';
import { keepFacts } from '../../functions/use-cases/keep-facts.ts';
import { rollUp } from '../../functions/use-cases/roll-up.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { Dimension, type RollUp } from '../../schemas/roll-up.ts';
import { reactions } from '../../schemas/work-queues.ts';
import { aCaller, at, isoAt } from '../support/builders.ts';
import { someFacts, ticketIdOf } from '../support/facts.ts';
import { aCustomer, aMemoryPlatform, aProfile } from '../support/memory.ts';

const timeZone = 'Asia/Shanghai';
const days = ['2026-11-21', '2026-11-22'];

/** Every row, as the bytes it is written as. */
async function rowsOf(insights: Pick<Insights, 'listRollUps'>, zone = timeZone): Promise<string[]> {
  const rows: RollUp[] = [];
  for (const dimension of Dimension.options) {
    for (const day of days)
      rows.push(...(await insights.listRollUps({ level: 'hour', timeZone: zone, dimension, day })));
    rows.push(
      ...(await insights.listRollUps({ level: 'day', timeZone: zone, dimension, day: '2026-11-21' })),
    );
  }
  return rows.map((row) => JSON.stringify(row));
}

/** A seat, and tickets that the bot, a person or nobody sees through. */
async function anEvening(seed: number, tickets: number) {
  const whole = aMemoryPlatform({ seed });
  const random = seededRandom(seed);
  await whole.platform.settings.add('labour', {
    version: 1,
    savedAt: isoAt(-1),
    savedBy: 'ada',
    settings: { rates: [{ team: '夜班', centsPerHour: 2400, chatsAtOnce: 2 }] },
  });
  await whole.desk.putAgent({ agentId: 'mei', ...aProfile({ capacity: 20, team: '夜班' }) }, aCaller());
  const ids: string[] = [];
  for (let number = 0; number < tickets; number += 1) {
    await whole.desk.setPresence({ availability: 'available' }, aCaller());
    const human = random() < 0.6;
    const content = {
      commandId: `open-${String(number).padStart(4, '0')}`,
      text: human ? '转人工' : '怎么退款',
      channel: random() < 0.5 ? 'app' : 'web',
      locale: 'zh-CN',
    } as const;
    const { ticketId } = await whole.customer.openTicket(content, aCustomer(`customer-${number}`));
    ids.push(ticketId);
    await whole.pass(Math.floor(random() * 15));
    const { ticket } = await whole.platform.tickets.get(ticketId);
    if (ticket.holder.kind !== 'offer') continue;
    await whole.desk.acceptTicket({ ticketId, commandId: 'accept-01' }, aCaller());
    await whole.desk.replyToCustomer({ ticketId, commandId: 'reply-001', text: '好了' }, aCaller());
    await whole.pass(Math.floor(random() * 40));
    // Some are left as they are: what was said after the last event that counts must not.
    if (random() < 0.7)
      await whole.desk.resolveTicket({ ticketId, commandId: 'resolve-1', reason: '好了' }, aCaller());
    await whole.pass(Math.floor(random() * 400));
  }
  await whole.pass(700);
  const events: TicketEvent[] = [];
  for (const id of ids) events.push(...(await whole.platform.tickets.get(id, 0)).events);
  return { whole, events };
}

/** The history at any time from an event on. */
function readSinceIn(whole: Awaited<ReturnType<typeof anEvening>>['whole']) {
  return (event: TicketEvent, random: () => number) => async (ticketId: string) => {
    const history = await whole.platform.tickets.get(ticketId, 0);
    const through = event.number + Math.floor(random() * (history.number - event.number + 1));
    return { ...history, events: history.events.slice(0, through) };
  };
}

const telling: readonly string[] = reactions.figures;

describe('figures of an evening', () => {
  it('are the same to the byte when the stream is told twice, in another order and with duplicates', async () => {
    const { whole, events } = await anEvening(7, 24);
    const readSince = readSinceIn(whole);
    const told = events.filter(({ type }) => telling.includes(type));
    const live = whole.platform.insights;
    await rollUp({ ...whole.platform, timeZone })();
    const rows = await rowsOf(live);
    expect(rows.length).toBeGreaterThan(20);

    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...told, ...told, ...told], { minLength: told.length * 2 }),
        fc.nat({ max: 30 }),
        fc.nat(),
        async (stream, between, seed) => {
          // Whatever was left out is told last, as a work queue does with what failed.
          const missing = told.filter((event) => !stream.includes(event));
          const insights = memoryInsights();
          const random = seededRandom(seed);
          // Each reads the history as it was at some time after its event, and writes when it gets to it.
          const keep = (event: TicketEvent) =>
            keepFacts({ ...whole.platform, tickets: { get: readSince(event, random) }, insights })(event);
          const add = rollUp({ ...whole.platform, insights, timeZone });
          for (const [index, event] of [...stream, ...missing].entries()) {
            await keep(event);
            if (index % (between + 1) === 0) await add();
          }
          await add();
          await add();

          expect(await rowsOf(insights)).toEqual(rows);
          expect(await insights.listTouched()).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('are added up by the schedule, and told to leads', async () => {
    const { whole, events } = await anEvening(3, 8);
    whole.start();
    // A sign of life, and the hour in which it was seen comes to its end.
    await whole.desk.setPresence({ availability: 'available' }, aCaller());
    await whole.pass(3600);
    const budget = { monthly: 0, notice: 100, warning: 110, critical: 125 };
    const ask = insightsOf({ ...whole.platform, timeZone, budget });
    const opened = events.filter(({ type }) => type === 'TicketOpened').length;

    const all = await ask.getSummary(
      { from: '2026-11-21', to: '2026-11-21', groupBy: 'total', granularity: 'total' },
      aCaller(),
    );
    const teams = await ask.getSummary(
      { from: '2026-11-21', to: '2026-11-21', groupBy: 'team', granularity: 'total' },
      aCaller(),
    );

    expect(all.rows).toMatchObject([{ value: 'all', tickets: opened }]);
    const [row] = teams.rows;
    expect(row).toMatchObject({ value: '夜班', rates: { reached: { rate: 1 }, human: { rate: 1 } } });
    expect(row?.cost).toMatchObject({ unpriced: 0, labour: { perTicket: expect.any(Number) as number } });
    expect(all.rows[0]?.load).toMatchObject({ mostPresent: 1, occupancy: expect.any(Number) as number });
    expect(row?.sla.reached).toEqual({ numerator: row?.tickets, denominator: row?.tickets, rate: 1 });
  });
});

const quietly: Pick<Platform, 'now' | 'log'> = { now: () => at(0), log: () => undefined };

describe('a roll-up', () => {
  it('takes away what no ticket stands behind any more', async () => {
    const insights = memoryInsights();
    const add = rollUp({ insights, timeZone, ...quietly });
    await insights.putFacts(someFacts({ intentId: 'buyer.refund.slow' }));
    await add();
    await insights.putFacts(someFacts({ number: 4, intentId: 'account.login.code-not-received' }));
    await add();

    const topics = await insights.listRollUps({
      level: 'day',
      timeZone,
      dimension: 'topic',
      day: '2026-11-21',
    });

    expect(topics.map(({ value, figures }) => [value, figures.tickets])).toEqual([['account.login', 1]]);
  });

  it('goes on where a crash has left it', async () => {
    const whole = memoryInsights();
    for (let number = 0; number < 5; number += 1)
      await whole.putFacts(someFacts({ ticketId: ticketIdOf(number), createdAt: isoAt(number * 7200) }));
    const expected = memoryInsights();
    for (let number = 0; number < 5; number += 1)
      await expected.putFacts(someFacts({ ticketId: ticketIdOf(number), createdAt: isoAt(number * 7200) }));
    await rollUp({ insights: expected, timeZone, ...quietly })();
    const rows = await rowsOf(expected);

    let crashes = 0;
    for (let call = 0; ; call += 1) {
      let left = call;
      const now = () => at(call * 300);
      const crashing: Insights = {
        ...whole,
        putRollUp: async (row) => {
          if ((left -= 1) < 0) throw new Error('crash');
          await whole.putRollUp(row);
        },
      };
      try {
        await rollUp({ insights: crashing, timeZone, now, log: quietly.log })();
        break;
      } catch {
        crashes += 1;
      }
    }

    expect(crashes).toBeGreaterThan(0);
    expect(await rowsOf(whole)).toEqual(rows);
  });

  it('is done by one at a time', async () => {
    const insights = memoryInsights();
    await insights.putFacts(someFacts());
    await insights.takeTurn(at(-10), at(280));

    await rollUp({ insights, timeZone, ...quietly })();
    expect(await insights.listTouched()).toHaveLength(1);

    // The other one is gone: its turn is over.
    await rollUp({ insights, timeZone, log: quietly.log, now: () => at(281) })();
    expect(await insights.listTouched()).toEqual([]);
  });

  it('keeps what changes meanwhile for the next turn', async () => {
    const insights = memoryInsights();
    await insights.putFacts(someFacts());
    const busy: Insights = {
      ...insights,
      putRollUp: async (row) => {
        if (row.level === 'day') await insights.putFacts(someFacts({ number: 9, flags: ['ended'] }));
        await insights.putRollUp(row);
      },
    };
    await rollUp({ insights: busy, timeZone, ...quietly })();
    expect(await insights.listTouched()).toHaveLength(1);

    await rollUp({ insights, timeZone, ...quietly })();

    const [day] = await insights.listRollUps({
      level: 'day',
      timeZone,
      dimension: 'total',
      day: '2026-11-21',
    });
    expect(day?.figures.flags).toEqual({ ended: 1 });
  });

  it('leaves later days to the next turn when time runs out', async () => {
    const insights = memoryInsights();
    await insights.putFacts(someFacts());
    await insights.putFacts(someFacts({ ticketId: ticketIdOf(1), createdAt: isoAt(86_400) }));
    let seconds = 0;

    await rollUp({ insights, timeZone, log: quietly.log, now: () => at((seconds += 100)) })();

    expect(await insights.listTouched()).toHaveLength(1);
  });
});
