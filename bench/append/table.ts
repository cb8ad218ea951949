import { changeOf, type Draft, type History, type TicketChange } from '../../functions/domain/change.ts';
import { GENESIS } from '../../functions/domain/seal.ts';
import { memoryAgents } from '../../functions/memory/agents.ts';
import { memoryTickets } from '../../functions/memory/tickets.ts';
import type { Tickets } from '../../functions/use-cases/platform.ts';
import type { TicketEvent } from '../../schemas/events.ts';

export const TICKET_ID = 'KF-0000-0000-0000';
export const NOW = new Date('2026-11-21T12:00:00.000Z');
const NOW_TEXT = NOW.toISOString();
const { seats } = memoryAgents();

/** How events come to be: by the platform's own rules, or by light ones that leave out what no write depends on. */
export interface Builder {
  changeOf: (history: History, drafts: readonly Draft[]) => TicketChange;
  seal: ((previous: string, event: TicketEvent) => string) | undefined;
  opening: TicketChange;
}

const opening = changeOf(
  { ticketId: TICKET_ID },
  [
    {
      type: 'TicketOpened',
      actor: { kind: 'customer', id: 'customer-1' },
      body: { customerId: 'customer-1', segment: 'ordinary', channel: 'app', locale: 'zh-CN', subject: '' },
    },
  ],
  NOW,
);

/** Events as they are deployed: parsed, folded into the ticket, chained by SHA-256. */
export const fullBuilder: Builder = {
  changeOf: (history, drafts) => changeOf(history, drafts, NOW),
  seal: undefined,
  opening,
};

/** Numbers and chains as `changeOf` does, with a hash of 32 bits, and neither parses nor folds: a tenth of the time. */
export const lightBuilder: Builder = {
  changeOf: lightChange,
  seal: lightSeal,
  opening: { ...opening, events: [{ ...opening.events[0], hash: lightSeal(GENESIS, opening.events[0]) }] },
};

function lightChange(history: History, drafts: readonly Draft[]): TicketChange {
  let { hash } = history;
  const events = drafts.map((draft, index): TicketEvent => {
    const number = history.number + 1 + index;
    const event = { ...draft, ticketId: TICKET_ID, number, occurredAt: NOW_TEXT, hash };
    hash = lightSeal(hash, event);
    return { ...event, hash };
  });
  const [first, ...rest] = events;
  if (!first) throw new Error('a change needs at least one event');
  // A single message leaves the ticket alone, and is then put alone.
  const { ticket: before } = history;
  return rest.length === 0
    ? { before, ticket: before, events: [first], behind: 0 }
    : { before, ticket: { ...before }, events: [first, ...rest] };
}

/** FNV-1a over what the protocol decides. */
function lightSeal(previous: string, { number, type, command }: TicketEvent): string {
  const text = `${previous} ${number} ${type} ${command?.id}`;
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return (mixed >>> 0).toString(16);
}

/** The tickets table of one history: the store in memory, which can also lose its last changes, as a restore does. */
export class Table {
  changes: readonly TicketChange[] = [];
  private stored: Tickets = this.empty();
  private saving: TicketChange | undefined;

  constructor(opened: TicketChange) {
    this.become([opened]);
  }

  readonly get: Tickets['get'] = (ticketId, after) => this.stored.get(ticketId, after);
  readonly listEvents: Tickets['listEvents'] = (ticketId, after, limit) =>
    this.stored.listEvents(ticketId, after, limit);

  readonly save: Tickets['save'] = (change) => {
    // The store writes before it first waits for anything.
    this.saving = change;
    return this.stored.save(change);
  };

  /** The number of the last event. */
  get head(): number {
    return this.changes.at(-1)?.events.at(-1)?.number ?? 0;
  }

  /** From now on only these have happened. */
  become(changes: readonly TicketChange[]): void {
    this.changes = [];
    this.stored = this.empty();
    for (const change of changes) void this.save(change);
  }

  private empty(): Tickets {
    const written = () => {
      if (this.saving) this.changes = [...this.changes, this.saving];
    };
    return memoryTickets({ seats, written });
  }
}
