import { describe, expect, it } from 'vitest';
import { EventType, seenBy } from '../../schemas/events.ts';
import { CustomerEvent, CustomerTicket, TicketProgress } from '../../schemas/views.ts';
import { addNote, escalateTicket } from '../../functions/domain/desk.ts';
import { answerSurvey } from '../../functions/domain/survey.ts';
import { customerEvent, customerEvents, customerTicket, progressOf } from '../../functions/domain/views.ts';
import {
  aCommand,
  anEvent,
  aRoute,
  aTicket,
  by,
  histories,
  isoAt,
  saved,
  when,
} from '../support/builders.ts';

/** A history in which everything happens that the desk keeps to itself. */
function aFrankHistory() {
  const surveyed = histories.surveyed();
  const noted = saved(surveyed.events, addNote(surveyed, { ...by(), text: 'SECRET' }, when(70)));
  const rating = { score: 5, solved: true, comment: '很快', command: aCommand('rating') };
  return saved(noted.events, answerSurvey(noted, rating, when(80)));
}

/** One event of every kind that is for the desk only. */
const secrets = [
  anEvent({ type: 'NoteAdded', body: { text: 'SECRET' } }),
  anEvent({
    type: 'PersonalDataRevealed',
    body: { revealedNumber: 1, kinds: ['phone'], reason: 'SECRET' },
  }),
  anEvent({
    type: 'TicketClassified',
    body: {
      intents: [],
      priority: 'low',
      language: 'zh',
      queueId: 'support',
      reasons: ['SECRET'],
      throughNumber: 1,
    },
  }),
  anEvent({
    type: 'MoodChanged',
    body: { sentiment: 'angry', trend: 'rising', warned: true, warning: 'SECRET', throughNumber: 1 },
  }),
  anEvent({ type: 'TicketRouted', body: { ...aRoute({ ruleId: 'secret' }), queueId: 'support' } }),
  anEvent({ type: 'RouteWidened', body: { step: 1, reason: 'SECRET' } }),
  anEvent({ type: 'TicketOffered', body: { agentId: 'mei', reason: 'SECRET' } }),
  anEvent({ type: 'OfferPassed', body: { agentId: 'mei', reason: 'declined' } }),
  anEvent({ type: 'TargetWarned', body: { target: 'resolution', dueAt: isoAt(0) } }),
  anEvent({ type: 'TargetBreached', body: { target: 'resolution', dueAt: isoAt(0) } }),
  anEvent({ type: 'DeadlinesRenewed', body: { reason: 'SECRET', version: 2 } }),
  anEvent({ type: 'SurveySkipped', body: { resolutionCount: 1, reason: 'SECRET' } }),
];

