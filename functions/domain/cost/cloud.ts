import type { Figures } from '../../../schemas/roll-up.ts';
import { type Billed, billed, prices } from './prices.ts';
import { cloudUnits } from './units.ts';

/** What a ticket's bill depends on: its opening, who took it, timers, seconds of open clients, and what each side said. */
export const cloudDrivers = [
  'opened',
  'accepted',
  'timers',
  'client-seconds',
  'customer',
  'agent',
  'machine',
] as const;
export type CloudDriver = (typeof cloudDrivers)[number];

/** What one thing that happens is billed for, in the units of the price table. */
export type Units = Record<Billed, number>;

type Counted = Pick<Figures, 'tickets' | 'messages' | 'used'>;

/** How often each of them was there. */
export function driversOf({ tickets, messages, used }: Counted): Record<CloudDriver, number> {
  return {
    opened: tickets,
    accepted: used.accepted ?? 0,
    timers: used.timers ?? 0,
    'client-seconds': used['client-seconds'] ?? 0,
    customer: messages.customer ?? 0,
    agent: messages.agent ?? 0,
    machine: (messages.bot ?? 0) + (messages.system ?? 0),
  };
}

/** US dollars of the cloud that these tickets are reckoned to cost: what each thing is billed for, at list prices. */
export function cloudDollars(counted: Counted): number {
  const drivers = driversOf(counted);
  return cloudDrivers.reduce((sum, driver) => sum + drivers[driver] * dollarsOfUnits(cloudUnits[driver]), 0);
}

/** US dollars of these units. */
export function dollarsOfUnits(units: Units): number {
  return billed.reduce((sum, what) => sum + units[what] * prices[what].dollars, 0);
}
