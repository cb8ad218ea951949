import { SignatureV4 } from '@smithy/signature-v4';
import { createHash, createHmac, type Hash } from 'node:crypto';
import { ExportsEnvironment } from '../../schemas/environment.ts';
import { ExportPart } from '../../schemas/export.ts';
import { defaultProvider } from '../runtime/credentials.ts';
import { endpointOf } from '../runtime/endpoint.ts';
import { environment } from '../runtime/environment.ts';

const { EXPORTS_BUCKET } = environment(ExportsEnvironment);
const { AWS_REGION, AWS_ENDPOINT_URL } = process.env;

/**
 * Three plain requests, signed by the SDK's own signer: the SDK's S3 client with its endpoint rules and shapes is 250 kB, which every start
 * would load.
 */
const signer = new SignatureV4({
  service: 's3',
  region: AWS_REGION ?? '',
  credentials: defaultProvider(),
  sha256: hashing(),
  uriEscapePath: false,
});

/**
 * Writes a file that nobody has written yet, with a note beside it; returns the note of the file that stands there, be it another's.
 * S3 itself decides who was first (`If-None-Match: *`).
 */
export async function putOnce(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  note: ExportPart,
): Promise<ExportPart> {
  const put = await send('PUT', path, bytes, {
    'if-none-match': '*',
    'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
    [NOTE]: Buffer.from(JSON.stringify(note)).toString('base64'),
  });
  if (put.ok) return note;
  if (put.status !== 412) throw new FileError(`S3 answered ${put.status} to a file`);
  const found = await send('HEAD', path, undefined, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' });
  if (!found.ok) throw new FileError(`S3 answered ${found.status} to a question about a file`);
  return ExportPart.parse(JSON.parse(Buffer.from(found.headers.get(NOTE) ?? '', 'base64').toString()));
}

/** An address that anybody may read the file from, for so many seconds. */
export async function linkTo(path: string, seconds: number, now: Date): Promise<string> {
  const where = place(path);
  const headers = { ...where.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const { query } = await signer.presign(
    { method: 'GET', ...where, headers },
    { expiresIn: seconds, signingDate: now },
  );
  const parameters = Object.entries(query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `${addressOf(where)}?${parameters.join('&')}`;
}

/** S3 would not do it. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

const NOTE = 'x-amz-meta-note';

async function send(
  method: 'PUT' | 'HEAD',
  path: string,
  body: Uint8Array<ArrayBuffer> | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const where = place(path);
  const { headers: signed } = await signer.sign({
    method,
    ...where,
    headers: { ...where.headers, ...headers },
    body,
  });
  // `fetch` says the host by itself.
  const { host: _host, ...sent } = signed;
  return fetch(addressOf(where), { method, headers: sent, body: body ?? null });
}

interface Place {
  protocol: string;
  hostname: string;
  port?: number | undefined;
  path: string;
}

/** Where a file stands: under its bucket's own name, on a local cloud below the one address of everything. */
function place(path: string): Place & { headers: { host: string } } {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const { url } = endpointOf('s3')({ Endpoint: AWS_ENDPOINT_URL, Region: AWS_REGION });
  const { protocol, port } = url;
  const local = AWS_ENDPOINT_URL !== undefined;
  const hostname = local ? url.hostname : `${EXPORTS_BUCKET}.${url.hostname}`;
  return {
    protocol,
    hostname,
    port: port === '' ? undefined : Number(port),
    path: local ? `/${EXPORTS_BUCKET}/${encoded}` : `/${encoded}`,
    headers: { host: port === '' ? hostname : `${hostname}:${port}` },
  };
}

function addressOf({ protocol, hostname, port, path }: Place): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`;
}

/** SHA-256, with a key where the signer has one, as it wants it. */
function hashing() {
  return class Sha256 {
    private readonly hash: Hash | ReturnType<typeof createHmac>;
    constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
      this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
    }
    update(data: string | ArrayBuffer | ArrayBufferView): void {
      this.hash.update(bytesOf(data));
    }
    async digest(): Promise<Uint8Array> {
      return this.hash.digest();
    }
    reset(): void {
      throw new FileError('a hash is used once');
    }
  };
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
