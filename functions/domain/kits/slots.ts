import type { SlotValue } from '../../../schemas/dialogue.ts';
import { mask } from '../risk/personal-data.ts';
import { dateIn } from './dates.ts';
import { NUMBER, numbersIn, toNumber } from './numbers.ts';

/** How a slot is read: out of a reply to the question for it, or out of words said before anybody asked. */
export interface Manner {
  readonly asked: boolean;
  /** The day in the business time zone, `2026-11-21`. */
  readonly today: string;
}

/** Reads one slot out of a normalized text; undefined when the text does not say it. */
export type Reader = (text: string, manner: Manner) => SlotValue | undefined;

/** What a slot holds when the customer was asked and does not know. */
export const UNSURE = 'unsure';

const unsure =
  /不(?:太|大|是很)?(?:清楚|知道|确定|记得|了解|晓得|会看)|没(?:太|有)?(?:注意|留意|看清|记|写|标|显示)|忘(?:了|记)|说不(?:好|准|清)|看不(?:到|见|出)|找不到|没找到|查不到|不知|不懂|no idea|not (?:really |quite |100% )?sure|unsure|dunno|idk|don'?t (?:know|remember|see it)|can'?t (?:tell|find|see it|remember)|no clue|where (?:do i|can i) (?:see|find)/;

/** The same reader, and `unsure` when an answer to the question says that the customer does not know. */
export function orUnsure(read: Reader): Reader {
  return (text, manner) => read(text, manner) ?? (manner.asked && unsure.test(text) ? UNSURE : undefined);
}

const yesWords =
  /^(?:嗯+|恩+|en+|对+|对的|是+|是的|是啊|有+|有的|有啊|行|好|好的|可以|能|会|要|没错|没问题|没毛病|当然|肯定|必须|确实|正确|一致|一样|同一个|都(?:是|有|对)|应该(?:是|有|对)|好像(?:是|有)|可能(?:是|有)|估计是|已经|y|ya|yes|yea|yeah|yep|yup|yas|sure|ok|okay|k|right|correct|true|indeed|of course|definitely|absolutely|i (?:did|do|am|have|think so|guess so)|it (?:is|does|did)|we did|they did|probably|i believe so|1|✓|√|👌|👍)(?![a-z\d])/u;
const noWords =
  /^(?:不+(?![清知确记晓懂了]|太清|会看)|木有|没+有?|没有?(?:啊|呢|吧|的)?|冇|无|否|不是|不对|不行|不可以|并?没有?|从来没|从没|还没有?|未|都没|应该(?:不|没)|好像(?:不|没)|可能(?:不|没)|估计(?:不|没)|肯定(?:不|没)|绝对(?:不|没)|确实(?:不|没)|n|no|nope|nah|nay|never|not|none|negative|false|i (?:did|do|have|was)(?:n'?t| not)|it(?:'s| is)? ?(?:isn'?t|not|doesn'?t|wasn'?t)|don'?t think so|neither|incorrect|wrong|probably not|of course not|2|×|✗|👎)(?![a-z\d])/u;
/** What may stand before the word that counts. */
const leadIn =
  /^(?:(?:啊|哦|噢|呃|额|嗯+(?=[,. 没不有是对])|那个|这个|我|我的|它|他|她|说实话|其实|应该说|um+|uh+|er+|well|so|oh|hmm+|hi|hello|you see|actually|honestly|i think|i guess|也|就|都|倒|倒是|确认过?|看了|我看了?|查了|刚看了?|看过了?)[\s,.!~…。、]*)+/u;

/** True or false; a slot's own words for it come first, and alone count without a question. */
export function yesNo(own: { yes?: RegExp; no?: RegExp } = {}): Reader {
  return (text, { asked }) => {
    if (own.no?.test(text)) return false;
    if (own.yes?.test(text)) return true;
    if (!asked) return undefined;
    const reply = text.trim();
    const bare = reply.replace(leadIn, '');
    for (const it of bare === reply ? [reply] : [bare, reply]) {
      if (/^(?:没错|没问题|没毛病)/.test(it)) return true;
      if (unsure.test(it)) return undefined;
      if (noWords.test(it)) return false;
      if (yesWords.test(it)) return true;
    }
    return undefined;
  };
}

const ordinals: readonly RegExp[] = [
  /^(?:第?[一1](?:个|种|条|项)?|选?项?1|①|前者|the first(?: one)?|first(?: one)?|option (?:1|one)|number one|a)[\s).、:]*$/u,
  /^(?:第?[二2](?:个|种|条|项)?|选?项?2|②|后者|the (?:second|latter)(?: one)?|second(?: one)?|option (?:2|two)|number two|b)[\s).、:]*$/u,
  /^(?:第?[三3](?:个|种|条|项)?|选?项?3|③|the third(?: one)?|third(?: one)?|option (?:3|three)|number three|c)[\s).、:]*$/u,
  /^(?:第?[四4](?:个|种|条|项)?|选?项?4|④|the fourth(?: one)?|fourth(?: one)?|option (?:4|four)|number four|d)[\s).、:]*$/u,
  /^(?:第?[五5](?:个|种|条|项)?|选?项?5|⑤|the fifth(?: one)?|fifth(?: one)?|option (?:5|five)|number five|e)[\s).、:]*$/u,
];

