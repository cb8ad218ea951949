import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesDigest } from '../../functions/domain/digest.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { BrokenArtefactError } from '../../functions/domain/understanding/model/bytes.ts';
import * as artefacts from '../../functions/stores/artefacts.ts';
import { dynamodb as client, toItem } from '../../functions/stores/dynamodb.ts';
import { artefactHeadKey, chunkKey } from '../../functions/stores/keys.ts';
import { at, isoAt } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

const kind = 'knowledge-index';
const text = (words: string) => new TextEncoder().encode(words);
const publish = (bytes: Uint8Array, previous?: Awaited<ReturnType<typeof artefacts.head>>) =>
  artefacts.publish(kind, bytes, { previous, covers: 7, now: at(0) });
const writes = () =>
  dynamodb.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input.Item?.['pk']?.S ?? '');
/** Puts a row in the place of another. */
const overwrite = (version: { version: number; digest: string }, chunk: Uint8Array) =>
  client.send(
    new PutItemCommand({
      TableName: 'knowledge',
      Item: toItem({ ...chunkKey(kind, { ...version, chunks: 1 }, 0), bytes: chunk }),
    }),
  );

describe('an artefact', () => {
  it('is not there before it was published', async () => {
    expect(await artefacts.head(kind)).toBeUndefined();
  });

  it('is read as it was published', async () => {
    const head = await publish(text('one'));

    expect(await artefacts.head(kind)).toEqual(head);
    expect(head).toEqual({
      version: 1,
      digest: bytesDigest(text('one')),
      chunks: 1,
      covers: 7,
      publishedAt: isoAt(0),
    });
    expect(await artefacts.read(kind, head)).toEqual(Buffer.from('one'));
  });

  it('is kept in parts that fit into items, its head written last', async () => {
    const bytes = randomBytes(700_000);

    const head = await publish(bytes);

    expect(head.chunks).toBe(3);
    expect(writes().map((pk) => pk === 'ARTEFACT')).toEqual([false, false, false, true]);
    expect(await artefacts.read(kind, head)).toEqual(bytes);
  });

  it('is known by kind', async () => {
    await publish(text('one'));

    expect(await artefacts.head('risk')).toBeUndefined();
  });

  it('follows only the version that was read', async () => {
    const first = await publish(text('one'));
    await publish(text('two'), first);

    await expect(publish(text('three'), first)).rejects.toBeInstanceOf(VersionConflictError);
    await expect(publish(text('three'))).rejects.toBeInstanceOf(VersionConflictError);
    expect(await artefacts.head(kind)).toMatchObject({ version: 2, digest: bytesDigest(text('two')) });
  });

  it('leaves no parts of a version that lost, and all of the one that won', async () => {
    const first = await publish(text('one'));
    const second = await publish(text('two'), first);
    await expect(publish(text('three'), first)).rejects.toBeInstanceOf(VersionConflictError);
    await expect(publish(text('two'), first)).rejects.toBeInstanceOf(VersionConflictError);

    const lost = artefacts.read(kind, { version: 2, digest: bytesDigest(text('three')), chunks: 1 });

    await expect(lost).rejects.toThrow('has 0 of 1 chunks');
    expect(await artefacts.read(kind, second)).toEqual(Buffer.from('two'));
  });

  it('keeps the version before for those who are reading it, and no older one', async () => {
    const first = await publish(text('one'));
    const second = await publish(text('two'), first);
    await publish(text('three'), second);

    expect(await artefacts.read(kind, second)).toEqual(Buffer.from('two'));
    await expect(artefacts.read(kind, first)).rejects.toBeInstanceOf(BrokenArtefactError);
  });

  it.each([
    ['cannot be unpacked', text('not packed'), 'cannot be unpacked'],
    ['is not what was published', gzipSync('other'), 'the checksum of knowledge-index 1 does not fit'],
  ])('is refused when it %s', async (_how, chunk, reason) => {
    const head = await publish(text('one'));
    await overwrite(head, chunk);

    await expect(artefacts.read(kind, head)).rejects.toThrow(reason);
    await expect(artefacts.read(kind, head)).rejects.toBeInstanceOf(BrokenArtefactError);
  });

  it('passes on what else DynamoDB says', async () => {
    dynamodb
      .on(PutItemCommand, { Item: { ...toItem(artefactHeadKey(kind)) } }, false)
      .rejects(refused('ThrottlingException'));

    await expect(publish(text('one'))).rejects.toThrow('SECRET-DETAIL');
  });
});
