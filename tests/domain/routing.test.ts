import { describe, expect, it } from 'vitest';
import type { RoutingRule } from '../../schemas/routing.ts';
import { RoutingSettings } from '../../schemas/routing.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { correctIntent, transferTicket } from '../../functions/domain/desk.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { routeTicket, ruleFor } from '../../functions/domain/routing.ts';
import { defaultRouting } from '../../functions/domain/routing-defaults.ts';
import { routingFaults } from '../../functions/domain/routing-faults.ts';
import { onTimer } from '../../functions/domain/timers.ts';
import {
  aHistory,
  aLead,
  anAgent,
  aStep,
  at,
  aTicket,
  aTimer,
  by,
  histories,
  isoAt,
  saved,
  when,
} from '../support/builders.ts';
import { isEligible } from '../../functions/domain/eligibility.ts';

const queue = { kind: 'queue', since: isoAt(0) } as const;
const rest: RoutingRule = { id: 'rest', when: {}, steps: [aStep()] };
const withRules = (...rules: RoutingRule[]) => ({
  settings: RoutingSettings.parse({ ...defaultRouting, rules: [...rules, rest] }),
  version: 3,
});
const waiting = (overrides: Partial<Ticket> = {}) =>
  aHistory({ status: 'open', holder: queue, ...overrides });

describe('a rule', () => {
  it.each<{ what: string; when: RoutingRule['when']; ticket: Partial<Ticket>; holds: boolean }>([
    { what: 'without conditions', when: {}, ticket: {}, holds: true },
    {
      what: 'of the intent',
      when: { intents: ['buyer'] },
      ticket: { intentId: 'buyer.refund.apply' },
      holds: true,
    },
    {
      what: 'of another intent',
      when: { intents: ['buyer'] },
      ticket: { intentId: 'ads.billing.charge' },
      holds: false,
    },
    { what: 'of an intent not known yet', when: { intents: ['buyer'] }, ticket: {}, holds: false },
    {
      what: 'of the segment',
      when: { segments: ['vip', 'creator'] },
      ticket: { segment: 'vip' },
      holds: true,
    },
    { what: 'of another segment', when: { segments: ['vip'] }, ticket: {}, holds: false },
    { what: 'of the language', when: { languages: ['vi'] }, ticket: { language: 'vi' }, holds: true },
    { what: 'of another language', when: { languages: ['vi'] }, ticket: { language: 'zh' }, holds: false },
    {
      what: 'of the priority',
      when: { priorities: ['urgent'] },
      ticket: { priority: 'urgent' },
      holds: true,
    },
    { what: 'of another priority', when: { priorities: ['urgent'] }, ticket: {}, holds: false },
    { what: 'of the channel', when: { channels: ['app'] }, ticket: {}, holds: true },
    { what: 'of another channel', when: { channels: ['phone'] }, ticket: {}, holds: false },
    {
      what: 'of which one condition fails',
      when: { channels: ['app'], segments: ['vip'] },
      ticket: {},
      holds: false,
    },
  ])('$what: $holds', ({ when, ticket, holds }) => {
    const one: RoutingRule = { id: 'one', when, steps: [aStep()] };

    expect(ruleFor(aTicket(ticket), withRules(one).settings)?.id).toBe(holds ? 'one' : 'rest');
  });

  it('comes before those after it', () => {
    const settings = withRules({ ...rest, id: 'first' }, { ...rest, id: 'second' }).settings;

    expect(ruleFor(aTicket(), settings)?.id).toBe('first');
  });
});

const toFinance: RoutingRule = { id: 'vip', when: { segments: ['vip'] }, queue: 'finance', steps: [aStep()] };

