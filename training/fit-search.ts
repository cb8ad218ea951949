import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Coefficients,
  likelihoods,
  logOdds,
  measured,
} from '../functions/domain/knowledge/likelihood.ts';
import { type Candidate, candidates, mayBeAnswered } from '../functions/domain/understanding/search.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import type { Understanding } from '../schemas/understanding.ts';
import { fitLikelihood, type Trial } from './likelihood.ts';
import type { Row } from './rows.ts';
import { isForBot, type SearchExam, searchExam } from './search-exam.ts';

/**
 * Fits what a search makes of its evidence, and writes functions/domain/knowledge/coefficients.ts. The intent model is learnt from
 * the training messages alone; its guesses for the dev messages, which it has not seen, are what the coefficients are fitted to.
 * What is printed is measured by five-fold cross-validation.
 */
const OUT = join(import.meta.dirname, '../functions/domain/knowledge/coefficients.ts');
/** Words against ways of asking, and against meanings: chosen on public questions (`npm run bench search`), and no worse on these messages. */
const proportions = { words: 5, passage: 2, asks: 1 };
const ofMeaning = { meaning: 15 };
const FOLDS = 5;
/** Answers must be right this often on messages the coefficients were not fitted to: one standard error of 700 answers above 95 %. */
const WANTED_PRECISION = 0.958;
const now = new Date(0);

/** A message, what was understood, and what was found with and without its intents. */
interface Message {
  readonly row: Row;
  readonly understanding: Understanding;
  readonly found: readonly Candidate[];
  readonly byWords: readonly Candidate[];
}

main();

function main(): void {
  const exam = searchExam();
  const messages = exam.dev.map((row) => messageOf(row, exam));
  const withIntents = (some: readonly Message[]) =>
    fitLikelihood(
      some.map(({ row, found }) => trialOf(row, found)),
      proportions,
    );
  const wordsAlone = (some: readonly Message[]) =>
    fitLikelihood(
      some.map(({ row, byWords }) => trialOf(row, byWords)),
      { ...proportions, ...ofMeaning, intent: 0 },
    );
  const scored = crossValidate(messages, withIntents, ({ found }) => found);
  const scoredByWords = crossValidate(messages, wordsAlone, ({ byWords }) => byWords);
  const sure = thresholdOf(scored);
  tell('with intents', scored, sure);
  tell('by words alone', scoredByWords, sure);
  writeFileSync(OUT, fileOf(withIntents(messages), wordsAlone(messages), sure, messages.length));
  console.log(`written: ${OUT}`);
}

function messageOf(row: Row, { model, index, meaningOf }: SearchExam): Message {
  const understanding = understand(row.text, {}, model);
  const find = (intents: Understanding['intents']) =>
    candidates(index, row.text, { intents, now, meaningOf }).found;
  return { row, understanding, found: find(understanding.intents), byWords: find([]) };
}

function trialOf({ intent }: Row, found: readonly Candidate[]): Trial {
  return { candidates: found.map((it) => ({ measured: measured(it), right: it.intents.includes(intent) })) };
}

/** The best article of each message, by coefficients fitted to the other messages. */
interface Scored {
  readonly message: Message;
  readonly likelihood: number;
  readonly right: boolean;
  readonly answerable: boolean;
}

function crossValidate(
  messages: readonly Message[],
  fitTo: (some: readonly Message[]) => Coefficients,
  foundBy: (message: Message) => readonly Candidate[],
): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const by = fitTo(messages.filter((__, i) => i % FOLDS !== fold));
    return messages
      .filter((__, i) => i % FOLDS === fold)
      .map((message) => {
        const found = foundBy(message);
        const likely = likelihoods(found, by);
        const odds = found.map((it) => logOdds(it, by));
        const best = odds.indexOf(Math.max(...odds));
        const { intents = [] } = found[best] ?? {};
        return {
          message,
          likelihood: likely[best] ?? 0,
          right: intents.includes(message.row.intent),
          answerable: mayBeAnswered(message.understanding, intents),
        };
      });
  }).flat();
}

/** The lowest likelihood at which answers are right often enough. */
function thresholdOf(scored: readonly Scored[]): number {
  const steps = Array.from({ length: 10 }, (_, i) => 0.5 + i * 0.05);
  const enough = steps.find((sure) => precisionOf(answeredOf(scored, sure)) >= WANTED_PRECISION);
  return Number((enough ?? 0.95).toFixed(2));
}

function answeredOf(scored: readonly Scored[], sure: number): Scored[] {
  return scored.filter(({ answerable, likelihood }) => answerable && likelihood >= sure);
}

function precisionOf(answered: readonly Scored[]): number {
  return answered.length === 0 ? 0 : answered.filter(({ right }) => right).length / answered.length;
}

function tell(name: string, scored: readonly Scored[], sure: number): void {
  const inScope = scored.filter(({ message }) => message.row.intent !== 'none');
  const forBot = scored.filter(({ message }) => isForBot(message.row)).length;
  const answered = answeredOf(scored, sure);
  console.log(
    `${name}: ${scored.length} messages; right article first ${percent(precisionOf(inScope))}; ` +
      `at ${sure} ${answered.length} answered, ${percent(precisionOf(answered))} of them right, ` +
      `${percent(answered.length / forBot)} of the ${forBot} the bot may answer`,
  );
}

function fileOf(withIntents: Coefficients, wordsAlone: Coefficients, sure: number, count: number): string {
  return `import type { Coefficients } from './likelihood.ts';

// Written by \`npm run fit-search\` from ${count} messages of training/utterances/dev; do not edit.

/** Where the intent of the message is guessed. */
export const withIntents: Coefficients = ${literal(withIntents)};

/** Where no guess fits any article: words alone. */
export const wordsAlone: Coefficients = ${literal(wordsAlone)};

/** From here on the bot is sure of an article. */
export const SURE = ${sure};
`;
}

function literal(by: Coefficients): string {
  const fields = (['words', 'passage', 'asks', 'meaning', 'intent', 'none'] as const).map(
    (name) => `  ${name}: ${Number(by[name].toFixed(3))},\n`,
  );
  return `{\n${fields.join('')}}`;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}
