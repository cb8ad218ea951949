/** Luhn's check of a card number; digits only. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether a card number begins and is as long as the networks issue them (ISO/IEC 7812 ranges in use). */
export function isCardRange(digits: string): boolean {
  return ranges.some(([pattern, lengths]) => pattern.test(digits) && lengths.includes(digits.length));
}

const ranges: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:62|9558|436742|5264|6858)/u, [16, 17, 18, 19]],
  [/^4/u, [16]],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/u, [16]],
  [/^3[47]/u, [15]],
  [/^(?:30[0-5]|36|38)/u, [14]],
  [/^35(?:2[89]|[3-8])/u, [16]],
  [/^(?:6011|65|64[4-9])/u, [16]],
];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether an 18-character identity number of mainland China is well formed: province, birth date, check digit (GB 11643). */
export function isChineseId(written: string): boolean {
  const id = written.toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/u.test(id) || !provinces.has(id.slice(0, 2)) || !isBirthDate(id.slice(6, 14)))
    return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return '10X98765432'[sum % 11] === id[17];
}

/** Whether it has the shape of one, with a province and a date, but perhaps a slip of the pen. */
export function looksLikeChineseId(written: string): boolean {
  return (
    /^[1-9]\d{16}[\dXx]$/u.test(written) &&
    provinces.has(written.slice(0, 2)) &&
    isBirthDate(written.slice(6, 14))
  );
}

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

function isBirthDate(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Whether a Taiwanese identity number has the right check digit: a letter, then nine digits. */
export function isTaiwaneseId(written: string): boolean {
  if (!/^[A-Z][1289]\d{8}$/u.test(written)) return false;
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(written.charAt(0)) + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...Array.from(written.slice(1), Number)];
  const sum = digits.reduce(
    (total, digit, i) => total + digit * ([1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1][i] ?? 0),
    0,
  );
  return sum % 10 === 0;
}
