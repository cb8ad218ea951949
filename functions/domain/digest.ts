import { hash } from 'node:crypto';

/** JSON with sorted keys and without undefined values: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** SHA-256 of bytes, in hex. */
export function bytesDigest(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
