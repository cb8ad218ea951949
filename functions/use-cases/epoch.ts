import { nowAndThen } from './keep-hot.ts';
import type { Platform } from './platform.ts';

type Needs = Pick<Platform, 'now'> & { readEpoch: () => Promise<string> };

/**
 * The epoch in force, read at most every 15 s; and at once when somebody claims another one, because then either of the two has
 * missed a restore.
 */
export function keptEpoch({ readEpoch, now }: Needs): Platform['epoch'] {
  let look = nowAndThen(now, readEpoch);
  return async (claimed) => {
    const kept = await look();
    if (claimed === undefined || claimed === kept) return kept;
    look = nowAndThen(now, readEpoch);
    return look();
  };
}
