import * as z from 'zod/mini';
import { articleIdOf } from './prompt.ts';

/** Longest reply that is looked at, in UTF-16 units; more is no answer to what was asked. */
const MOST_REPLY = 8000;

const Written = z.strictObject({
  text: z.string(),
  articles: z.array(z.string()).check(z.maxLength(10)),
});

const Chosen = z.strictObject({ intent: z.string() });

/** What the model wrote, with the places of the articles it names. */
export interface Draft {
  readonly text: string;
  readonly cited: readonly number[];
}

/** Reads a written answer; undefined when it is not exactly the object that was asked for, or names an article nobody gave it. */
export function readDraft(reply: string, sources: number): Draft | undefined {
  const written = Written.safeParse(objectIn(reply));
  if (!written.success) return undefined;
  const ids = Array.from({ length: sources }, (_, at) => articleIdOf(at));
  const cited = [...new Set(written.data.articles)].map((id) => ids.indexOf(id));
  return cited.includes(-1) ? undefined : { text: written.data.text.trim(), cited };
}

/** Reads a chosen meaning; undefined for everything that is not one of the candidates. */
export function readChoice(reply: string, candidates: readonly string[]): string | undefined {
  const chosen = Chosen.safeParse(objectIn(reply));
  return chosen.success ? candidates.find((id) => id === chosen.data.intent) : undefined;
}

/** The one JSON object of a reply, which some models put into a code fence. */
function objectIn(reply: string): unknown {
  if (reply.length > MOST_REPLY) return undefined;
  const bare = /^\s*(?:```(?:json)?\s*)?(\{[^]*\})\s*(?:```\s*)?$/.exec(reply)?.[1];
  try {
    return bare === undefined ? undefined : JSON.parse(bare);
  } catch {
    return undefined;
  }
}
