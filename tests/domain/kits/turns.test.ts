import { describe, expect, it } from 'vitest';
import { appeals } from '../../../functions/domain/kits/gk-08-appeals.ts';
import { freight } from '../../../functions/domain/kits/gk-06-freight.ts';
import { reach } from '../../../functions/domain/kits/gk-04-reach.ts';
import { type Kit, told } from '../../../functions/domain/kits/kit.ts';
import type { Slots } from '../../../functions/domain/kits/slot-names.ts';

/** What a kit does next, with what it knows and the advice it gave already. */
const next = (kit: Kit, slots: Slots, given: readonly string[] = []) =>
  kit.next({ intentId: kit.intents[0] ?? '', slots, tried: (name) => given.includes(name) });

describe('the freight kit', () => {
  it.each([
    ['nothing is known', {}, { ask: 'why' }],
    ['only the reason is known', { why: 'mind' }, { ask: 'insured' }],
    ['there is no insurance after a change of mind', { why: 'mind', insured: false }, { end: 'uninsured' }],
    ['there is no insurance for faulty goods', { why: 'fault', insured: false }, { ask: 'paid' }],
    [
      'the freight of faulty goods is known',
      { why: 'fault', insured: false, paid: 15 },
      { end: 'uninsured' },
    ],
    ['something was paid out', { why: 'mind', received: 8 }, { ask: 'paid' }],
    ['nobody knows the freight', { why: 'mind', insured: true, paid: 'unsure' }, { end: 'rules' }],
    ['the freight is known', { why: 'mind', insured: true, paid: 15 }, { ask: 'standard' }],
    [
      'nobody knows the first weight',
      { why: 'mind', insured: true, paid: 15, standard: 'unsure' },
      { end: 'rules' },
    ],
    [
      'the payout is known though the first weight is not',
      { why: 'mind', insured: true, paid: 15, received: 8, standard: 'unsure' },
      { end: 'workedOut' },
    ],
    ['the limit is open', { why: 'mind', insured: true, paid: 15, standard: 10 }, { ask: 'limit' }],
    [
      'all is known',
      { why: 'mind', insured: true, paid: 15, standard: 10, limit: 'unsure' },
      { end: 'workedOut' },
    ],
    [
      'too little was paid out',
      { why: 'mind', insured: true, paid: 15, standard: 10, limit: 25, received: 5 },
      { end: 'underpaid' },
    ],
  ] as const)('goes on when %s', (_when, slots, expected) => {
    expect(next(freight, slots)).toEqual(expected);
  });

  it.each(['workedOut', 'uninsured', 'rules'])('calls a person when %s did not help', (given) => {
    expect(next(freight, { why: 'mind' }, [given])).toEqual({ end: 'person' });
  });

  it.each(['uninsured', 'rules'] as const)('names in %s who pays, and the sum when it is known', (name) => {
    const say = (slots: Slots, language: 'zh' | 'en') => {
      const text = freight.ends[name];
      return text ? told(text, slots, language) : '';
    };

    for (const language of ['zh', 'en'] as const) {
      expect(say({ why: 'fault', paid: 15 }, language)).toContain('15');
      expect(say({ why: 'fault', paid: 'unsure' }, language)).not.toContain('unsure');
      expect(say({ why: 'mind', paid: 15 }, language)).not.toContain('15');
    }
  });
});

describe('the reach kit', () => {
  it.each([
    ['nobody knows the views', { flagged: false, views: 'unsure' }, [], { ask: 'hour' }],
    ['hardly anybody saw it', { flagged: false, views: 3 }, [], { end: 'check' }],
    ['it was posted at night', { flagged: false, views: 400, hour: 3 }, [], { end: 'hour' }],
    ['the hour is unknown', { flagged: false, views: 400, hour: 'unsure' }, [], { end: 'polish' }],
    ['the hour was not the matter', { flagged: false, views: 400, hour: 3 }, ['hour'], { end: 'check' }],
    ['the limit stays', { flagged: true }, ['restricted'], { end: 'check' }],
  ] as const)('goes on when %s', (_when, slots, given, expected) => {
    expect(next(reach, slots, given)).toEqual(expected);
  });
});

describe('the appeals kit', () => {
  it.each([
    ['审核中，2小时了', 2],
    ['under review for 3 days', 72],
    ['还在审', undefined],
    ['两天前发的', undefined],
  ])('reads how long a post waits out of “%s”', (text, hours) => {
    expect(appeals.reads['waited']?.(text, { asked: true, today: '2026-11-21' })).toBe(hours);
  });
});
