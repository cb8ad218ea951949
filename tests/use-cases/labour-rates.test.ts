import { describe, expect, it, vi } from 'vitest';
import { labourRates } from '../../functions/use-cases/labour-rates.ts';
import type { KeptSettings } from '../../schemas/settings.ts';
import { at, isoAt } from '../support/builders.ts';

const version = (number: number, seconds: number, centsPerHour: number): KeptSettings => ({
  version: number,
  savedAt: isoAt(seconds),
  savedBy: 'ada',
  settings: { rates: [{ vendor: 'Acme', centsPerHour, chatsAtOnce: 2 }] },
});
const versions = [version(2, 2000, 1200), version(1, 1000, 900)];
const acme = { vendor: 'Acme' };

function rates(now = at(10_000)) {
  const latest = vi.fn(async () => versions);
  return { latest, rateFor: labourRates({ settings: { latest }, now: () => now }) };
}

describe('the labour rate of a ticket', () => {
  it.each([
    [1000, 900],
    [1999, 900],
    [2000, 1200],
  ])('opened at %i is the one that was in force then', async (opened, cents) => {
    expect(await rates().rateFor(isoAt(opened), acme)).toMatchObject({ centsPerHour: cents });
  });

  it('is none before anybody set one, and for whom none fits', async () => {
    const { rateFor } = rates();

    expect(await rateFor(isoAt(999), acme)).toBeUndefined();
    expect(await rateFor(isoAt(2000), {})).toBeUndefined();
  });

  it('is looked up once for tickets of the past, and each time for those only just opened', async () => {
    const { latest, rateFor } = rates();

    await rateFor(isoAt(1500), acme);
    await rateFor(isoAt(9989), acme);
    expect(latest).toHaveBeenCalledTimes(1);

    await rateFor(isoAt(9995), acme);
    await rateFor(isoAt(9996), acme);
    expect(latest).toHaveBeenCalledTimes(3);
  });
});
