import { LATEST_BEAT, LIVE_BEAT } from '../../client/src/link.ts';
import { SHARE_A_CLIENT } from '../../functions/domain/cost/uses.ts';
import type { Caller } from '../../functions/domain/ticket.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Participant } from '../../schemas/participant.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { Bill } from './bill.ts';
import type { CostWorld } from './play.ts';

const ACCEPTS_AFTER_SECONDS = 3;

/** When who says what, in seconds after the opening. */
export interface Script {
  opening: string;
  /** Minutes both sockets are open for this ticket. */
  minutes: number;
  customer: readonly (readonly [number, string])[];
  agent: readonly number[];
  resolvedAt?: number;
  ratedAt: number;
}

const REPLY = '您好，已经为您查到包裹，今天就会发出，请留意短信';
const ASK = '物流一直没有更新，麻烦再帮我看一下';

/** Twelve messages of customer and agent. */
export const human: Script = {
  opening: '转人工，我的订单三天了还没有发货，帮我看一下',
  minutes: 10,
  customer: [60, 150, 240, 330, 420].map((second) => [second, ASK] as const),
  agent: [25, 90, 180, 270, 360, 450],
  resolvedAt: 480,
  ratedAt: 500,
};

/** The same, with an answer so late that its warning comes first: about one timer in ten of all three. */
export const lateHuman: Script = { ...human, agent: [25, 235, 236, 270, 360, 450] };

/** Four messages, answered by an article. */
export const bot: Script = {
  opening: '我的视频上传一直失败怎么办',
  minutes: 4,
  customer: [[60, '已经解决了，谢谢']],
  agent: [],
  ratedAt: 100,
};

export interface Played {
  /** Everything but heartbeats. */
  conversation: Bill;
  heartbeats: Bill;
  /** Messages of customer, agent and bot. */
  messages: number;
  events: number;
  history: readonly TicketEvent[];
}

