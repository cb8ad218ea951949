import type { ScenarioInput } from '../../schemas/scenario.ts';
import type { ShippedSeconds } from '../../schemas/sla.ts';
import { defaultRouting } from '../domain/routing-defaults.ts';
import { leaf, leafIds, queueIds } from '../domain/understanding/taxonomy.ts';

/**
 * A working day of 20,000 tickets under the settings that ship. Promises, routing, windows and the standby pool are the platform's own;
 * customers, handling times, roster and prices are assumptions to be replaced by what an operator has counted (docs/simulation.md).
 */
export function defaultScenario(shipped: ShippedSeconds): ScenarioInput {
  const { reached, firstReply, nextReply, resolution, rung, offer } = shipped;
  const promised = (priority: 'urgent' | 'high' | 'normal' | 'low') => ({
    reached: reached[priority],
    firstReply: firstReply[priority],
    nextReply: nextReply[priority],
    resolution: resolution[priority],
    rung: rung[priority],
    offer: offer[priority],
  });
  return {
    seed: 1,
    date: '2026-11-21',
    timeZone: 'Asia/Shanghai',
    arrivals: {
      perDay: 20_000,
      hours: HOURS,
      promotion: 1,
      bursts: [{ at: '20:30', minutes: 5, tickets: 150 }],
    },
    mix: {
      matters: leafIds.map((intentId) => ({
        intentId,
        weight: COMMON[intentId] ?? 0.7,
        handlingSeconds: leaf(intentId)?.priority === 'normal' ? 300 : 420,
        botKnows: leaf(intentId)?.botMayAnswer === true ? 0.75 : 0,
      })),
      segments: { ordinary: 80, creator: 9, merchant: 7, advertiser: 2, vip: 2 },
      channels: { app: 70, web: 8, 'live-room': 14, social: 5, email: 3 },
      languages: { zh: 93, 'zh-Hant': 2, en: 5 },
    },
    bot: { threshold: 0.6, seconds: 2 },
    customers: { patienceSeconds: 900, thinkSeconds: 25, turns: 4, surveyShare: 0.3, discontentShare: 0.06 },
    agents: {
      roster: {
        early: shift(26, '07:00', '15:00'),
        day: shift(18, '11:00', '19:00'),
        regular: shift(52, '15:30', '23:30'),
        night: shift(11, '23:00', '07:30'),
        experts: { ...shift(14, '09:00', '17:00'), ...EXPERT },
        'late-experts': { ...shift(20, '16:00', '00:00'), ...EXPERT },
        'night-experts': { ...shift(5, '23:30', '09:30'), ...EXPERT },
        standby: {
          ...shift(12, '18:00', '00:00'),
          pool: 'standby',
          tier: 'outsource',
          breaks: [],
          costPerHour: 4,
        },
      },
      acceptSeconds: 2.5,
      declineShare: 0.01,
      slowdown: 0.25,
      variation: 0.9,
      exponential: false,
    },
    standby: { peakWindows: '20:00-23:00', openInPeak: true, openAfterSeconds: 60, closeAfterMinutes: 10 },
    firstHandsSeconds: 0.3,
    sla: {
      urgent: promised('urgent'),
      high: promised('high'),
      normal: promised('normal'),
      low: promised('low'),
      bot: shipped.bot,
      silence: shipped.silence,
      autoClose: shipped.autoClose,
      warnShare: shipped.warnShare,
    },
    routing: defaultRouting,
    prices: { perMillionWriteUnits: 1.65 },
  };
}

/** Quiet at night, a rise at noon, and the peak of the evening from 20 to 23. */
const HOURS = [
  2, 1.2, 0.8, 0.6, 0.5, 0.7, 1.2, 2, 3, 4, 4.6, 5, 5.4, 5, 4.6, 4.6, 4.8, 5, 5.6, 7, 9.5, 10, 8.5, 5,
];

/** Relative frequency of what people write about most; everything else has 0.7. */
const COMMON: Readonly<Record<string, number>> = {
  'buyer.order.tracking': 12,
  'buyer.refund.apply': 9,
  'buyer.refund.not-arrived': 7,
  'buyer.return.process': 6,
  'buyer.quality.defect': 5,
  'account.login.forgot-password': 4,
  'account.login.code-not-received': 4,
  'content.upload.failed': 4,
  'content.reach.low': 4,
  'content.review.rejected': 3,
  'payment.checkout.failed': 3,
  'service.human.request': 4,
};

const EXPERT = { tier: 'expert', languages: ['zh', 'en'], costPerHour: 9 } as const satisfies Partial<
  ScenarioInput['agents']['roster'][string]
>;

function shift(agents: number, from: string, to: string) {
  return {
    name: 'simulated',
    queues: [...queueIds],
    languages: ['zh', 'en'],
    tier: 'basic' as const,
    pool: 'regular' as const,
    capacity: 3,
    agents,
    from,
    to,
    breaks: [30],
    costPerHour: 6,
  };
}
