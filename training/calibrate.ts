import type { Model } from '../functions/domain/understanding/model/model.ts';
import { read } from '../functions/domain/understanding/model/read.ts';
import {
  confidencesOf,
  evidenceFor,
  outside,
  indexOfLargest,
  sharesOf,
} from '../functions/domain/understanding/model/confidence.ts';
import { headInputs, headScore } from '../functions/domain/understanding/heads.ts';
import { fold } from '../functions/domain/understanding/normalize.ts';
import { urgencySigns } from '../functions/domain/understanding/priority.ts';
import { humanSigns } from '../functions/domain/understanding/wants-human.ts';
import { fitLogistic } from './logistic.ts';
import type { Row } from './rows.ts';

/** Answers that are acted on must be right this often on rows the model has not learnt from. */
const WANTED_PRECISION = 0.95;

export interface Scored {
  readonly row: Row;
  readonly scores: Float64Array;
}

/** What the model makes of each row. */
export function score(model: Model, rows: readonly Row[]): Scored[] {
  return rows.map((row) => ({ row, scores: read(model, fold(row.text).text).scores }));
}

/**
 * Sets what turns scores into confidences and decisions, from rows the model has not learnt from: the sharpness of the softmax by
 * least log loss, a logistic curve for trust and for each head (Platt, 1999), and the least confidence at which acting is right often enough.
 */
export function calibrate(model: Model, held: readonly Scored[]): Model {
  const sharpness = smallest((it) => logLoss(model.labels, it, held), 0.5, 12);
  const trust = { sharpness, weights: trustWeights(model.labels, held) };
  const calibrated = { ...model, trust };
  const curves = Object.fromEntries(model.heads.map((head) => [head, curveOf(calibrated, head, held)]));
  const tuned = { ...calibrated, curves };
  return { ...tuned, surely: thresholdOf(tuned, held) };
}

/** The curve of a head, moved so that one half is where it decides best. */
function curveOf(model: Model, head: string, held: readonly Scored[]): number[] {
  const labelled = held.flatMap((it) => {
    const wanted = isTrue(it.row, head);
    return wanted === undefined ? [] : [{ inputs: inputsFor(model, head, it), wanted }];
  });
  const inputs = labelled.map((it) => it.inputs);
  const curve = fitLogistic(
    inputs,
    labelled.map((it) => it.wanted),
  );
  const better = decidesBest[head];
  if (!better) return curve;
  const sums = labelled.map(({ wanted }, i) => ({ wanted, sum: dot(curve, inputs[i] ?? []) }));
  return [...curve.slice(0, -1), rounded((curve.at(-1) ?? 0) - better(sums))];
}

type Sums = readonly { readonly sum: number; readonly wanted: boolean }[];

/** Where a head's sum of inputs should be cut. */
const decidesBest: Readonly<Record<string, ((sums: Sums) => number) | undefined>> = {
  // A missed urgent message costs most: as low as false alarms allow.
  urgent: (sums) => {
    const calm = sums.filter((it) => !it.wanted).sort((a, b) => b.sum - a.sum);
    return calm[Math.floor(calm.length * FALSE_ALARMS)]?.sum ?? 0;
  },
  // Precision counts twice as much as recall (F½): the rules already find what is said outright.
  human: (sums) => {
    const all = sums.filter((it) => it.wanted).length;
    const cuts = sums.map(({ sum }) => {
      const over = sums.filter((it) => it.sum >= sum);
      const found = over.filter((it) => it.wanted).length;
      return { sum, quality: (1.25 * found) / (over.length + 0.25 * all) };
    });
    return (
      cuts.reduce((best, it) => (it.quality > best.quality ? it : best), { sum: 0, quality: -1 }).sum - 1e-4
    );
  },
};

/** The share of calm messages that may be taken for urgent. */
const FALSE_ALARMS = 0.046;

/** What a head's curve weighs for a row. */
export function inputsFor(model: Model, head: string, { row, scores }: Scored): number[] {
  const score = headScore(model, scores, head) ?? 0;
  if (head !== 'urgent' && head !== 'human') return [score, 1];
  const message = fold(row.text);
  const confidences = confidencesOf(model, scores);
  const guesses = model.labels.map((id, i) => ({ id, confidence: confidences[i] ?? 0, reasons: [] }));
  const signs = head === 'urgent' ? urgencySigns(message, guesses) : humanSigns(message.text, guesses);
  return headInputs(score, signs);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, it, i) => sum + it * (b[i] ?? 0), 0);
}

/** Whether a head's answer for a row is yes; undefined when nobody labelled it. */
export function isTrue(row: Row, head: string): boolean | undefined {
  if (head === 'urgent') return row.urgent;
  if (head === 'human') return row.wantsHuman;
  return row.sentiment === undefined ? undefined : row.sentiment === head;
}

/** The rightful label's mean −ln share at a sharpness. */
function logLoss(labels: readonly string[], sharpness: number, held: readonly Scored[]): number {
  const sum = held.reduce((total, { row, scores }) => {
    const shares = sharesOf({ labels, trust: { sharpness, weights: [] } }, scores);
    return total - Math.log(Math.max(shares[labels.indexOf(row.intent)] ?? 0, 1e-6));
  }, 0);
  return sum / Math.max(1, held.length);
}

/** How the evidence for the best label makes up the chance that a text is in scope; nothing without examples of what is not. */
function trustWeights(labels: readonly string[], held: readonly Scored[]): number[] {
  const isOutside = (label: string) => outside.includes(label);
  if (!held.some(({ row }) => isOutside(row.intent)) || !labels.some(isOutside)) return [];
  const guesses = held.flatMap(({ row, scores }) => {
    const best = indexOfLargest(labels.map((label, i) => (isOutside(label) ? -Infinity : (scores[i] ?? 0))));
    return [{ input: evidenceFor({ labels }, scores, best), inside: !isOutside(row.intent) }];
  });
  return fitLogistic(
    guesses.map(({ input }) => input),
    guesses.map(({ inside }) => inside),
  );
}

/** The least confidence above which at least `WANTED_PRECISION` of the first guesses are right. */
function thresholdOf(model: Model, held: readonly Scored[]): number {
  const guesses = held
    .map(({ row, scores }) => {
      const confidences = confidencesOf(model, scores);
      const confidence = Math.max(...confidences);
      return { confidence, right: model.labels[confidences.indexOf(confidence)] === row.intent };
    })
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  for (const [i, guess] of guesses.entries()) {
    right += guess.right ? 1 : 0;
    if (right / (i + 1) >= WANTED_PRECISION) threshold = guess.confidence;
  }
  return Math.round(threshold * 1000) / 1000;
}

/** Where a function with one valley is least, by golden section. */
function smallest(of: (at: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let round = 0; round < 24; round += 1) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (of(left) < of(right)) high = right;
    else low = left;
  }
  return rounded((low + high) / 2);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
