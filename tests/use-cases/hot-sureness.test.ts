import { describe, expect, it } from 'vitest';
import { hotSureness } from '../../functions/use-cases/hot-sureness.ts';
import type { CapacityState } from '../../schemas/capacity.ts';
import { at, isoAt } from '../support/builders.ts';

describe('from where on the bot is sure', () => {
  it('follows the profile in force within 15 s, and is what it was while that cannot be read', async () => {
    let [seconds, looks] = [0, 0];
    let profile: CapacityState['profile'] | undefined = 'off-peak';
    const lines: string[] = [];
    const sureFrom = hotSureness(
      {
        capacity: {
          get: async () => {
            looks += 1;
            if (!profile) throw new Error('down');
            return { profile, standbyOpen: false, changedAt: isoAt(0) };
          },
        },
        now: () => at(seconds),
        log: (_level, message) => lines.push(message),
      },
      { peak: 0.5, 'off-peak': 0.6 },
    );
    const asked = [await sureFrom()];

    profile = 'peak';
    seconds = 14;
    asked.push(await sureFrom());
    seconds = 15;
    asked.push(await sureFrom());
    profile = undefined;
    seconds = 30;
    asked.push(await sureFrom());

    expect(asked).toEqual([0.6, 0.6, 0.5, 0.5]);
    expect([looks, lines]).toEqual([3, ['profile not read']]);
  });
});
