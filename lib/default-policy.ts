import type { ShippedSeconds } from '../schemas/sla.ts';

/** What the promises are unless an operator says otherwise, in seconds. */
export const defaultPolicy: ShippedSeconds = {
  reached: { urgent: 15, high: 60, normal: 180, low: 180 },
  firstReply: { urgent: 75, high: 180, normal: 360, low: 360 },
  nextReply: { urgent: 60, high: 120, normal: 180, low: 180 },
  resolution: { urgent: 86_400, high: 86_400, normal: 86_400, low: 86_400 },
  warnShare: 0.8,
  rung: { urgent: 5, high: 20, normal: 60, low: 300 },
  offer: { urgent: 5, high: 10, normal: 20, low: 20 },
  bot: 8,
  silence: 600,
  autoClose: 259_200,
};
