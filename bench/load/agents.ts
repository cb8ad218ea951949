import { IllegalTransitionError } from '../../functions/domain/errors.ts';
import type { Caller } from '../../functions/domain/ticket.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { emptyLog, hear } from './log.ts';
import type { Talk, World } from './world.ts';

const SEATS = 20;
const LEASE_SECONDS = 30;
/** Seconds until an offer is accepted, at least and at most. */
const ACCEPTS = [1, 3] as const;
const REPLIES = 4;
const REPLY_SECONDS = 7;
const WORDS = '您好，已经为您查到包裹，今天就会发出，请留意短信';

/** Messages of a whole conversation that are the agent's. */
export const MESSAGES_OF_AGENT = REPLIES;

/** Agents at work: each accepts what is offered, answers a few times, and settles the matter when the customer is done. */
export async function seatAgents(world: World, count: number): Promise<void> {
  const { platform, sockets } = world.whole;
  for (let index = 0; index < count; index += 1) {
    const agentId = `agent-${index}`;
    await platform.agents.putProfile(
      agentId,
      {
        name: agentId,
        queues: ['support'],
        languages: ['zh', 'en'],
        tier: 'basic',
        pool: 'regular',
        capacity: SEATS,
      },
      world.clock.now(),
    );
    await platform.connections.add(`agent:${agentId}`, `socket-${agentId}`, world.clock.now());
    sockets.connect(`socket-${agentId}`, (message) => receive(world, agentId, message));
    world.later((LEASE_SECONDS * index) / count, () => presence(world, agentId));
    await world.desk.setPresence({ availability: 'available' }, callerOf(agentId));
  }
}

async function presence(world: World, agentId: string): Promise<void> {
  world.later(LEASE_SECONDS, () => presence(world, agentId));
  await world.desk.setPresence({ availability: 'available' }, callerOf(agentId));
}

function receive(world: World, agentId: string, message: SocketMessage): void {
  world.tally.pushes += 1;
  if (message.type !== 'events') return;
  const talk = world.talks.get(message.ticketId);
  if (!talk) return;
  const log = talk.desks.get(agentId) ?? emptyLog();
  const isNew = !talk.desks.has(agentId);
  talk.desks.set(agentId, log);
  if (!hear(log, message) && !log.asks) {
    log.asks = true;
    if (!isNew) world.tally.gaps += 1;
    world.later(0, () => resume(world, talk, agentId));
  }
  for (const event of message.events)
    if ('body' in event && event.type === 'TicketOffered' && event.body.agentId === agentId)
      world.later(between(world, ...ACCEPTS), () => accept(world, talk, agentId));
}

/** Reads what was said before the offer, or what was missed. */
async function resume({ decided, say }: World, { ticketId, desks }: Talk, agentId: string): Promise<void> {
  const log = desks.get(agentId);
  if (!log) return;
  const page = await decided('resume', () =>
    say({ action: 'resume', ticketId, after: log.last }, { kind: 'agent', id: agentId }, `socket-${agentId}`),
  );
  log.asks = false;
  if (page.type === 'events') hear(log, page);
}

async function accept(world: World, talk: Talk, agentId: string): Promise<void> {
  const { ticketId } = talk;
  try {
    await world.decided('accept', () =>
      world.desk.acceptTicket({ ticketId, commandId: `accept-${agentId}` }, callerOf(agentId)),
    );
  } catch (error) {
    if (!(error instanceof IllegalTransitionError)) throw error;
    world.tally.late += 1;
    return;
  }
  for (let reply = 1; reply <= REPLIES; reply += 1)
    world.later(reply * REPLY_SECONDS, () => answer(world, talk, agentId, reply));
}

async function answer(world: World, talk: Talk, agentId: string, reply: number): Promise<void> {
  const { ticketId, desks, accepted } = talk;
  const commandId = `reply-${reply}-${agentId}`;
  const after = desks.get(agentId)?.last ?? 0;
  const { number } = await world.decided('reply', () =>
    world.desk.replyToCustomer({ ticketId, commandId, after, text: WORDS }, callerOf(agentId)),
  );
  world.tally.messages += 1;
  accepted.push({ commandId, number });
  if (reply === REPLIES) world.later(1, () => settle(world, talk, agentId));
}

async function settle(world: World, talk: Talk, agentId: string): Promise<void> {
  const { ticketId, left } = talk;
  if (left > 0) {
    world.later(1, () => settle(world, talk, agentId));
    return;
  }
  await world.decided('resolve', () =>
    world.desk.resolveTicket(
      { ticketId, commandId: `resolve-${agentId}`, reason: '已发货' },
      callerOf(agentId),
    ),
  );
}

function callerOf(agentId: string): Caller {
  return { agentId, name: agentId, roles: ['agent'] };
}

function between({ random }: World, least: number, most: number): number {
  return least + random() * (most - least);
}
