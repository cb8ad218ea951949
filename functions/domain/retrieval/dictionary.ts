import { u32 } from './numbers.ts';

/**
 * Which number a term has. Terms are known by two independent 32-bit hashes, one of which chooses the slot and the other proves
 * it, so no words are kept and loading is free; among a million terms two are taken for one in about one case of ten thousand.
 */
export interface Dictionary {
  /** The proving hash of each term, by its number. */
  readonly proofs: Uint32Array;
  /** Open addressing: the number of a term plus one, 0 for an empty slot; the length is a power of two. */
  readonly slots: Uint32Array;
}

/** The kinds of terms; equal spellings of different kinds are different terms. */
export const Kind = { single: 1, pair: 2, piece: 3, concept: 4, concepts: 5 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** A term before it has a number. */
export interface Key {
  readonly place: number;
  readonly proof: number;
}

/** The key of a term made of one or two parts. */
export function keyOf(kind: Kind, first: string, second = ''): Key {
  let place = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  let proof = Math.imul(0x9e3779b9 ^ kind, 0x85ebca6b);
  const read = (text: string) => {
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      place = Math.imul(place ^ unit, 0x01000193);
      proof = Math.imul(proof ^ unit, 0xcc9e2d51);
      proof = (proof << 13) | (proof >>> 19);
    }
  };
  read(first);
  if (second) {
    place = Math.imul(place ^ 0xffff, 0x01000193);
    proof = Math.imul(proof ^ 0xffff, 0x1b873593);
    read(second);
  }
  return { place: mixed(place), proof: proof >>> 0 };
}

/** The number of a term; −1 when it is not known. */
export function numberOf({ proofs, slots }: Dictionary, { place, proof }: Key): number {
  const last = slots.length - 1;
  for (let slot = place & last; ; slot = (slot + 1) & last) {
    const number = u32(slots, slot) - 1;
    if (number < 0 || proofs[number] === proof) return number;
  }
}

/** Gives numbers to terms as they come. */
export class DictionaryBuilder {
  private proofs: number[] = [];
  private places: number[] = [];
  private slots = new Uint32Array(1024);

  get size(): number {
    return this.proofs.length;
  }

  /** The number of a term, a new one when it has none. */
  number(key: Key): number {
    const last = this.slots.length - 1;
    let slot = key.place & last;
    for (; ; slot = (slot + 1) & last) {
      const number = u32(this.slots, slot) - 1;
      if (number < 0) break;
      if (this.proofs[number] === key.proof) return number;
    }
    this.slots[slot] = this.proofs.push(key.proof);
    this.places.push(key.place);
    if (this.proofs.length * 2 > this.slots.length) this.grow();
    return this.proofs.length - 1;
  }

  build(): Dictionary {
    return { proofs: Uint32Array.from(this.proofs), slots: this.slots };
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const last = this.slots.length - 1;
    for (const [number, place] of this.places.entries()) {
      let slot = place & last;
      while (this.slots[slot]) slot = (slot + 1) & last;
      this.slots[slot] = number + 1;
    }
  }
}

/** Spreads a hash over all its bits, so that its lowest choose well. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> 0;
}