/** Which of the numbered answers a reply picks, from 0; undefined when it picks none by number. */
export function ordinalIn(text: string, count: number): number | undefined {
  const bare = text
    .trim()
    .replace(
      /^(?:我?(?:选|要|是|想问)?(?:的?是|择)?|就|应该是|好像是|大概|选项|情况|类型|it'?s|i (?:mean|want|choose|pick)|that would be|probably|maybe|答案?)[\s:,]*(?=[第一二三四五\d①-⑤a-e前后]|the |first|second|third|option|number)/u,
      '',
    )
    .replace(/(?:个)?(?:吧|啊|呀|哦|的|了|情况|please|pls|i think|谢谢|thanks)?[\s.。!~,，]*$/u, '');
  if (/^(?:最后一?(?:个|种|项)?|the last(?: one)?|last(?: one)?)$/.test(bare)) return count - 1;
  const index = ordinals.findIndex((it) => it.test(bare));
  if (index >= 0 && index < count) return index;
  const digit = /^(\d)(?:[.、:)] ?.{0,20}|\D{0,12})$/u.exec(bare)?.[1];
  const picked = digit ? Number(digit) - 1 : -1;
  return picked >= 0 && picked < count && !/^\d\s*(?:元|块|个|天|g|m|%|点|号|月)/.test(bare)
    ? picked
    : undefined;
}

/** One of the numbered answers of a question, by its number or by words that speak for it; the first that fits. */
export function choice(options: Readonly<Record<string, RegExp | undefined>>): Reader {
  const entries = Object.entries(options);
  return (text, { asked }) => {
    const picked = asked ? ordinalIn(text, entries.length) : undefined;
    if (picked !== undefined) return entries[picked]?.[0];
    return entries.find(([, cue]) => cue?.test(text))?.[0];
  };
}

const CURRENCY = '(?:元|块钱|块|圆|rmb|yuan|cny|usd|dollars?|bucks?|刀)';
/** Source of a pattern for a sum; named groups: before (currency first), sum, tail (15块5), dime (八毛). */
export const MONEY = `(?:[¥$€£] ?(?<before>${NUMBER})|(?<sum>${NUMBER})[多来]? ?${CURRENCY}(?<tail>[\\d一二两三四五六七八九](?![\\d十百]))?|(?<dime>${NUMBER})[毛角])`;

/** Sums of money in yuan (or the currency named), in order. */
export function sumsIn(text: string): number[] {
  return [...text.matchAll(new RegExp(MONEY, 'g'))].flatMap(({ groups = {} }) => {
    const { before, sum, tail, dime } = groups;
    if (dime) return [(toNumber(dime) ?? 0) / 10];
    const value = toNumber(before ?? sum ?? '');
    return value === undefined ? [] : [value + (toNumber(tail ?? '') ?? 0) / 10];
  });
}

