import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ExportFile } from '../../schemas/export.ts';

const TRIES = 5;

/** A file that cannot be had: says why. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/**
 * Downloads a file, or what is missing of it: what an earlier try has left beside it with the ending `.part` is gone on from. It gets its
 * name only once its SHA-256 is right. `link` is asked for anew with every try, for links do not last. @throws DownloadError
 */
export async function download(
  { bytes, sha256 }: Pick<ExportFile, 'bytes' | 'sha256'>,
  path: string,
  link: () => Promise<string>,
): Promise<void> {
  if (existsSync(path) && (await digestOf(path)) === sha256) return;
  const part = `${path}.part`;
  let cause: unknown;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      if (sizeOf(part) < bytes) await fetchRest(await link(), part);
      if (sizeOf(part) < bytes) continue;
      if ((await digestOf(part)) === sha256) {
        renameSync(part, path);
        return;
      }
      // What is wrong does not get right by going on.
      rmSync(part);
      cause = new DownloadError('its SHA-256 is another one than the manifest says');
    } catch (error) {
      cause = error;
    }
  }
  const why = cause instanceof Error ? cause.message : 'it broke off every time';
  throw new DownloadError(`${path}: ${why}, ${TRIES} times`, { cause });
}

/** SHA-256 of a file, in hex. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function fetchRest(url: string, part: string): Promise<void> {
  const from = sizeOf(part);
  const answer = await fetch(url, { headers: from > 0 ? { range: `bytes=${from}-` } : {} });
  if (!answer.ok || !answer.body) throw new DownloadError(`the server answers ${answer.status}`);
  // One that knows no ranges sends all of it again.
  const flags = answer.status === 206 ? 'a' : 'w';
  await pipeline(answer.body, createWriteStream(part, { flags }));
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
