import { isDigit, isWord } from './characters.ts';
import type { Reading } from './fold.ts';
import { addSpot, firstFrom, type Spots } from './spots.ts';

const addresses =
  /(?:https?:\/\/|www\.)[\w.-]{3,80}|\b[a-z0-9-]{2,40}\.(?:com|cn|net|org|top|xyz|vip|cc|me|app|info|shop|club|link|io|win|bet|site|online)\b/giu;
const sums =
  /[¥￥$€£]\s?\d{1,9}|\d{1,9}(?:\.\d{1,2})?\s?(?:元|块|万|百|千|w|k|%|％|折|刀|美元|美金|rmb|usd|bucks?|dollars?|usdt|btc|eth)|[一二两三四五六七八九十几半]{1,3}(?:百|千|万|块|元|折)/giu;

/** What the engine finds without a list: account names and numbers, web addresses, sums and shares. */
export function findSigns(reading: Reading, ids: Readonly<Record<string, number>>): Map<number, Spots> {
  const found = new Map<number, Spots>();
  findHandles(reading, (start, end) => addSpot(found, ids['handle'] ?? 0, start, end));
  for (const [name, pattern] of [
    ['link', addresses],
    ['amount', sums],
  ] as const) {
    for (const match of reading.original.matchAll(pattern)) {
      const start = placeOf(reading, match.index);
      const end = Math.max(start + 1, placeOf(reading, match.index + match[0].length));
      addSpot(found, ids[name] ?? 0, start, end);
    }
  }
  return found;
}

/** Runs of 5 to 20 letters and digits with two digits at least, such as the names and numbers of messengers. */
function findHandles({ codes }: Reading, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < codes.length; start += 1) {
    let end = start;
    let digits = 0;
    while (end < codes.length && isWord(codes[end] ?? 0)) {
      if (isDigit(codes[end] ?? 0)) digits += 1;
      end += 1;
    }
    const length = end - start;
    if (digits >= 2 && length >= 5 && length <= 20) visit(start, end);
    start = end;
  }
}

/** The first unit of the reading at or behind a place of the original. */
function placeOf({ from }: Reading, at: number): number {
  return firstFrom(from, at);
}

/** How many words lie before each unit: every Chinese character is one, every Latin word or number is one. */
export function countWords({ codes }: Reading): Int32Array {
  const words = new Int32Array(codes.length + 1);
  let count = 0;
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    words[i] = count;
    const goesOn = isWord(code) && isWord(codes[i + 1] ?? 0);
    if (code !== 0x20 && !goesOn) count += 1;
  }
  words[codes.length] = count;
  return words;
}
