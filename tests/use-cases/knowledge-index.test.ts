import { describe, expect, it, vi } from 'vitest';
import { serializeIndex } from '../../functions/domain/knowledge/serialize-index.ts';
import { search } from '../../functions/domain/understanding/search.ts';
import { hotIndex } from '../../functions/use-cases/hot-index.ts';
import { publishIndex } from '../../functions/use-cases/publish-index.ts';
import { at, isoAt } from '../support/builders.ts';
import { aKnowledgeBase, anArticle, aText } from '../support/knowledge.ts';

type Article = ReturnType<typeof anArticle>;

const refund = anArticle();
const changed = anArticle({ version: 2, texts: { zh: aText('退款多久到账', ['退款没到账'], '一般三天。') } });

/** A knowledge base, a clock, and what the log says. */
function aPlace(...articles: Article[]) {
  const base = aKnowledgeBase(...articles);
  const log = vi.fn<(level: string, message: string, ids?: Record<string, unknown>) => void>();
  let seconds = 0;
  const platform = { ...base, log, now: () => at(seconds) };
  const wait = (more: number) => {
    seconds += more;
  };
  const logged = () => log.mock.calls.map(([, message]) => message);
  return { ...base, platform, wait, logged, log };
}

const put = async ({ articles }: ReturnType<typeof aPlace>, article: Article) =>
  articles.put({ article, earlier: [] });

const answer = async (index: ReturnType<typeof hotIndex>, now = at(0)) =>
  search(await index(), '退款没到账', { language: 'zh', intents: [], now, limit: 1 })[0]?.article;

describe('the index that readers keep in memory', () => {
  it('is made from the table where nothing was published', async () => {
    const place = aPlace(refund);

    expect(await answer(hotIndex(place.platform))).toEqual(refund);
    expect(place.logged()).toContain('knowledge index made from the table');
  });

  it('is the published snapshot', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);
    const listed = place.calls.list;

    expect(await answer(hotIndex(place.platform))).toEqual(refund);
    expect(place.calls.list).toBe(listed);
  });

  it('is looked at anew after 15 seconds, not before', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);
    const index = hotIndex(place.platform);
    await index();
    await put(place, changed);
    await publishIndex(place.platform);

    place.wait(14);
    const soon = await answer(index);
    place.wait(1);
    const later = await answer(index);

    expect([soon?.version, later?.version]).toEqual([1, 2]);
  });

  it('is read once by all who ask at the same time', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);
    const index = hotIndex(place.platform);

    await Promise.all([index(), index(), index()]);

    expect(place.calls.read).toBe(1);
  });

  it('is not read again while the version stays', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);
    const index = hotIndex(place.platform);
    await index();
    place.wait(20);

    await index();

    expect(place.calls.read).toBe(1);
  });

  it('refuses a broken snapshot with the reason, and goes on with the one before', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);
    const index = hotIndex(place.platform);
    await index();
    await put(place, changed);
    await publishIndex(place.platform);
    place.spoil(serializeIndex([changed]).slice(0, -8));
    place.wait(15);

    expect((await answer(index))?.version).toBe(1);
    expect(place.log).toHaveBeenCalledWith('error', 'artefact refused', {
      kind: 'knowledge-index',
      version: 2,
      serving: 1,
      error: 'BrokenArtefactError',
      reason: 'the checksum of the KFKI artefact does not fit its bytes',
    });
  });

  it('helps itself from the table when the snapshot lags for 20 seconds', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);
    const index = hotIndex(place.platform);
    await index();
    await put(place, changed);
    const versions: (number | undefined)[] = [];

    for (const seconds of [15, 15, 15]) {
      place.wait(seconds);
      versions.push((await answer(index))?.version);
    }
    await publishIndex(place.platform);
    place.wait(15);
    versions.push((await answer(index))?.version);

    expect(versions).toEqual([1, 1, 2, 2]);
    expect(place.logged().filter((it) => it === 'knowledge index made from the table')).toHaveLength(1);
  });

  it('goes on with what it saw last while the table cannot be read', async () => {
    const place = aPlace(refund);
    const index = hotIndex(place.platform);
    await index();
    place.articles.revision = () => Promise.reject(new Error('down'));
    place.wait(15);

    expect(await answer(index)).toEqual(refund);
    expect(place.logged()).toContain('knowledge index not refreshed');
  });

  it('fails the first time when nothing can be read, and looks again at once', async () => {
    const place = aPlace(refund);
    const { revision } = place.articles;
    let down = true;
    const articles = {
      ...place.articles,
      revision: () => (down ? Promise.reject(new Error('down')) : revision()),
    };
    const index = hotIndex({ ...place.platform, articles });
    await expect(index()).rejects.toThrow('down');
    down = false;

    expect(await answer(index)).toEqual(refund);
  });

  it('switches to the next version at its effective date without anything being written', async () => {
    const place = aPlace();
    await place.articles.put({
      article: { ...changed, effectiveAt: isoAt(3600) },
      earlier: [refund],
    });
    await publishIndex(place.platform);
    const index = hotIndex(place.platform);

    expect((await answer(index, at(3599)))?.version).toBe(1);
    expect((await answer(index, at(3600)))?.version).toBe(2);
  });
});

describe('publishing the index', () => {
  it('is left to whoever already published this change', async () => {
    const place = aPlace(refund);
    await publishIndex(place.platform);

    await publishIndex(place.platform);

    expect(place.calls.publish).toBe(1);
  });

  it('loses no article of two editors who write at once', async () => {
    const place = aPlace(refund);
    const shop = anArticle({
      articleId: 'open-a-shop',
      intents: ['merchant.opening'],
      texts: { zh: aText('怎么开店', ['我想开店']) },
    });
    await Promise.all([changed, shop].map((article) => put(place, article)));

    await Promise.all([publishIndex(place.platform), publishIndex(place.platform)]);
    const index = await hotIndex(place.platform)();

    expect(index.articleInForce('refund-arrival', at(0))?.version).toBe(2);
    expect(index.articleInForce('open-a-shop', at(0))).toEqual(shop);
  });

  it('is made again when somebody published an older state in between', async () => {
    const place = aPlace(refund);
    const { publish } = place.artefacts;
    let first = true;
    const artefacts = {
      ...place.artefacts,
      publish: async (...args: Parameters<typeof publish>) => {
        if (first) {
          first = false;
          await publish('knowledge-index', serializeIndex([]), {
            previous: undefined,
            covers: 0,
            now: at(0),
          });
        }
        return publish(...args);
      },
    };

    await publishIndex({ ...place.platform, artefacts });

    expect((await place.artefacts.head())?.version).toBe(2);
    expect(await answer(hotIndex(place.platform))).toEqual(refund);
  });
});
