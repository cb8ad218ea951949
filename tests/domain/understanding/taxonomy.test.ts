import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import data from '../../../data/taxonomy.json' with { type: 'json' };
import { Priority } from '../../../schemas/ticket-facts.ts';
import { IntentId } from '../../../schemas/understanding.ts';
import * as taxonomy from '../../../functions/domain/understanding/taxonomy.ts';

const Node = { id: IntentId, zh: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) };
const Case = z.object({ ...Node, priority: Priority, queue: z.string(), botMayAnswer: z.boolean() });
const Topic = z.object({ ...Node, cases: z.array(Case) });
const Taxonomy = z.object({
  queues: z.array(z.string()),
  categories: z.array(z.object({ ...Node, topics: z.array(Topic) })),
  none: Case,
});

const { categories, none, queues } = Taxonomy.parse(data);
const topics = categories.flatMap((it) => it.topics);
const cases = [...topics.flatMap((it) => it.cases), none];

describe('the taxonomy', () => {
  it('has the leaves of data/taxonomy.json, in its order', () => {
    expect(taxonomy.leafIds).toEqual(cases.map((it) => it.id));
  });

  it.each(cases)('knows $id as the data has it', (expected) => {
    expect(taxonomy.leaf(expected.id)).toEqual(expected);
  });

  it.each([...categories, ...topics, ...cases])('names $id', ({ id, zh, en }) => {
    expect([taxonomy.displayName(id, 'zh'), taxonomy.displayName(id, 'en')]).toEqual([zh, en]);
  });

  it('knows every queue', () => {
    expect([...taxonomy.queueIds].sort()).toEqual([...queues].sort());
  });

  it('finds the category and the parent of an id', () => {
    const id = 'account.login.forgot-password';

    expect([taxonomy.topLevelOf(id), taxonomy.parentOf(id)]).toEqual(['account', 'account.login']);
    expect([taxonomy.topLevelOf('none'), taxonomy.parentOf('none')]).toEqual(['none', undefined]);
  });

  it.each(['account', 'account.login', 'no.such.leaf'])('is careful with %s, which is no leaf', (id) => {
    expect([taxonomy.queueOf(id), taxonomy.priorityOf(id), taxonomy.botMayAnswer(id)]).toEqual([
      'support',
      'normal',
      false,
    ]);
  });

  it('answers for a leaf', () => {
    const id = 'payment.charge.unauthorised';

    expect([taxonomy.queueOf(id), taxonomy.priorityOf(id), taxonomy.botMayAnswer(id)]).toEqual([
      'finance',
      'urgent',
      false,
    ]);
  });

  it('shows an unknown id as it is', () => {
    expect(taxonomy.displayName('no.such', 'zh')).toBe('no.such');
  });
});
