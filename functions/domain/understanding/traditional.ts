import { inBoth, table } from './traditional-table.ts';

/** Digits of five bits; the higher half says that more follow. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
/** The first Chinese character of the basic block. */
const FIRST = 0x4e00;

const simplifiedOf = readTable(table);
const simplifiedOnly = new Set(simplifiedOf.values());
for (const character of inBoth) simplifiedOnly.delete(character);

/** The simplified form of a character, or the character itself. */
export function simplify(character: string): string {
  return simplifiedOf.get(character) ?? character;
}

export function isTraditional(character: string): boolean {
  return simplifiedOf.has(character);
}

/** Written in simplified texts only. */
export function isSimplified(character: string): boolean {
  return simplifiedOnly.has(character);
}

/**
 * The text with 著 and 乾 as simplified texts write them: they are simplified characters too, in 著作 and 乾坤, and only the word
 * tells. As long as it was.
 */
export function simplifyByWord(text: string): string {
  return text.replace(particle, '着').replace(dry, '干');
}

const particle = /(?<![原名专專显顯卓土编編巨论論])著(?![作名述者称稱书書录錄])/g;
const dry = /乾(?![隆坤])/g;

function readTable(written: string): Map<string, string> {
  const numbers: number[] = [];
  let [value, place] = [0, 1];
  for (const digit of written) {
    const n = digits.indexOf(digit);
    value += (n % 32) * place;
    place *= 32;
    if (n < 32) {
      numbers.push(value);
      [value, place] = [0, 1];
    }
  }
  const pairs = new Map<string, string>();
  let [traditional, simplified] = [FIRST, FIRST];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [gap = 0, step = 0] = [numbers[i], numbers[i + 1]];
    traditional += gap;
    simplified += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    pairs.set(String.fromCharCode(traditional), String.fromCharCode(simplified));
  }
  return pairs;
}
