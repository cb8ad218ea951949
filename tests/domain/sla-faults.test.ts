import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../schemas/calendar.ts';
import type { Rung, SlaPolicy, SlaSettings } from '../../schemas/sla.ts';
import type { Segment } from '../../schemas/ticket-facts.ts';
import { alwaysOpen } from '../../functions/domain/calendar.ts';
import { slaFaults } from '../../functions/domain/sla-faults.ts';
import { someSeconds, someSla } from '../support/builders.ts';

const known = (intentId: string) => intentId === 'buyer.refund';
const faults = (overrides: Partial<SlaSettings>) => slaFaults({ ...someSla(), ...overrides }, known);
const always = alwaysOpen('always', 'Asia/Shanghai');
const calendar = (overrides: Partial<Calendar>) => ({
  calendars: [always, { ...always, calendarId: 'one', ...overrides }],
});
const { policies } = someSla();
const first = (policy: Partial<SlaPolicy>) => ({
  policies: [{ policyId: 'one', calendarId: 'always', targets: { reached: 20 }, ...policy }, ...policies],
});
const last = (policy: Partial<SlaPolicy>) => ({
  policies: [...policies, { policyId: 'one', calendarId: 'always', targets: { reached: 20 }, ...policy }],
});
const aim = (policyId: string, segments: Segment[]): SlaPolicy => ({
  policyId,
  when: { segments },
  calendarId: 'always',
  targets: { reached: 20 },
});
const ladder = (...urgent: Rung[]) => ({ ladders: { ...someSla().ladders, urgent } });
const day = (...hours: [string, string][]) => ({
  week: { ...always.week, mon: hours.map(([from, to]) => ({ from, to })) },
});
const rung = (action: Rung['action'], afterSeconds = 5): Rung => ({ afterSeconds, action });

describe('promises', () => {
  it('that ship are sound', () => {
    expect(slaFaults(someSla(), known)).toEqual([]);
  });

  it('with a policy for every condition are sound', () => {
    const all = first({
      when: { segments: ['vip'], intents: ['buyer.refund'], dayKinds: ['working'], languages: ['en'] },
    });

    expect(faults(all)).toEqual([]);
  });

  it.each([
    ['a calendar twice', calendar({ calendarId: 'always' }), 'calendars.1.calendarId', 'earlier calendar'],
    ['a zone nobody knows', calendar({ timeZone: 'Asia/Peking' }), 'calendars.1.timeZone', 'known time zone'],
    [
      'overlapping intervals',
      calendar(day(['09:00', '12:00'], ['11:59', '18:00'])),
      'calendars.1.week.mon.1',
      'overlaps 09:00 to 12:00',
    ],
    [
      'an interval that ends first',
      calendar(day(['18:00', '09:00'])),
      'calendars.1.week.mon.0.to',
      'after 18:00',
    ],
    ['an empty interval', calendar(day(['09:00', '09:00'])), 'calendars.1.week.mon.0.to', 'after 09:00'],
    [
      'a calendar that never opens',
      calendar({ week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }),
      'calendars.1.week',
      'open at some time',
    ],
    [
      'two exceptions on a day',
      calendar({
        exceptions: [
          { date: '2026-10-01', kind: 'closed' },
          { date: '2026-10-01', kind: 'holiday' },
        ],
      }),
      'calendars.1.exceptions.1.date',
      'already',
    ],
    [
      'hours on a closed day',
      calendar({
        exceptions: [{ date: '2026-10-01', kind: 'closed', hours: [{ from: '09:00', to: '10:00' }] }],
      }),
      'calendars.1.exceptions.0.hours',
      'closed day',
    ],
    [
      'overlapping hours on a holiday',
      calendar({
        exceptions: [
          {
            date: '2026-10-01',
            kind: 'holiday',
            hours: [
              { from: '09:00', to: '12:00' },
              { from: '10:00', to: '11:00' },
            ],
          },
        ],
      }),
      'calendars.1.exceptions.0.hours.1',
      'overlaps',
    ],
    ['a policy twice', first({ policyId: 'low' }), 'policies.4.policyId', 'earlier policy'],
    ['an unknown calendar', first({ calendarId: 'none' }), 'policies.0.calendarId', 'none of the calendars'],
    ['a policy that promises nothing', first({ targets: {} }), 'policies.0.targets', 'at least one'],
    [
      'a target shorter than its warning',
      first({ targets: { reached: 4 } }),
      'policies.0.targets.reached',
      'at least 5',
    ],
    [
      'a first reply before being reached',
      first({ targets: { reached: 60, 'first-reply': 30 } }),
      'policies.0.targets.first-reply',
      'shorter than reached',
    ],
    [
      'an unknown intent',
      first({ when: { intents: ['buyer.refund', 'buyer.tea'] } }),
      'policies.0.when.intents.1',
      'taxonomy',
    ],
    [
      'holidays of a calendar without any',
      first({ when: { dayKinds: ['holiday'] } }),
      'policies.0.when.dayKinds.0',
      'always has no holiday day',
    ],
    [
      'a policy behind one for all',
      last({ when: { segments: ['vip'] } }),
      'policies.4.when',
      'never reached',
    ],
    [
      'a policy behind wider ones',
      { policies: [aim('one', ['vip', 'merchant']), aim('two', ['vip']), ...policies] },
      'policies.1.when',
      'never reached: one first',
    ],
    [
      'a rung twice',
      ladder(rung('raise-level'), rung('raise-level'), rung('webhook')),
      'ladders.urgent.1.action',
      'earlier rung',
    ],
    [
      'a ladder that never ends',
      ladder(rung('reassign'), rung('reassign')),
      'ladders.urgent.1.action',
      'must end the ladder',
    ],
    [
      'a ladder longer than a day',
      ladder(rung('reassign', 86_400), rung('webhook')),
      'ladders.urgent',
      'within 86400 s, not 86405',
    ],
  ] satisfies [string, Partial<SlaSettings>, string, string][])(
    'are refused with %s',
    (_what, overrides, field, rule) => {
      expect(faults(overrides)).toEqual([{ field, rule: expect.stringContaining(rule) as unknown }]);
    },
  );

  it('are refused when some ticket is promised nothing', () => {
    const some = policies.map((it, i): SlaPolicy =>
      i === 0 ? { ...it, when: { ...it.when, channels: ['app'] } } : it,
    );

    expect(faults({ policies: some })).toEqual(
      ['reached', 'next-reply', 'resolution'].map((target) => ({
        field: 'policies',
        rule: `must promise ${target} to every urgent ticket: end with a policy that asks for nothing else`,
      })),
    );
  });

  it('name every fault at once', () => {
    expect(
      faults({ ...calendar({ timeZone: '' }), ...ladder(rung('reassign')) }).map(({ field }) => field),
    ).toEqual(['calendars.1.timeZone', 'ladders.urgent.0.action']);
  });

  it('warn later when they are told to, and targets are longer then', () => {
    const { urgent } = someSeconds().reached;

    expect(faults({ warnShare: 0.95 })).toContainEqual({
      field: 'policies.0.targets.reached',
      rule: 'must be at least 20, so that its warning comes a second before its end',
    });
    expect(urgent).toBe(15);
  });
});
