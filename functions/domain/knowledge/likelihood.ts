import type { IntentGuess } from '../../../schemas/understanding.ts';
import { nth } from '../retrieval/numbers.ts';
import { withIntents, wordsAlone } from './coefficients.ts';

/** What speaks for one article. */
export interface Evidence {
  /** The share of the question's words it holds (0–1). */
  readonly words: number;
  /** The share of the question that one passage of its answer says (0–1). */
  readonly passage: number;
  /** How much its ways of asking are like the question, on a scale of log-odds. */
  readonly asks: number;
  /** How much nearer it comes to what the question means than the others do (−1 to 1); 0 where that is not known. */
  readonly meaning: number;
  /** The surest guess it is about. */
  readonly guess?: IntentGuess | undefined;
  /** How likely the message is about what it is about (0–1); without a guess, what the guesses leave over. */
  readonly confidence: number;
  /** What it is about. */
  readonly intents: readonly string[];
}

/** How much each kind of evidence moves the log-odds of an article; `none` is the case that no article is right. */
export interface Coefficients {
  readonly words: number;
  readonly passage: number;
  readonly asks: number;
  readonly meaning: number;
  readonly intent: number;
  readonly none: number;
}

/** A share that changes no sum. */
const TRACE = 1e-4;
/** Intents that what is left over is shared by. */
const UNTOLD = 16;
/** A confidence that says nothing. */
const FLOOR = 0.001;

/**
 * How likely each article is the one wanted: the softmax of its log-odds among all candidates and "none of them", and, because two
 * articles about the same intent are both right, the sum over those it shares an intent with.
 */
export function likelihoods(
  evidence: readonly Evidence[],
  coefficients = coefficientsFor(evidence),
): number[] {
  const shares = sharesOf(
    evidence.map((it) => logOdds(it, coefficients)),
    coefficients.none,
  );
  const telling = evidence
    .map(({ intents }, i) => ({ intents, share: nth(shares, i) }))
    .filter(({ share }) => share > TRACE);
  return evidence.map(({ intents }, i) => {
    const akin = telling.filter((other) => other.intents.some((id) => intents.includes(id)));
    return Math.min(
      1,
      Math.max(
        nth(shares, i),
        akin.reduce((sum, { share }) => sum + share, 0),
      ),
    );
  });
}

/** Which coefficients fit this evidence: where no guess fits any article, words are all there is. */
export function coefficientsFor(evidence: readonly Evidence[]): Coefficients {
  return evidence.some(({ guess }) => guess) ? withIntents : wordsAlone;
}

/** The log-odds of one article against the others, before they are made to sum to 1. */
export function logOdds(evidence: Evidence, by: Coefficients): number {
  const { words, passage, asks, meaning, intent } = measured(evidence);
  return by.words * words + by.passage * passage + by.asks * asks + by.meaning * meaning + by.intent * intent;
}

/** The evidence in numbers, as the coefficients weigh it. */
export function measured({
  words,
  passage,
  asks,
  meaning,
  confidence,
}: Evidence): Omit<Coefficients, 'none'> {
  return { words, passage, asks, meaning, intent: Math.log(Math.max(FLOOR, confidence) / FLOOR) };
}

/** Guesses are the best few: the confidence of an intent that is not among them is its part of what they leave over. */
export function confidenceLeft(guesses: readonly IntentGuess[]): number {
  const last = guesses.at(-1)?.confidence ?? 0;
  const told = guesses.reduce((sum, { confidence }) => sum + confidence, 0);
  return Math.min(last, Math.max(0, 1 - told) / UNTOLD);
}

function sharesOf(odds: readonly number[], none: number): number[] {
  const most = Math.max(none, ...odds);
  const total = odds.reduce((sum, it) => sum + Math.exp(it - most), Math.exp(none - most));
  return odds.map((it) => Math.exp(it - most) / total);
}
