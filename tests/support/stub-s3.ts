import { createHash, createHmac } from 'node:crypto';
import { vi } from 'vitest';

const HOST = 'exports.s3.us-east-1.aws.test';
const KEY = 'test';

/** A bucket that answers `fetch`: it checks every signature as S3 does (Signature Version 4), and who was first to write. */
export function stubS3() {
  const files = new Map<string, { bytes: Uint8Array; note: string }>();
  /** Answered instead, while there are some. */
  const answers: number[] = [];
  const fetch = vi.fn(
    async (
      address: string,
      init: { method: string; headers: Record<string, string>; body: Uint8Array | null },
    ) => {
      const planned = answers.shift();
      if (planned !== undefined) return new Response(null, { status: planned });
      const { method, headers, body } = init;
      const url = new URL(address);
      if (signatureOf(method, url, headers) !== /Signature=(\w+)$/.exec(headers['authorization'] ?? '')?.[1])
        return new Response(null, { status: 403 });
      const known = files.get(url.pathname);
      if (method === 'HEAD') {
        if (!known) return new Response(null, { status: 404 });
        return new Response(null, { headers: { 'x-amz-meta-note': known.note } });
      }
      if (known && headers['if-none-match'] === '*') return new Response(null, { status: 412 });
      const bytes = body ?? new Uint8Array();
      if (createHash('sha256').update(bytes).digest('hex') !== headers['x-amz-content-sha256'])
        return new Response(null, { status: 400 });
      files.set(url.pathname, { bytes, note: headers['x-amz-meta-note'] ?? '' });
      return new Response(null);
    },
  );
  return { files, answers, fetch };
}

/** Whether a presigned address is signed as S3 wants it; its signature covers everything else in it. */
export function isSigned(address: string): boolean {
  const url = new URL(address);
  const signature = url.searchParams.get('X-Amz-Signature');
  url.searchParams.delete('X-Amz-Signature');
  return signatureOf('GET', url, {}, url.searchParams) === signature;
}

function signatureOf(
  method: string,
  url: URL,
  headers: Record<string, string>,
  query?: URLSearchParams,
): string {
  const said =
    query?.get('X-Amz-SignedHeaders') ?? /SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '')?.[1];
  const time = query?.get('X-Amz-Date') ?? headers['x-amz-date'] ?? '';
  const names = (said ?? '').split(';');
  const canonical = [
    method,
    url.pathname,
    [...(query ?? [])]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${name === 'host' ? HOST : (headers[name] ?? '')}`),
    '',
    names.join(';'),
    query ? 'UNSIGNED-PAYLOAD' : (headers['x-amz-content-sha256'] ?? ''),
  ].join('\n');
  const scope = [time.slice(0, 8), 'us-east-1', 's3', 'aws4_request'];
  const hash = createHash('sha256').update(canonical).digest('hex');
  const secret = scope.reduce<Buffer | string>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${KEY}`,
  );
  return createHmac('sha256', secret)
    .update(['AWS4-HMAC-SHA256', time, scope.join('/'), hash].join('\n'))
    .digest('hex');
}
