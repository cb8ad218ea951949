import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../../schemas/events.ts';
import { Question } from '../../../schemas/question.ts';
import {
  askedIn,
  byCount,
  counted,
  resolved,
  sameAs,
  wordingOf,
} from '../../../functions/domain/knowledge/questions.ts';
import type { Asked } from '../../../functions/domain/knowledge/questions.ts';
import { anEvent, isoAt, TICKET_ID } from '../../support/builders.ts';
import { lastOf } from '../../support/knowledge.ts';
import { talk } from '../../support/talks.ts';

/** What the last reading of a conversation means for editors. */
const collected = (...lines: Parameters<typeof talk>[0]) => {
  const { events } = talk(lines);
  return askedIn(events, lastOf(events, 'TicketClassified'));
};

const anAsked = (overrides: Partial<Asked> = {}): Asked => ({
  ticketId: TICKET_ID,
  number: 3,
  occurredAt: isoAt(0),
  sort: 'unsure',
  language: 'zh',
  text: '直播间的背景音乐怎么关掉',
  intents: ['live.permission'],
  ...overrides,
});

const aQuestion = (overrides: Partial<Asked> = {}) => counted(undefined, anAsked(overrides));

describe('what the bot could not answer', () => {
  it('is a question it had to ask back about', () => {
    const means = { intents: [{ id: 'live.permission.open', confidence: 0.4, reasons: [] }] };

    expect(collected({ text: '直播间的背景音乐怎么关掉', means })).toEqual({
      ticketId: TICKET_ID,
      number: 3,
      occurredAt: isoAt(1),
      sort: 'unsure',
      language: 'zh',
      text: '直播间的背景音乐怎么关掉',
      intents: ['live.permission.open'],
    });
  });

  it('is a case it knows and has no article for', () => {
    expect(collected({ text: '退款多久到账呢', about: 'buyer.refund.not-arrived' })).toMatchObject({
      sort: 'no-article',
      intents: ['buyer.refund.not-arrived'],
    });
  });

  it.each([
    ['what it answered', { text: '退款多久到账呢', about: 'buyer.refund.not-arrived', answer: anAnswer() }],
    ['an urgent matter', { text: '我的号被盗了', about: 'account.security.stolen' }],
    ['a matter for people', { text: '商家拒绝退款', about: 'buyer.refund.refused' }],
    ['a wish for a person', { text: '转人工', means: { wantsHuman: true } }],
  ])('is not %s', (_what, line) => {
    expect(collected(line)).toBeUndefined();
  });

  it('is told by what the bot did in that step, not later', () => {
    const { events } = talk([
      { text: '退款多久到账呢', about: 'buyer.refund.not-arrived', answer: anAnswer() },
      '嗯嗯嗯这个那个',
    ]);
    const first = events.find((it) => it.type === 'TicketClassified');

    expect(first && askedIn(events, first)).toBeUndefined();
  });

  it('is not what an agent classified', () => {
    const { events } = talk(['嗯嗯嗯这个那个']);
    const byAgent = { ...lastOf(events, 'TicketClassified'), actor: { kind: 'agent', id: 'mei' } as const };

    expect(askedIn(events, byAgent)).toBeUndefined();
  });

  it('is not in other events', () => {
    expect(askedIn([], anEvent())).toBeUndefined();
  });

  it('is what the customer wrote since the bot last read', () => {
    const asked = collected('嗯嗯嗯这个那个', '背景音乐这个怎么弄掉啊');

    expect(asked?.text).toBe('背景音乐这个怎么弄掉啊');
  });
});

describe('a badly rated answer', () => {
  const answeredTalk = talk([
    { text: '退款多久到账呢', about: 'buyer.refund.not-arrived', answer: anAnswer() },
  ]).events;
  const rated = (score: number, solved: boolean, before: readonly TicketEvent[] = answeredTalk) => {
    const event = anEvent({
      type: 'SurveyAnswered',
      number: before.length + 1,
      body: { resolutionCount: 1, score, solved },
    });
    return askedIn([...before, event], event);
  };

  it.each([
    [1, true],
    [2, true],
    [5, false],
  ])('is one with a score of %i, solved: %s', (score, solved) => {
    expect(rated(score, solved)).toMatchObject({
      sort: 'badly-rated',
      text: '退款多久到账呢',
      intents: ['buyer.refund.not-arrived'],
      answer: { articleId: 'refund-arrival', version: 1 },
    });
  });

  it('is none that helped', () => {
    expect(rated(3, true)).toBeUndefined();
  });

  it('is none that a person gave', () => {
    const taken = anEvent({
      type: 'TicketAccepted',
      number: answeredTalk.length + 1,
      actor: { kind: 'agent', id: 'mei' },
      body: { agentId: 'mei', waitedSeconds: 5 },
    });

    expect(rated(1, false, [...answeredTalk, taken])).toBeUndefined();
  });

  it('is none that the bot did not give', () => {
    expect(rated(1, false, talk(['嗯嗯嗯这个那个']).events)).toBeUndefined();
    expect(rated(1, false, [])).toBeUndefined();
  });
});

