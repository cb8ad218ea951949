/** A syllable as the ear and a hasty keyboard tell it: zh z, ch c, sh s, and -ing -in, -eng -en are the same. */
export function heard(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/([ie])ng$/u, '$1n');
}

/** Every way to write the syllables as they are heard, with their numbers. */
export function spellings(heardSyllables: readonly string[]): Map<string, number> {
  const known = new Map<string, number>();
  heardSyllables.forEach((syllable, i) => {
    const begun = /^[zcs]/u.test(syllable)
      ? [syllable, `${syllable.charAt(0)}h${syllable.slice(1)}`]
      : [syllable];
    for (const it of begun) {
      known.set(it, i + 1);
      if (/[ie]n$/u.test(it)) known.set(`${it}g`, i + 1);
    }
  });
  return known;
}

const longest = 6;
/** A run of letters longer than this is not read as syllables. */
const MAX_RUN = 40;

/** Cuts letters into syllables, the longest first; undefined when something is left over. */
export function cutSyllables(letters: string, known: ReadonlyMap<string, number>): string[] | undefined {
  if (letters.length > MAX_RUN) return undefined;
  const dead = new Set<number>();
  const cut = (at: number): string[] | undefined => {
    if (at === letters.length) return [];
    if (dead.has(at)) return undefined;
    for (let end = Math.min(letters.length, at + longest); end > at; end -= 1) {
      const syllable = letters.slice(at, end);
      if (!known.has(syllable)) continue;
      const rest = cut(end);
      if (rest) return [syllable, ...rest];
    }
    dead.add(at);
    return undefined;
  };
  return cut(0);
}
