import { join } from 'node:path';
import type { Entry } from '../functions/domain/retrieval/entry.ts';
import { seededRandom } from '../functions/memory/random.ts';
import { readJsonLines } from './json-lines.ts';

/** Questions to a set of entries, each with the group of the right entry. */
export interface QuestionSet {
  readonly entries: readonly Entry[];
  readonly asked: readonly { readonly text: string; readonly right: number }[];
}

/** Passages of an encyclopedia, and questions that one of them answers; found by title and text, or by text alone. */
export function passageSet(folder: string, { titled }: { titled: boolean }): QuestionSet {
  const passages = readJsonLines(join(folder, 'retrieval_zh_cmrc2018.docs.jsonl'));
  const groups = new Map(passages.map(({ id = '' }, group) => [id, group]));
  return {
    entries: passages.map(({ title = '', text = '' }, group) => ({
      group,
      title: titled ? title : '',
      phrasings: [],
      body: text,
    })),
    asked: readJsonLines(join(folder, 'retrieval_zh_cmrc2018.queries.jsonl')).map(
      ({ text = '', relevant = '' }) => ({ text, right: groups.get(relevant) ?? -1 }),
    ),
  };
}

const PHRASINGS = 20;

/**
 * A bank's FAQ: each of 77 matters is one entry of 20 phrasings, and what other customers wrote is asked. The phrasings are the first of
 * the training messages (draw 0), or drawn among all of them.
 */
export function faqSet(folder: string, draw: number): QuestionSet {
  const messages = readJsonLines(join(folder, 'intent_en_banking77.jsonl'));
  const intents = [...new Set(messages.map(({ intent = '' }) => intent))].sort();
  const random = seededRandom(draw);
  const order = messages
    .map((message) => ({ message, at: draw === 0 ? 0 : random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ message }) => message);
  const learning = Map.groupBy(
    order.filter(({ split }) => split === 'train'),
    ({ intent = '' }) => intent,
  );
  return {
    entries: intents.map((intent, group) => ({
      group,
      title: '',
      phrasings: (learning.get(intent) ?? []).slice(0, PHRASINGS).map(({ text = '' }) => text),
      body: '',
    })),
    asked: messages
      .filter(({ split }) => split === 'dev')
      .map(({ text = '', intent = '' }) => ({ text, right: intents.indexOf(intent) })),
  };
}
