import { normalize } from '../understanding/normalize.ts';
import { bearingFaults, figuresOf } from './bearing.ts';
import { isConnective } from './glue.ts';
import { clausesOf, linesOf, type Passage, passagesOf, sentencesOf } from './passages.ts';
import type { Source } from './prompt.ts';
import type { Draft } from './reply.ts';
import { surfaceFault, type SurfaceFault } from './surface.ts';
import { contentOf, inCommon, type Origin, originsOf, type Word, wordsOf } from './words.ts';

/** Why an answer is not said. */
export type Fault =
  | SurfaceFault
  /** It says nothing. */
  | 'empty'
  /** It does not name the article that the platform is sure of, or takes nothing from one it names. */
  | 'citations'
  /** A word is in no sentence of the articles. */
  | 'unsupported'
  /** Numbers differ. */
  | 'numbers'
  /** A denial, condition, promise or actor was added or left out. */
  | 'bearing'
  /** A telling word of a sentence was left out, the order changed, or something was put in between. */
  | 'cut'
  /** A word of a sentence is said more often than it is written. */
  | 'repeated'
  /** It leaves out the label that says when the sentence holds. */
  | 'label';

export interface Asked {
  readonly question: string;
  readonly language: 'zh' | 'en';
  /** The article that the platform is sure of comes first. */
  readonly sources: readonly Source[];
  /** What the model was told to do, which it must not repeat. */
  readonly instructions: string;
}

/** Share of a stretch's telling words that come from the sentence itself, and not from its label or heading. */
const taken = 0.6;
/** Share of a label's words that answer or question must have. */
const named = 0.5;

/** A stretch of an answer, and the sentence of an article it is taken from. */
interface Part {
  readonly text: string;
  readonly words: readonly Word[];
  readonly passage: Passage;
}

/**
 * Why this answer must not reach the customer; undefined when every sentence of it is a sentence of the articles: whole but for
 * joining words, with the same numbers, denials, conditions, promises and actors, in the same order, under the same label.
 */
export function faultIn({ text, cited }: Draft, asked: Asked): Fault | undefined {
  const { sources, language, instructions } = asked;
  if (text === '') return 'empty';
  if (!cited.includes(0)) return 'citations';
  const surface = surfaceFault(text, sources, language, instructions);
  if (surface) return surface;
  const passages = cited.map((at) => passagesOf(sources[at] ?? { title: '', text: '' }));
  const parts = partsOf(text, passages.flat());
  if (!parts) return 'unsupported';
  if (passages.some((own) => !parts.some(({ passage }) => own.includes(passage)))) return 'citations';
  if (isTorn(parts.map(({ passage }) => passage))) return 'cut';
  const said = wordsOf(normalize(`${text}\n${asked.question}`));
  for (const passage of new Set(parts.map((part) => part.passage))) {
    const fault = passageFault(
      parts.filter((part) => part.passage === passage),
      passage,
      { said, language, used: new Set(parts.map((part) => part.passage)) },
    );
    if (fault) return fault;
  }
  return undefined;
}

/** The answer as stretches of the articles; undefined when a stretch is in none. */
function partsOf(text: string, passages: readonly Passage[]): Part[] | undefined {
  const parts: Part[] = [];
  // Clauses of nothing but joining words say something all the same: they must stand in the article as they are.
  const written = new Set(passages.flatMap((it) => clausesOf(it.text)).filter(isEmpty));
  for (const sentence of linesOf(text).flatMap(sentencesOf)) {
    const clauses = clausesOf(sentence).filter((clause) => !isConnective(clause) && !written.has(clause));
    if (clauses.some(isEmpty)) return undefined;
    const whole = partOf(sentence, passages, parts.at(-1)?.passage);
    for (const stretch of whole ? [sentence] : clauses) {
      const part = partOf(stretch, passages, parts.at(-1)?.passage);
      if (!part) return undefined;
      parts.push(part);
    }
  }
  return parts.length > 0 ? parts : undefined;
}

function isEmpty(clause: string): boolean {
  return contentOf(wordsOf(clause)).length === 0;
}

/** The passage that has all words of the stretch: the one before it where that will do, else the one it has most words of. */
function partOf(text: string, passages: readonly Passage[], before: Passage | undefined): Part | undefined {
  const words = wordsOf(text);
  let best: { passage: Passage; own: number } | undefined;
  for (const passage of passages) {
    const origins = originsOf(words, passage.words, passage.near);
    if (origins.includes('none')) continue;
    const own = countOf(origins, 'own') + (passage === before ? 0.5 : 0);
    if (own >= 1 && own > (best?.own ?? 0)) best = { passage, own };
  }
  return best && { text, words, passage: best.passage };
}

function passageFault(
  parts: readonly Part[],
  passage: Passage,
  { said, language, used }: { said: readonly Word[]; language: 'zh' | 'en'; used: ReadonlySet<Passage> },
): Fault | undefined {
  const text = parts.map((part) => part.text).join(', ');
  const words = parts.flatMap((part) => part.words);
  const origins = parts.flatMap((part) => originsOf(part.words, passage.words, passage.near));
  const own = words.filter((_, at) => origins[at] === 'own');
  const content = contentOf(passage.words);
  if (own.length < taken * (own.length + countOf(origins, 'near'))) return 'unsupported';
  if (figuresOf(text, language).join() !== figuresOf(passage.text, language).join()) return 'numbers';
  if (bearingFaults(text, passage.text, language).length > 0) return 'bearing';
  if (inCommon(content, words) < content.length) return 'cut';
  if (contentOf(own).length > content.length) return 'repeated';
  const isNamed = passage.first !== undefined && used.has(passage.first);
  const label = contentOf(passage.label);
  return isNamed || inAny(label, said) >= named * label.length ? undefined : 'label';
}

/** A passage comes back after another has begun. */
function isTorn(passages: readonly Passage[]): boolean {
  return passages.some((it, at) => it !== passages[at - 1] && passages.slice(0, at).includes(it));
}

function countOf(origins: readonly Origin[], wanted: Origin): number {
  return origins.filter((it) => it === wanted).length;
}

function inAny(words: readonly Word[], said: readonly Word[]): number {
  const known = new Set(said.map(({ text }) => text));
  return words.filter(({ text }) => known.has(text)).length;
}