const otherUnit =
  /^ ?(?:天|周|号|月|年|日|点|次|单|件|小时|分钟|分|秒|%|g|m|kg|公斤|斤|克|days?|hours?|times?|st|nd|rd|th|pm|am)/;

/**
 * A sum of money. Without a question it must stand close behind the slot's own words; as an answer the first sum or bare number
 * counts. `nothing` are the words that mean 0.
 */
export function money(own: RegExp, nothing?: RegExp): Reader {
  return (text, { asked }) => {
    const behind = text.match(
      new RegExp(`(?:${own.source})[^\\d,.;。!?]{0,6}?(?<at>(?:[¥$€£] ?)?${NUMBER}.{0,5})`),
    );
    const near = behind?.groups?.['at'];
    const bare = near ? numbersIn(near)[0] : undefined;
    if (near && bare) {
      const sums = sumsIn(near);
      if (sums[0] !== undefined) return sums[0];
      if (!otherUnit.test(near.slice(bare.end))) return bare.value;
    }
    if (nothing?.test(text)) return 0;
    if (!asked) return undefined;
    const [sum] = sumsIn(text);
    if (sum !== undefined) return sum;
    const number = numbersIn(text).find((it) => !otherUnit.test(text.slice(it.end)));
    return number && number.value < 1e7 ? number.value : undefined;
  };
}

const megabytes: Readonly<Record<string, number>> = { k: 1 / 1024, m: 1, 兆: 1, g: 1024, t: 1024 * 1024 };
const SIZE = new RegExp(
  `(${NUMBER})(?:个)?[多来]? ?(?:个)?(tb|t|gb|g|mb|m|兆|kb)(?![a-z])(?!网|信号|流量|手机|卡| ?network| ?wifi| ?signal)`,
);

/** Behind a number that is no size of a file: 3天, 5g网. */
const notSize = /^ ?(?:天|周|号|月|年|日|点|次|小时|分钟|秒|块|元|个?人|g ?(?:网|信号|流量|network|wifi))/;

/** A file's size in MB; a bare number as an answer is GB up to 50 and MB from 100 on. */
export const fileSize: Reader = (text, { asked }) => {
  const [, written = '', unit = ''] = SIZE.exec(text) ?? [];
  const value = toNumber(written);
  const factor = megabytes[unit.charAt(0)];
  if (value !== undefined && factor !== undefined) return Math.round(value * factor * 100) / 100;
  if (!asked) return undefined;
  const bare = numbersIn(text).find((it) => !notSize.test(text.slice(it.end)))?.value;
  if (bare === undefined || bare === 0 || (bare > 50 && bare < 100)) return undefined;
  return bare <= 50 ? Math.round(bare * 1024 * 100) / 100 : bare;
};

const FORMAT =
  /(?<![a-z])(m\s?p\s?[34四]|mov|m4v|avi|mkv|flv|wmv|webm|rmvb|rm|mpe?g|3gp|vob|ogg|gif|jpe?g|png|heic|hevc|prores|m3u8|f4v|mts|ts)(?![a-z\d])/;

/** A file format in capitals, such as `MP4`. */
export const fileFormat: Reader = (text) => {
  const [, written] = FORMAT.exec(text) ?? [];
  return written?.replace(/\s/g, '').replace('四', '4').toUpperCase();
};

/**
 * A number of things: behind the slot's own words, or with the unit behind it; as an answer the first number counts. Vague words
 * such as 几百 stay words.
 */
export function count(unit: RegExp, own?: RegExp): Reader {
  const unitBehind = new RegExp(`^[多来]?\\+? ?(?:${unit.source})`);
  const vague = new RegExp(`[几数好]+[十百千万]+[多来]?(?=${unit.source}|$)`);
  return (text, { asked }) => {
    const numbers = numbersIn(text);
    const isOwn = ({ start }: { start: number }) =>
      own !== undefined && new RegExp(`(?:${own.source})[^\\d,.;。!?]{0,3}$`).test(text.slice(0, start));
    const fits = numbers.find((it) => unitBehind.test(text.slice(it.end)) || isOwn(it));
    const bare = asked ? numbers.find((it) => !otherUnit.test(text.slice(it.end))) : undefined;
    return fits?.value ?? bare?.value ?? vague.exec(text)?.[0];
  };
}

