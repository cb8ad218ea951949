import { simplify } from '../understanding/traditional.ts';

/** Letters of other scripts that look like Latin ones, and signs that stand for a word; in turn. */
const lookalikes = new Map(
  Object.entries({
    а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', і: 'i', ј: 'j', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', г: 'r', п: 'n', ѵ: 'v',
    α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w', γ: 'y', η: 'n',
    ı: 'i', ɑ: 'a', ɡ: 'g', ʏ: 'y', ᴠ: 'v', ᴡ: 'w', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae',
    '➕': '加', '✚': '加', '🐧': 'qq', '🛰': '微信', '🔫': '枪', '💰': '钱', '💵': '钱', '🧧': '红包', '📞': '电话', '☎': '电话', '📱': '电话', '🔞': '成人', '✈': '飞机', '🈶': '有', '🍵': '茶',
  }),
); // prettier-ignore
/** Traditional forms of words that matter here and are rare elsewhere. */
const traditional = new Map(
  pairs(
    '賭赌槍枪彈弹騙骗詐诈軍军職职獨独黨党藥药屍尸殺杀術术駭骇妓妓嫖嫖貓猫奪夺輪轮賤贱蕩荡醜丑淫淫陰阴莖茎亂乱倫伦姦奸蘿萝幫帮賬账滾滚蟲虫廢废純纯貨货轟轰鳥鸟恥耻燙烫脫脱縣县囉啰豬猪烏乌龜龟兇凶絲丝襪袜噴喷滅灭種种',
  ),
);

/** Chinese characters in the basic block, which has a direct way through folding. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/** A Latin letter or digit in its folded form. */
export function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || isDigit(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** How a simplified Chinese character is read; traditional ones become simplified. */
export function foldHan(code: number): number {
  const written = String.fromCharCode(code);
  const simple = traditional.get(written) ?? simplify(written);
  return simple.charCodeAt(0);
}

/** What a character of any other script stands for: letters and digits, or nothing when it is a sign. */
export function foldOther(character: string): string {
  const known = lookalikes.get(character);
  if (known !== undefined) return known;
  const enclosed = letterInBox(character.codePointAt(0) ?? 0);
  if (enclosed) return enclosed;
  const plain = character.normalize('NFKD').toLowerCase().replace(notRead, '');
  let folded = '';
  for (const it of plain) folded += lookalikes.get(it) ?? (it.length === 1 ? foldUnit(it) : it);
  return folded;
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  return isHan(code) ? String.fromCharCode(foldHan(code)) : unit;
}

const notRead = /[^\p{L}\p{N}]/gu;

/** Letters in filled circles, squares and flags, which Unicode does not decompose. */
function letterInBox(code: number): string | undefined {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6]) {
    if (code >= first && code < first + 26) return String.fromCharCode(0x61 + code - first);
  }
  return undefined;
}

function pairs(text: string): [string, string][] {
  const all = Array.from(text);
  return all.flatMap((it, i): [string, string][] => (i % 2 === 0 ? [[it, all[i + 1] ?? it]] : []));
}
