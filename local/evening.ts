import { setTimeout as sleep } from 'node:timers/promises';
import type { EventType, TicketEvent } from '../schemas/events.ts';
import { ApiFailure, Customer, type Member } from './api-client.ts';
import type { Deployment } from './deploy.ts';
import { type PersonName, signIn } from './people.ts';
import { poll } from './poll.ts';
import { printEvent } from './transcript.ts';

/** The desk of the evening, signed in. */
type Desk = Record<Exclude<PersonName, 'editor' | 'admin'>, Member>;

/** One ticket as it is played: what has happened so far, printed as it happens. */
class Scene {
  private seen = 0;
  /** How many events have been waited for, or passed over while waiting. */
  private awaited = 0;
  readonly events: TicketEvent[] = [];
  readonly customer: Customer;
  readonly ticketId: string;
  private readonly observer: Member;

  constructor(customer: Customer, ticketId: string, observer: Member) {
    this.customer = customer;
    this.ticketId = ticketId;
    this.observer = observer;
  }

  /** The next event of this type after the one waited for last; it may have been read already. */
  async until(
    type: EventType,
    fits: (event: TicketEvent) => boolean = () => true,
    seconds = 60,
  ): Promise<TicketEvent> {
    return poll(
      `${type} on ${this.ticketId}`,
      async () => {
        await this.read();
        const at = this.events.findIndex((it, i) => i >= this.awaited && it.type === type && fits(it));
        if (at >= 0) this.awaited = at + 1;
        return this.events[at];
      },
      seconds,
    );
  }

  async read(): Promise<TicketEvent[]> {
    const news = await this.observer.history(this.ticketId, this.seen);
    for (const event of news) printEvent(event);
    this.events.push(...news);
    this.seen = this.events.at(-1)?.number ?? 0;
    return news;
  }
}

/** Plays an evening of real messages through the public APIs; returns the tickets it made. */
export async function playEvening(deployment: Deployment): Promise<string[]> {
  const desk = await openDesk(deployment);
  const beats = setInterval(() => void heartbeat(desk), 20_000);
  try {
    const scenes = await Promise.all([
      knownQuestion(deployment, desk),
      unclearQuestion(deployment, desk),
      stolenAccount(deployment, desk),
      unhappyCustomer(deployment, desk),
    ]);
    return scenes.map(({ ticketId }) => ticketId);
  } finally {
    clearInterval(beats);
  }
}

/** The bot knows the answer: answered, settled, rated and closed without a person. */
async function knownQuestion({ api }: Deployment, { chen }: Desk): Promise<Scene> {
  const scene = await begin(await Customer.start(api, '小美'), '我的视频上传一直失败怎么办', chen, {
    channel: 'app',
  });
  await scene.until('MessageSent', ({ actor }) => actor.kind === 'bot');
  await scene.customer.act(scene.ticketId, 'resolve');
  return rated(scene, 5, true, '很快就好了');
}

/** The bot asks once, then a person takes over with the whole story. */
async function unclearQuestion({ api }: Deployment, { chen, li, emma, wang }: Desk): Promise<Scene> {
  await sleep(1500);
  const scene = await begin(await Customer.start(api, '阿强'), '怎么回事啊，一直这样', chen, {
    channel: 'live-room',
  });
  await scene.until('MessageSent', ({ actor }) => actor.kind === 'bot');
  await scene.customer.say(scene.ticketId, '算了 转人工');
  const agent = await takenBy(scene, [li, emma, wang]);
  await agent.act(scene.ticketId, 'messages', {
    text: '您好，我是人工客服，请问是哪件事一直这样呢？是收到的商品有问题吗？',
  });
  await scene.read();
  await scene.customer.say(scene.ticketId, '对 我买的是蓝色 发来的一直是黑的');
  await agent.act(scene.ticketId, 'notes', { text: '已核对订单，商家发错颜色，走换货。' });
  await agent.act(scene.ticketId, 'messages', {
    text: '抱歉让您久等，已为您登记换货，快递员明天上门取件，运费由商家承担。',
  });
  await agent.act(scene.ticketId, 'resolve', { reason: '商家发错颜色，已登记换货' });
  return rated(scene, 4, true);
}

