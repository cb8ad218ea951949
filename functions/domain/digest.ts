import { hash } from 'node:crypto';

/** JSON with sorted keys and without undefined values: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    // Several times for every event of every ticket: one text, and no list of its parts.
    const items: Partial<Record<string, unknown>> = value;
    let text = '';
    for (const key of Object.keys(value).sort()) {
      const item = items[key];
      if (item === undefined) continue;
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
    }
    return `{${text}}`;
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

/** The id of what somebody's command makes: the same command always makes the same. `digits`: of base 16. */
export function idFrom(who: string, command: string | number, digits: number): string {
  return sha256(`${who}\n${command}`).slice(0, digits);
}
