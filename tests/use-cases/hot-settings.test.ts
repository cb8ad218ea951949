import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptSettings } from '../../schemas/settings.ts';
import { SlaSettings } from '../../schemas/sla.ts';
import { hotSettings } from '../../functions/use-cases/hot-settings.ts';
import { someSla, at, isoAt } from '../support/builders.ts';

const shipped = someSla();
let kept: KeptSettings[];
let seconds: number;
let looks: number;
let lines: string[];
let fails: boolean;

beforeEach(() => {
  [kept, seconds, looks, lines, fails] = [[], 0, 0, [], false];
});

const version = (number: number, settings: unknown): KeptSettings => ({
  version: number,
  savedAt: isoAt(number),
  savedBy: 'mei',
  settings,
});
const current = () =>
  hotSettings(
    {
      settings: {
        latest: async (_kind, count) => {
          looks += 1;
          if (fails) throw new Error('the table is away');
          return kept.toReversed().slice(0, count);
        },
      },
      now: () => at(seconds),
      log: (_level, message, ids) => lines.push(`${message} ${JSON.stringify(ids)}`),
    },
    { kind: 'sla', schema: SlaSettings, shipped },
  );

describe('settings in a function', () => {
  it('are what ships until somebody saves something', async () => {
    expect(await current()()).toEqual({ version: 0, settings: shipped });
  });

  it('are at most ten seconds old', async () => {
    const settings = current();
    await settings();
    kept.push(version(1, someSla({ bot: 20 })));

    seconds = 10;

    expect(await settings()).toEqual({ version: 1, settings: someSla({ bot: 20 }) });
  });

  it('are looked at once for all who ask in between', async () => {
    const settings = current();

    await Promise.all([settings(), settings()]);
    seconds = 7;
    await settings();

    expect(looks).toBe(1);
  });

  it('pass by a version that cannot be read, and say so once', async () => {
    kept.push(version(1, someSla({ bot: 20 })), version(2, { bot: 'soon' }));
    const settings = current();

    const first = await settings();
    seconds = 20;
    const second = await settings();

    expect([first.version, second.version]).toEqual([1, 1]);
    expect(lines).toEqual(['settings refused {"kind":"sla","version":2,"serving":1}']);
  });

  it('are what ships when no version can be read', async () => {
    kept.push(version(1, {}));

    expect(await current()()).toEqual({ version: 0, settings: shipped });
  });

  it('stay as they were while the table cannot be read', async () => {
    kept.push(version(1, someSla({ bot: 20 })));
    const settings = current();
    await settings();

    fails = true;
    seconds = 20;

    expect((await settings()).version).toBe(1);
    expect(lines).toEqual(['settings not refreshed {"kind":"sla","serving":1,"error":"Error"}']);
  });
});
