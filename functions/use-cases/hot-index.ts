import { type ArticleIndex, loadIndex } from '../domain/knowledge/article-index.ts';
import { buildIndex } from '../domain/knowledge/serialize-index.ts';
import { answering } from '../domain/knowledge/versions.ts';
import { keepHot, nowAndThen } from './keep-hot.ts';
import type { Platform, Uses } from './platform.ts';

/** How long a change may wait for its snapshot before readers help themselves. */
const PATIENCE_SECONDS = 20;

type Needs = Uses<{ articles: 'list' | 'revision'; artefacts: 'head' | 'read' }> &
  Pick<Platform, 'now' | 'log'>;

/**
 * The knowledge base as it is now, at most 15 s old. It comes from the published snapshot; where there is none, or it lags behind
 * the table because whoever wrote an article could not publish it, the index is made from the table. While the table cannot be
 * read, what was seen last goes on serving.
 */
export function hotIndex(platform: Needs): () => Promise<ArticleIndex> {
  const { articles, now, log } = platform;
  const published = keepHot(platform, 'knowledge-index', loadIndex);
  let own: { index: ArticleIndex; covers: number } | undefined;
  let behindSince: number | undefined;
  let last: ArticleIndex | undefined;

  async function look(): Promise<ArticleIndex> {
    const copy = await published();
    const revision = await articles.revision();
    const time = now().getTime();
    if (copy && copy.head.covers >= revision) {
      [own, behindSince] = [undefined, undefined];
      return copy.of;
    }
    behindSince ??= time;
    const patient = copy && time - behindSince < PATIENCE_SECONDS * 1000;
    if (patient && !own) return copy.of;
    if (!own || own.covers < revision) {
      own = { index: buildIndex(answering(await articles.list())), covers: revision };
      log('warn', 'knowledge index made from the table', { revision, published: copy?.head.covers });
    }
    return own.index;
  }

  return nowAndThen(now, async () => {
    try {
      last = await look();
    } catch (error) {
      if (!last) throw error;
      log('error', 'knowledge index not refreshed', {
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
    return last;
  });
}
