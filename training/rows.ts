import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Sentiment } from '../schemas/understanding.ts';

export type Split = 'train' | 'dev' | 'test';

/** One message somebody labelled. */
export interface Row {
  readonly text: string;
  readonly intent: string;
  readonly split: Split;
  /** Where it stands, as `file:line`, for error messages. */
  readonly at: string;
  /** Who wrote it; the folder's name. */
  readonly author: string;
  readonly language?: string;
  readonly sentiment?: Sentiment;
  readonly urgent?: boolean;
  readonly wantsHuman?: boolean;
  /** A second intent that is clearly in the message. */
  readonly secondary?: string;
}

/** Something in the training data that must be put right first, with file and line. */
export class TrainingDataError extends Error {
  override readonly name = 'TrainingDataError';
}

const moods: Readonly<Record<string, Sentiment>> = {
  '+': 'positive',
  '=': 'neutral',
  '-': 'negative',
  '!': 'angry',
};
const heading = /^\[(\S+) (zh|zh-Hant|en|mixed)\]$/;
const line = /^([+=!-])(u?)(h?) (\S.*?)(?: @(\S+))?$/;

/** Reads `<folder>/<split>/<author>/<category>.txt`; training/README.md tells the format. */
export function readUtterances(folder: string, splits: readonly Split[], known: ReadonlySet<string>): Row[] {
  return splits.flatMap((split) =>
    textFilesBelow(join(folder, split)).flatMap((file) => readFile(file, split, known, folder)),
  );
}

function readFile(file: string, split: Split, known: ReadonlySet<string>, folder: string): Row[] {
  const author = relative(join(folder, split), file).split('/')[0] ?? '';
  const rows: Row[] = [];
  let intent: string | undefined;
  let language: string | undefined;
  for (const [i, written] of readFileSync(file, 'utf8').split('\n').entries()) {
    const at = `${relative(process.cwd(), file)}:${i + 1}`;
    if (written.trim() === '' || written.startsWith('#')) continue;
    const head = heading.exec(written);
    if (head) {
      [, intent, language] = head;
      demandKnown(intent, known, at);
      continue;
    }
    const [, mood = '', urgent, human, text = '', secondary] = line.exec(written) ?? [];
    if (!mood || intent === undefined)
      throw new TrainingDataError(
        `${at}: expected a heading "[intent language]" or a line "<+=-!><u><h> text"`,
      );
    if (secondary) demandKnown(secondary, known, at);
    rows.push({
      text,
      intent,
      split,
      at,
      author,
      ...(language && { language }),
      ...(moods[mood] && { sentiment: moods[mood] }),
      urgent: urgent === 'u',
      wantsHuman: human === 'h',
      ...(secondary && { secondary }),
    });
  }
  return rows;
}

function demandKnown(intent: string | undefined, known: ReadonlySet<string>, at: string): void {
  if (!intent || !known.has(intent)) throw new TrainingDataError(`${at}: unknown intent ${String(intent)}`);
}

function textFilesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return textFilesBelow(path);
      return name.endsWith('.txt') ? [path] : [];
    });
}

const sentiments = new Set<unknown>(Object.values(moods));

/** Reads JSON Lines with `text` and `intent` (or another field as the label), and optionally `split`, `sentiment`, `urgent` and `wantsHuman`. */
export function readJsonLines(file: string, label = 'intent'): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((written, i) => {
      if (written.trim() === '') return [];
      const at = `${file}:${i + 1}`;
      const value = parsed(written, at);
      const { text, split = 'train', urgent, wantsHuman } = value;
      const intent = value[label];
      const sentiment = label === 'sentiment' ? undefined : value['sentiment'];
      if (typeof text !== 'string' || text.trim() === '')
        throw new TrainingDataError(`${at}: text must be a string that is not empty`);
      if (typeof intent !== 'string' || intent === '')
        throw new TrainingDataError(`${at}: ${label} must be a string that is not empty`);
      if (!isSplit(split)) throw new TrainingDataError(`${at}: split must be train, dev or test`);
      if (sentiment !== undefined && !isSentiment(sentiment))
        throw new TrainingDataError(`${at}: sentiment must be positive, neutral, negative or angry`);
      return [
        {
          text,
          intent,
          split,
          at,
          author: 'data',
          ...(sentiment !== undefined && { sentiment }),
          ...(typeof urgent === 'boolean' && { urgent }),
          ...(typeof wantsHuman === 'boolean' && { wantsHuman }),
        },
      ];
    });
}

function parsed(written: string, at: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (cause) {
    throw new TrainingDataError(`${at}: not JSON`, { cause });
  }
  if (typeof value !== 'object' || value === null) throw new TrainingDataError(`${at}: must be an object`);
  return { ...value };
}

function isSplit(value: unknown): value is Split {
  return value === 'train' || value === 'dev' || value === 'test';
}

function isSentiment(value: unknown): value is Sentiment {
  return sentiments.has(value);
}

/** Refuses the same words under two labels, and drops plain repeats. @throws TrainingDataError naming both places. */
export function withoutRepeats(rows: readonly Row[], keyOf: (text: string) => string): Row[] {
  const seen = new Map<string, Row>();
  return rows.filter((row) => {
    const key = keyOf(row.text);
    const before = seen.get(key);
    if (before && before.intent !== row.intent)
      throw new TrainingDataError(
        `${row.at}: "${row.text.slice(0, 40)}" is ${row.intent} here but ${before.intent} in ${before.at}`,
      );
    if (!before) seen.set(key, row);
    return !before;
  });
}
