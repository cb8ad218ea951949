import type { RoutingSettings } from '../../schemas/routing.ts';

/** How tickets find their agents until somebody saves other settings. */
export const defaultRouting: RoutingSettings = {
  exams: [],
  gates: {},
  rules: [
    {
      id: 'vip',
      when: { segments: ['vip'] },
      steps: [
        { afterSeconds: 0, minimumTier: 'expert', skills: ['queue', 'topic', 'language', 'segment'] },
        { afterSeconds: 10, preferredTier: 'expert', skills: ['queue', 'language'] },
      ],
    },
    {
      id: 'danger-and-money',
      when: {
        intents: ['account.security', 'payment', 'safety', 'service.complaint', 'service.legal'],
      },
      steps: [
        {
          afterSeconds: 0,
          minimumTier: 'basic',
          preferredTier: 'expert',
          skills: ['queue', 'topic', 'language'],
        },
        { afterSeconds: 10, minimumTier: 'basic', skills: ['queue', 'language'] },
        { afterSeconds: 60, skills: ['queue', 'language'] },
      ],
    },
    {
      id: 'everybody',
      when: {},
      steps: [
        { afterSeconds: 0, skills: ['queue', 'topic', 'language', 'segment'] },
        { afterSeconds: 20, skills: ['queue', 'language'] },
      ],
    },
  ],
  priority: {
    urgency: { urgent: 3600, high: 900, normal: 0, low: -900 },
    sentiment: { angry: 300, negative: 60 },
    segment: { vip: 600, merchant: 60, advertiser: 60, creator: 60 },
    money: {
      intents: ['payment', 'buyer.refund', 'creator.earnings', 'merchant.funds', 'ads.billing'],
      points: 300,
    },
    repeat: { points: 200, most: 3 },
    level: 600,
    ageing: 1,
  },
  lastCallSeconds: 300,
  handlingSeconds: 360,
};
