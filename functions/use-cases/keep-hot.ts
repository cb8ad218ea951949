import type { ArtefactHead, ArtefactKind } from '../../schemas/artefact.ts';
import type { Platform, Uses } from './platform.ts';

/** How long a copy is used before somebody looks whether there is a newer one. */
const LOOK_SECONDS = 15;

type Needs = Uses<{ artefacts: 'head' | 'read' }> & Pick<Platform, 'now' | 'log'>;

/** An artefact in memory, and the version it is. */
export interface Copy<T> {
  readonly of: T;
  readonly head: ArtefactHead;
}

/**
 * Keeps the newest version of an artefact in memory; undefined as long as there is none. A version that is broken or cannot be read
 * is refused with the reason in the log, and the one before it goes on serving.
 */
export function keepHot<T>(
  { artefacts, now, log }: Needs,
  kind: ArtefactKind,
  load: (bytes: Uint8Array) => T,
): () => Promise<Copy<T> | undefined> {
  let copy: Copy<T> | undefined;
  return nowAndThen(now, async () => {
    let head: ArtefactHead | undefined;
    try {
      head = await artefacts.head(kind);
      if (head && head.digest !== copy?.head.digest) {
        copy = { of: load(await artefacts.read(kind, head)), head };
        log('info', 'artefact loaded', { kind, version: head.version });
      } else if (head && copy) copy = { ...copy, head };
    } catch (error) {
      const serving = copy?.head.version;
      log('error', 'artefact refused', { kind, version: head?.version, serving, ...reasonOf(error) });
    }
    return copy;
  });
}

/** Looks at most every so many seconds, and once for all who ask at the same time; in between it answers what it last saw. */
export function nowAndThen<T>(
  now: () => Date,
  look: () => Promise<T>,
  seconds = LOOK_SECONDS,
): () => Promise<T> {
  let seen: Promise<T> | undefined;
  let lookedAt = 0;
  return () => {
    const time = now().getTime();
    if (seen && time - lookedAt < seconds * 1000) return seen;
    lookedAt = time;
    const looking = look();
    seen = looking;
    // What failed is not remembered: the next to ask looks again.
    looking.catch(() => {
      if (seen === looking) seen = undefined;
    });
    return looking;
  };
}

function reasonOf(error: unknown): { error: string; reason?: string } {
  return error instanceof Error ? { error: error.name, reason: error.message } : { error: String(error) };
}