describe('an event as its customer sees it', () => {
  it.each(secrets)('is not shown at all: $type', (event) => {
    expect(customerEvent(event)).toBeUndefined();
  });

  it('is not forgotten here when it is for the desk', () => {
    const forDesk = EventType.options.filter((type) => seenBy[type] === 'desk');

    expect(secrets.map(({ type }) => type)).toEqual(forDesk);
  });

  it('keeps to the shape of the customer’s interface', () => {
    const events = customerEvents(aFrankHistory().events);

    expect(events.map((event) => CustomerEvent.safeParse(event).error)).toEqual(events.map(() => undefined));
  });

  it('shows no note, no reason, no timers, no hash and no agent’s id', () => {
    const { events } = aFrankHistory();

    const shown = JSON.stringify(customerEvents(events));

    expect(shown).not.toMatch(/SECRET|reason|timers|hash|agentId|"id"|summary|queueId/);
  });

  it('keeps the numbers of the history, with gaps where the desk was among itself', () => {
    const numbers = customerEvents(histories.offered().events).map(({ number }) => number);

    expect(numbers).toEqual([1, 2, 3]);
  });

  it('shows what was said, by whom', () => {
    const event = anEvent({
      actor: { kind: 'agent', id: 'mei', name: 'Mei' },
      command: aCommand('reply'),
      body: { text: '马上查', attachments: [{ kind: 'image', url: 'https://files.test/a.png' }] },
    });

    expect(customerEvent(event)).toEqual({
      ticketId: event.ticketId,
      number: 1,
      occurredAt: isoAt(0),
      type: 'MessageSent',
      from: { kind: 'agent', name: 'Mei' },
      text: '马上查',
      attachments: [{ kind: 'image', url: 'https://files.test/a.png' }],
    });
  });

  it('shows customers which of their own writes made it', () => {
    const event = anEvent({ command: aCommand('hello') });

    expect(customerEvent(event)?.commandId).toBe(aCommand('hello').id);
  });

  it('gives the machinery no name', () => {
    const event = anEvent({ actor: { kind: 'system', id: 'kefu', name: 'worker 7' } });

    expect(customerEvent(event)?.from).toEqual({ kind: 'system' });
  });

  it('shows the articles of an answer', () => {
    const citations = [{ articleId: 'refund-time', version: 1, title: '退款多久到账' }];
    const event = anEvent({ body: { text: '三天内', purpose: 'answer', citations } });

    expect(customerEvent(event)).toMatchObject({ purpose: 'answer', citations });
  });

  it('shows whether the promise of a person was kept', () => {
    const shown = customerEvents(histories.accepted().events).at(-1);

    expect(shown).toMatchObject({ type: 'TicketAccepted', reached: 'met' });
  });

  it('shows the rating', () => {
    const rated = customerEvents(aFrankHistory().events).find(({ type }) => type === 'SurveyAnswered');

    expect(rated).toMatchObject({ score: 5, solved: true, comment: '很快' });
  });

  it('tells that help was called, not why', () => {
    const accepted = histories.accepted();
    const change = escalateTicket(accepted, { ...by(), reason: 'SECRET' }, when(30));

    const shown = customerEvents(change.events).at(-1);

    expect(shown).toMatchObject({ type: 'TicketEscalated' });
    expect(JSON.stringify(shown)).not.toContain('SECRET');
  });
});

describe('the progress of a ticket', () => {
  it.each([
    { holder: { kind: 'bot' }, handledBy: 'bot' },
    { holder: { kind: 'queue', since: isoAt(0) }, handledBy: 'queue' },
    { holder: { kind: 'offer', since: isoAt(0), agentId: 'mei' }, handledBy: 'queue' },
    { holder: { kind: 'agent', agentId: 'mei' }, handledBy: 'agent' },
    { holder: { kind: 'nobody' }, handledBy: 'nobody' },
  ] as const)('says $handledBy while the holder is $holder.kind', ({ holder, handledBy }) => {
    expect(progressOf(aTicket({ holder })).handledBy).toBe(handledBy);
  });

  it('says where the customer stands and by when a person comes', () => {
    const progress = progressOf(histories.inQueue().ticket, {
      position: 2,
      expectedWaitSeconds: 90,
      staffed: true,
    });

    expect(progress).toMatchObject({
      position: 2,
      expectedWaitSeconds: 90,
      staffed: true,
      reachedDueAt: isoAt(180),
      resolutionDueAt: isoAt(86_400),
      escalated: false,
    });
  });

  it('says that the ticket was escalated', () => {
    expect(progressOf(aTicket({ escalationLevel: 1 })).escalated).toBe(true);
  });

  it.each(Object.entries(histories).map(([where, make]) => ({ where, make })))(
    'tells a stranger who knows the number nothing else ($where)',
    ({ make }) => {
      const progress = progressOf(make().ticket);

      expect(TicketProgress.safeParse(progress).error).toBeUndefined();
      expect(JSON.stringify(progress)).not.toMatch(/mei|customer-1|小王|退款/);
    },
  );
});

describe('a ticket as its customer sees it', () => {
  it.each(Object.entries(histories).map(([where, make]) => ({ where, make })))(
    'keeps to the shape of the customer’s interface ($where)',
    ({ make }) => {
      const { ticket, number } = make();

      const view = customerTicket(ticket, number);

      expect(CustomerTicket.safeParse(view).error).toBeUndefined();
      expect(JSON.stringify(view)).not.toMatch(/mei|customer-1/);
    },
  );

  it('says how far the history goes and whether a survey is open', () => {
    const { ticket, number } = histories.surveyed();

    expect(customerTicket(ticket, number)).toMatchObject({
      number,
      survey: 'offered',
      subject: '退款还没有到账',
    });
  });
});