/** Money is leaving and nobody answers: the target is missed after 15 s and the ticket climbs until somebody takes it. */
async function stolenAccount({ api }: Deployment, { chen }: Desk): Promise<Scene> {
  await sleep(3000);
  const scene = await begin(
    await Customer.start(api, '老张'),
    '我的账号被盗了，钱包里的钱正在被人转走，快帮我冻结！！',
    chen,
    {
      channel: 'app',
    },
  );
  await scene.until('TicketEscalated', ({ body }) => 'rung' in body && body.rung === 'notify-lead', 90);
  await chen.presence('available');
  await chen.act(scene.ticketId, 'accept');
  await chen.act(scene.ticketId, 'messages', {
    text: '我是值班组长陈姐，已临时冻结您的账号和钱包。请不要把验证码告诉任何人，我陪您一步步找回。',
  });
  await chen.act(scene.ticketId, 'resolve', { reason: '账号与钱包已冻结，身份核验后恢复' });
  return rated(scene, 5, true, '谢谢陈姐');
}

/** A low score brings the customer to a senior agent. */
async function unhappyCustomer({ api }: Deployment, { chen, emma, wang }: Desk): Promise<Scene> {
  await sleep(4500);
  const scene = await begin(
    await Customer.start(api, 'Sofia'),
    'I was charged twice for the same order, I want my money back',
    chen,
    {
      channel: 'web',
      locale: 'en',
    },
  );
  const first = await takenBy(scene, [emma, wang]);
  await first.act(scene.ticketId, 'messages', { text: 'Please wait 7 working days.' });
  await first.act(scene.ticketId, 'resolve', { reason: 'told to wait' });
  await scene.until('SurveyOffered');
  await scene.customer.act(scene.ticketId, 'survey', {
    score: 1,
    solved: false,
    comment: 'Nobody looked at my order',
  });
  const senior = await takenBy(scene, [wang]);
  await senior.act(scene.ticketId, 'messages', {
    text: 'I am sorry, Sofia. I have checked both payments: the second one was a duplicate and is on its way back to your card today.',
  });
  await senior.act(scene.ticketId, 'resolve', { reason: 'duplicate payment refunded' });
  return rated(scene, 5, true, 'That is how it should be');
}

async function begin(customer: Customer, text: string, observer: Member, more: object): Promise<Scene> {
  const { ticketId } = await customer.open(text, more);
  const scene = new Scene(customer, ticketId, observer);
  await scene.read();
  return scene;
}

async function rated(scene: Scene, score: number, solved: boolean, comment?: string): Promise<Scene> {
  await scene.until('SurveyOffered');
  await scene.customer.act(scene.ticketId, 'survey', { score, solved, comment });
  await scene.until('TicketClosed');
  return scene;
}

/** Waits for the offer, and lets whoever got it accept. */
async function takenBy(scene: Scene, agents: readonly Member[]): Promise<Member> {
  return poll(`an offer of ${scene.ticketId}`, async () => {
    await scene.read();
    const offer = scene.events.findLast((event) => event.type === 'TicketOffered');
    const agent = agents.find(({ agentId }) => offer?.body.agentId === agentId);
    if (!agent) return undefined;
    try {
      await agent.act(scene.ticketId, 'accept');
    } catch (error) {
      if (error instanceof ApiFailure && error.status < 500) return undefined;
      throw error;
    }
    await scene.read();
    return agent;
  });
}

async function openDesk(deployment: Deployment): Promise<Desk> {
  const names = ['li', 'emma', 'wang', 'chen', 'zhou'] as const;
  const [li, emma, wang, chen, zhou] = await Promise.all(names.map((name) => signIn(deployment, name)));
  if (!li || !emma || !wang || !chen || !zhou) throw new Error('the desk is incomplete');
  const desk = { li, emma, wang, chen, zhou };
  await heartbeat(desk);
  return desk;
}

/** The lead is on a break at first, so that the evening shows what happens when nobody takes an urgent ticket. */
async function heartbeat({ li, emma, wang, chen, zhou }: Desk): Promise<void> {
  await Promise.all([li, emma, wang].map((agent) => agent.presence('available')));
  await Promise.all([chen, zhou].map((agent) => agent.presence('break')));
}
