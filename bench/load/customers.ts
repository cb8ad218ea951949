import type { Participant } from '../../schemas/participant.ts';
import type { SocketMessage } from '../../schemas/socket.ts';
import { closeTalk } from './check.ts';
import { emptyLog, hear } from './log.ts';
import type { Talk, World } from './world.ts';

/** What a customer writes after opening, and the mean seconds between two of their messages. */
const MESSAGES = 7;
const PAUSE_SECONDS = 4;
const SURVEY_SECONDS = 2;
/** Until everything that follows a closing has happened. */
const SETTLED_SECONDS = 5;
const WORDS = '转人工，我的订单三天了还没有发货，帮我看一下';

/** Messages of a whole conversation that are the customer's. */
export const MESSAGES_OF_CUSTOMER = 1 + MESSAGES;

/** Customers who are all connected; those without a conversation only keep their sockets open. */
export async function connectCustomers(world: World, count: number) {
  const { platform, sockets } = world.whole;
  const idle: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = participantOf(index);
    await platform.connections.add(`customer:${id}`, socketOf(index), world.clock.now());
    sockets.connect(socketOf(index), (message) => receive(world, message, idle));
    idle.push(index);
  }

  return {
    idle,
    /** A customer who has no conversation begins one, and goes on writing whatever is answered. */
    async open(): Promise<void> {
      const { random, decided, say, tally, talks } = world;
      const index = take(idle, random);
      if (index === undefined) {
        tally.faults.push('every customer has a conversation already');
        return;
      }
      const commandId = `open-${tally.opened}-${index}`;
      tally.opened += 1;
      const receipt = await decided('open', () =>
        say(
          { action: 'open', commandId, text: WORDS, channel: 'app', locale: 'zh-CN' },
          participantOf(index),
          socketOf(index),
        ),
      );
      if (receipt.type !== 'receipt') return;
      const { ticketId, number } = receipt;
      tally.messages += 1;
      const talk: Talk = {
        ticketId,
        customer: index,
        log: emptyLog(),
        desks: new Map(),
        accepted: [{ commandId, number }],
        left: MESSAGES,
      };
      talks.set(ticketId, talk);
      let seconds = 0;
      for (let message = 0; message < MESSAGES; message += 1) {
        seconds -= Math.log(1 - random()) * PAUSE_SECONDS;
        world.later(seconds, () => write(world, talk, `say-${message}-${commandId}`));
      }
    },
    /** Somebody who is connected says that they are there. */
    async beat(): Promise<void> {
      const index = Math.floor(world.random() * count);
      await world.decided('beat', () =>
        world.say({ action: 'heartbeat' }, participantOf(index), socketOf(index)),
      );
    },
  };
}

async function write({ decided, say, tally }: World, talk: Talk, commandId: string): Promise<void> {
  const { ticketId, customer, log } = talk;
  const receipt = await decided('message', () =>
    say(
      { action: 'send', ticketId, commandId, after: log.last, text: WORDS },
      participantOf(customer),
      socketOf(customer),
    ),
  );
  talk.left -= 1;
  if (receipt.type !== 'receipt') return;
  tally.messages += 1;
  talk.accepted.push({ commandId, number: receipt.number });
}

function receive(world: World, message: SocketMessage, idle: number[]): void {
  world.tally.pushes += 1;
  if (message.type !== 'events') return;
  const talk = world.talks.get(message.ticketId);
  if (!talk) return;
  if (!hear(talk.log, message) && !talk.log.asks) {
    talk.log.asks = true;
    world.tally.gaps += 1;
    world.later(0, () => resume(world, talk));
  }
  for (const { type } of message.events)
    if (type === 'SurveyOffered') world.later(SURVEY_SECONDS, () => rate(world, talk, idle));
}

async function resume({ decided, say }: World, { ticketId, customer, log }: Talk): Promise<void> {
  const page = await decided('resume', () =>
    say({ action: 'resume', ticketId, after: log.last }, participantOf(customer), socketOf(customer)),
  );
  log.asks = false;
  if (page.type === 'events') hear(log, page);
}

async function rate(world: World, talk: Talk, idle: number[]): Promise<void> {
  const { ticketId, customer } = talk;
  const { id, segment } = participantOf(customer);
  await world.decided('survey', () =>
    world.customer.answerSurvey(
      { ticketId, commandId: `rate-${ticketId}`, score: 5, solved: true },
      { customerId: id, segment, expiresAt: '' },
    ),
  );
  world.later(SETTLED_SECONDS, async () => {
    await closeTalk(world, talk);
    idle.push(customer);
  });
}

function participantOf(index: number): Extract<Participant, { kind: 'customer' }> {
  return { kind: 'customer', id: `customer-${index}`, segment: 'ordinary' };
}

function socketOf(index: number): string {
  return `socket-${index}`;
}

/** Any one of them, taken out. */
function take(from: number[], random: () => number): number | undefined {
  const at = Math.floor(random() * from.length);
  const taken = from[at];
  const last = from.pop();
  if (last !== undefined && at < from.length) from[at] = last;
  return taken;
}
