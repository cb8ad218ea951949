import type { History, TicketChange } from '../../../functions/domain/change.ts';
import { noIncident } from '../../../functions/domain/incident.ts';
import { addNote, replyToCustomer } from '../../../functions/domain/desk.ts';
import { NotFoundError, VersionConflictError } from '../../../functions/domain/errors.ts';
import type { Screening } from '../../../functions/domain/risk/screening.ts';
import { type Run, runsOf } from '../../../functions/domain/runs.ts';
import { deliver } from '../../../functions/use-cases/deliver.ts';
import { decide } from '../../../functions/use-cases/decide.ts';
import { keptEpoch } from '../../../functions/use-cases/epoch.ts';
import type { Connections } from '../../../functions/use-cases/platform.ts';
import { socket } from '../../../functions/use-cases/socket.ts';
import type { TicketEvent } from '../../../schemas/events.ts';
import type { Participant } from '../../../schemas/participant.ts';
import type { SocketMessage, SocketRequest } from '../../../schemas/socket.ts';
import type { Ticket } from '../../../schemas/ticket.ts';
import { aCommand, aPolicy, at, by, histories, TICKET_ID } from '../builders.ts';
import type { Schedule } from './schedule.ts';

/** A ticket that Mei has taken: where every session begins. */
const beginning = histories.accepted();
const policy = aPolicy();

export interface ServerProps {
  readonly schedule: Schedule;
  readonly random: () => number;
  /** Hands a message to a socket. */
  readonly push: (connectionId: string, message: SocketMessage) => Promise<'sent' | 'gone' | 'busy'>;
  /** Lets the delivery of an event run, some time and perhaps more than once. */
  readonly deliverLater: (run: () => Promise<void>) => void;
}

/** The platform's own use cases over rows in memory, as several functions that each remember the epoch by themselves. */
export class Server {
  readonly open = new Map<string, Set<string>>();
  private log: TicketEvent[] = [...beginning.events];
  /** The ticket as it was after each event. */
  private states: Ticket[] = beginning.events.map(() => beginning.ticket);
  private epoch = '0';
  private replies = 0;
  private past = 0;
  private readonly props: ServerProps;
  private readonly answers: ReturnType<typeof socket>[];
  private readonly delivers: ReturnType<typeof deliver>[];

  constructor(props: ServerProps) {
    this.props = props;
    const now = () => at(props.schedule.now / 1000);
    const epoch = () => keptEpoch({ readEpoch: async () => this.epoch, now });
    const { tickets } = this;
    const common = {
      agents: { list: async () => [] },
      policy: async () => policy,
      incident: async () => noIncident,
      now,
      log: () => undefined,
    };
    const serving = {
      ...common,
      tickets,
      capacity: { get: unasked },
      risks: {
        note: unasked,
        findScreened: unasked,
        addAppeal: unasked,
        getAppeal: unasked,
        countOnce: unasked,
      },
      screen: async (): Promise<Screening> => ({
        verdict: 'send',
        risks: [],
        review: { seconds: 60, whenDue: 'release' },
      }),
      cursors: { list: async () => [] },
      connections: this.connections,
    };
    const pushing = { push: props.push, pause: async () => undefined, random: props.random };
    this.answers = [1, 2].map(() => socket({ ...serving, epoch: epoch() }));
    this.delivers = [1, 2].map(() =>
      deliver({ ...common, ...pushing, tickets, connections: this.connections, epoch: epoch() }),
    );
  }

  /** The whole history, as it is now. */
  get events(): readonly TicketEvent[] {
    return this.log;
  }

  /** Answers a request, by whichever function is free. */
  answer(request: SocketRequest, participant: Participant, connectionId: string): Promise<SocketMessage> {
    const answer = this.answers[this.props.random() < 0.5 ? 0 : 1] ?? unasked;
    return answer(request, participant, connectionId);
  }

  /** The agent says something, or notes something that customers do not see. */
  async agentWrites(text: string): Promise<void> {
    const { now } = this.props.schedule;
    const situation = { now: at(now / 1000), policy };
    const write = { ...by(undefined, aCommand(`agent ${this.replies++}`)), text };
    await decide({ tickets: this.tickets }, TICKET_ID, (history) =>
      this.props.random() < 0.3
        ? addNote(history, write, situation)
        : replyToCustomer(history, write, situation),
    );
  }

  /** The table is restored to an earlier moment: the end of the history is lost, and what waits to be delivered with it. */
  restore(lost: number): void {
    const left = Math.max(beginning.number, this.log.length - lost);
    this.log = this.log.slice(0, left);
    this.states = this.states.slice(0, left);
    this.epoch = `restored-${++this.past}`;
  }

  private readonly tickets = {
    find: async (ticketId: string, after?: number): Promise<History | undefined> => {
      const ticket = this.states.at(-1);
      const last = this.log.at(-1);
      if (ticketId !== TICKET_ID || !ticket || !last) return undefined;
      const events = after === undefined ? [last] : this.log.slice(after);
      return { ticket, number: last.number, hash: last.hash, events };
    },
    get: async (ticketId: string, after?: number): Promise<History> => {
      const history = await this.tickets.find(ticketId, after);
      if (!history) throw new NotFoundError('ticket');
      return history;
    },
    /** DynamoDB may end a page wherever it likes. */
    listEvents: async (_ticketId: string, after: number, limit: number): Promise<TicketEvent[]> =>
      this.log.slice(after, after + Math.min(limit, 1 + Math.floor(this.props.random() * 6))),
    save: async ({ ticket, events }: TicketChange): Promise<void> => {
      if (events[0].number !== this.log.length + 1) throw new VersionConflictError();
      for (const event of events) {
        this.log.push(event);
        this.states.push(ticket);
      }
      const past = this.past;
      for (const run of this.runsFrom(events))
        this.props.deliverLater(async () => {
          const deliver = this.delivers[this.props.random() < 0.5 ? 0 : 1] ?? unasked;
          if (past === this.past) await deliver(run);
        });
    },
    listOfCustomer: unasked,
    countWaiting: unasked,
  };

  /** The stream may tell of events together, with some before them that it has told of already. */
  private runsFrom(events: TicketChange['events']): Run[] {
    const chance = this.props.random();
    if (chance < 0.5) return events.map((event) => [event]);
    const before = chance < 0.8 ? 0 : Math.floor(this.props.random() * 4);
    return runsOf(this.log.slice(Math.max(0, events[0].number - 1 - before)));
  }

  private readonly connections: Connections = {
    add: async (address, connectionId) => {
      this.open.set(address, (this.open.get(address) ?? new Set()).add(connectionId));
    },
    remove: async (address, connectionId) => void this.open.get(address)?.delete(connectionId),
    forget: async (address, connectionId) => void this.open.get(address)?.delete(connectionId),
    list: async (address) => [...(this.open.get(address) ?? [])],
  };
}

async function unasked(): Promise<never> {
  throw new Error('nobody was to ask this');
}
