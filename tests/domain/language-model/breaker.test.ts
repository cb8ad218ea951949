import { describe, expect, it } from 'vitest';
import { afterCall, type Breaker, calm, mayAsk } from '../../../functions/domain/language-model/breaker.ts';
import { at } from '../../support/builders.ts';

/** What is remembered after these outcomes, a second apart. */
function after(...replied: boolean[]): Breaker {
  return replied.reduce((breaker, it, second) => afterCall(breaker, it, at(second)), calm);
}

describe('the way to a failing model', () => {
  it('is open at first, and after two failures', () => {
    expect(mayAsk(calm, at(0))).toBe(true);
    expect(mayAsk(after(false, false), at(2))).toBe(true);
  });

  it('is closed for half a minute after three failures in a row', () => {
    const breaker = after(false, false, false);

    expect(mayAsk(breaker, at(2))).toBe(false);
    expect(mayAsk(breaker, at(31.9))).toBe(false);
    expect(mayAsk(breaker, at(32))).toBe(true);
  });

  it('does not close for failures with replies between them', () => {
    expect(mayAsk(after(false, false, true, false, false), at(5))).toBe(true);
  });

  it.each([
    [4, 60],
    [5, 120],
    [8, 900],
    [60, 900],
  ])('after %i failures is closed for %i s', (failures, seconds) => {
    const breaker = after(...Array.from({ length: failures }, () => false));
    const last = failures - 1;

    expect(mayAsk(breaker, at(last + seconds - 0.1))).toBe(false);
    expect(mayAsk(breaker, at(last + seconds))).toBe(true);
  });

  it('is as at first after one reply', () => {
    expect(after(false, false, false, false, true)).toEqual(calm);
  });
});
