/**
 * An Aho–Corasick automaton as views over the bytes of a list: nodes in breadth-first order, so that a node's children
 * are neighbours and its first child is enough to find them. About ten bytes a node.
 */
export interface Automaton {
  /** The unit that leads to each node. */
  readonly labels: Uint16Array;
  /** First child of each node, and one entry more for the end. */
  readonly first: Uint32Array;
  /** The longest other beginning of a word that a node's word ends in. */
  readonly fail: Uint32Array;
  /** One bit a node: a word ends here. */
  readonly ends: Uint32Array;
  /** One bit a node: a word ends here, or at a node that failing leads to. */
  readonly speaks: Uint32Array;
  /** Words that end before each block of 32 nodes. */
  readonly rank: Uint32Array;
  /** Units of each word. */
  readonly lengths: Uint8Array;
}

/** The children of the root by unit, made at load, because every second step begins there. */
export type RootTable = Uint32Array;

export function rootTable({ labels, first }: Automaton): RootTable {
  const table = new Uint32Array(0x10000);
  for (let node = first[0] ?? 1; node < (first[1] ?? 1); node += 1) table[labels[node] as number] = node;
  return table;
}

/** Calls `visit` with the word's number and its place, for every word in the units; in order of their ends. */
export function scan(
  automaton: Automaton,
  root: RootTable,
  units: readonly number[],
  visit: (word: number, start: number, end: number) => void,
): void {
  const { fail, ends, speaks, lengths } = automaton;
  let node = 0;
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i] as number;
    let next = node === 0 ? (root[unit] as number) : child(automaton, node, unit);
    while (next === 0 && node !== 0) {
      node = fail[node] as number;
      next = node === 0 ? (root[unit] as number) : child(automaton, node, unit);
    }
    node = next;
    for (let at = node; at !== 0 && has(speaks, at); at = fail[at] as number) {
      if (!has(ends, at)) continue;
      const word = numberOf(automaton, at);
      visit(word, i + 1 - (lengths[word] as number), i + 1);
    }
  }
}

/** The child by this unit, or 0: the root is nobody's child. */
export function child({ labels, first }: Automaton, node: number, unit: number): number {
  let low = first[node] as number;
  let high = (first[node + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const label = labels[middle] as number;
    if (label === unit) return middle;
    if (label < unit) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

function has(bits: Uint32Array, at: number): boolean {
  return (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
}

/** How many words end at earlier nodes: the word's number. */
function numberOf({ ends, rank }: Automaton, node: number): number {
  const block = node >>> 5;
  const below = (ends[block] as number) & ((1 << (node & 31)) - 1);
  return (rank[block] as number) + ones(below);
}

function ones(bits: number): number {
  let it = bits - ((bits >>> 1) & 0x55555555);
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333);
  return Math.imul((it + (it >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
