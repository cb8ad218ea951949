import type { ArtefactHead, ArtefactKind, ArtefactVersion } from '../../schemas/artefact.ts';
import { bytesDigest } from '../domain/digest.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { BrokenArtefactError } from '../domain/understanding/model/bytes.ts';
import { chunkPartition } from '../stores/keys.ts';
import type { Artefacts } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';

/** Artefacts in versions; each is kept in one part. */
export function memoryArtefacts(): Artefacts {
  const heads = new Map<ArtefactKind, ArtefactHead>();
  const kept = new Map<string, Uint8Array>();
  return {
    async head(kind) {
      return heads.get(kind);
    },
    async read(kind, version) {
      const bytes = kept.get(chunkPartition(kind, version));
      if (!bytes)
        throw new BrokenArtefactError(`${kind} ${version.version} has 0 of ${version.chunks} chunks`);
      if (bytesDigest(bytes) !== version.digest)
        throw new BrokenArtefactError(`the checksum of ${kind} ${version.version} does not fit its bytes`);
      return bytes.slice();
    },
    async publish(kind, bytes, { previous, covers, now }) {
      const digest = bytesDigest(bytes);
      const version = (previous?.version ?? 0) + 1;
      if (heads.get(kind)?.version !== previous?.version) throw new VersionConflictError();
      const next: ArtefactHead = frozen({
        version,
        digest,
        chunks: 1,
        covers,
        publishedAt: now.toISOString(),
        ...(previous && { before: versionOf(previous) }),
      });
      kept.set(chunkPartition(kind, next), bytes.slice());
      heads.set(kind, next);
      if (previous?.before) kept.delete(chunkPartition(kind, previous.before));
      return next;
    },
  };
}

function versionOf({ version, digest, chunks }: ArtefactHead): ArtefactVersion {
  return { version, digest, chunks };
}
