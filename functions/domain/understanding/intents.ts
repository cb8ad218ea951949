import type { Segment } from '../../../schemas/ticket-facts.ts';
import type { IntentGuess } from '../../../schemas/understanding.ts';
import { compile, readCues, type Evidence } from './cues.ts';
import { lexicon } from './lexicon.ts';
import { words } from './lexicon/words.ts';
import { fold, type Folded } from './normalize.ts';
import { parentOf, topLevelOf } from './taxonomy.ts';

/** What else is known when a message is read. */
export interface MessageContext {
  readonly segment?: Segment;
  /** The customer's earlier messages, oldest first. */
  readonly earlier?: readonly string[];
}

/** The seam: any model that gives leaves with confidences, best first, can stand here. */
export type IntentModel = (message: Folded, context: MessageContext) => readonly IntentGuess[];

/** The weight of everything the lexicon does not know, against which each leaf's score is measured. */
const unknown = Math.exp(1.6);
const sharpness = 1.1;
const segmentBonus = 0.6;
const earlierShare = 0.6;
const earlierRead = 3;

/** What a segment mostly writes about. */
const likely: Record<Segment, readonly string[]> = {
  ordinary: [],
  creator: ['creator', 'live', 'content'],
  merchant: ['merchant'],
  advertiser: ['ads'],
  vip: [],
};

const book = compile(lexicon, words, 'hints');

/**
 * Leaves by the lexicon. A leaf's score is the decayed sum of its cues; its confidence is
 * exp(sharpness × score) ÷ (exp(1.6) + Σ exp(sharpness × score) over all leaves with a cue), so weak evidence stays low even alone.
 */
export const guessByLexicon: IntentModel = (message, { segment, earlier = [] }) => {
  const evidence = withEarlier(readCues(book, message), earlier);
  const bonus = segment ? likely[segment] : [];
  const scored = [...evidence].map(([id, { score, reasons }]) => ({
    id,
    reasons: [...reasons],
    odds: Math.exp(sharpness * Math.min(score + (bonus.includes(topLevelOf(id)) ? segmentBonus : 0), 20)),
  }));
  const total = scored.reduce((sum, it) => sum + it.odds, unknown);
  return scored
    .map(({ id, reasons, odds }) => ({ id, confidence: odds / total, reasons }))
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
};

/** Earlier messages help only what the latest leaves open; their words count less. */
function withEarlier(now: Map<string, Evidence>, earlier: readonly string[]): Map<string, Evidence> {
  const merged = new Map(now);
  for (const text of earlier.slice(-earlierRead)) {
    for (const [id, { score, reasons }] of readCues(book, fold(text))) {
      const known = merged.get(id);
      merged.set(id, {
        score: (known?.score ?? 0) + score * earlierShare,
        reasons: known?.reasons ?? reasons,
      });
    }
  }
  return merged;
}

export interface Decision {
  /** At most three guesses, best first; a parent leads when no leaf is sure. */
  readonly intents: IntentGuess[];
  readonly abstained: boolean;
}

const surely = 0.45;
const clearly = 0.12;
const shown = 3;

/** Whether the best leaf can be acted on; otherwise its topic or category is proposed, with what its leaves add up to. */
export function decide(guesses: readonly IntentGuess[]): Decision {
  const [best, second] = guesses;
  if (!best) return { intents: [], abstained: true };
  const sure = best.confidence >= surely && best.confidence - (second?.confidence ?? 0) >= clearly;
  if (sure) return { intents: guesses.slice(0, shown), abstained: false };
  const parent = proposeParent(best, guesses);
  return { intents: [...(parent ? [parent] : []), ...guesses].slice(0, shown), abstained: true };
}

/** The lowest ancestor of the best leaf that is sure; nothing when even the category is not. */
function proposeParent(best: IntentGuess, guesses: readonly IntentGuess[]): IntentGuess | undefined {
  for (let id = parentOf(best.id); id; id = parentOf(id)) {
    const below = guesses.filter((it) => it.id.startsWith(`${id}.`));
    const confidence = Math.min(
      1,
      below.reduce((sum, it) => sum + it.confidence, 0),
    );
    if (below.length > 1 && confidence >= surely) return { id, confidence, reasons: best.reasons };
  }
  return undefined;
}
