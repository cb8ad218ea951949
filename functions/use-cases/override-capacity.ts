import type { CapacityView } from '../../schemas/capacity.ts';
import type { settingsApi } from '../../schemas/settings-api.ts';
import { FaultyInputError } from '../domain/errors.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { Platform, Uses } from './platform.ts';

/** What can be done about capacity by hand. */
export type Overriding = Pick<Answers<typeof settingsApi, Caller>, 'getCapacity' | 'putCapacityOverride'>;

/** Nobody remembers for longer what they once set. */
const LONGEST_DAYS = 7;

/** Peak or off-peak by hand, with an end. */
export const overrideCapacity = ({
  capacity,
  now,
}: Uses<{ capacity: 'get' | 'getOverride' | 'putOverride' }> & Pick<Platform, 'now'>): Overriding => {
  return {
    getCapacity: view,

    async putCapacityOverride({ override }, { agentId }) {
      const time = now();
      if (override) {
        requireEnd(override.until, time);
        await capacity.putOverride({ ...override, by: agentId });
      } else {
        const current = (await view()).override;
        if (current) await capacity.putOverride({ ...current, until: time.toISOString(), by: agentId });
      }
      return view();
    },
  };

  async function view(): Promise<CapacityView> {
    const [state, override] = await Promise.all([capacity.get(), capacity.getOverride()]);
    return { ...state, ...(override && override.until > now().toISOString() && { override }) };
  }
};

function requireEnd(until: string, now: Date): void {
  const ms = Date.parse(until) - now.getTime();
  if (ms > 0 && ms <= LONGEST_DAYS * 86_400_000) return;
  throw new FaultyInputError('an override must have an end', [
    { field: 'override.until', rule: `must be later than now, by ${LONGEST_DAYS} days at most` },
  ]);
}
