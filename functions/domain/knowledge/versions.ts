import type { Article } from '../../../schemas/article.ts';
import { IllegalTransitionError } from '../errors.ts';

/** From when (inclusive) until when (exclusive) a version answers, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** An article as it is kept: its latest version, and earlier ones that may still answer until that one takes effect. */
export interface KeptArticle {
  readonly article: Article;
  readonly earlier: readonly Article[];
}

/** More versions of one article that wait for their time than anybody can mean. */
const MOST_EARLIER = 5;

/**
 * When each version of one article answers: from its effective date until it expires or a later version takes effect, whichever comes
 * first. What has been replaced never comes back.
 */
export function spansOf(versions: readonly Article[]): Map<Article, Span> {
  return new Map(
    versions.map((version) => {
      const later = versions.filter((it) => it.version > version.version).map(startOf);
      return [version, { from: startOf(version), until: Math.min(endOf(version), ...later) }];
    }),
  );
}

/** The version that answers at this time; nothing before the first takes effect and after the last has expired. */
export function inForce(versions: readonly Article[], now: Date): Article | undefined {
  const time = now.getTime();
  return [...spansOf(versions)].find(([, { from, until }]) => from <= time && time < until)?.[0];
}

/** The article once this version is written: with those earlier versions that can still answer. @throws IllegalTransitionError */
export function withVersion(kept: KeptArticle | undefined, article: Article, now: Date): KeptArticle {
  const before = kept ? [...kept.earlier, kept.article] : [];
  const spans = spansOf([...before, article]);
  const earlier = before.filter((version) => {
    const span = spans.get(version);
    return span !== undefined && span.from < span.until && span.until > now.getTime();
  });
  if (earlier.length > MOST_EARLIER)
    throw new IllegalTransitionError(
      'write the article',
      `at most ${MOST_EARLIER} versions may wait for their time`,
    );
  return { article, earlier };
}

/** Every version of these articles that can answer now or later. */
export function answering(kept: readonly KeptArticle[]): Article[] {
  return kept.flatMap(({ article, earlier }) => [...earlier, article]);
}

function startOf({ effectiveAt }: Article): number {
  return effectiveAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(effectiveAt);
}

function endOf({ expiresAt }: Article): number {
  return expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
}
