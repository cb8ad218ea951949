import type { FactRow } from '../../schemas/facts.ts';
import { Figures, type RollUp } from '../../schemas/roll-up.ts';
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
  ...(world.chance(0.3) && { team: world.pick(['day', '夜班']) }),
});

export const facts: Draw = (world) => {
  const [row, quarter, which] = [someFacts(world), world.pick(quarters), world.below(6)];
  const settles = world.chance(0.5);
  return {
    name: ['keep facts', 'keep facts', 'keep facts', 'facts of a quarter', 'touched', 'settle'][which] ?? '',
    run: async ({ insights }): Promise<unknown> => {
      if (which < 3) return insights.putFacts(row);
      if (which === 3) return insights.listFacts(quarter);
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
