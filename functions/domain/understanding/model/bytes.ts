import { createHash } from 'node:crypto';

/** Why bytes cannot be used as what they claim to be. */
export class BrokenArtefactError extends Error {
  override readonly name = 'BrokenArtefactError';
}

type View = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array;

/** What an artefact consists of: a small header as JSON, and named arrays. */
export interface Artefact {
  readonly header: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, View>>;
}

const makers = { u8: Uint8Array, i8: Int8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array };
type ArrayType = keyof typeof makers;
const PREFIX = 44;
const ALIGNMENT = 8;

/**
 * One block of bytes: magic (4), length of the table (4, little-endian), SHA-256 of all that follows (32), padding, the table as
 * JSON, and the arrays, each at a multiple of 8. Reading makes views, it copies nothing. All machines we run on are little-endian.
 */
export function writeArtefact(magic: string, { header, arrays }: Artefact): Uint8Array {
  let offset = 0;
  const entries = Object.entries(arrays).map(([name, array]) => {
    const entry = { name, type: typeOf(array), offset, length: array.length };
    offset += aligned(array.byteLength);
    return entry;
  });
  const table = new TextEncoder().encode(JSON.stringify({ header, arrays: entries }));
  const start = aligned(PREFIX + table.length);
  const bytes = new Uint8Array(start + offset);
  bytes.set(new TextEncoder().encode(magic.slice(0, 4)), 0);
  new DataView(bytes.buffer).setUint32(4, table.length, true);
  bytes.set(table, PREFIX);
  for (const entry of entries) {
    const array = arrays[entry.name];
    if (array)
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + entry.offset);
  }
  bytes.set(digestOf(bytes), 8);
  return bytes;
}

/** Reads what `writeArtefact` wrote. @throws BrokenArtefactError that says what is wrong. */
export function readArtefact(magic: string, given: Uint8Array): Artefact {
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : Uint8Array.from(given);
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, 4)) !== magic)
    throw new BrokenArtefactError(`not a ${magic} artefact`);
  if (!sameBytes(digestOf(bytes), bytes.subarray(8, 40)))
    throw new BrokenArtefactError(`the checksum of the ${magic} artefact does not fit its bytes`);
  const tableLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const table: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + tableLength)));
  const start = aligned(PREFIX + tableLength);
  if (!isTable(table)) throw new BrokenArtefactError(`the ${magic} artefact has no table of contents`);
  const { buffer } = bytes;
  if (!(buffer instanceof ArrayBuffer)) throw new BrokenArtefactError('shared memory cannot be read');
  const arrays = table.arrays.map(({ name, type, offset, length }) => {
    const Maker = makers[type];
    if (start + offset + length * Maker.BYTES_PER_ELEMENT > bytes.length)
      throw new BrokenArtefactError(`${name} ends beyond the ${magic} artefact`);
    return [name, new Maker(buffer, bytes.byteOffset + start + offset, length)] as const;
  });
  return { header: table.header, arrays: Object.fromEntries(arrays) };
}

interface Table {
  header: Record<string, unknown>;
  arrays: { name: string; type: ArrayType; offset: number; length: number }[];
}

/** The checksum already proves who wrote it; this only tells the compiler. */
function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'header' in value && 'arrays' in value;
}

function typeOf(array: View): ArrayType {
  const [type] = Object.entries(makers).find(([, Maker]) => array instanceof Maker) ?? [];
  if (!isArrayType(type)) throw new TypeError('an artefact cannot hold this kind of array');
  return type;
}

function isArrayType(type: string | undefined): type is ArrayType {
  return type !== undefined && type in makers;
}

function digestOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes.subarray(0, 8)).update(bytes.subarray(40)).digest();
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