/** A day, as `2026-03-05`. */
export const date: Reader = (text, { today }) => dateIn(text, today);

const partsOfDay: readonly (readonly [RegExp, number])[] = [
  [/凌晨|半夜|midnight/, 0],
  [/中午|noon|midday/, 12],
  [/下午|傍晚|晚上|夜里|晚|pm|p\.m|evening|afternoon|night/, 12],
];

/** An hour of the day, 0 to 23. */
export const hour: Reader = (text, { asked }) => {
  const part = partsOfDay.find(([pattern]) => pattern.test(text));
  const clock = /(?<!\d)([01]?\d|2[0-3])[:：]\d\d/.exec(text)?.[1];
  const oclock = new RegExp(`(${NUMBER}) ?(?:点|时|o'?clock|pm|am|p\\.m|a\\.m)`).exec(text)?.[1];
  const bare = asked
    ? numbersIn(text).find((it) => !/^ ?(?:天|周|号|月|年|日|个|条|块|元)/.test(text.slice(it.end)))?.value
    : undefined;
  const value = clock ? Number(clock) : oclock ? toNumber(oclock) : bare;
  if (value === undefined)
    return asked && part ? ([2, 12, 20][partsOfDay.indexOf(part)] ?? undefined) : undefined;
  if (value > 24 || !Number.isInteger(value)) return undefined;
  const later = part?.[1] === 12 && value < 12 && !(part[0].test('中午') && value >= 10);
  return (later ? value + 12 : value) % 24;
};

/** An order, parcel or case number: 10 to 24 digits, with letters before them or not; a ticket number is none. */
export const orderNumber: Reader = (text) =>
  /(?<![a-z\d-])(?!kf|1[3-9]\d{9}(?!\d))[a-z]{0,4}\d{10,24}(?![a-z\d])/.exec(text)?.[0].toUpperCase();

/** Anything that says something, shortened, with what looks like a secret taken out. Only ever an answer. */
export const words: Reader = (text, { asked }) => {
  const said = withoutSecrets(text).trim();
  const letters = said.match(/\p{L}|\d/gu) ?? [];
  return asked && letters.length >= 2 && !nothingSaid.test(said)
    ? Array.from(said).slice(0, 80).join('')
    : undefined;
};

/** The same, or that the customer cannot say. */
export const wordsOrUnsure: Reader = orUnsure(words);

/** The same, and also words said before anybody asked when they speak of the thing, such as a link or a piece of evidence. */
export function wordsAbout(thing: RegExp): Reader {
  const read: Reader = (text, { asked, today }) =>
    asked
      ? wordsOrUnsure(text, { asked, today })
      : thing.test(text)
        ? words(text, { asked: true, today })
        : undefined;
  free.add(read);
  return read;
}

/** Whether a reader takes any words: then whatever is said is the reply. */
export function takesAnything(read: Reader): boolean {
  return free.has(read);
}

const free = new WeakSet<Reader>([words, wordsOrUnsure]);

const nothingSaid =
  /^(?:什么|啥|啊+|哦+|嗯+|好+的?|ok|okay|yes|no|what|huh|不懂|什么意思|为什么|为啥|why|在吗|你好|hello|hi|喂|快点|急|\?+)[\s?!.~]*$/u;

/**
 * Personal data is masked as everywhere; passwords, codes and what only looks like a card or identity number, which nobody may ask
 * for, go altogether.
 */
export function withoutSecrets(text: string): string {
  return mask(text)
    .text.replace(
      /((?:密码|口令|验证码|动态码|校验码|cvv|password|passcode|otp|\bpin|code)[^\d\p{L}]{0,3}(?:是|为|is)?[\s:]{0,2})[a-z\d@#$%!_.-]{3,}/gu,
      '$1***',
    )
    .replace(/(?<!\d)\d{17}[\dx](?!\d)/g, '***')
    .replace(/(?<!\d)\d{4}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}(?!\d)/g, '***');
}
