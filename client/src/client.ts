import { step, wakeAt } from './core.ts';
import { connectionOf } from './link.ts';
import { initial } from './state.ts';
import type { Conversation, Effect, Input, Pending, Request, Settings, State, Told } from './state.ts';
import { anyStorage, type OutboxStorage } from './storage.ts';
import { callOf, frameOf, isRecord, messageOf, pendingOf } from './wire.ts';

export interface ClientOptions extends Partial<Settings> {
  /** Address of the HTTP API. */
  readonly api: string;
  /** Address of the WebSocket API, `wss://…`. */
  readonly socket: string;
  /** The session token, or the desk's ID token. Asked for before each socket; `refused` says that the last one no longer serves. */
  readonly token: (why: 'needed' | 'refused') => string | Promise<string>;
  /** Where unsent writes outlive a reload. @default localStorage in browsers, memory elsewhere */
  readonly storage?: OutboxStorage;
  /** Under which name they are kept: one for each customer who signs in here. @default 'kefu-outbox' */
  readonly storageKey?: string;
  /** What opens sockets. @default the platform's own */
  readonly WebSocket?: typeof WebSocket;
  readonly fetch?: typeof fetch;
}

type Listener<T extends Told['type']> = (told: Extract<Told, { type: T }>) => void;

/** A client of conversations: gap-free, in order, each thing once, over whatever the network is. */
export class KefuClient {
  private state: State;
  private readonly options: ClientOptions;
  private readonly storage: OutboxStorage;
  private readonly listeners = new Set<(told: Told) => void>();
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refused = false;

  constructor(options: ClientOptions) {
    this.options = options;
    this.storage = options.storage ?? anyStorage();
    this.state = initial(options);
  }

  /** Connects, and sends what was left unsent. */
  start(): void {
    this.hear({ type: 'start', outbox: pendingOf(this.storage.getItem(this.key) ?? '[]') });
  }

  /** Disconnects; what is unsent is kept. */
  stop(): void {
    this.hear({ type: 'stop' });
  }

  /** Says that the network is back, so that nobody waits for the next try. */
  online(): void {
    this.hear({ type: 'online' });
  }

  /** Listens; what comes back ends it. */
  on<T extends Told['type']>(type: T, listener: Listener<T>): () => void {
    const every = (told: Told) => {
      if (isOf(told, type)) listener(told);
    };
    this.listeners.add(every);
    return () => void this.listeners.delete(every);
  }

  /** Whether and how the platform can be reached. */
  get connection(): Extract<Told, { type: 'connection' }>['state'] {
    return connectionOf(this.state);
  }

  /** Conversations that are followed. */
  get conversations(): readonly Conversation[] {
    return Object.values(this.state.conversations);
  }

  /** A conversation as far as it is known here. */
  conversation(ticketId: string): Conversation | undefined {
    return this.state.conversations[ticketId];
  }

  /** What has been written and is not in the log yet, oldest first. */
  get outbox(): readonly Pending[] {
    return this.state.outbox;
  }

  /** Takes up a conversation: all of it, and what comes. */
  follow(ticketId: string): void {
    this.hear({ type: 'follow', ticketId });
  }

  leave(ticketId: string): void {
    this.hear({ type: 'leave', ticketId });
  }

  /** Opens a ticket with a first message; the id may stand for the ticket until `opened` tells its number. */
  open(text: string, more: { channel?: string; locale?: string; attachments?: object[] } = {}): string {
    const commandId = crypto.randomUUID();
    this.hear({ type: 'write', commandId, ticketId: commandId, action: 'open', body: { text, ...more } });
    return commandId;
  }

  /** Writes a message; online or not, once and in order. Returns the write's id, which `sent` or `failed` will name. */
  send(ticketId: string, text: string, more: { attachments?: object[] } = {}): string {
    return this.act(ticketId, this.state.settings.kind === 'desk' ? 'messages' : 'send', { text, ...more });
  }

  /** Asks for a person (customers). */
  askForPerson(ticketId: string): string {
    return this.act(ticketId, 'person');
  }

