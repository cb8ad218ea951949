import type { BotSureFrom } from '../../schemas/environment.ts';
import { nowAndThen } from './keep-hot.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ capacity: 'get' }> & Pick<Platform, 'now' | 'log'>;

/** From where on the bot is sure, by the profile in force as it was seen within the last 15 s; by that of off-peak while it cannot be read. */
export function hotSureness({ capacity, now, log }: Needs, from: BotSureFrom): Platform['sureFrom'] {
  let last = from['off-peak'];
  return nowAndThen(now, async () => {
    try {
      last = from[(await capacity.get()).profile];
    } catch (error) {
      log('error', 'profile not read', { error: error instanceof Error ? error.name : 'unknown' });
    }
    return last;
  });
}
