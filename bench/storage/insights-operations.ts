import type { FactRow } from '../../schemas/facts.ts';
import { Figures, type RollUp } from '../../schemas/roll-up.ts';
import { SHARDS } from '../../functions/domain/timer-plan.ts';
import { exportFrom } from '../../functions/domain/export/plan.ts';
import type { Draw, World } from './world.ts';

const timeZone = 'Asia/Shanghai';
const quarters = ['2026-11-21T12:00:00.000Z', '2026-11-21T12:15:00.000Z'] as const;

const someFacts = (world: World): FactRow => ({
  ticketId: world.ticketId(),
  number: 1 + world.below(20),
  createdAt: world.pick(quarters).replace('00.000Z', '07.123Z'),
  channel: world.pick(['app', 'web']),
  segment: 'ordinary',
  language: 'zh',
  queueId: 'support',
  priority: 'normal',
  flags: world.chance(0.5) ? ['ended'] : [],
  kept: [],
  breached: ['reached'],
  times: { reached: [world.below(60_000)] },
  messages: { customer: world.below(9) },
  used: { 'client-seconds': world.below(600) },
  ...(world.chance(0.3) && { labour: world.below(1_000_000) }),
  ...(world.chance(0.3) && { team: world.pick(['day', '夜班']) }),
});

export const facts: Draw = (world) => {
  const [row, quarter, which] = [someFacts(world), world.pick(quarters), world.below(7)];
  const settles = world.chance(0.5);
  const [shard, limit, ticketId] = [world.below(SHARDS), world.limit(), world.ticketId()];
  const after = world.chance(0.5) ? { ticketId } : {};
  return {
    name:
      ['keep facts', 'keep facts', 'keep facts', 'facts of a quarter', 'touched', 'settle', 'facts after'][
        which
      ] ?? '',
    run: async ({ insights }): Promise<unknown> => {
      if (which < 3) return insights.putFacts(row);
      if (which === 3) return insights.listFacts(quarter);
      if (which === 6) return insights.listFactsAfter({ quarter, shard, ...after }, limit);
      const touched = await insights.listTouched();
      if (which === 4) return touched;
      const [mark] = touched;
      return mark && insights.settle(settles ? mark : { ...mark, times: mark.times + 1 });
    },
  };
};

export const rollUp: Draw = (world) => {
  const level = world.pick(['hour', 'day'] as const);
  const dimension = world.pick(['total', 'team'] as const);
  const day = world.pick(['2026-11-21', '2026-11-22', '2026-12-01']);
  const row: RollUp = {
    level,
    timeZone,
    day,
    start: `${day}T0${world.below(3)}:00:00.000Z`,
    dimension,
    value: world.pick(['all', 'day', '夜班']),
    figures: Figures.parse({
      tickets: 1 + world.below(9),
      flags: { ended: 1 },
      kept: {},
      breached: {},
      times: { reached: { total: 5, sketch: '3.2 1' } },
      scores: 0,
      messages: {},
    }),
  };
  const which = world.below(4);
  return {
    name: ['put figures', 'put figures', 'remove figures', 'figures'][which] ?? '',
    run: ({ insights }): Promise<unknown> => {
      if (which < 2) return insights.putRollUp(row);
      return which === 2
        ? insights.removeRollUp(row)
        : insights.listRollUps({ level, timeZone, dimension, day });
    },
  };
};

export const exported: Draw = (world) => {
  const exportId = `export-0${world.below(4)}`;
  const asked = { exportId, requestedBy: 'lin', folder: exportId, timeZone, now: world.now };
  const kept = exportFrom(
    {
      what: world.pick(['tickets', 'events']),
      format: 'csv',
      from: '2026-11-20',
      to: '2026-11-20',
      personalData: 'masked',
    },
    asked,
  );
  const file = {
    name: `part-0000${world.below(5)}.csv`,
    rows: world.below(9),
    bytes: world.below(99),
    sha256: 'ab'.repeat(32),
  };
  const [which, limit, cursor, ahead] = [world.below(7), world.limit(), world.cursor(), 1 + world.below(2)];
  return {
    name: ['new export', 'export', 'exports', 'save export', 'save export', 'put part', 'parts'][which] ?? '',
    run: async ({ exports }): Promise<unknown> => {
      if (which === 0) return exports.create(kept);
      const known = await exports.find(exportId);
      if (which === 1) return known;
      if (which === 2) return exports.list();
      if (which < 5) return known && exports.save({ ...known, version: known.version + ahead });
      if (which === 5) return exports.putPart(kept, file);
      return exports.listParts(exportId, limit, cursor);
    },
  };
};

