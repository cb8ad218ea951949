import type { Agent, AgentProfile, Availability } from '../../schemas/agent.ts';
import type { Appeal } from '../../schemas/appeal.ts';
import type { ArtefactHead, ArtefactKind, ArtefactVersion } from '../../schemas/artefact.ts';
import type { Article } from '../../schemas/article.ts';
import type { CapacityOverride, CapacityState } from '../../schemas/capacity.ts';
import type { Correction } from '../../schemas/correction.ts';
import type { TicketEvent, Turn } from '../../schemas/events.ts';
import type { ExportWork } from '../../schemas/export.ts';
import type { IncidentSettings } from '../../schemas/incident.ts';
import type { Question } from '../../schemas/question.ts';
import type { RiskCategory, RiskCount } from '../../schemas/risk.ts';
import type { KeptSettings, SettingsKind } from '../../schemas/settings.ts';
import type { SimulationRequest } from '../../schemas/simulation.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Segment } from '../../schemas/ticket-facts.ts';
import type { Timer } from '../../schemas/timer.ts';
import type { Understanding } from '../../schemas/understanding.ts';
import type { Published } from '../../schemas/environment.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import type { DirectReaction } from '../../schemas/work-queues.ts';
import type { Prompt } from '../domain/language-model/prompt.ts';
import type { MessageContext } from '../domain/understanding/intents.ts';
import type { Model } from '../domain/understanding/model/model.ts';
import type { History, TicketChange } from '../domain/change.ts';
import type { Cursor } from '../domain/participants.ts';
import type { MeaningOf } from '../domain/knowledge/meanings.ts';
import type { KeptArticle } from '../domain/knowledge/versions.ts';
import type { Tallies, Tally, Unanswered } from '../domain/reply-rate.ts';
import type { Routing } from '../domain/routing.ts';
import type { Screened, Screening } from '../domain/risk/screening.ts';
import type { Promises } from '../domain/sla.ts';
import type { Exports, Files } from './exports-kept.ts';
import type { Decisions, Insights, Loads, Simulations } from './platform-of-figures.ts';

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
  setPresence(
    agentId: string,
    availability: Availability,
    leaseUntil: Date,
    until?: string | null,
  ): Promise<Agent>;
}

/** The knowledge base. */
export interface Articles {
  get(articleId: string): Promise<Article>;
  find(articleId: string): Promise<KeptArticle | undefined>;
  list(): Promise<KeptArticle[]>;
  listPage(limit: number, cursor?: string): Promise<Page<Article>>;
  listVersions(articleId: string): Promise<Article[]>;
  put(article: KeptArticle): Promise<void>;
  revision(): Promise<number>;
}

/** What programs make of data and functions read whole, in versions. */
export interface Artefacts {
  head(kind: ArtefactKind): Promise<ArtefactHead | undefined>;
  read(kind: ArtefactKind, version: ArtefactVersion): Promise<Uint8Array>;
  publish(
    kind: ArtefactKind,
    bytes: Uint8Array,
    step: { previous: ArtefactHead | undefined; covers: number; now: Date },
  ): Promise<ArtefactHead>;
}

/** What the bot could not answer well: work for editors. */
export interface Questions {
  get(questionId: string): Promise<Question>;
  list(): Promise<Question[]>;
  save(question: Question): Promise<void>;
  count(question: Question, event: { ticketId: string; number: number; occurredAt: string }): Promise<void>;
}

/** What agents corrected: examples to train with. */
export interface Corrections {
  put(correction: Correction): Promise<void>;
  listPage(limit: number, cursor?: string): Promise<Page<Correction>>;
}

/** What the filter did, for those who review it. */
export interface Risks {
  note(screened: Screened, now: Date): Promise<void>;
  findScreened(writer: string, commandId: string): Promise<Screened | undefined>;
  listHeld(after: Date): Promise<string[]>;
  countOnce(
    decision: string,
    categories: readonly RiskCategory[],
    counts: readonly RiskCount[],
    now: Date,
  ): Promise<void>;
  counts(): Promise<Map<RiskCategory, Partial<Record<RiskCount, number>>>>;
  addAppeal(appeal: Appeal): Promise<Appeal>;
  getAppeal(appealId: string): Promise<Appeal | undefined>;
  listAppeals(): Promise<Appeal[]>;
  decideAppeal(appeal: Appeal): Promise<void>;
}

