import type { TicketEvent } from '../../schemas/events.ts';
import { Article, type ArticleText } from '../../schemas/article.ts';
import type { ArtefactHead } from '../../schemas/artefact.ts';
import type { KeptArticle } from '../../functions/domain/knowledge/versions.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { bytesDigest } from '../../functions/domain/digest.ts';
import { isoAt } from './builders.ts';

/** One language of an article. */
export function aText(title: string, phrasings: string[] = [], answer = '请按页面提示操作。'): ArticleText {
  return { title, phrasings, answer };
}

/** An article about when a refund arrives. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  return Article.parse({
    articleId: 'refund-arrival',
    version: 1,
    intents: ['buyer.refund.not-arrived'],
    texts: { zh: aText('退款多久到账', ['退款没到账', '退的钱在哪'], '原路退回，一般一到五个工作日。') },
    reviewAt: isoAt(86_400),
    ...overrides,
  });
}

/** Articles and artefacts in memory, as the stores keep them, and how often each function was called. */
export function aKnowledgeBase(...articles: Article[]) {
  const kept = new Map<string, KeptArticle>(
    articles.map((it) => [it.articleId, { article: it, earlier: [] }]),
  );
  let revision = articles.length;
  let head: ArtefactHead | undefined;
  const bytesOf = new Map<string, Uint8Array>();
  const calls = { list: 0, revision: 0, head: 0, read: 0, publish: 0 };
  return {
    calls,
    /** Replaces the bytes of the current version. */
    spoil: (bytes: Uint8Array) => bytesOf.set(head?.digest ?? '', bytes),
    articles: {
      get: async (articleId: string) => kept.get(articleId)?.article ?? anArticle({ articleId }),
      find: async (articleId: string) => kept.get(articleId),
      list: async () => {
        calls.list += 1;
        return [...kept.values()];
      },
      put: async (it: KeptArticle) => {
        kept.set(it.article.articleId, it);
        revision += 1;
      },
      revision: async () => {
        calls.revision += 1;
        return revision;
      },
    },
    artefacts: {
      head: async () => {
        calls.head += 1;
        return head;
      },
      read: async (_kind: string, { digest }: { digest: string }) => {
        calls.read += 1;
        return bytesOf.get(digest) ?? new Uint8Array();
      },
      publish: async (
        _kind: string,
        bytes: Uint8Array,
        { previous, covers, now }: { previous: ArtefactHead | undefined; covers: number; now: Date },
      ) => {
        calls.publish += 1;
        if (previous?.version !== head?.version) throw new VersionConflictError();
        const digest = bytesDigest(bytes);
        bytesOf.set(digest, bytes);
        head = {
          version: (previous?.version ?? 0) + 1,
          digest,
          chunks: 1,
          covers,
          publishedAt: now.toISOString(),
        };
        return head;
      },
    },
  };
}

/** The last event of a type in a history. */
export function lastOf<T extends TicketEvent['type']>(
  events: readonly TicketEvent[],
  type: T,
): Extract<TicketEvent, { type: T }> {
  const found = events.findLast((it): it is Extract<TicketEvent, { type: T }> => it.type === type);
  if (!found) throw new Error(`no ${type} in this history`);
  return found;
}
