import { createHash } from 'node:crypto';

/** A list cannot be used: what is wrong with its bytes. */
export class BrokenRiskListError extends Error {
  override readonly name = 'BrokenRiskListError';
  readonly reason: string;
  constructor(reason: string) {
    super(`risk list refused: ${reason}`);
    this.reason = reason;
  }
}

/** `KRSK`, little-endian. */
const MAGIC = 0x4b53524b;
export const VERSION = 2;
/** Magic, version, length in bytes, two checksum words, number of sections. */
const HEADER_WORDS = 6;

type Section = Uint8Array | Uint16Array | Uint32Array;

/** Puts sections one after another, each at a multiple of four, behind a header with a checksum over all that follows it. */
export function pack(sections: readonly Section[]): Uint8Array {
  const table: number[] = [];
  let length = 4 * (HEADER_WORDS + 2 * sections.length);
  for (const { byteLength } of sections) {
    table.push(length, byteLength);
    length += (byteLength + 3) & ~3;
  }
  const words = new Uint32Array(length >>> 2);
  const bytes = new Uint8Array(words.buffer);
  words.set([MAGIC, VERSION, length, 0, 0, sections.length, ...table]);
  sections.forEach((section, i) => {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), table[2 * i]);
  });
  words.set(checksum(words), 3);
  return bytes;
}

/** The sections as they lie. @throws BrokenRiskListError */
export function unpack(given: Uint8Array, count: number): Uint8Array[] {
  if (given.byteLength < 4 * HEADER_WORDS) throw new BrokenRiskListError('too short for a header');
  // Views need an aligned start; bytes cut out of a larger buffer may not have one.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  const [magic, version, length, low, high, sections] = words;
  if (magic !== MAGIC) throw new BrokenRiskListError('not a risk list (magic number)');
  if (version !== VERSION)
    throw new BrokenRiskListError(`version ${String(version)}, this engine reads ${VERSION}`);
  if (length !== bytes.byteLength)
    throw new BrokenRiskListError(`${bytes.byteLength} bytes, the header says ${String(length)}`);
  const sum = checksum(words);
  if (low !== sum[0] || high !== sum[1]) throw new BrokenRiskListError('checksum does not match');
  if (sections !== count)
    throw new BrokenRiskListError(`${String(sections)} sections, this engine reads ${count}`);
  return Array.from({ length: count }, (_, i) => {
    const [start = 0, size = 0] = words.subarray(HEADER_WORDS + 2 * i);
    if (start % 4 !== 0 || start + size > bytes.byteLength)
      throw new BrokenRiskListError(`section ${i} is out of bounds`);
    return bytes.subarray(start, start + size);
  });
}

export function asUint16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 1);
}

export function asUint32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
}

/** The first two words of the SHA-256 of all that follows; it finds accidents, not attackers. */
function checksum(words: Uint32Array): [number, number] {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength).subarray(
    4 * (HEADER_WORDS - 1),
  );
  const digest = createHash('sha256').update(bytes).digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}
