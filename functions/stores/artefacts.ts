import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod/mini';
import type { ArtefactVersion } from '../../schemas/artefact.ts';
import { ArtefactHead, type ArtefactKind } from '../../schemas/artefact.ts';
import { KnowledgeEnvironment } from '../../schemas/environment.ts';
import { bytesDigest } from '../domain/digest.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { BrokenArtefactError } from '../domain/understanding/model/bytes.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, queryAll, toItem } from './dynamodb.ts';
import { artefactHeadKey, chunkKey, chunkPartition } from './keys.ts';

const { KNOWLEDGE_TABLE } = environment(KnowledgeEnvironment);

/** An item has at most 400 kB. */
const CHUNK_BYTES = 300_000;

const Chunk = z.object({ bytes: z.instanceof(Uint8Array) });

/** Which version of an artefact is the current one; undefined before the first. */
export async function head(kind: ArtefactKind): Promise<ArtefactHead | undefined> {
  const row = await getItem(KNOWLEDGE_TABLE, artefactHeadKey(kind));
  return row && ArtefactHead.parse(row['head']);
}

/** The bytes of a version. @throws BrokenArtefactError when a part is missing or the checksum does not fit. */
export async function read(kind: ArtefactKind, version: ArtefactVersion): Promise<Uint8Array> {
  const rows = await queryAll({
    TableName: KNOWLEDGE_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': chunkPartition(kind, version) }),
  });
  if (rows.length !== version.chunks)
    throw new BrokenArtefactError(
      `${kind} ${version.version} has ${rows.length} of ${version.chunks} chunks`,
    );
  const bytes = await unpacked(Buffer.concat(rows.map((row) => Chunk.parse(row).bytes)), kind);
  if (bytesDigest(bytes) !== version.digest)
    throw new BrokenArtefactError(`the checksum of ${kind} ${version.version} does not fit its bytes`);
  return bytes;
}

/**
 * Makes bytes the next version after `previous`: first all its parts, then one conditional write of the head. The version before
 * stays for those who are reading it; the one before that goes. @throws VersionConflictError when somebody else was faster.
 */
export async function publish(
  kind: ArtefactKind,
  bytes: Uint8Array,
  { previous, covers, now }: { previous: ArtefactHead | undefined; covers: number; now: Date },
): Promise<ArtefactHead> {
  const parts = chunksOf(await packed(bytes));
  const next: ArtefactHead = {
    version: (previous?.version ?? 0) + 1,
    digest: bytesDigest(bytes),
    chunks: parts.length,
    covers,
    publishedAt: now.toISOString(),
    ...(previous && {
      before: { version: previous.version, digest: previous.digest, chunks: previous.chunks },
    }),
  };
  // One after the other: a partition takes 1,000 kB a second.
  for (const [i, part] of parts.entries()) {
    await dynamodb.send(
      new PutItemCommand({
        TableName: KNOWLEDGE_TABLE,
        Item: toItem({ ...chunkKey(kind, next, i), bytes: part }),
      }),
    );
  }
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: KNOWLEDGE_TABLE,
        Item: toItem({ ...artefactHeadKey(kind), version: next.version, head: next }),
        ...(previous
          ? {
              ConditionExpression: 'version = :previous',
              ExpressionAttributeValues: toItem({ ':previous': previous.version }),
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The same bytes may have been published by somebody else as this very version: then its parts are theirs too.
    if ((await head(kind))?.digest !== next.digest) await remove(kind, next);
    throw new VersionConflictError(undefined, { cause: error });
  }
  if (previous?.before) await remove(kind, previous.before);
  return next;
}

async function remove(kind: ArtefactKind, version: ArtefactVersion): Promise<void> {
  for (let i = 0; i < version.chunks; i += 1) {
    await dynamodb.send(
      new DeleteItemCommand({ TableName: KNOWLEDGE_TABLE, Key: toItem(chunkKey(kind, version, i)) }),
    );
  }
}

const packed = promisify(gzip);

async function unpacked(bytes: Uint8Array, kind: ArtefactKind): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes);
  } catch (error) {
    throw new BrokenArtefactError(`${kind} cannot be unpacked`, { cause: error });
  }
}

function chunksOf(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES));
}
