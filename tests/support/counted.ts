import { RollUp } from '../../schemas/roll-up.ts';
import { sketchOf, writeSketch } from '../../functions/domain/insights/sketch.ts';
import { startOfDay } from '../../functions/domain/insights/roll-up.ts';

const SHANGHAI = 'Asia/Shanghai';
const HOUR = 3_600_000;

/** A time of so many tickets, all the same, in milliseconds. */
export function timesOf(tickets: number, milliseconds: number) {
  return {
    total: tickets * milliseconds,
    sketch: writeSketch(sketchOf(Array.from({ length: tickets }, () => milliseconds))),
  };
}

/** A roll-up in which so many tickets asked for a person; `all` of an hour unless told. */
export function aRollUp(overrides: Partial<RollUp> & { asked?: number; times?: RollUp['figures']['times'] }) {
  const { asked = 1, times = {}, ...rest } = overrides;
  return RollUp.parse({
    level: 'hour',
    timeZone: SHANGHAI,
    day: '2026-11-21',
    start: '2026-11-21T00:00:00.000Z',
    dimension: 'total',
    value: 'all',
    figures: { tickets: asked, flags: { asked }, kept: {}, breached: {}, times, scores: 0, messages: {} },
    ...rest,
  });
}

/** The roll-ups of a day in Shanghai: `perHour` says how many asked in each hour; hours in which nobody did have no row. */
export function aCountedDay(
  day: string,
  perHour: (hour: number) => number,
  more: Pick<Partial<RollUp>, 'dimension' | 'value'> & {
    times?: (asked: number) => RollUp['figures']['times'];
  } = {},
): RollUp[] {
  const { times = () => ({}), ...named } = more;
  const begin = Date.parse(startOfDay(SHANGHAI, day));
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, asked: perHour(hour) }))
    .filter(({ asked }) => asked > 0)
    .map(({ hour, asked }) =>
      aRollUp({
        ...named,
        day,
        start: new Date(begin + hour * HOUR).toISOString(),
        asked,
        times: times(asked),
      }),
    );
  const asked = hours.reduce((sum, { figures }) => sum + (figures.flags.asked ?? 0), 0);
  if (asked === 0) return [];
  const whole = aRollUp({
    ...named,
    level: 'day',
    day,
    start: new Date(begin).toISOString(),
    asked,
    times: times(asked),
  });
  return [whole, ...hours];
}
