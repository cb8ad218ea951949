import type { Cost, Money } from '../../../schemas/insights-api.ts';
import type { Figures } from '../../../schemas/roll-up.ts';
import { readSketch, sizeOf } from '../insights/sketch.ts';
import { cloudDollars } from './cloud.ts';

const MICRODOLLARS = 1e6;

/** What the tickets behind these figures cost, in US dollars. */
export function costOf(figures: Figures): Cost {
  const { tickets, labour } = figures;
  const money = (total: number): Money => ({ total, ...(tickets > 0 && { perTicket: total / tickets }) });
  const cloud = cloudDollars(figures);
  const people = labour.microdollars / MICRODOLLARS;
  const unpriced = handledOf(figures) - labour.tickets;
  return {
    cloud: money(cloud),
    ...((labour.tickets > 0 || unpriced === 0) && { labour: money(people) }),
    ...(unpriced === 0 && { all: money(cloud + people) }),
    unpriced,
  };
}

/** Tickets that people have treated. */
export function handledOf({ times: { handling } }: Figures): number {
  return handling ? sizeOf(readSketch(handling.sketch)) : 0;
}

/** What keeps a cost from being whole, if anything does. */
export function costNote(unpriced: number): string | undefined {
  if (unpriced === 0) return undefined;
  return `${unpriced} tickets were treated by people whose rate nobody had set when they were opened: labour leaves them out (PUT /v1/settings/labour)`;
}
