import type { Article } from '../../../schemas/article.ts';
import { buildRetrieval } from '../retrieval/build.ts';
import type { Entry } from '../retrieval/entry.ts';
import { u32 } from '../retrieval/numbers.ts';
import { writeArtefact } from '../understanding/model/bytes.ts';
import {
  type ArticleIndex,
  INDEX_FORMAT,
  INDEX_MAGIC,
  type IndexHeader,
  loadIndex,
} from './article-index.ts';
import { spansOf } from './versions.ts';

/** Makes articles ready to be searched. @see serializeIndex */
export function buildIndex(articles: readonly Article[]): ArticleIndex {
  return loadIndex(serializeIndex(articles));
}

/**
 * The snapshot of a knowledge base: every version that can answer now or later. The same articles make the same bytes,
 * in whatever order they come.
 */
export function serializeIndex(articles: readonly Article[]): Uint8Array {
  const sorted = [...articles].sort((a, b) =>
    a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : a.version - b.version,
  );
  const { entries, placeOf } = entriesOf(sorted);
  const { dictionary, words, asks, bodies } = buildRetrieval(entries);
  const texts = sorted.map((article) => new TextEncoder().encode(JSON.stringify(article)));
  const header: IndexHeader = {
    format: INDEX_FORMAT,
    ids: sorted.map(({ articleId }) => articleId),
    intents: placesByIntent(sorted),
    audiences: sorted.flatMap(({ audience }, place) => (audience ? [[place, audience] as const] : [])),
    spans: spansByPlace(sorted),
  };
  return writeArtefact(INDEX_MAGIC, {
    header: { ...header },
    arrays: {
      placeOf: Uint32Array.from(placeOf),
      proofs: dictionary.proofs,
      slots: dictionary.slots,
      wordStarts: words.starts,
      wordEntries: words.entries,
      wordImpacts: words.impacts,
      wordRarity: words.rarity,
      askStarts: asks.starts,
      askEntries: asks.entries,
      askWeights: asks.weights,
      askScale: asks.scale,
      askRarity: asks.rarity,
      bodyStarts: bodies.starts,
      bodyTokens: bodies.tokens,
      textStarts: startsOf(texts),
      texts: joined(texts),
    },
  });
}

/** One entry a language of each article; the versions of an article are one matter. */
function entriesOf(articles: readonly Article[]) {
  const groups = new Map<string, number>();
  const entries: Entry[] = [];
  const placeOf: number[] = [];
  for (const [place, { articleId, texts }] of articles.entries()) {
    const group = groups.get(articleId) ?? groups.size;
    groups.set(articleId, group);
    for (const { title, phrasings, answer } of Object.values(texts)) {
      entries.push({ group, title, phrasings, body: answer });
      placeOf.push(place);
    }
  }
  return { entries, placeOf };
}

function placesByIntent(articles: readonly Article[]): Record<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { intents }] of articles.entries())
    for (const intent of intents) places.set(intent, [...(places.get(intent) ?? []), place]);
  return Object.fromEntries(places);
}

function spansByPlace(articles: readonly Article[]): IndexHeader['spans'] {
  const byId = Map.groupBy(articles, ({ articleId }) => articleId);
  const spans = new Map([...byId.values()].flatMap((versions) => [...spansOf(versions)]));
  return articles.flatMap((article, place) => {
    const span = spans.get(article);
    const from = finite(span?.from);
    const until = finite(span?.until);
    return from === null && until === null ? [] : [[place, from, until] as const];
  });
}

function finite(time: number | undefined): number | null {
  return time !== undefined && Number.isFinite(time) ? time : null;
}

function startsOf(parts: readonly Uint8Array[]): Uint32Array {
  const starts = new Uint32Array(parts.length + 1);
  for (const [i, part] of parts.entries()) starts[i + 1] = u32(starts, i) + part.length;
  return starts;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const starts = startsOf(parts);
  const bytes = new Uint8Array(u32(starts, parts.length));
  for (const [i, part] of parts.entries()) bytes.set(part, starts[i]);
  return bytes;
}