  /** Any other write, by the last part of its path: `resolve`, `survey`, `accept` … */
  act(ticketId: string, action: string, body: Readonly<Record<string, unknown>> = {}): string {
    const commandId = crypto.randomUUID();
    this.hear({ type: 'write', commandId, ticketId, action, body });
    return commandId;
  }

  /** Says that everything up to a number has been read. @default all that is here */
  seen(ticketId: string, number = this.state.conversations[ticketId]?.number ?? 0): void {
    this.hear({ type: 'read', ticketId, number });
  }

  /** Says that somebody is writing; call it with every key. */
  typing(ticketId: string): void {
    this.hear({ type: 'typing', ticketId });
  }

  private hear(input: Input): void {
    const { state, effects } = step(this.state, input, { now: Date.now(), random: Math.random });
    this.state = state;
    for (const effect of effects) this.bringAbout(effect);
    clearTimeout(this.timer);
    const due = wakeAt(this.state);
    if (due === undefined || due === Infinity) return;
    // Longer waits overflow the timer.
    const wait = Math.min(Math.max(0, due - Date.now()), 2 ** 31 - 1);
    this.timer = setTimeout(() => this.hear({ type: 'tick' }), wait);
  }

  private bringAbout(effect: Effect): void {
    switch (effect.type) {
      case 'connect':
        void this.connect(effect.id);
        break;
      case 'disconnect':
        this.socket?.close();
        this.socket = undefined;
        break;
      case 'transmit':
        if (effect.via === 'socket') this.socket?.send(JSON.stringify(frameOf(effect.request)));
        else void this.call(effect.request);
        break;
      case 'keep':
        this.storage.setItem(this.key, JSON.stringify(effect.outbox));
        break;
      case 'tell':
        for (const listener of this.listeners) listener(effect.told);
        break;
    }
  }

  private async connect(id: number): Promise<void> {
    try {
      const token = await this.token();
      const Socket = this.options.WebSocket ?? WebSocket;
      if (this.state.link.id !== id) return;
      const socket = new Socket(`${this.options.socket}?token=${encodeURIComponent(token)}`);
      this.socket = socket;
      let opened = false;
      socket.addEventListener('open', () => {
        opened = true;
        this.hear({ type: 'opened', id });
      });
      socket.addEventListener('message', ({ data }) => {
        const message = messageOf(data);
        if (message) this.hear({ type: 'received', id, message });
      });
      socket.addEventListener('close', () => {
        // A browser does not say why: it may have been the token.
        if (!opened) this.refused = true;
        this.hear({ type: 'closed', id });
      });
    } catch {
      this.hear({ type: 'closed', id });
    }
  }

  /** What came of it is heard as if a socket had said it; what got no answer is due again by itself. */
  private async call(request: Request): Promise<void> {
    const call = callOf(request, this.state.settings.kind);
    if (!call) return;
    const ticketId = 'ticketId' in request ? request.ticketId : undefined;
    const commandId = request.action === 'write' ? request.write.commandId : undefined;
    try {
      let response = await this.fetched(call);
      if (response.status === 401) {
        this.refused = true;
        response = await this.fetched(call);
      }
      const answer: unknown = await response.json();
      const named = commandId === undefined ? { ticketId } : { commandId };
      const type = !response.ok ? 'error' : request.action === 'write' ? 'receipt' : 'events';
      const message = isRecord(answer) && messageOf({ epoch: this.state.epoch, ...answer, ...named, type });
      if (message) this.hear({ type: 'received', message });
    } catch {
      return;
    }
  }

  private async fetched({ method, path, body }: NonNullable<ReturnType<typeof callOf>>): Promise<Response> {
    const token = await this.token();
    return (this.options.fetch ?? fetch)(`${this.options.api}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  private async token(): Promise<string> {
    const why = this.refused ? 'refused' : 'needed';
    this.refused = false;
    return this.options.token(why);
  }

  private get key(): string {
    return this.options.storageKey ?? 'kefu-outbox';
  }
}

function isOf<T extends Told['type']>(told: Told, type: T): told is Extract<Told, { type: T }> {
  return told.type === type;
}
