import { onTestFinished } from 'vitest';
import { type ConversationEvent, KefuClient, type Told } from '../../client/src/index.ts';
import { type ApiClient, Member } from '../../local/api-client.ts';
import { poll } from '../../local/poll.ts';
import { deployment } from './cloud.ts';
import { Line } from './line.ts';

const kinds = ['events', 'reset', 'opened', 'failed', 'place', 'elsewhere'] as const satisfies Told['type'][];
type Kind = (typeof kinds)[number];

/** What somebody follows conversations on: the client that we ship, and everything it has told, in order. */
export class Device {
  readonly client: KefuClient;
  readonly line: Line;
  private readonly told: Told[] = [];

  private constructor(person: ApiClient, line: Line) {
    const { api, socket } = deployment();
    this.line = line;
    this.client = new KefuClient({
      api: line.over(api),
      socket: line.over(socket),
      token: () => person.token ?? '',
      kind: person instanceof Member ? 'desk' : 'customer',
      // Back soon: a journey has no time for storms.
      retryBase: 200,
      retryCap: 500,
      patience: 3000,
    });
    for (const kind of kinds) this.client.on(kind, (told) => void this.told.push(told));
  }

  /** A device that has a connection, for as long as the test lasts. */
  static async of(person: ApiClient): Promise<Device> {
    const device = new Device(person, await Line.to(deployment().api));
    onTestFinished(() => device.client.stop());
    device.client.start();
    await device.connected();
    return device;
  }

  async connected(): Promise<void> {
    await poll('a connection', async () => this.client.connection === 'open' || undefined);
  }

  /** The first thing of this kind it tells that fits, as soon as it does. */
  hears<K extends Kind>(
    kind: K,
    fits: (told: Extract<Told, { type: K }>) => boolean = () => true,
  ): Promise<Extract<Told, { type: K }>> {
    return poll(`${kind} on a device`, async () =>
      this.told.find((told): told is Extract<Told, { type: K }> => isOf(told, kind) && fits(told)),
    );
  }

  /** Opens a ticket and waits for its number. */
  async open(text: string): Promise<string> {
    const commandId = this.client.open(text);
    return (await this.hears('opened', (told) => told.commandId === commandId)).ticketId;
  }

  /** A conversation as it has been shown: what was told of it, each thing as often as it was told. */
  shown(ticketId: string): ConversationEvent[] {
    let events: ConversationEvent[] = [];
    for (const told of this.told) {
      if (!('ticketId' in told) || told.ticketId !== ticketId) continue;
      if (told.type === 'reset') events = [];
      if (told.type === 'events') events.push(...told.events);
    }
    return events;
  }

  /** Waits until all of this is on the screen. */
  async shows(ticketId: string, texts: readonly string[]): Promise<void> {
    await poll(`“${texts.at(-1)}” on the screen`, async () => {
      const words = this.words(ticketId).join('\n');
      return texts.every((text) => words.includes(text)) || undefined;
    });
  }

  /** The words of a conversation on the screen: who said what. */
  words(ticketId: string): string[] {
    return this.shown(ticketId).flatMap((event) => {
      if (event.type !== 'MessageSent') return [];
      return 'from' in event
        ? [`${event.from.kind}: ${event.text}`]
        : [`${event.actor.kind}: ${event.body.text}`];
    });
  }
}

function isOf<K extends Kind>(told: Told, kind: K): told is Extract<Told, { type: K }> {
  return told.type === kind;
}