describe('a question', () => {
  it('is kept in its first wording, as the schema has it', () => {
    expect(Question.parse(aQuestion())).toMatchObject({
      version: 1,
      status: 'open',
      text: '直播间的背景音乐怎么关掉',
      intents: [{ id: 'live.permission', count: 1 }],
      counts: { unsure: 1 },
      count: 1,
    });
  });

  it('counts every customer who asks it, and why', () => {
    const answer = { articleId: 'a', version: 1, title: 'A' };
    const first = aQuestion();

    const second = counted(
      first,
      anAsked({
        sort: 'badly-rated',
        occurredAt: isoAt(60),
        intents: ['live.tools', 'live.permission'],
        answer,
      }),
    );

    expect(second).toMatchObject({
      version: 2,
      count: 2,
      counts: { unsure: 1, 'badly-rated': 1 },
      intents: [
        { id: 'live.permission', count: 2 },
        { id: 'live.tools', count: 1 },
      ],
      firstAskedAt: isoAt(0),
      lastAskedAt: isoAt(60),
      answer,
    });
    expect(counted(second, anAsked({ occurredAt: isoAt(30) }))).toMatchObject({
      lastAskedAt: isoAt(60),
      answer,
    });
  });

  it('has its guesses in order of their ids where they were made equally often', () => {
    const intents = (...ids: string[]) => aQuestion({ intents: ids }).intents.map(({ id }) => id);

    expect(intents('b.b', 'a.a', 'c.c')).toEqual(['a.a', 'b.b', 'c.c']);
    expect(intents('a.a', 'b.b')).toEqual(['a.a', 'b.b']);
  });

  it('without any word is like no other', () => {
    expect(sameAs([aQuestion({ text: '！！！' })], anAsked({ text: '？？？' }))).toBeUndefined();
  });

  it('opens again when it comes back, and remembers its resolution', () => {
    const resolution = { articleId: 'a', version: 1, agentId: 'mei', resolvedAt: isoAt(9) };
    const settled = resolved(aQuestion(), resolution);

    expect(settled).toMatchObject({ status: 'resolved', version: 2, resolution });
    expect(counted(settled, anAsked())).toMatchObject({ status: 'open', version: 3, resolution });
  });

  it('is resolved once by the same article', () => {
    const resolution = { articleId: 'a', version: 1, agentId: 'mei', resolvedAt: isoAt(9) };
    const settled = resolved(aQuestion(), resolution);

    expect(resolved(settled, { ...resolution, agentId: 'lin', resolvedAt: isoAt(99) })).toBe(settled);
    expect(resolved(settled, { ...resolution, version: 2 }).version).toBe(3);
  });

  it('comes before those asked less often', () => {
    const [one, two] = [aQuestion(), aQuestion({ text: '怎么投流' })];
    const often = counted(two, anAsked());

    expect([one, often].sort(byCount)[0]).toBe(often);
    expect([one, two].sort(byCount)).toEqual([two, one].sort(byCount));
  });

  it.each([
    ['in a few other words', '怎么关掉直播间的背景音乐', 'zh', true],
    ['about something else', '直播间怎么上链接', 'zh', false],
    ['in another language', '直播间的背景音乐怎么关掉', 'en', false],
  ] as const)('%s: “%s”', (_how, text, language, same) => {
    const question = aQuestion();

    expect(sameAs([aQuestion({ text: '怎么投流' }), question], anAsked({ text, language }))).toBe(
      same ? question : undefined,
    );
  });

  it('is the most alike of several, of equals the one with the smaller id', () => {
    const near = aQuestion({ text: '背景音乐怎么关掉' });
    const exact = aQuestion();
    const twin = { ...exact, questionId: '0'.repeat(20) };

    expect(sameAs([near, exact], anAsked())).toBe(exact);
    expect(sameAs([exact, twin], anAsked())).toBe(twin);
    expect(sameAs([twin, exact], anAsked())).toBe(twin);
  });

  it.each(['！！！', '怎么办', '\ud800', 'ok'])('has an id even when it is only “%s”', (text) => {
    const question = aQuestion({ text });

    expect(question.questionId).toMatch(/^[0-9a-f]{20}$/);
    expect(sameAs([question], anAsked({ text: '直播间' }))).toBeUndefined();
  });

  it('has one id for the same words in another order', () => {
    expect(aQuestion({ text: 'refund missing' }).questionId).toBe(
      aQuestion({ text: 'Missing refund!' }).questionId,
    );
  });
});

describe('the wording that is kept', () => {
  it.each([
    ['numbers', '订单 1234567890 没到', '订单 # 没到'],
    ['addresses', '看 https://x.cn/a?b=1 或写 a.b@c.cn 给我', '看 或写 给我'],
    ['more than 200 characters', '退'.repeat(300), '退'.repeat(200)],
  ])('is without %s', (_what, text, kept) => {
    expect(wordingOf(text)).toBe(kept);
  });
});

function anAnswer() {
  return {
    text: '一到五个工作日。',
    citations: [{ articleId: 'refund-arrival', version: 1, title: '退款多久到账' }],
  };
}