/** Plays one ticket from its opening to its closing. @throws when it does not close, or was said less than the script says */
export async function playTicket(world: CostWorld, name: string, script: Script): Promise<Played> {
  const { clock, desk, customer, heard, later } = world;
  const beats = { customer: new Bill(), agent: new Bill() };
  const end = clock.now().getTime() + script.minutes * 60_000;
  const session = { customerId: name, segment: 'ordinary', name: '小王', expiresAt: '' } as const;
  const participant = { kind: 'customer', id: name, segment: 'ordinary' } as const;
  const mine: Client = { socketId: await world.openSocket(`customer:${name}`), participant, ...fresh };
  let ticketId = '';
  let theirs: Client | undefined;

  const conversation = await world.billed(async () => {
    world.bill().request('sessions');
    world.bill().add('writeUnits', 1);
    world.payForSocket(script.minutes, 1);
    heard.set(`customer:${name}`, (message) => note(mine, message));
    for (const agentId of world.agents) heard.set(`agent:${agentId}`, (message) => offered(agentId, message));
    const commandId = `open-${name}`;
    const opening = { action: 'open', commandId, text: script.opening, channel: 'app' } as const;
    const opened = await world.say({ ...opening, locale: 'zh-CN' }, participant, mine.socketId);
    if (opened.type !== 'receipt') throw new Error(`${name} was not opened: ${JSON.stringify(opened)}`);
    ({ ticketId } = opened);
    await follow(mine);
    for (const [second, text] of script.customer) later(second, () => write(`say-${second}`, text));
    for (const second of script.agent) later(second, () => reply(second));
    if (script.resolvedAt !== undefined) later(script.resolvedAt, resolve);
    later(script.ratedAt, rate);
  });

  const { ticket, events } = await world.history(ticketId);
  const messages = events.filter(({ type }) => type === 'MessageSent').length;
  if (ticket.status !== 'closed') throw new Error(`${name} is ${ticket.status}`);
  const heartbeats = new Bill();
  heartbeats.addShare(beats.customer, 1);
  heartbeats.addShare(beats.agent, 1 / SHARE_A_CLIENT);
  return { conversation, heartbeats, messages, events: events.length, history: events };

  /** A client asks for what it may have missed, and from then on now and then where things stand. */
  async function follow(client: Client): Promise<void> {
    const page = await world.say(
      { action: 'resume', ticketId, after: client.last },
      client.participant,
      client.socketId,
    );
    note(client, page);
    client.beatBy = clock.now().getTime() + LATEST_BEAT;
    await beat(client);
  }

  /** As the client library does: when it has heard nothing for a while, and not much later in any case. */
  async function beat(client: Client): Promise<void> {
    const now = clock.now().getTime();
    if (now >= end) return;
    if (client.beatAt > now) {
      later((client.beatAt - now) / 1000, () => beat(client));
      return;
    }
    const { kind } = client.participant;
    const answered = await world.paidBy(beats[kind], () =>
      world.say(
        { action: 'heartbeat', seen: { [ticketId]: client.last } },
        client.participant,
        client.socketId,
      ),
    );
    if (answered.type !== 'heartbeat') throw new Error(`${name} has no heart: ${JSON.stringify(answered)}`);
    client.beatAt = now + answered.next * 1000;
    client.beatBy = now + LATEST_BEAT;
    await beat(client);
  }

  function hears(client: Client): void {
    const soon = clock.now().getTime() + LIVE_BEAT;
    client.beatAt = Math.min(soon, client.beatBy);
  }

  async function write(command: string, text: string): Promise<void> {
    const commandId = `${command}-${name}`;
    await world.say(
      { action: 'send', ticketId, commandId, after: mine.last, text },
      participant,
      mine.socketId,
    );
    hears(mine);
  }

  function offered(agentId: string, message: SocketMessage): void {
    if (message.type !== 'events' || message.ticketId !== ticketId) return;
    if (theirs) {
      note(theirs, message);
      return;
    }
    const client = {
      socketId: `socket-agent:${agentId}`,
      participant: { kind: 'agent', id: agentId },
      ...fresh,
    } as const;
    theirs = { ...client };
    world.payForSocket(script.minutes, 1 / SHARE_A_CLIENT);
    later(ACCEPTS_AFTER_SECONDS, () => accept({ ...client }));
  }

  async function accept(client: Client): Promise<void> {
    theirs = client;
    await follow(client);
    world.bill().request('desk');
    await desk.acceptTicket({ ticketId, commandId: `accept-${name}` }, callerOf(client));
  }

  async function reply(second: number): Promise<void> {
    const client = holder();
    world.bill().request('desk');
    const commandId = `reply-${second}-${name}`;
    await desk.replyToCustomer({ ticketId, commandId, after: client.last, text: REPLY }, callerOf(client));
  }

  async function resolve(): Promise<void> {
    const client = holder();
    world.bill().request('desk');
    await desk.resolveTicket(
      { ticketId, commandId: `resolve-${name}`, after: client.last, reason: '已发货' },
      callerOf(client),
    );
  }

  async function rate(): Promise<void> {
    world.bill().request('intake');
    const commandId = `rate-${name}`;
    await customer.answerSurvey({ ticketId, commandId, after: mine.last, score: 5, solved: true }, session);
  }

  function note(client: Client, message: SocketMessage): void {
    if (message.type !== 'events') return;
    client.last = Math.max(client.last, message.number);
    hears(client);
  }

  function holder(): Client {
    if (!theirs) throw new Error(`${name} was offered to nobody`);
    return theirs;
  }
}

interface Client {
  socketId: string;
  participant: Participant;
  /** The last event it knows. */
  last: number;
  /** When its next heartbeat is due, and until when that may be put off. */
  beatAt: number;
  beatBy: number;
}

const fresh = { last: 0, beatAt: 0, beatBy: 0 };

function callerOf({ participant: { id } }: Client): Caller {
  return { agentId: id, name: id, roles: ['agent'] };
}
