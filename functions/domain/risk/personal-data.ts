import type { PersonalData, PersonalDataKind } from '../../../schemas/risk.ts';
import { isCardRange, isChineseId, isTaiwaneseId, looksLikeChineseId, passesLuhn } from './checksums.ts';
import { type PlainDigits, plainDigits } from './digits.ts';

/** One way of finding a kind of data: a pattern with the data as group 1, and what else must hold. */
interface Finder {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** Given the data and the words before it. */
  readonly holds?: (data: string, before: string) => boolean;
}

/** Personal data in a text, in its order, with what may be shown instead; none overlap. */
export function findPersonalData(text: string): PersonalData[] {
  const plain = plainDigits(text);
  const taken: PersonalData[] = [];
  for (const { kind, pattern, holds } of finders) {
    for (const match of plain.text.matchAll(pattern)) {
      const [whole, data = whole] = match;
      const start = match.index + whole.lastIndexOf(data);
      const span = spanOf(plain, start, start + data.length);
      if (taken.some((it) => span[0] < it.span[1] && it.span[0] < span[1])) continue;
      if (holds && !holds(data, plain.text.slice(Math.max(0, start - BEFORE), start))) continue;
      taken.push({ kind, span, masked: maskOf(kind, text.slice(...span), data) });
    }
  }
  return taken.sort((a, b) => a.span[0] - b.span[0]);
}

/** The text with its personal data masked, such as 138****5678, and what was masked. */
export function mask(text: string): { text: string; found: PersonalData[] } {
  const found = findPersonalData(text);
  let masked = '';
  let at = 0;
  for (const { span, masked: shown } of found) {
    masked += text.slice(at, span[0]) + shown;
    at = span[1];
  }
  return { text: masked + text.slice(at), found };
}

/** How far back words say what a number is, in units. */
const BEFORE = 16;
/** Numbers that people must be able to read: orders, parcels, tickets, articles. */
const label =
  /(?:订单|單號|单号|运单|快递|物流|工单|流水|商品|货号|编号|批次|版本|直播间|房间|uid|\bid|order|tracking|parcel|ticket|invoice|发票号|税号|店铺|序列号|imei|sku|ref)[^\d。；;]{0,8}$/iu;
const unlabelled = (_data: string, before: string) => !label.test(before);
const digitsOf = (written: string) => written.replace(/\D/gu, '');

// Every pattern is bounded, so that no text makes it slow.
const finders: readonly Finder[] = [
  {
    kind: 'email',
    pattern:
      /([a-z0-9][a-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,24})/giu,
  },
  {
    kind: 'password',
    pattern: /(?:密码|口令|password|passwd|pwd|passcode)\s?(?:就?是|为|is|was|[:：=])\s{0,2}([!-~]{4,32})/giu,
    holds: (data) => /\d|[^a-z]/iu.test(data) || !plainWords.test(data),
  },
  {
    kind: 'id-card',
    pattern: /(?<![\dA-Za-z])([1-9]\d{5}[ -]?\d{8}[ -]?\d{3}[\dXx])(?![\dA-Za-z])/gu,
    holds: (data, before) => {
      const id = data.replace(/[ -]/gu, '');
      return isChineseId(id)
        ? !label.test(before)
        : looksLikeChineseId(id) && /身份证|证件|id card|identity/iu.test(before);
    },
  },
  {
    kind: 'id-card',
    pattern: /(?<![\dA-Za-z])([A-Z][1289]\d{8})(?![\dA-Za-z])/gu,
    holds: (data, before) => isTaiwaneseId(data) && !label.test(before),
  },
  {
    kind: 'bank-card',
    pattern:
      /(?<![\dA-Za-z.-])(\d{4}(?:[ -]?\d{4}){2}[ -]?\d{2,4}(?:[ -]?\d{1,3})?|\d{4}[ -]\d{6}[ -]\d{5})(?![\dA-Za-z])/gu,
    holds: (data, before) => {
      const digits = digitsOf(data);
      if (!isCardRange(digits) || label.test(before)) return false;
      return passesLuhn(digits) || /卡号|银行卡|储蓄卡|信用卡|card/iu.test(before);
    },
  },
  {
    kind: 'passport',
    pattern:
      /(?:护照|護照|passport|通行证)[^\w。；;]{0,6}(?:no\.?|number|号码|号|是|:|：|is|\s){0,4}([A-Z]{1,2}\d{6,9})(?!\w)/giu,
  },
  {
    kind: 'code',
    pattern:
      /(?:验证码|驗證碼|校验码|动态码|短信码|动态口令|cvv2?|cvc|安全码|otp|verification code|security code|one[- ]time (?:code|password)|passcode|(?<!(?:error|promo|zip|invite|coupon|country|status|discount|batch|postal) )\bcode(?= ?(?:is|was|[:：=]| \d{4})))\s?(?:就?是|为|is|was|收到了?|[:：=,，])?\s{0,2}(\d{3,8})(?![\d.])/giu,
  },
  {
    kind: 'code',
    pattern:
      /(?<!\d)(\d{4,8})(?=\s?(?:就?是|为|is)\s?(?:我的|my|the)?\s?(?:验证码|动态码|校验码|otp|verification code))/giu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\dA-Za-z.])((?:(?:\+|00)86[ -]?)?1[ -]?[3-9][ -]?\d(?:[ -]?\d){8})(?![\dA-Za-z]|[ -]\d)/gu,
    holds: unlabelled,
  },
  {
    kind: 'phone',
    pattern: /(?<![\dA-Za-z])(\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5})(?!\d)/gu,
    holds: (data) => digitsOf(data).length >= 8 && digitsOf(data).length <= 15,
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\dA-Za-z-])(\(?0\d{2,3}\)?[ -]\d{7,8}|09\d{2}[ -]?\d{3}[ -]?\d{3}|(?![48]00)\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[ .-]\d{4})(?![\dA-Za-z-])/gu,
    holds: unlabelled,
  },
];

/** English words that follow "password is" and are none. */
const plainWords =
  /^(?:wrong|incorrect|invalid|not|being|still|already|always|never|too|very|reset|changed|expired|lost|forgotten|correct|right|required|weak|strong|case|only|also|the|same|that|what|they|error)\b/iu;

function spanOf({ from, to }: PlainDigits, start: number, end: number): [number, number] {
  return [from[start] as number, to[end - 1] as number];
}

/** How many characters stay readable at the beginning and at the end. */
const shown: Record<PersonalDataKind, readonly [number, number]> = {
  'id-card': [3, 4],
  'bank-card': [4, 4],
  phone: [3, 4],
  email: [1, 0],
  passport: [1, 1],
  code: [0, 0],
  password: [0, 0],
};

function maskOf(kind: PersonalDataKind, written: string, plain: string): string {
  if (kind === 'code' || kind === 'password') return '******';
  if (kind === 'email')
    return `${written.slice(0, 1)}***${written.slice(Math.max(1, written.search(/\s?(?:@|＠|\(at\)|\[at\])/iu)))}`;
  const [first, last] = shown[kind];
  const country = /^\+1/u.test(plain) ? 1 : plain.startsWith('+') ? 2 : plain.startsWith('00') ? 4 : 0;
  const characters = Array.from(written);
  const counted = characters.filter(isShownOrHidden).length;
  let seen = 0;
  return characters
    .map((it) => {
      if (!isShownOrHidden(it)) return it;
      seen += 1;
      return seen <= first + country || seen > counted - last ? it : '*';
    })
    .join('');
}

function isShownOrHidden(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
