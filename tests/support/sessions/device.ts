import { type step as realStep, wakeAt } from '../../../client/src/core.ts';
import type { SocketMessage } from '../../../client/src/messages.ts';
import {
  type Conversation,
  type Effect,
  initial,
  type Input,
  type Pending,
  type Request,
  type State,
} from '../../../client/src/state.ts';
import type { Participant } from '../../../schemas/participant.ts';
import { SocketRequest } from '../../../schemas/socket.ts';
import { frameOf } from '../../../client/src/wire.ts';
import { TICKET_ID } from '../builders.ts';
import type { Schedule } from './schedule.ts';
import type { Server } from './server.ts';

export type Step = typeof realStep;

/** How bad the network is; all shares in [0, 1], times in milliseconds. */
export interface Weather {
  lost: number;
  doubled: number;
  refused: number;
  slowest: number;
}

export interface DeviceProps {
  readonly schedule: Schedule;
  readonly server: Server;
  readonly random: () => number;
  readonly weather: Weather;
  readonly participant: Participant;
  readonly name: string;
  /** Which sockets are open at this moment, by their ids: how a push finds its device. */
  readonly sockets: Map<string, (message: SocketMessage) => void>;
  readonly step: Step;
}

/** A client in the hands of somebody: the real core, on a network that loses, doubles, delays and cuts. */
export class Device {
  private state: State;
  private kept: readonly Pending[] = [];
  private connectionId: string | undefined;
  private sockets = 0;
  private wake = Infinity;
  private readonly props: DeviceProps;

  constructor(props: DeviceProps) {
    this.props = props;
    this.state = this.fresh();
    this.start();
  }

  get conversation(): Conversation | undefined {
    return this.state.conversations[TICKET_ID];
  }

  get outbox(): readonly Pending[] {
    return this.state.outbox;
  }

  /** Somebody types a message and sends it. */
  writes(commandId: string, text: string): void {
    this.hear({ type: 'write', commandId, ticketId: TICKET_ID, action: 'send', body: { text } });
  }

  /** The connection breaks; the two ends find out when they do, or never. */
  cut(): void {
    const { connectionId } = this;
    if (connectionId === undefined) return;
    this.props.sockets.delete(connectionId);
    this.connectionId = undefined;
    if (this.props.random() < 0.7) {
      const { id } = this.state.link;
      this.later(() => this.hear({ type: 'closed', id }));
    }
    if (this.props.random() < 0.5) this.later(() => this.forgotten(connectionId));
  }

  /** The page is loaded anew: all that is left is what was kept. */
  reload(): void {
    this.cut();
    this.state = this.fresh();
    this.start();
  }

  private fresh(): State {
    const { participant } = this.props;
    const kind = participant.kind === 'agent' ? 'desk' : 'customer';
    // Sockets of an earlier page may still be heard of: their ids are not given again.
    const blank = initial({ kind, retryCap: 8000, patience: 5000 });
    return { ...blank, link: { ...blank.link, id: this.sockets } };
  }

  private start(): void {
    this.hear({ type: 'start', outbox: this.kept });
    this.hear({ type: 'follow', ticketId: TICKET_ID });
  }

  private hear(input: Input): void {
    const { now } = this.props.schedule;
    const { state, effects } = this.props.step(this.state, input, { now, random: this.props.random });
    this.state = state;
    for (const effect of effects) this.bringAbout(effect);
    const due = wakeAt(this.state) ?? Infinity;
    // One alarm at a time: an earlier one finds nothing to do, and a later one is set then.
    if (due === Infinity || (this.wake <= due && this.wake > now)) return;
    this.wake = due;
    this.props.schedule.plan(due, () => {
      if (this.wake !== due) return;
      this.wake = Infinity;
      this.hear({ type: 'tick' });
    });
  }

  private bringAbout(effect: Effect): void {
    switch (effect.type) {
      case 'connect':
        this.connect(effect.id);
        break;
      case 'disconnect': {
        const { connectionId } = this;
        if (connectionId === undefined) break;
        this.props.sockets.delete(connectionId);
        this.connectionId = undefined;
        this.later(() => this.forgotten(connectionId));
        break;
      }
      case 'transmit':
        this.transmit(effect.request, effect.via);
        break;
      case 'keep':
        this.kept = effect.outbox;
        break;
      case 'tell':
        break;
    }
  }

  private connect(id: number): void {
    const { random, weather, server, participant, sockets, name } = this.props;
    this.sockets = id;
    if (random() < weather.refused) {
      this.later(() => this.hear({ type: 'closed', id }));
      return;
    }
    const connectionId = `${name}-${id}`;
    this.later(() => {
      if (this.state.link.id !== id) return;
      this.connectionId = connectionId;
      const address = `${participant.kind}:${participant.id}`;
      server.open.set(address, (server.open.get(address) ?? new Set()).add(connectionId));
      sockets.set(connectionId, (message) => this.hear({ type: 'received', id, message }));
      this.hear({ type: 'opened', id });
    });
  }

  private transmit(request: Request, via: 'socket' | 'http'): void {
    const { random, weather, server, participant, sockets, schedule } = this.props;
    const { connectionId } = this;
    if (via === 'socket' && connectionId === undefined) return;
    const frame = asFrame(request);
    if (!frame) return;
    const arrivals = random() < weather.lost ? 0 : random() < weather.doubled ? 2 : 1;
    for (let copy = 0; copy < arrivals; copy += 1) {
      schedule.plan(schedule.now + random() * weather.slowest, async () => {
        const message = await answered(server, frame, participant, connectionId ?? 'http');
        if (random() < weather.lost) return;
        this.later(() => {
          if (via === 'http') this.hear({ type: 'received', message });
          else sockets.get(connectionId ?? '')?.(message);
        });
      });
    }
  }

  private forgotten(connectionId: string): void {
    const { server, participant } = this.props;
    server.open.get(`${participant.kind}:${participant.id}`)?.delete(connectionId);
  }

  private later(run: () => void): void {
    const { schedule, random, weather } = this.props;
    schedule.plan(schedule.now + random() * weather.slowest, run);
  }
}

async function answered(
  server: Server,
  request: SocketRequest,
  participant: Participant,
  connectionId: string,
): Promise<SocketMessage> {
  try {
    return await server.answer(request, participant, connectionId);
  } catch (error) {
    const named = 'commandId' in request ? { commandId: request.commandId } : {};
    const told = error instanceof Error ? error.name : 'unknown';
    return {
      type: 'error',
      ...named,
      error: {
        code: told === 'StaleCursorError' ? 'stale_cursor' : 'internal',
        message: told,
        requestId: 'request',
      },
    };
  }
}

/** What sockets answer to; signals are no part of the log. */
function asFrame(request: Request): SocketRequest | undefined {
  if (request.action === 'seen' || request.action === 'typing') return undefined;
  if (request.action !== 'write') return request;
  return SocketRequest.parse(frameOf(request));
}