/** How customers' turns with people are answered. */
export interface Replies {
  count(
    step: { ticketId: string; turn: Turn; day: string; tally: Tally; team?: string | undefined },
    now: Date,
  ): Promise<'counted' | 'known'>;
  addUp(day: string, end: Date, now: Date): Promise<void>;
  readDay(day: string): Promise<{ tallies: Tallies[]; unanswered: Unanswered[] }>;
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

/** Open sockets by participant: `customer:<id>`, `agent:<id>`, or `watch:<ticket>` for those who watch it. */
export interface Connections {
  add(participant: string, connectionId: string, now: Date): Promise<void>;
  remove(participant: string, connectionId: string): Promise<void>;
  /** Removes a socket that seems to be gone, unless it has only just opened. */
  forget(participant: string, connectionId: string, now: Date): Promise<void>;
  list(participant: string): Promise<string[]>;
}

/** How far everybody has read, by address: `customer:<id>` or `agent:<id>`. */
export interface Cursors {
  list(ticketId: string): Promise<Cursor[]>;
  /** `kept`: it was there already or further; `too-soon`: it has moved only just now. */
  advance(ticketId: string, cursor: Cursor, now: Date): Promise<'moved' | 'kept' | 'too-soon'>;
}

/** The capacity in force, and what was set by hand. */
export interface Capacity {
  get(): Promise<CapacityState>;
  set(state: CapacityState): Promise<void>;
  openStandby(now: Date): Promise<void>;
  closeStandby(changedAt: string, now: Date): Promise<void>;
  getOverride(): Promise<CapacityOverride | undefined>;
  putOverride(override: CapacityOverride): Promise<void>;
}

/** What leads set while everything runs: every version of every kind. */
export interface Settings {
  latest(kind: SettingsKind, count: number): Promise<KeptSettings[]>;
  listPage(kind: SettingsKind, limit: number, cursor?: string): Promise<Page<KeptSettings>>;
  add(kind: SettingsKind, row: KeptSettings): Promise<void>;
}

export interface Sweeps {
  cursorOf(shard: number): Promise<string | undefined>;
  advance(shard: number, minute: string): Promise<void>;
}

/** Says of a text whether it may be sent. */
export type Screen = (text: string, direction: 'customer' | 'agent') => Promise<Screening>;

/** The models in use, as they are at one moment. */
export interface Reader {
  understand(text: string, context: MessageContext): Understanding;
  /** Whether the bot may say this. */
  screen(text: string): Screening;
}

/** What the optional language model is asked for: to say an answer, or to choose between meanings. */
export type ModelUse = 'answers' | 'intents';

/** The optional language model. */
export interface LanguageModel {
  uses: readonly ModelUse[];
  /** How long a reply may take, in milliseconds. */
  timeoutMs: number;
  /** Its reply; throws a `TimeoutError` when it takes longer, and whatever else went wrong. */
  ask(prompt: Prompt): Promise<string>;
  /** Takes one call out of this hour's budget; false when none is left. */
  takeCall(now: Date): Promise<boolean>;
}

/** Everything use cases may ask for; each names what it needs. Bound to AWS in the handlers, to memory in tests. */
export interface Platform {
  tickets: Tickets;
  agents: Agents;
  articles: Articles;
  artefacts: Artefacts;
  questions: Questions;
  corrections: Corrections;
  risks: Risks;
  replies: Replies;
  sessions: Sessions;
  connections: Connections;
  cursors: Cursors;
  capacity: Capacity;
  insights: Insights;
  decisions: Decisions;
  loads: Loads;
  simulations: Simulations;
  exports: Exports;
  settings: Settings;
  sweeps: Sweeps;
  sendTimers: (timers: readonly Timer[], now: Date) => Promise<void>;
  requestClassification: (requests: readonly ClassificationRequest[]) => Promise<void>;
  /** Asks for a simulation to be played. */
  requestSimulation: (request: SimulationRequest) => Promise<void>;
  /** Puts events on the bus. */
  publish: (events: readonly TicketEvent[]) => Promise<void>;
  /** Sends an event to the queue of a reaction that does not subscribe to the bus. */
  tell: (name: DirectReaction, events: readonly TicketEvent[]) => Promise<void>;
  files: Files;
  /** Sends work of exports to ourselves, to arrive after so many seconds. */
  sendExportWork: (work: readonly ExportWork[], delaySeconds?: number) => Promise<void>;
  /** Which events go on the bus. */
  published: Published;
  /** The epoch in force, looked up again when the one that is claimed is another. */
  epoch: (claimed?: string) => Promise<string>;
  /** Says what became of it: delivered, no such socket any more, or not now. */
  push: (connectionId: string, message: SocketMessage) => Promise<'sent' | 'gone' | 'busy'>;
  /** One line for those who run it: ids, never words. */
  log: (level: 'info' | 'warn' | 'error', message: string, ids?: Record<string, unknown>) => void;
  /** Absent when it is off. */
  languageModel?: LanguageModel;
  meaningOf: MeaningOf;
  screen: Screen;
  reader: () => Promise<Reader>;
  /** The bytes of the risk filter that ships. */
  shippedRisk: () => { list: Uint8Array; model: Uint8Array };
  /** The model of messages that ships. */
  shippedModel: () => Model;
  /** The promises in force. */
  policy: () => Promise<Promises>;
  /** How tickets find their agents, as it is in force now. */
  routing: () => Promise<Routing>;
  /** How likely the right article must be for the bot to answer with it now. */
  sureFrom: () => Promise<number>;
  /** What is switched off now. */
  incident: () => Promise<IncidentSettings>;
  now: () => Date;
  random: () => number;
  /** Lets so many milliseconds pass. */
  pause: (ms: number) => Promise<void>;
}

/** What keeps rows. */
export type Stores = Pick<
  Platform,
  | 'tickets'
  | 'agents'
  | 'articles'
  | 'artefacts'
  | 'questions'
  | 'corrections'
  | 'risks'
  | 'replies'
  | 'sessions'
  | 'connections'
  | 'cursors'
  | 'capacity'
  | 'insights'
  | 'decisions'
  | 'loads'
  | 'simulations'
  | 'exports'
  | 'settings'
  | 'sweeps'
>;

/**
 * Just these functions of these stores: `Uses<{ tickets: 'get' | 'save' }>`. A handler hands over no more, so its bundle
 * and its permissions hold no more.
 */
export type Uses<Wanted extends { [S in keyof Stores]?: keyof Stores[S] }> = {
  [S in keyof Wanted & keyof Stores]: Pick<Stores[S], Wanted[S] & keyof Stores[S]>;
};
