import type { Priority } from '../../../schemas/ticket-facts.ts';
import type { Understanding } from '../../../schemas/understanding.ts';
import { RANK } from '../priorities.ts';
import { leaf, priorityOf } from '../understanding/taxonomy.ts';

const reason = 'chosen by the language model';

/** The meanings a language model may choose from: the cases that the platform itself thinks of; none unless it abstains between several. */
export function candidatesOf({ abstained, intents, urgency, wantsHuman }: Understanding): string[] {
  if (!abstained || urgency.urgent || wantsHuman) return [];
  const cases = intents.flatMap(({ id }) => (leaf(id) && id !== 'none' ? [id] : []));
  return cases.length > 1 ? cases : [];
}

/**
 * The understanding once one of its candidates was chosen. The choice is as sure as the platform was that it is one of them: the sum
 * of their confidences. It makes nothing urgent; the priority rises with the case to `high` at most and never falls.
 */
export function withChoice(understanding: Understanding, chosen: string): Understanding {
  const candidates = candidatesOf(understanding);
  const guess = understanding.intents.find(({ id }) => id === chosen);
  if (!guess || !candidates.includes(chosen)) return understanding;
  const others = understanding.intents.filter((it) => it !== guess);
  const confidence = understanding.intents.reduce(
    (sum, it) => (candidates.includes(it.id) ? sum + it.confidence : sum),
    0,
  );
  return {
    ...understanding,
    abstained: false,
    priority: higher(understanding.priority, priorityOf(chosen)),
    intents: [
      { ...guess, confidence: Math.min(1, confidence), reasons: [...guess.reasons, reason] },
      ...others,
    ],
  };
}

function higher(now: Priority, wanted: Priority): Priority {
  const most = wanted === 'urgent' ? 'high' : wanted;
  return RANK[most] < RANK[now] ? most : now;
}
