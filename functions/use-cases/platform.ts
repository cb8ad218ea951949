import type { Agent, AgentProfile, Availability } from '../../schemas/agent.ts';
import type { Article } from '../../schemas/article.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { SlaPolicy } from '../../schemas/sla.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Segment } from '../../schemas/ticket-facts.ts';
import type { Timer } from '../../schemas/timer.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import type { History, TicketChange } from '../domain/change.ts';

export interface Page<T> {
  rows: T[];
  cursor?: string;
}

/** Tickets and their histories. */
export interface Tickets {
  get(ticketId: string, after?: number): Promise<History>;
  find(ticketId: string, after?: number): Promise<History | undefined>;
  listEvents(ticketId: string, after: number, limit: number): Promise<TicketEvent[]>;
  save(change: TicketChange): Promise<void>;
  listOfCustomer(customerId: string, limit: number, cursor?: string): Promise<Page<Ticket>>;
  listWaiting(queueId: string, limit: number, cursor?: string): Promise<Page<Ticket>>;
  listOfAgent(agentId: string, limit: number, cursor?: string): Promise<Page<Ticket>>;
  countWaiting(queueId: string, ahead?: Ticket): Promise<number>;
  listDue(minute: string, shard: number): Promise<Timer[]>;
}

/** Agents, their seats and presence. */
export interface Agents {
  get(agentId: string): Promise<Agent>;
  list(): Promise<Agent[]>;
  listPage(limit: number, cursor?: string): Promise<Page<Agent>>;
  putProfile(agentId: string, profile: AgentProfile, now: Date): Promise<Agent>;
  setPresence(agentId: string, availability: Availability, leaseUntil: Date): Promise<Agent>;
}

/** The knowledge base. */
export interface Articles {
  get(articleId: string): Promise<Article>;
  list(): Promise<Article[]>;
  listPage(limit: number, cursor?: string): Promise<Page<Article>>;
  put(article: Article): Promise<void>;
}

export interface CustomerSession {
  customerId: string;
  segment: Segment;
  name?: string;
  expiresAt: string;
}

export interface Sessions {
  find(token: string, now: Date): Promise<CustomerSession | undefined>;
  start(token: string, session: CustomerSession): Promise<CustomerSession>;
}

/** Open sockets by participant: `customer:<id>` or `agent:<id>`. */
export interface Connections {
  add(participant: string, connectionId: string, now: Date): Promise<void>;
  remove(participant: string, connectionId: string): Promise<void>;
  list(participant: string): Promise<string[]>;
}

export interface CapacityState {
  profile: 'peak' | 'off-peak';
  standbyOpen: boolean;
  changedAt: string;
}

export interface Capacity {
  get(): Promise<CapacityState>;
  set(state: CapacityState): Promise<void>;
  openStandby(now: Date): Promise<void>;
}

export interface Sweeps {
  cursorOf(shard: number): Promise<string | undefined>;
  advance(shard: number, minute: string): Promise<void>;
}

/** Everything use cases may ask for; each names what it needs. Bound to AWS in the handlers, to memory in tests. */
export interface Platform {
  tickets: Tickets;
  agents: Agents;
  articles: Articles;
  sessions: Sessions;
  connections: Connections;
  capacity: Capacity;
  sweeps: Sweeps;
  sendTimers: (timers: readonly Timer[], now: Date) => Promise<void>;
  requestClassification: (requests: readonly ClassificationRequest[]) => Promise<void>;
  publish: (events: readonly TicketEvent[]) => Promise<void>;
  push: (connectionId: string, message: SocketMessage) => Promise<'sent' | 'gone'>;
  policy: SlaPolicy;
  now: () => Date;
  random: () => number;
}

type Stores = Pick<
  Platform,
  'tickets' | 'agents' | 'articles' | 'sessions' | 'connections' | 'capacity' | 'sweeps'
>;

/**
 * Just these functions of these stores: `Uses<{ tickets: 'get' | 'save' }>`. A handler hands over no more, so its bundle
 * and its permissions hold no more.
 */
export type Uses<Wanted extends { [S in keyof Stores]?: keyof Stores[S] }> = {
  [S in keyof Wanted & keyof Stores]: Pick<Stores[S], Wanted[S] & keyof Stores[S]>;
};
