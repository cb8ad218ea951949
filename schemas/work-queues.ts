import type { EventType } from './events.ts';

/** The kinds of event each reaction hears of, or `turns`, those that move a customer's turn with people; on AWS and in memory alike. */
export const reactions = {
  seating: [
    'TicketQueued',
    'TicketClassified',
    'MoodChanged',
    'RouteWidened',
    'OfferPassed',
    'TicketAccepted',
    'TicketResolved',
    'TicketPended',
    'TicketTransferred',
    'TicketEscalated',
  ],
  surveys: ['TicketResolved'],
  collected: ['TicketClassified', 'SurveyAnswered'],
  turns: 'turns',
  pushes: 'every',
  reserve: ['TicketEscalated'],
  /** A rating is told with what follows from it, in the same write: the ticket is closed or opened again. */
  figures: ['TicketQueued', 'TicketAccepted', 'TicketResolved', 'TicketReopened', 'TicketClosed'],
} as const satisfies Record<string, readonly EventType[] | 'every' | 'turns'>;
export type ReactionName = keyof typeof reactions;

/**
 * Reactions to what is said all the time: `live` does them as the table's stream tells of it, and only what fails there waits in their
 * queues. The others subscribe to the bus, which is dear by the event.
 */
export const directReactions = ['pushes', 'turns'] as const satisfies readonly ReactionName[];
export type DirectReaction = (typeof directReactions)[number];

/** How often a work queue hands out a message that keeps failing before it waits for people. */
export const MOST_RECEIVES = 5;

/**
 * Seconds a message stays hidden while it is treated: the cost of a crash. For timers that is lateness, so it is short; a step of an
 * export may read for a minute and write after it.
 */
export const hiddenSeconds = { usual: 60, timers: 18, exports: 300 } as const;
