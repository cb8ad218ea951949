import { normalize } from './normalize.ts';

/** What search compares: Chinese characters and their neighbours in pairs, and English words without their endings. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of normalize(text)
    .replaceAll("'", '')
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}+]+/gu)) {
    if (/^\p{Script=Han}/u.test(run)) terms.push(...charactersOf(run), ...pairsOf(run));
    else terms.push(stem(run));
  }
  return terms;
}

function pairsOf(run: string): string[] {
  const characters = charactersOf(run);
  return characters.slice(1).map((second, i) => `${characters[i] ?? ''}${second}`);
}

function charactersOf(run: string): string[] {
  return Array.from(run);
}

/** `refunds`, `refunded` and `refunding` become `refund`. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[a-z]{3})s$/, '');
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|ly)$/, '');
}
