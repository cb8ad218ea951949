import type { AgentProfile } from '../../../schemas/agent.ts';
import type { LabourRate, LabourSettings } from '../../../schemas/labour.ts';
import type { Fault } from '../errors.ts';

/** Nobody has said what people cost. */
export const noLabour: LabourSettings = { rates: [] };

const HOUR_MS = 3_600_000;
const MICRODOLLARS_PER_CENT = 10_000;
const whose = ['team', 'vendor', 'tier'] as const satisfies readonly (keyof LabourRate &
  keyof AgentProfile)[];

/** Whose hour it is. */
export type Place = Partial<Pick<AgentProfile, (typeof whose)[number]>>;

/** The rate of an agent: the first that fits. */
export function rateOf({ rates }: LabourSettings, agent: Place): LabourRate | undefined {
  return rates.find((rate) => covers(rate, agent));
}

/**
 * What a ticket's handling (milliseconds) costs, in millionths of a dollar: its share of paid time. As `chatsAtOnce` is the mean over paid
 * hours, those in which nobody writes are paid by the tickets, too.
 */
export function labourOf(handling: number, { centsPerHour, chatsAtOnce }: LabourRate): number {
  return Math.round(((handling / HOUR_MS) * centsPerHour * MICRODOLLARS_PER_CENT) / chatsAtOnce);
}

/** Rates that nobody can ever have, because one above fits whoever they fit. */
export function labourFaults({ rates }: LabourSettings): Fault[] {
  return rates.flatMap((rate, at) => {
    const above = rates.findIndex((other) => covers(other, rate));
    return above < at
      ? [{ field: `rates.${at}`, rule: `is never used: rates.${above} fits everybody whom it fits` }]
      : [];
  });
}

function covers(rate: Place, agent: Place): boolean {
  return whose.every((part) => rate[part] === undefined || rate[part] === agent[part]);
}
