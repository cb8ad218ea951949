import { type Automaton, child } from '../automaton.ts';

/** Longest word of a list, in units. */
export const MAX_WORD = 60;

export interface BuiltAutomaton extends Automaton {
  /** For each word's number, its place among the words given. */
  readonly order: Uint32Array;
}

/** Builds the automaton of words that are sorted by UTF-16 units, without repeats, none empty or longer than `MAX_WORD`. */
export function buildAutomaton(words: readonly string[]): BuiltAutomaton {
  const nodes = countNodes(words);
  const labels = new Uint16Array(nodes);
  const first = new Uint32Array(nodes + 1);
  const ends = new Uint32Array((nodes + 31) >>> 5);
  const lengths = new Uint8Array(words.length);
  const order = new Uint32Array(words.length);
  // Each node is a range of the sorted words that share its beginning.
  const low = new Uint32Array(nodes);
  const high = new Uint32Array(nodes);
  const depth = new Uint8Array(nodes);
  high[0] = words.length;
  let made = 1;
  let numbered = 0;
  for (let node = 0; node < nodes; node += 1) {
    const at = depth[node] as number;
    const end = high[node] as number;
    let word = low[node] as number;
    first[node] = made;
    if (node > 0 && words[word]?.length === at) {
      ends[node >>> 5] = (ends[node >>> 5] as number) | (1 << (node & 31));
      lengths[numbered] = at;
      order[numbered] = word;
      numbered += 1;
      word += 1;
    }
    while (word < end) {
      const label = words[word]?.charCodeAt(at) ?? 0;
      const from = word;
      while (word < end && words[word]?.charCodeAt(at) === label) word += 1;
      labels[made] = label;
      low[made] = from;
      high[made] = word;
      depth[made] = at + 1;
      made += 1;
    }
  }
  first[nodes] = nodes;
  const tree = { labels, first, ends, lengths, order, rank: ranks(ends) };
  const fail = failures({ ...tree, fail: first, speaks: ends });
  return { ...tree, fail, speaks: speaking(ends, fail) };
}

function countNodes(words: readonly string[]): number {
  let nodes = 1;
  let before = '';
  for (const word of words) {
    let shared = 0;
    const most = Math.min(before.length, word.length);
    while (shared < most && before.charCodeAt(shared) === word.charCodeAt(shared)) shared += 1;
    nodes += word.length - shared;
    before = word;
  }
  return nodes;
}

function ranks(ends: Uint32Array): Uint32Array {
  const rank = new Uint32Array(ends.length);
  let sum = 0;
  for (let block = 0; block < ends.length; block += 1) {
    rank[block] = sum;
    for (let bits = ends[block] as number; bits !== 0; bits &= bits - 1) sum += 1;
  }
  return rank;
}

function failures(tree: Automaton): Uint32Array {
  const { labels, first } = tree;
  const fail = new Uint32Array(labels.length);
  for (let node = 0; node < labels.length; node += 1) {
    for (let at = first[node] as number; at < (first[node + 1] as number); at += 1) {
      if (node === 0) continue;
      const label = labels[at] as number;
      let back = fail[node] as number;
      let next = child(tree, back, label);
      while (next === 0 && back !== 0) {
        back = fail[back] as number;
        next = child(tree, back, label);
      }
      fail[at] = next;
    }
  }
  return fail;
}

function speaking(ends: Uint32Array, fail: Uint32Array): Uint32Array {
  const speaks = Uint32Array.from(ends);
  for (let node = 1; node < fail.length; node += 1) {
    const back = fail[node] as number;
    const heard = ((speaks[back >>> 5] as number) >>> (back & 31)) & 1;
    if (heard) speaks[node >>> 5] = (speaks[node >>> 5] as number) | (1 << (node & 31));
  }
  return speaks;
}
