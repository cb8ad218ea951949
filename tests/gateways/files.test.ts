import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linkTo, putOnce } from '../../functions/gateways/files.ts';
import { bytesDigest } from '../../functions/domain/digest.ts';
import { isSigned, stubS3 } from '../support/stub-s3.ts';

const path = 'daily/csv/what=tickets/day=2026-11-20/part-00000.csv';
const stands = '/daily/csv/what%3Dtickets/day%3D2026-11-20/part-00000.csv';
const someBytes = (text: string) => new TextEncoder().encode(text);
const noteOf = (text: string) => ({
  name: 'part-00000.csv',
  rows: 1,
  bytes: text.length,
  sha256: bytesDigest(someBytes(text)),
  next: { quarter: '2026-11-21T12:00:00.000Z', shard: 1, ticketId: 'KF-0123-4567-89AB', number: 3 },
});

const s3 = stubS3();
vi.stubGlobal('fetch', s3.fetch);
beforeEach(() => {
  s3.files.clear();
  s3.answers.length = 0;
  s3.fetch.mockClear();
});

describe('a file', () => {
  it('is written with its note, signed, by one request', async () => {
    expect(await putOnce(path, someBytes('a,b'), noteOf('a,b'))).toEqual(noteOf('a,b'));

    expect(s3.fetch).toHaveBeenCalledTimes(1);
    expect(s3.files.get(stands)?.bytes).toEqual(someBytes('a,b'));
  });

  it('stays as it was first written, and says so to whoever comes second', async () => {
    await putOnce(path, someBytes('first'), noteOf('first'));

    expect(await putOnce(path, someBytes('second'), noteOf('second'))).toEqual(noteOf('first'));

    expect(s3.files.get(stands)?.bytes).toEqual(someBytes('first'));
  });

  it.each([[[403]], [[409]], [[500]], [[412, 404]], [[412, 503]]])(
    'that S3 answers with %j to is tried again by whoever asked',
    async (answers) => {
      s3.answers.push(...answers);

      await expect(putOnce(path, someBytes('a'), noteOf('a'))).rejects.toThrow(/S3 answered/);
    },
  );

  it('has a link that is signed, for its time and nothing else', async () => {
    const link = await linkTo(path, 900, new Date('2026-11-21T12:00:00.000Z'));

    const { hostname, pathname, searchParams } = new URL(link);
    expect(hostname).toBe('exports.s3.us-east-1.aws.test');
    expect(pathname).toBe(stands);
    expect(searchParams.get('X-Amz-Expires')).toBe('900');
    expect(searchParams.get('X-Amz-Date')).toBe('20261121T120000Z');
    expect(isSigned(link)).toBe(true);
    expect(isSigned(link.replace('part-00000', 'part-00001'))).toBe(false);
    expect(isSigned(link.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000'))).toBe(false);
  });
});
