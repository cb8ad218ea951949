import { serializeIndex } from '../domain/knowledge/serialize-index.ts';
import { answering } from '../domain/knowledge/versions.ts';
import { retried } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ articles: 'list' | 'revision'; artefacts: 'head' | 'publish' }> &
  Pick<Platform, 'now' | 'log'>;

/**
 * Publishes a snapshot of the knowledge base that holds everything written before this call. When somebody else published in
 * between, it is done if theirs holds it too; otherwise the snapshot is made again from the table.
 */
export async function publishIndex({ articles, artefacts, now, log }: Needs): Promise<void> {
  const written = await articles.revision();
  await retried(async () => {
    const previous = await artefacts.head('knowledge-index');
    if (previous && previous.covers >= written) return;
    // The revision is read before the articles: the snapshot holds at least that much.
    const covers = await articles.revision();
    const bytes = serializeIndex(answering(await articles.list()));
    const { version } = await artefacts.publish('knowledge-index', bytes, { previous, covers, now: now() });
    log('info', 'knowledge index published', { version, covers, bytes: bytes.length });
  });
}
