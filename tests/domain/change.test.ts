import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../schemas/events.ts';
import { changeOf, type Draft } from '../../functions/domain/change.ts';
import { GENESIS, seal } from '../../functions/domain/seal.ts';
import { aHistory, anEvent, anOpening, at, histories, isoAt, TICKET_ID } from '../support/builders.ts';

const customer = { kind: 'customer', id: 'customer-1' } as const;
const agent = { kind: 'agent', id: 'mei' } as const;
const note: Draft = { type: 'NoteAdded', actor: agent, body: { text: '老客户' } };
const accepted: Draft = {
  type: 'TicketAccepted',
  actor: agent,
  body: { agentId: 'mei', waitedSeconds: 5 },
};

/** The first event whose hash does not follow from the one before; undefined when the chain holds. */
function firstBroken(events: readonly TicketEvent[]): number | undefined {
  let hash = GENESIS;
  return events.find((event) => {
    hash = seal(hash, event);
    return hash !== event.hash;
  })?.number;
}

describe('a change', () => {
  it('numbers its events from the first', () => {
    expect(anOpening().events.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('goes on numbering where the history ends', () => {
    const history = { ...aHistory(), number: 41 };

    const change = changeOf(history, [note, note], at(5));

    expect(change.events.map(({ number }) => number)).toEqual([42, 43]);
  });

  it('happens at one moment', () => {
    const change = changeOf(aHistory(), [note, note], at(5));

    expect(change.events.map(({ occurredAt }) => occurredAt)).toEqual([isoAt(5), isoAt(5)]);
  });

  it('knows the ticket before and after', () => {
    const history = aHistory({ status: 'open', holder: { kind: 'queue', since: isoAt(0) } });

    const change = changeOf(history, [accepted], at(5));

    expect(change.before).toBe(history.ticket);
    expect(change.ticket).toMatchObject({ version: 2, updatedAt: isoAt(5), holder: { agentId: 'mei' } });
  });

  it('leaves what was there before as it was', () => {
    const history = aHistory({ status: 'open', holder: { kind: 'queue', since: isoAt(0) } });
    const copy = structuredClone(history);

    changeOf(history, [accepted, note], at(5));

    expect(history).toEqual(copy);
  });

  it('leaves the ticket the very same object when only something was said', () => {
    const history = aHistory({ unansweredSince: isoAt(0) });

    const change = changeOf(
      history,
      [{ type: 'MessageSent', actor: customer, body: { text: '在吗' } }],
      at(5),
    );

    expect(change.ticket).toBe(history.ticket);
  });

  it('needs an event', () => {
    expect(() => changeOf(aHistory(), [], at(5))).toThrow('a change needs at least one event');
  });

  it('begins a ticket with its opening', () => {
    expect(() => changeOf({ ticketId: TICKET_ID }, [note], at(5))).toThrow(
      'a history starts with TicketOpened',
    );
  });

  it('keeps to the shape of events', () => {
    const wrong: Draft = { ...accepted, body: { agentId: '', waitedSeconds: 5 } };

    expect(() => changeOf(aHistory(), [wrong], at(5))).toThrow('agentId');
  });
});

describe('the chain of a history', () => {
  const { events } = histories.surveyed();

  it('holds from the first event to the last', () => {
    expect(firstBroken(events)).toBeUndefined();
  });

  it('begins with the same hash for everybody', () => {
    expect(seal(GENESIS, anEvent())).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order in which a store gives back the fields', () => {
    const stored = events.map((event) => Object.fromEntries(Object.entries(event).reverse()));

    expect(stored.map((event, index) => seal(events[index - 1]?.hash ?? GENESIS, event))).toEqual(
      events.map(({ hash }) => hash),
    );
  });

  it.each([
    { what: 'words', change: { type: 'MessageSent', body: { text: '别的话' } } },
    { what: 'time', change: { occurredAt: isoAt(1) } },
    { what: 'author', change: { actor: { kind: 'customer', id: 'customer-2' } } },
    { what: 'number', change: { number: 3 } },
    { what: 'timers', change: { timers: { 'bot-due': null } } },
    { what: 'write', change: { command: undefined } },
  ] as const)('breaks where the $what of an event were changed', ({ change }) => {
    const tampered = events.map((event) => anEvent(event.number === 2 ? { ...event, ...change } : event));

    expect(firstBroken(tampered)).toBe(tampered[1]?.number);
  });

  it('breaks where an event was taken out', () => {
    expect(firstBroken(events.filter(({ number }) => number !== 3))).toBe(4);
  });

  it('breaks where two events changed places', () => {
    const [first, second, ...rest] = events;

    expect(firstBroken([second, first, ...rest].flatMap((event) => event ?? []))).toBe(2);
  });

  it('breaks behind an event that was changed and sealed again', () => {
    const [first, second, ...rest] = events;
    const forged = anEvent({ ...second, type: 'MessageSent', body: { text: '别的话' } });
    const sealed = { ...forged, hash: seal(first?.hash ?? GENESIS, forged) };

    expect(firstBroken([first, sealed, ...rest].flatMap((event) => event ?? []))).toBe(3);
  });
});

describe('the seats of a change', () => {
  const since = isoAt(0);
  const offered = { kind: 'offer', agentId: 'mei', since } as const;
  const held = { kind: 'agent', agentId: 'mei' } as const;
  const offer = (agentId: string): Draft => ({
    type: 'TicketOffered',
    actor: agent,
    body: { agentId, reason: '0 of 3 seats taken' },
  });
  const passed: Draft = { type: 'OfferPassed', actor: agent, body: { agentId: 'mei', reason: 'declined' } };
  const pended: Draft = { type: 'TicketPended', actor: agent, body: {} };
  const resolved: Draft = {
    type: 'TicketResolved',
    actor: agent,
    body: { resolutionCount: 1, reason: '好' },
  };

  it.each([
    {
      what: 'an offer takes one',
      from: { holder: { kind: 'queue', since } },
      draft: offer('mei'),
      take: 'mei',
    },
    { what: 'an accepted offer keeps it', from: { holder: offered }, draft: accepted },
    { what: 'a passed offer frees it', from: { holder: offered }, draft: passed, free: 'mei' },
    { what: 'a resolution frees it', from: { holder: held }, draft: resolved, free: 'mei' },
    { what: 'waiting for the customer frees it', from: { holder: held }, draft: pended, free: 'mei' },
    {
      what: 'a ticket that waited for its customer has none',
      from: { status: 'pending', holder: held },
      draft: resolved,
    },
    {
      what: 'another agent takes one and frees the other',
      from: { holder: offered },
      draft: offer('bo'),
      take: 'bo',
      free: 'mei',
    },
    { what: 'the bot needs none', from: {}, draft: resolved },
  ] as const)('$what', ({ from, draft, ...seats }) => {
    const change = changeOf(aHistory({ status: 'open', ...from }), [draft], at(5));

    expect([change.takeSeat, change.freeSeat]).toEqual([
      'take' in seats ? seats.take : undefined,
      'free' in seats ? seats.free : undefined,
    ]);
  });
});
