import type { ApiError, Party, SeenCursor, SocketMessage } from './messages.ts';

/** One event of a conversation, as this client may see it. */
export type ConversationEvent = Extract<SocketMessage, { type: 'events' }>['events'][number];

/** What is told about a part of a history: everything in `(after, number]`. */
export interface Range {
  readonly after: number;
  readonly number: number;
  readonly events: readonly ConversationEvent[];
}

/** One conversation as far as it is known. All times are milliseconds. */
export interface Conversation {
  readonly ticketId: string;
  /** Everything up to this number is in `events`. */
  readonly number: number;
  readonly events: readonly ConversationEvent[];
  /** Ranges that came before what precedes them. */
  readonly early: readonly Range[];
  /** The highest number known to exist. */
  readonly head: number;
  /** When to ask for what is missing. */
  readonly askAt?: number | undefined;
  /** When a question is taken to be lost; absent when none is under way. */
  readonly askedUntil?: number | undefined;
  /** How far everybody has read. */
  readonly seen: readonly SeenCursor[];
  /** How far this client has read, has said so, and knows that it was heard. */
  readonly read: {
    readonly to: number;
    readonly said: number;
    readonly heard: number;
    readonly saidAt: number;
  };
  /** Who is writing, and until when that holds. */
  readonly typing: readonly { readonly by: Party; readonly until: number }[];
  readonly typedAt: number;
}

/** A write that is not in the log yet. */
export interface Pending {
  readonly commandId: string;
  /** The ticket, or the `commandId` of the opening that will make it. */
  readonly ticketId: string;
  /** `open`, `send`, `person`, or the last part of another action's path. */
  readonly action: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The last number seen at the first try; every repeat says the same. */
  readonly after?: number | undefined;
  /** The epoch that number is of. */
  readonly epoch?: string | undefined;
  readonly tries: number;
  /** When it counts as lost and is sent again; absent while it waits for its turn. */
  readonly dueAt?: number | undefined;
  /** Not sent again before: until then a copy of it may still be stored in a past that is gone. */
  readonly heldUntil?: number | undefined;
  /** Under this number it is in the history; the log has not come so far yet. */
  readonly number?: number | undefined;
}

export type Phase = 'stopped' | 'waiting' | 'opening' | 'open';

/** The socket. */
export interface Link {
  readonly phase: Phase;
  /** Counts sockets: what an earlier one says late is not heard. */
  readonly id: number;
  /** Openings in a row that came to nothing. */
  readonly failures: number;
  /** When the phase is over: try again, give up opening, or open a fresh socket. */
  readonly until: number;
  readonly beatAt: number;
  /** The latest time to which the next heartbeat is put off. */
  readonly beatBy: number;
  /** When the answer to a heartbeat is overdue. */
  readonly beatUntil?: number | undefined;
  /** The tickets that the last heartbeat named; more than it can name take turns. */
  readonly named: readonly string[];
  readonly pollAt: number;
}

export interface State {
  readonly settings: Settings;
  readonly link: Link;
  readonly epoch?: string | undefined;
  readonly conversations: Readonly<Record<string, Conversation>>;
  readonly outbox: readonly Pending[];
}

/** What one may set; the defaults are in `defaults`. Times are milliseconds. */
export interface Settings {
  readonly kind: 'customer' | 'desk';
  /** Longest wait between two tries. With N clients and c new sockets a second, N / c lets all return without a storm. */
  readonly retryCap: number;
  readonly retryBase: number;
  /** Failed openings after which it polls over HTTPS, trying sockets all the while. */
  readonly pollAfter: number;
  readonly pollEvery: number;
  /** How long a socket is used; API Gateway ends it after two hours. */
  readonly socketLife: number;
  /** How long an answer may take. */
  readonly patience: number;
  /** How long a missing push may be late before it is asked for. */
  readonly gapPatience: number;
}

export const defaults: Settings = {
  kind: 'customer',
  retryCap: 200_000,
  retryBase: 1000,
  pollAfter: 3,
  pollEvery: 3000,
  socketLife: 110 * 60_000,
  patience: 10_000,
  gapPatience: 250,
};

/** What is asked of the platform, over socket or HTTPS. */
export type Request =
  | { action: 'write'; write: Pending }
  | { action: 'resume'; ticketId: string; after: number; epoch?: string | undefined }
  | { action: 'leave'; ticketId: string }
  | { action: 'heartbeat'; seen: Record<string, number>; epoch?: string | undefined }
  | { action: 'seen'; ticketId: string; number: number }
  | { action: 'typing'; ticketId: string };

/** What the core hears. */
export type Input =
  | { type: 'start'; outbox: readonly Pending[] }
  | { type: 'stop' }
  /** The network is back, or the page is seen again. */
  | { type: 'online' }
  | { type: 'opened'; id: number }
  | { type: 'closed'; id: number }
  /** From socket `id`, or from HTTPS when there is none. */
  | { type: 'received'; id?: number; message: SocketMessage }
  | { type: 'tick' }
  | { type: 'follow'; ticketId: string }
  | { type: 'leave'; ticketId: string }
  | {
      type: 'write';
      commandId: string;
      ticketId: string;
      action: string;
      body: Readonly<Record<string, unknown>>;
    }
  | { type: 'read'; ticketId: string; number: number }
  | { type: 'typing'; ticketId: string };

/** What the application is told. */
export type Told =
  | { type: 'connection'; state: 'offline' | 'connecting' | 'open' | 'polling' }
  | { type: 'events'; ticketId: string; events: readonly ConversationEvent[] }
  /** What was shown of this conversation belongs to a past that is gone; it comes again. */
  | { type: 'reset'; ticketId: string }
  /** The conversation is not there, or not yours. */
  | { type: 'gone'; ticketId: string }
  | { type: 'opened'; commandId: string; ticketId: string }
  | { type: 'sent'; commandId: string; ticketId: string; number: number }
  | { type: 'failed'; commandId: string; ticketId: string; error: ApiError['error'] }
  | { type: 'seen'; ticketId: string; seen: readonly SeenCursor[] }
  | { type: 'typing'; ticketId: string; by: readonly Party[] }
  /** Where a customer who waits stands now. */
  | Extract<SocketMessage, { type: 'place' }>
  /** Something happened to a ticket this client does not follow (desk). */
  | { type: 'elsewhere'; ticketId: string; number: number; events: readonly ConversationEvent[] };

/** What the core wants done, in this order. */
export type Effect =
  | { type: 'connect'; id: number }
  | { type: 'disconnect'; id: number }
  | { type: 'transmit'; via: 'socket' | 'http'; request: Request }
  /** Keep these writes where they outlive the program. */
  | { type: 'keep'; outbox: readonly Pending[] }
  | { type: 'tell'; told: Told };

/** What the core is given of the world with each input: the time in milliseconds, and chance in [0, 1). */
export interface World {
  readonly now: number;
  readonly random: () => number;
}

export function initial(settings: Partial<Settings> = {}): State {
  return {
    settings: { ...defaults, ...settings },
    link: { phase: 'stopped', id: 0, failures: 0, until: 0, beatAt: 0, beatBy: 0, named: [], pollAt: 0 },
    conversations: {},
    outbox: [],
  };
}
