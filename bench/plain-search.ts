import type { Entry } from '../functions/domain/retrieval/entry.ts';
import { tokensOf } from '../functions/domain/retrieval/tokens.ts';

/** What the bench holds the search against: BM25 as it stands in every book, over maps. */
const K1 = 1.2;
const B = 0.75;

/** Scores every entry for a question. */
export type PlainSearch = (question: string) => Float64Array;

/** Chinese characters and their pairs, other words as they are; title, phrasings and body are one text. */
export function plainSearch(entries: readonly Entry[]): PlainSearch {
  const postings = new Map<string, { entries: number[]; counts: number[] }>();
  const lengths = entries.map(({ title, phrasings, body }, entry) => {
    const terms = termsOf([title, ...phrasings, body].join('\n'));
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const known = postings.get(term) ?? { entries: [], counts: [] };
      known.entries.push(entry);
      known.counts.push(count);
      postings.set(term, known);
    }
    return terms.length;
  });
  const mean = lengths.reduce((sum, it) => sum + it, 0) / lengths.length;
  return (question) => {
    const scores = new Float64Array(entries.length);
    for (const term of termsOf(question)) {
      const { entries: holding, counts } = postings.get(term) ?? { entries: [], counts: [] };
      const rarity = Math.log(1 + (entries.length - holding.length + 0.5) / (holding.length + 0.5));
      for (const [i, entry] of holding.entries()) {
        const count = counts[i] ?? 0;
        const floor = K1 * (1 - B + (B * (lengths[entry] ?? 0)) / mean);
        scores[entry] = (scores[entry] ?? 0) + (rarity * count * (K1 + 1)) / (count + floor);
      }
    }
    return scores;
  };
}

/** The places of the highest scores, best first. */
export function bestOf(scores: Float64Array, count: number): number[] {
  return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}

function termsOf(text: string): string[] {
  const tokens = tokensOf(text);
  return tokens.flatMap(({ written, han, joined }, i) => {
    const before = tokens[i - 1];
    return before?.han && han && joined ? [written, before.written + written] : [written];
  });
}
