import type { Segment } from '../../../schemas/ticket-facts.ts';
import type { IntentGuess } from '../../../schemas/understanding.ts';
import { confidencesOf, indexOfLargest } from './model/confidence.ts';
import type { Model } from './model/model.ts';
import { read, type Reading } from './model/read.ts';
import { wordsFor } from './model/reasons.ts';
import { fold, type Folded } from './normalize.ts';
import { parentOf, topLevelOf } from './taxonomy.ts';

/** What else is known when a message is read. */
export interface MessageContext {
  readonly segment?: Segment;
  /** The customer's earlier messages, oldest first. */
  readonly earlier?: readonly string[];
}

/** Added to the scores of what a segment mostly writes about, and the share of earlier messages' scores. */
const segmentBonus = 0.1;
const earlierShare = 0.5;
const earlierRead = 3;
const nearlyCertain = 0.9;
const explained = 3;

const likely: Record<Segment, readonly string[]> = {
  ordinary: [],
  creator: ['creator', 'live', 'content'],
  merchant: ['merchant'],
  advertiser: ['ads'],
  vip: [],
};

/** A message as the model reads it. */
export interface ModelReading {
  readonly guesses: readonly IntentGuess[];
  readonly reading: Reading;
}

/** Every label with its confidence, best first, the first few with the words that spoke for them; none when no word is known. */
export function guess(model: Model, message: Folded, context: MessageContext): ModelReading {
  const reading = read(model, message.text);
  if (reading.rows.every((row) => row < 0)) return { guesses: [], reading };
  const confidences = confidencesOf(model, withContext(model, reading.scores, context));
  const guesses = model.labels
    .map((id, label) => ({ id, label, confidence: confidences[label] as number }))
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
    .map(({ id, label, confidence }, place) => ({
      id,
      confidence: round(confidence),
      reasons: place < explained ? wordsFor(model, message, reading, label) : [],
    }));
  return { guesses, reading };
}

/** Earlier messages help what the latest one leaves open; who asks says something as long as a guess is not nearly certain. */
function withContext(
  model: Model,
  scores: Float64Array,
  { segment, earlier = [] }: MessageContext,
): ArrayLike<number> {
  const bonus = segment ? likely[segment] : [];
  if (earlier.length === 0 && bonus.length === 0) return scores;
  const alone = confidencesOf(model, scores);
  const best = alone[indexOfLargest(alone)] as number;
  if (best >= nearlyCertain) return scores;
  const before =
    best < model.surely && earlier.length > 0
      ? read(model, fold(earlier.slice(-earlierRead).join('\n')).text).scores
      : undefined;
  return scores.map((score, i) => {
    const label = model.labels[i];
    if (label === undefined) return score;
    const mine = score + (bonus.includes(topLevelOf(label)) ? segmentBonus : 0);
    return before ? mine + earlierShare * (before[i] as number) : mine;
  });
}

export interface Decision {
  /** At most three guesses, best first; a parent leads when no leaf is sure. */
  readonly intents: IntentGuess[];
  readonly abstained: boolean;
}

const shown = 3;

/** Whether the best leaf can be acted on; otherwise its topic or category is proposed, with what its leaves add up to. */
export function decide(guesses: readonly IntentGuess[], surely: number): Decision {
  const [best] = guesses;
  if (!best) return { intents: [], abstained: true };
  if (best.confidence >= surely) return { intents: guesses.slice(0, shown), abstained: false };
  const parent = proposeParent(best, guesses, surely);
  return { intents: [...(parent ? [parent] : []), ...guesses].slice(0, shown), abstained: true };
}

/** The lowest ancestor of the best leaf that is sure; nothing when even the category is not. */
function proposeParent(
  best: IntentGuess,
  guesses: readonly IntentGuess[],
  surely: number,
): IntentGuess | undefined {
  for (let id = parentOf(best.id); id; id = parentOf(id)) {
    const below = guesses.filter((it) => it.id.startsWith(`${id}.`));
    const confidence = round(
      Math.min(
        1,
        below.reduce((sum, it) => sum + it.confidence, 0),
      ),
    );
    if (below.length > 1 && confidence >= surely) return { id, confidence, reasons: best.reasons };
  }
  return undefined;
}

/** Four places say all there is to say, and keep events small. */
function round(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
