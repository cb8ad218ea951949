import { dateIn } from './kits/dates.ts';
import { MONEY } from './kits/slots.ts';
import { isCardRange, isChineseId, passesLuhn } from './risk/checksums.ts';

/** What a customer's words name that somebody may have to look up. */
export type KeywordKind = 'product' | 'orders' | 'sums' | 'date' | 'device' | 'errors';
export type Keywords = Readonly<Record<KeywordKind, readonly string[]>>;

/** Values of a kind that are kept; more is a list to be read in the conversation. */
const MOST = 3;

/** The keywords of a normalized text, as it says them, each once; the day as `2026-03-05`, seen from today (same form). */
export function keywordsIn(text: string, today: string): Keywords {
  const day = dateIn(text, today);
  return {
    product: products
      .flatMap((it) => found(it, text))
      .filter((it) => !noThing.test(it))
      .slice(0, 1),
    orders: found(order, text)
      .filter((it) => !isPersonal(it))
      .map((it) => it.toUpperCase()),
    sums: found(sum, text),
    date: day === undefined ? [] : [day],
    device: found(device, text),
    errors: found(error, text),
  };
}

/** Words behind 买的 that are no goods. */
const noThing =
  /[了的我你他她给是很这那就家后收穿照时现过问卡]|^(?:her|here|for|during|papers|it|this|them|something|stuff)(?: |$)/u;

/** What the customer asks for, in their own words; undefined where they only tell what happened. */
export function needIn(text: string): string | undefined {
  for (const pattern of needs) {
    const said = pattern.exec(text)?.groups?.['need']?.trim();
    if (said !== undefined && !nothing.test(said)) return said;
  }
  return undefined;
}

const order = /(?<![a-z\d-])(?!kf|1[3-9]\d{9}(?!\d))(?<it>[a-z]{0,4}\d{10,24})(?![a-z\d])/g;
const sum = new RegExp(`(?<it>${MONEY})`, 'g');

/** 买的电饭煲坏了, bought a rice cooker and it. */
const products = [
  /(?:买(?:了|的|过)?|下单(?:了|的)?|拍(?:了|的)|订(?:了|的)|收到(?:的|了)?)(?:一|两)?[个件双台条部套盒瓶箱包只款]?(?<it>\p{Script=Han}{2,6}?)(?=[\s,.。!?;]|坏|破|碎|裂|漏|掉|开|不|没|是|有|到|发|还|就|才|寄|退|质|和|跟|尺|颜|用|穿|都|一|$)/gu,
  /\b(?:bought|ordered|purchased|received)(?: an?| the| my| some| this| two)? (?<it>(?:[a-z-]+ ){0,2}?[a-z-]{3,})(?= (?:and|but|that|which|is|was|it|has|from|on|for|last|two|three|yesterday|came|arrived|in|with|at|a|broke|broken|stopped)\b|[.,!?;\n]|$)/g,
];

const device =
  /(?<it>(?:iphone|ipad|galaxy|pixel|redmi|红米|小米|华为|huawei|荣耀|honor|oppo|vivo|一加|oneplus|realme|三星|samsung|魅族|iqoo)(?: ?(?:mate|nova|reno|note|find|fold|flip|magic|畅享|pro|max|plus|ultra|mini|air|se|[a-z]?\d{1,3}[a-z]{0,2}))*|(?:ios|android|安卓|鸿蒙|harmonyos) ?\d{1,2}(?:\.\d{1,2}){0,2}|(?:版本|version|v) ?\d{1,3}(?:\.\d{1,3}){1,3})/g;

const error =
  /(?<it>(?:错误码|错误代码|报错|error(?: code)?|code)[\s::#是]{0,3}[a-z]{0,3}[-_]?\d{2,8}|闪退|崩溃|黑屏|白屏|花屏|卡死|无响应|转圈|网络(?:异常|错误|超时)|系统(?:繁忙|异常|错误)|服务器(?:异常|错误)|(?:加载|上传|支付|付款|登录|验证|提交|发布|提现|下载|转码|认证)失败|请求超时|crash(?:es|ed|ing)?|black screen|white screen|frozen|freez(?:es|ing)|timed? ?out|(?:upload|payment|login|verification|loading|network) (?:failed|error))/g;

/** A demand, a wish, a request; what it is about ends with the clause. */
const needs = [
  /(?:我(?:们)?(?:就|只|现在|是)?(?:想要?|要求?|需要)|希望|(?:能不能|能否|可不可以)(?:请|麻烦)?(?:你们|您|你)?(?:帮我?|给我?|把)?|(?:请|麻烦)(?:你们|您|你)?(?:帮(?:我|忙)?|给我|尽快|马上)?|帮(?:我|忙))(?:再?(?:问|咨询|了解)(?:问|一下|下)?)?(?<need>[^,.。!?;~\n]{2,24})/u,
  /\b(?:i (?:just |only )?(?:want|need|demand)|i(?:'d| would) like)(?: you)?(?: to)? (?<need>[^,.!?;\n]{3,60})/,
  /\b(?:please|pls|plz|(?:can|could|would|will) you(?: please)?|help me(?: to)?|how (?:do|can) i) (?<need>[^,.!?;\n]{3,60})/,
];
/** Words that ask for attention and not for a thing, and what is too short to tell one. */
const nothing =
  /^(?:一下|请问|知道|说|看看?|教一下|操作吗?|.|you|know|ask|help|help me|me|hurry)$|^(?:怎么|知道|问|说)/u;

/** An identity card or a bank card is nobody's order. */
function isPersonal(digits: string): boolean {
  return isChineseId(digits) || (isCardRange(digits) && passesLuhn(digits));
}

function found(pattern: RegExp, text: string): string[] {
  const all = [...text.matchAll(pattern)].map(({ groups }) => groups?.['it']?.trim() ?? '');
  return [...new Set(all)].filter((it) => it !== '').slice(0, MOST);
}
