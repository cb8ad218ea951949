import { describe, expect, it, vi } from 'vitest';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Question } from '../../schemas/question.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { collectQuestions } from '../../functions/use-cases/collect-questions.ts';
import { anEvent } from '../support/builders.ts';
import { lastOf } from '../support/knowledge.ts';
import { talk } from '../support/talks.ts';

const unclear = talk([
  {
    text: '直播间的背景音乐怎么关掉',
    means: { intents: [{ id: 'live.permission.open', confidence: 0.4, reasons: [] }] },
  },
]);
const classified = lastOf(unclear.events, 'TicketClassified');

/** Questions in memory; each event counts once, and the first `conflicts` writes are lost to somebody faster. */
function aCollection(conflicts = 0) {
  const kept = new Map<string, Question>();
  const noted = new Set<string>();
  const get = vi.fn(async () => unclear);
  let left = conflicts;
  const collect = collectQuestions({
    tickets: { get },
    questions: {
      list: async () => [...kept.values()],
      count: async (question, { ticketId, number }) => {
        left -= 1;
        if (left >= 0) throw new VersionConflictError();
        if (noted.has(`${ticketId} ${number}`)) return;
        noted.add(`${ticketId} ${number}`);
        kept.set(question.questionId, question);
      },
    },
    log: () => undefined,
  });
  return { collect, kept, get };
}

const ofOther = (event: TicketEvent): TicketEvent => ({ ...event, ticketId: 'KF-0123-4567-89AC' });

describe('questions for editors', () => {
  it('are collected from what the bot could not answer', async () => {
    const { collect, kept } = aCollection();

    await collect(classified);

    expect([...kept.values()]).toMatchObject([{ text: '直播间的背景音乐怎么关掉', count: 1 }]);
  });

  it('are counted once for each event, however often it is delivered', async () => {
    const { collect, kept } = aCollection();

    for (const event of [classified, classified, ofOther(classified)]) await collect(event);

    expect([...kept.values()].map(({ count }) => count)).toEqual([2]);
  });

  it('are counted though somebody else was faster', async () => {
    const { collect, kept } = aCollection(2);

    await collect(classified);

    expect(kept.size).toBe(1);
  });

  it('cost nothing to look for in other events', async () => {
    const { collect, get } = aCollection();

    await collect(anEvent());

    expect(get).not.toHaveBeenCalled();
  });

  it('are none where the customer was served', async () => {
    const { collect, kept } = aCollection();

    await collect({ ...classified, actor: { kind: 'agent', id: 'mei' } });

    expect(kept.size).toBe(0);
  });
});
