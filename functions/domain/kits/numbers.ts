/** A number as people write it, and where it stands in the text. */
export interface WrittenNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const scales: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 1e8,
};
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const english = new Map([
  ...small.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, i) => [word, (i + 2) * 10] as const),
]);
const anyEnglish = [...english.keys()].join('|');

/** A number in digits, with or without 万, 千, w or k; never a part of a word such as `mp4`. */
const ARABIC = String.raw`(?<![a-z\d.])(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,4})?(?:万\d(?!\d)|[百千万亿]|[wk](?![a-z\d]))?`;
/** No number anybody writes is longer; without a bound a flood of numerals would cost its square. */
const CHINESE = '[零〇一二两俩三四五六七八九十百千万亿]{1,14}';
const ENGLISH = String.raw`\b(?:${anyEnglish}|a(?= hundred| thousand))(?:[ -](?:${anyEnglish}|hundred|thousand|and)){0,8}\b`;

/** Source of a pattern for any written number, to be put into larger patterns. */
export const NUMBER = `(?:${ARABIC}|${CHINESE}|${ENGLISH})`;

/** Chinese numerals inside other words: 一直, 万一, 一下, 十分 … are no numbers. */
const inWords =
  /(?<=[几数])[十百千万]+|一(?=[直下些样般起共旦边方面会再律路向切致贯度旁定概次性])|(?<=[万统唯第专之同进单单周星期礼拜])[一二三四五六]|万一|十分|千万(?!元|块)|一(?=点(?:也|都|没|不))|两(?=者|边|样)|三番五次|七七八八|乱七八糟/g;

/** Every number of a normalized text, in order. */
export function numbersIn(text: string): WrittenNumber[] {
  const masked = text.replace(inWords, (it) => '　'.repeat(it.length));
  return [...masked.matchAll(new RegExp(NUMBER, 'g'))].flatMap((match) => {
    const value = toNumber(match[0]);
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}

/** The value of one written number such as `1,200`, `1.2w`, `三百五` or `twenty-five`; undefined when it is none. */
export function toNumber(written: string): number | undefined {
  if (/^\d/.test(written)) return arabic(written);
  if (/^[a-z]/.test(written)) return englishNumber(written);
  return chineseNumber(written);
}

function arabic(written: string): number {
  const plain = written.replaceAll(',', '');
  const [, whole = '', thousands = ''] = /^(\d+)万(\d)$/.exec(plain) ?? [];
  if (whole) return Number(whole) * 10_000 + Number(thousands) * 1000;
  const scale = scales[plain.slice(-1)];
  return scale ? round(Number(plain.slice(0, -1)) * scale) : Number(plain);
}

/** 三百五 is 350, 两千三 is 2300, 一百零五 is 105; without a unit the digits stand in a row, as in 二零二六. */
function chineseNumber(written: string): number | undefined {
  const characters = Array.from(written);
  if (characters.every((it) => it in digits)) return Number(characters.map((it) => digits[it]).join(''));
  let [total, section, digit, lastUnit] = [0, 0, 0, 1];
  let afterZero = false;
  for (const character of characters) {
    const unit = units[character];
    if (character in digits) {
      digit = digits[character] ?? 0;
      afterZero ||= digit === 0;
    } else if (unit) {
      section += (digit || (section === 0 ? 1 : 0)) * unit;
      [digit, lastUnit, afterZero] = [0, unit, false];
    } else {
      const scale = scales[character] ?? 1;
      if (total + section + digit === 0) return undefined;
      total = (total + section + digit) * scale;
      [section, digit, lastUnit, afterZero] = [0, 0, scale, false];
    }
  }
  const short = !afterZero && lastUnit > 10;
  return total + section + (short ? (digit * lastUnit) / 10 : digit);
}

function englishNumber(written: string): number {
  let [total, section] = [0, 0];
  for (const word of written.split(/[ -]/)) {
    if (word === 'hundred') section = (section || 1) * 100;
    else if (word === 'thousand') [total, section] = [total + (section || 1) * 1000, 0];
    else section += english.get(word) ?? 0;
  }
  return total + section;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