export const burst: Draw = (world) => {
  const [tickets, which] = [5 + world.below(9), world.below(2)];
  const topic = world.pick(['live.gift', 'buyer.refund']);
  const quarter = world.pick(quarters);
  return {
    name: ['put burst', 'bursts'][which] ?? '',
    run: ({ insights }): Promise<unknown> =>
      which === 0
        ? insights.putBurst({ quarter, topic, tickets, expected: 1.5, probability: 1e-9 })
        : insights.listBursts('2026-11'),
  };
};

export const turn: Draw = (world) => {
  const [now, takes, ends] = [world.now, world.chance(0.7), world.chance(0.5)];
  const until = new Date(now.getTime() + world.below(60_000));
  return {
    name: 'turn to roll up',
    run: async ({ insights }): Promise<unknown> => {
      const taken = takes && (await insights.takeTurn(now, until));
      if (taken && ends) await insights.endTurn(until);
      return taken;
    },
  };
};

export const decision: Draw = (world) => {
  const month = world.pick(['2026-11', '2026-12']);
  const [at, which] = [world.now.toISOString(), world.below(4)];
  const review = {
    reviewId: world.pick(['0123456789abcdef', 'fedcba9876543210']),
    version: 1 + world.below(4),
    measure: 'bad-review',
    dimension: 'team',
    value: '夜班',
    window: 'day',
    openedAt: at,
    cases: 9,
    of: 20 + world.below(9),
    above: 0.15,
  } as const;
  return {
    name: ['tell of a budget', 'a budget told', 'save a review', 'reviews'][which] ?? '',
    run: ({ decisions }): Promise<unknown> => {
      if (which === 0) return decisions.putBudget({ month, level: 'notice', since: at, lookedAt: at });
      if (which === 1) return decisions.findBudget(month);
      return which === 2 ? decisions.saveReview(review) : decisions.listReviews();
    },
  };
};

export const load: Draw = (world) => {
  const quarter = world.pick(quarters);
  const minute = quarter.replace(':00.000Z', `:${world.pick(['00', '30'])}.000Z`);
  const which = world.below(4);
  const wanted = {
    level: world.pick(['hour', 'day'] as const),
    timeZone,
    dimension: world.pick(['total', 'agent'] as const),
    day: world.pick(['2026-11-21', '2026-11-22', '2026-12-01']),
  };
  const held = world.below(4);
  const figures = { minutes: 1, present: 1, held, offered: 4, mostPresent: 1, mostHeld: held };
  const row = {
    ...wanted,
    start: `${wanted.day}T0${world.below(3)}:00:00.000Z`,
    value: 'mei',
    load: figures,
  };
  const agents = [{ agentId: 'mei', held, offered: 4 }];
  return {
    name: ['keep a sample', 'samples', 'put load', 'loads'][which] ?? '',
    run: ({ loads }): Promise<unknown> => {
      if (which === 0) return loads.putSample({ minute, part: 0, agents });
      if (which === 1) return loads.listSamples(quarter);
      return which === 2 ? loads.putLoad(row) : loads.listLoads(wanted);
    },
  };
};

export const simulation: Draw = (world) => {
  const [which, days, ends] = [world.below(3), 1 + world.below(3), world.chance(0.5)];
  const simulationId = world.pick(['0', '1', '2']).repeat(32);
  const kept = {
    simulationId,
    by: 'ada',
    askedAt: world.now.toISOString(),
    status: ends ? ('failed' as const) : ('waiting' as const),
    order: { days, set: [{ path: 'roster.day', value: '3' }], scenario: { arrivals: { perDay: days } } },
  };
  return {
    name: ['start simulation', 'simulation', 'end simulation'][which] ?? '',
    run: ({ simulations }): Promise<unknown> => {
      if (which === 0) return simulations.start(kept);
      return which === 1 ? simulations.find(simulationId) : simulations.end(kept);
    },
  };
};
