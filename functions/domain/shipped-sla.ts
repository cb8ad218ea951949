import type { Rung, ShippedSeconds, SlaSettings } from '../../schemas/sla.ts';
import { Priority } from '../../schemas/ticket-facts.ts';
import { alwaysOpen } from './calendar.ts';

/** The promises that ship: one policy for each priority, all hours of all days, four rungs. */
export function shippedSla(seconds: ShippedSeconds): SlaSettings {
  const { reached, firstReply, nextReply, resolution, rung, warnShare, offer, bot, silence, autoClose } =
    seconds;
  const ladder = (between: number): Rung[] => [
    { afterSeconds: 0, action: 'reassign' },
    { afterSeconds: between, action: 'raise-level' },
    { afterSeconds: between, action: 'notify-lead' },
    { afterSeconds: between, action: 'open-standby' },
  ];
  return {
    calendars: [alwaysOpen('always', 'Asia/Shanghai')],
    policies: Priority.options.map((priority) => ({
      policyId: priority,
      when: { priorities: [priority] },
      calendarId: 'always',
      targets: {
        reached: reached[priority],
        'first-reply': firstReply[priority],
        'next-reply': nextReply[priority],
        resolution: resolution[priority],
      },
    })),
    warnShare,
    ladders: {
      urgent: ladder(rung.urgent),
      high: ladder(rung.high),
      normal: ladder(rung.normal),
      low: ladder(rung.low),
    },
    offer,
    bot,
    silence,
    autoClose,
  };
}
