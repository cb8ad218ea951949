import { describe, expect, it } from 'vitest';
import { standbyAfter } from '../../../functions/domain/capacity/standby.ts';
import { at, isoAt } from '../../support/builders.ts';

const profile = { pollers: 10, batchSize: 10, provisioned: 0 };
const plan = {
  standby: { openAfterSeconds: 60, closeAfterMinutes: 10 },
  peak: { ...profile, standbyOpen: true },
  'off-peak': { ...profile, standbyOpen: false },
};
const state = { profile: 'off-peak', standbyOpen: true, changedAt: isoAt(0) } as const;

describe('the standby pool', () => {
  it.each([
    ['opens', { ...state, standbyOpen: false }, 60.001, 0, 'open'],
    ['is not called before', { ...state, standbyOpen: false }, 60, 0, 'keep'],
    ['is called anew as long as people wait', state, 61, 30, 'open'],
    ['stays open between the two thresholds, however long', state, 15.001, 36_000, 'keep'],
    ['closes when it is calm and has been so', state, 15, 600, 'close'],
    ['stays open for its ten minutes', state, 0, 599, 'keep'],
    ['stays open in peak', { ...state, profile: 'peak' as const }, 0, 600, 'keep'],
    ['stays closed', { ...state, standbyOpen: false }, 0, 600, 'keep'],
  ] as const)('%s', (_what, before, waitSeconds, seconds, step) => {
    expect(standbyAfter(plan, before, { waitSeconds, now: at(seconds) })).toBe(step);
  });
});
