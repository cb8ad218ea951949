import type { RosterPlan, StaffingPlan } from '../../../schemas/roster.ts';

/** What seats are counted by until an operator says otherwise: six minutes a conversation, 95 % within the three minutes of ordinary questions. */
export const shippedSeats: StaffingPlan = {
  handling: [{ intent: 'all', share: 1, seconds: 360 }],
  targetSeconds: 180,
  serviceLevel: 0.95,
  concurrency: 1,
  shrinkage: 0.3,
  botShare: 0,
  planFor: 'mean',
};

/**
 * What a roster is made of until an operator says otherwise. An hour by day of an own agent costs 1. The share of outsourcing and the cover
 * at night are the published ones of short-video platforms.
 */
export const shippedRoster: RosterPlan = {
  shifts: [
    {
      name: 'day',
      from: 'own',
      time: 'full',
      earliest: '06:00',
      latest: '16:00',
      everyMinutes: 60,
      hours: 8,
      costPerHour: 1,
    },
    {
      name: 'night',
      from: 'own',
      time: 'full',
      earliest: '21:00',
      latest: '00:00',
      everyMinutes: 60,
      hours: 8,
      costPerHour: 1.3,
    },
    {
      name: 'evening',
      from: 'own',
      time: 'part',
      earliest: '10:00',
      latest: '20:00',
      everyMinutes: 30,
      hours: 4,
      costPerHour: 1.1,
    },
    {
      name: 'partner',
      from: 'outsource',
      time: 'full',
      earliest: '00:00',
      latest: '23:00',
      everyMinutes: 60,
      hours: 8,
      costPerHour: 0.8,
    },
  ],
  outsourceShare: 0.45,
  partTimeShare: 0.5,
  night: { from: '23:00', to: '08:00', cover: 0.85 },
};