describe('routing', () => {
  it('is of waiting tickets only', () => {
    const routing = withRules();

    expect(routeTicket(histories.withBot(), routing, at(0))).toBeUndefined();
    expect(routeTicket(histories.offered(), routing, at(0))).toBeUndefined();
    expect(routeTicket(histories.answered(), routing, at(0))).toBeUndefined();
  });

  it('says rule, version, points and parts, and begins to count', () => {
    const change = routeTicket(waiting({ priority: 'high' }), withRules(), at(5));

    expect(change?.events[0]).toMatchObject({
      type: 'TicketRouted',
      body: {
        queueId: 'support',
        ruleId: 'rest',
        version: 3,
        step: 0,
        startedAt: isoAt(5),
        points: 900,
        parts: [{ part: 'urgency', points: 900, reason: 'high' }],
      },
    });
  });

  it('happens once while nothing changes, even when the settings get a new version', () => {
    const history = histories.inQueue();
    const change = routeTicket(history, withRules(), at(20));
    const routed = change ? saved(history.events, change) : history;

    expect(routeTicket(routed, withRules(), at(30))).toBeUndefined();
    expect(routeTicket(routed, { ...withRules(), version: 4 }, at(30))).toBeUndefined();
  });

  it('moves a ticket to the queue of its rule, and back when another rule holds', () => {
    const moved = routeTicket(waiting({ segment: 'vip', queueId: 'ads' }), withRules(toFinance), at(5));
    const there = aHistory({ ...moved?.ticket, segment: 'ordinary' });
    const back = routeTicket(there, withRules(toFinance), at(6));

    expect(moved?.ticket).toMatchObject({ queueId: 'finance', homeQueueId: 'ads' });
    expect(back?.ticket.queueId).toBe('ads');
  });

  it('leaves a ticket in the queue an agent chose, and takes it up again once its intent is corrected', () => {
    const finance = { queueId: 'ads', reason: '查账' } as const;
    const transferred = transferTicket(histories.answered(), { ...by(), ...finance }, when(70));
    const vip = aHistory({ ...transferred.ticket, segment: 'vip' });
    const kept = routeTicket(vip, withRules(toFinance), at(71));
    const corrected = correctIntent(
      aHistory({ ...kept?.ticket }),
      { ...by(aLead()), intentId: 'ads.billing.charge', queueId: 'ads', priority: 'normal' },
      when(72),
    );

    expect(kept?.ticket).toMatchObject({ queueId: 'ads', route: { ruleId: 'rest' } });
    expect(routeTicket(aHistory(corrected.ticket), withRules(toFinance), at(73))?.ticket.queueId).toBe(
      'finance',
    );
  });

  it('puts what the queue demands on the ticket', () => {
    const { settings } = withRules();
    const gated = { ...settings, exams: ['rules'], gates: { support: { exams: ['rules'], clearance: 2 } } };

    const change = routeTicket(waiting(), { settings: gated, version: 4 }, at(0));

    expect(change?.ticket.route).toMatchObject({ exams: ['rules'], clearance: 2 });
  });

  it.each<{ what: string; change: Partial<Ticket>; before: string; after: string }>([
    { what: 'language', change: { language: 'vi' }, before: 'rest', after: 'vietnamese' },
    { what: 'intent', change: { intentId: 'payment.charge.duplicate' }, before: 'rest', after: 'money' },
  ])('follows a change of $what while the ticket waits', ({ change, before, after }) => {
    const routing = withRules(
      { ...rest, id: 'vietnamese', when: { languages: ['vi'] } },
      { ...rest, id: 'money', when: { intents: ['payment'] } },
    );
    const first = routeTicket(waiting(), routing, at(0));

    const second = routeTicket(aHistory({ ...first?.ticket, ...change }), routing, at(9));

    expect([first?.ticket.route?.ruleId, second?.ticket.route?.ruleId]).toEqual([before, after]);
  });
});

describe('the steps of a rule', () => {
  const steps = [
    aStep({ minimumTier: 'expert' }),
    aStep({ afterSeconds: 10, minimumTier: 'basic' }),
    aStep({ afterSeconds: 60 }),
  ];
  const routing = withRules({ id: 'stepwise', when: {}, steps });
  const routed = () => aHistory({ ...routeTicket(waiting(), routing, at(5))?.ticket });
  const widened = () => {
    const change = onTimer(routed(), aTimer('route-due', 15), when(15));
    return aHistory({ ...change?.ticket });
  };

  it('open a ticket to more people as it waits, each at its second', () => {
    const expert = anAgent({ tier: 'expert' });
    const basic = anAgent();
    const desk = { now: at(20), standbyOpen: false };
    const may = ({ ticket }: ReturnType<typeof routed>) =>
      [expert, basic].map((one) => isEligible(one, ticket, desk));

    expect(may(routed())).toEqual([true, false]);
    expect(may(widened())).toEqual([true, true]);
  });

  it('arm a timer as long as there is a next one', () => {
    const last = onTimer(widened(), aTimer('route-due', 65), when(65));

    expect(routed().ticket.timers['route-due']).toBe(isoAt(15));
    expect(widened().ticket.timers['route-due']).toBe(isoAt(65));
    expect(last?.ticket.timers['route-due']).toBeUndefined();
    expect(last?.ticket.route?.step).toBe(2);
  });

  it('go on where they were when only the number changes', () => {
    const pressing = aHistory({ ...widened().ticket, priority: 'urgent' });

    const change = routeTicket(pressing, routing, at(30));

    expect(change?.ticket.route).toMatchObject({ step: 1, startedAt: isoAt(5), points: 3600 });
    expect(change?.ticket.timers['route-due']).toBe(isoAt(65));
  });

  it('begin anew with another rule', () => {
    const other = withRules({ id: 'other', when: {}, steps });

    const change = routeTicket(widened(), other, at(30));

    expect(change?.ticket.route).toMatchObject({ step: 0, startedAt: isoAt(30) });
  });

  it('say in the history whom they ask', () => {
    const change = onTimer(routed(), aTimer('route-due', 15), when(15));

    expect(change?.events[0]).toMatchObject({
      type: 'RouteWidened',
      body: { step: 1, reason: 'waited 10 s: basic or above, who knows the queue, who knows the language' },
    });
  });

  it('end when somebody takes the ticket', () => {
    expect(histories.accepted().ticket.timers['route-due']).toBeUndefined();
  });

  it('follow from the history', () => {
    const history = histories.inQueue();
    const change = routeTicket(history, routing, at(20));

    expect(replay([...history.events, ...(change?.events ?? [])])).toEqual(change?.ticket);
  });
});

