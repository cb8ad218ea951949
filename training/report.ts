import { confidencesOf } from '../functions/domain/understanding/model/confidence.ts';
import type { Model } from '../functions/domain/understanding/model/model.ts';
import { parentOf, topLevelOf } from '../functions/domain/understanding/taxonomy.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import type { Scored } from './calibrate.ts';

/** Shares are 0 to 1. */
export interface Report {
  readonly rows: number;
  /** The first guess is the rightful label, or shares its topic or category. */
  readonly leaf: number;
  readonly topic: number;
  readonly category: number;
  /** The rightful label is among the first three. */
  readonly topThree: number;
  /** Share acted on with the model's threshold, and how often that is right. */
  readonly acted: number;
  readonly rightWhenActing: number;
  /** Mean distance of confidence from accuracy over ten bins of equal width, weighted by rows. */
  readonly calibrationError: number;
  /** Acting on the surest 50, 60 … 100 %: how often that is right. */
  readonly abstention: readonly { acted: number; right: number; confidence: number }[];
  readonly perLabel: Readonly<Record<string, { rows: number; right: number }>>;
  readonly confusions: readonly { wanted: string; guessed: string; rows: number }[];
  readonly sentiment?: number;
  readonly urgentRecall?: number;
  readonly urgentFalseAlarms?: number;
  readonly wantsHumanF1?: number;
}

/** Measures a model on rows it has not learnt from. */
export function report(model: Model, scored: readonly Scored[]): Report {
  const guesses = scored.map(({ row, scores }) => {
    const confidences = confidencesOf(model, scores);
    const order = model.labels.map((_, i) => i).sort((a, b) => (confidences[b] ?? 0) - (confidences[a] ?? 0));
    const ranked = order.slice(0, 3).map((i) => model.labels[i] ?? '');
    return {
      wanted: row.intent,
      guessed: ranked[0] ?? '',
      ranked,
      confidence: confidences[order[0] ?? 0] ?? 0,
      topic: bestParent(model, confidences, topicOf),
      category: bestParent(model, confidences, topLevelOf),
    };
  });
  const right = guesses.filter((it) => it.guessed === it.wanted);
  const acted = guesses.filter((it) => it.confidence >= model.surely);
  return {
    rows: guesses.length,
    leaf: share(right, guesses),
    topic: share(
      guesses.filter((it) => it.topic === topicOf(it.wanted)),
      guesses,
    ),
    category: share(
      guesses.filter((it) => it.category === topLevelOf(it.wanted)),
      guesses,
    ),
    topThree: share(
      guesses.filter((it) => it.ranked.includes(it.wanted)),
      guesses,
    ),
    acted: share(acted, guesses),
    rightWhenActing: share(
      acted.filter((it) => it.guessed === it.wanted),
      acted,
    ),
    calibrationError: calibrationErrorOf(guesses),
    abstention: abstentionOf(guesses),
    perLabel: perLabelOf(guesses),
    confusions: confusionsOf(guesses),
    ...headsOf(model, scored),
  };
}

interface Guess {
  wanted: string;
  guessed: string;
  confidence: number;
}

function topicOf(id: string): string {
  return parentOf(id) ?? id;
}

/** The parent whose leaves are likeliest together. */
function bestParent(model: Model, confidences: readonly number[], parent: (id: string) => string): string {
  const sums = new Map<string, number>();
  for (const [i, label] of model.labels.entries())
    sums.set(parent(label), (sums.get(parent(label)) ?? 0) + (confidences[i] ?? 0));
  return [...sums].reduce((best, it) => (it[1] > best[1] ? it : best), ['', -1])[0];
}

function share(some: readonly unknown[], all: readonly unknown[]): number {
  return all.length === 0 ? 0 : some.length / all.length;
}

function calibrationErrorOf(guesses: readonly Guess[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    guesses.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin),
  );
  const errors = bins.map((bin) => {
    const mean = bin.reduce((sum, it) => sum + it.confidence, 0) / Math.max(1, bin.length);
    return (
      Math.abs(
        mean -
          share(
            bin.filter((it) => it.guessed === it.wanted),
            bin,
          ),
      ) * bin.length
    );
  });
  return errors.reduce((sum, it) => sum + it, 0) / Math.max(1, guesses.length);
}

function abstentionOf(guesses: readonly Guess[]): Report['abstention'] {
  const surest = [...guesses].sort((a, b) => b.confidence - a.confidence);
  return [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((acted) => {
    const some = surest.slice(0, Math.round(acted * surest.length));
    return {
      acted,
      right: share(
        some.filter((it) => it.guessed === it.wanted),
        some,
      ),
      confidence: some.at(-1)?.confidence ?? 1,
    };
  });
}

function perLabelOf(guesses: readonly Guess[]): Report['perLabel'] {
  const labels = [...new Set(guesses.map((it) => it.wanted))].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const own = guesses.filter((it) => it.wanted === label);
      return [label, { rows: own.length, right: own.filter((it) => it.guessed === label).length }];
    }),
  );
}

function confusionsOf(guesses: readonly Guess[]): Report['confusions'] {
  const counts = new Map<string, { wanted: string; guessed: string; rows: number }>();
  for (const { wanted, guessed } of guesses) {
    if (wanted === guessed) continue;
    const known = counts.get(`${wanted} ${guessed}`);
    counts.set(`${wanted} ${guessed}`, { wanted, guessed, rows: (known?.rows ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows).slice(0, 30);
}

/** What the whole of understanding says, rules included, of what somebody labelled. */
function headsOf(model: Model, scored: readonly Scored[]): Partial<Report> {
  const read = scored.map(({ row }) => ({ row, said: understand(row.text, {}, model) }));
  const felt = read.filter(({ row }) => row.sentiment !== undefined);
  const urgent = read.filter(({ row }) => row.urgent === true);
  const calm = read.filter(({ row }) => row.urgent === false);
  const human = read.filter(({ row }) => row.wantsHuman === true);
  const found = human.filter(({ said }) => said.wantsHuman).length;
  const wrong = read.filter(({ row, said }) => row.wantsHuman === false && said.wantsHuman).length;
  return {
    ...(felt.length > 0 && {
      sentiment: share(
        felt.filter(({ row, said }) => said.sentiment === row.sentiment),
        felt,
      ),
    }),
    ...(urgent.length > 0 && {
      urgentRecall: share(
        urgent.filter(({ said }) => said.urgency.urgent),
        urgent,
      ),
      urgentFalseAlarms: share(
        calm.filter(({ said }) => said.urgency.urgent),
        calm,
      ),
    }),
    ...(human.length > 0 && { wantsHumanF1: (2 * found) / (found + wrong + human.length) }),
  };
}