describe('routing settings', () => {
  const faults = (overrides: Partial<RoutingSettings>) =>
    routingFaults(RoutingSettings.parse({ ...defaultRouting, ...overrides })).map(
      ({ field, rule }) => `${field}: ${rule}`,
    );

  it('that ship are without fault', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<{ what: string; settings: Partial<RoutingSettings>; fault: string }>([
    {
      what: 'an unknown intent',
      settings: { rules: [{ ...rest, id: 'x', when: { intents: ['buyer', 'buyer.nonsense'] } }, rest] },
      fault: 'rules.0.when.intents.1: buyer.nonsense is no intent of the taxonomy',
    },
    {
      what: 'a first step that is late',
      settings: { rules: [{ ...rest, steps: [aStep({ afterSeconds: 5 })] }] },
      fault: 'rules.0.steps.0.afterSeconds: the first step must begin at 0',
    },
    {
      what: 'steps that do not ascend',
      settings: {
        rules: [{ ...rest, steps: [aStep(), aStep({ afterSeconds: 9 }), aStep({ afterSeconds: 9 })] }],
      },
      fault: 'rules.0.steps.2.afterSeconds: must be more than 9',
    },
    {
      what: 'a last step for some tiers only',
      settings: { rules: [{ ...rest, steps: [aStep({ minimumTier: 'basic' })] }] },
      fault: 'rules.0.steps.0.minimumTier: the last step must be open to every tier',
    },
    {
      what: 'a last step that asks for a topic',
      settings: { rules: [{ ...rest, steps: [aStep({ skills: ['queue', 'topic'] })] }] },
      fault: 'rules.0.steps.0.skills: the last step must not ask for the topic',
    },
    {
      what: 'two rules of one name',
      settings: { rules: [{ ...rest, when: { segments: ['vip'] } }, rest] },
      fault: 'rules.1.id: must be another than those before',
    },
    {
      what: 'a rule behind one that takes everything of it',
      settings: {
        rules: [
          { ...rest, id: 'a', when: { intents: ['buyer'] } },
          { ...rest, id: 'b', when: { intents: ['buyer.refund'], segments: ['vip'] } },
          rest,
        ],
      },
      fault: 'rules.1: is never reached: a comes first',
    },
    {
      what: 'tickets without a rule',
      settings: { rules: [{ ...rest, when: { segments: ['vip'] } }] },
      fault: 'rules.0.when: the last rule must hold for every ticket',
    },
    {
      what: 'a queue without tickets',
      settings: { rules: [{ ...toFinance }, { ...rest, queue: 'support' }] },
      fault: 'rules: no rule leads to the queue trust-safety',
    },
    {
      what: 'an exam nobody can take',
      settings: { gates: { finance: { exams: ['money'] } } },
      fault: 'gates.finance.exams.0: is not among the exams',
    },
    {
      what: 'high above urgent',
      settings: {
        priority: { ...defaultRouting.priority, urgency: { urgent: 1, high: 2, normal: 0, low: 0 } },
      },
      fault: 'priority.urgency.high: must not be above the more urgent one',
    },
    {
      what: 'money in an unknown intent',
      settings: { priority: { ...defaultRouting.priority, money: { intents: ['cash'], points: 1 } } },
      fault: 'priority.money.intents.0: cash is no intent of the taxonomy',
    },
  ])('with $what are refused, and the place is named', ({ settings, fault }) => {
    expect(faults(settings)).toContain(fault);
  });

  it('may have a narrower rule before a wider one', () => {
    const narrow = { ...rest, id: 'a', when: { intents: ['buyer.refund'] } };

    expect(faults({ rules: [narrow, { ...rest, id: 'b', when: { intents: ['buyer'] } }, rest] })).toEqual([]);
  });
});
