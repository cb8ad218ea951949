/**
 * Words on which the meaning of a sentence hangs, in groups of the same meaning. A sentence of an answer has each group as often as
 * the sentence of the article it is taken from: a denial, a condition or an actor more or less makes another statement of it.
 */
interface Group {
  readonly zh: RegExp;
  readonly en: RegExp;
  /** An answer may have more of it, because that only makes the statement weaker. */
  readonly mayAdd?: true;
}

const groups: Readonly<Record<string, Group>> = {
  not: {
    zh: /不|没|无|未|别|勿|非|禁止|拒绝?|避免|停止|除了?/g,
    en: /\bnot\b|n't\b|\bcannot\b|\bno\b|\bnobody\b|\bnone\b|\bnothing\b|\bnever\b|\bneither\b|\bnor\b|\bwithout\b|\bavoid\b|\brefus\w+|\bexcept\b/g,
  },
  if: {
    zh: /如果|若是?|假如|要是|的话|除非|只要|一旦|当|时(?=[，,：:」]|$)/g,
    en: /\bif\b|\bwhen\b|\bwhere\b|\bonce\b|\bunless\b|\bprovided\b|\bin case\b/g,
    mayAdd: true,
  },
  may: { zh: /可能|也许|或许|有时/g, en: /\bmay\b|\bmight\b|\bperhaps\b|\bsometimes\b/g, mayAdd: true },
  usually: {
    zh: /一般|通常|多数|多半|大多|往往|多为|多会|建议/g,
    en: /\busually\b|\bmost(?:ly)?\b|\bnormally\b|\bgenerally\b|\boften\b|\bsuggest/g,
    mayAdd: true,
  },
  can: {
    zh: /可(?![能是])|能(?!够)|能够|允许/g,
    en: /\bcan\b|\bcould\b|\bable\b|\ballow(?:s|ed)?\b/g,
    mayAdd: true,
  },
  must: {
    zh: /必须|须|需|应(?=[选当该])|务必|只得/g,
    en: /\bmust\b|\bshould\b|\bneeds?\b|\brequired?\b|\bhave to\b/g,
  },
  will: { zh: /会|将/g, en: /\bwill\b|\bshall\b|\bwould\b|'ll\b|\bgoing to\b/g },
  already: { zh: /已|曾/g, en: /\balready\b|\bhas been\b|\bhave been\b/g },
  only: { zh: /只|仅|才/g, en: /\bonly\b|\bsolely\b/g },
  surely: {
    zh: /一定|肯定|保证|承诺|必定|确保|绝对|绝|放心|全额|全部|百分百|免费|永久|所有|任何|每|随时/g,
    en: /\bguarantee\w*|\bpromis\w+|\bdefinitely\b|\bcertainly\b|\bsurely\b|\balways\b|\bfull\b|\bfully\b|\bfree\b|\ball\b|\bevery\w*|\bany\w*|\bforever\b|\bfor good\b|\bpermanent\w*/g,
  },
  soon: {
    zh: /马上|立即|立刻|即时|尽快|很快|今天|今日|明天|现在|当天|次日|自动|直接|当场/g,
    en: /\bimmediate\w*|\binstant\w*|\bat once\b|\bnow\b|\btoday\b|\btomorrow\b|\bsoon\b|\bquickly\b|\bautomatic\w*|\bdirectly\b/g,
  },
  limit: {
    zh: /最多|至多|至少|最少|最晚|最早|以内|以上|以下(?!方)|不超|超过|大约|左右|约(?!定)|为准|除外|但|之前|前(?=[，在])/g,
    en: /\bat most\b|\bat least\b|\blatest\b|\bearliest\b|\bup to\b|\bmore than\b|\bless than\b|\bbelow\b|\babove\b|\bbut\b|\bbefore\b|\buntil\b|\bafter\b|\bcounts?\b/g,
  },
  or: { zh: /或者?/g, en: /\bor\b/g },
  we: {
    zh: /我们|我(?!的订单|的商品)|平台|官方|客服|系统/g,
    en: /\bwe\b|\bus\b|\bour\b|\bi\b|\bmy\b|\bplatform\b|\bsystem\b|\bstaff\b|\bagent\b/g,
  },
  shop: { zh: /商家|卖家|店铺|店家|小店/g, en: /\bshops?\b|\bsellers?\b|\bmerchants?\b|\bstores?\b/g },
  others: {
    zh: /买家|银行|快递员?|保险|对方|法院|警|达人|主播|公会/g,
    en: /\bbuyers?\b|\bbanks?\b|\bcouriers?\b|\bcarriers?\b|\binsurers?\b|\bpolice\b|\bcreators?\b/g,
  },
};

const figure = {
  zh: /\d+(?:[.,]\d+)*%?|(?<!第)[一二两三四五六七八九十百千万亿半几](?![般下样起直定旦些])/g,
  en: /\d+(?:[.,]\d+)*%?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|twice|hundred|thousand|million|some|several|few)\b/g,
};

/** The numbers of a folded text, as they are written and in their order. */
export function figuresOf(text: string, language: 'zh' | 'en'): string[] {
  return text.match(figure[language]) ?? [];
}

/** How often each group stands in a folded text. */
export function bearingOf(text: string, language: 'zh' | 'en'): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(groups).map(([name, group]) => [name, text.match(group[language])?.length ?? 0] as const),
  );
}

/** The groups that an answer's sentence has more or less often than the article's; those that only weaken it may be added. */
export function bearingFaults(said: string, source: string, language: 'zh' | 'en'): string[] {
  const before = bearingOf(source, language);
  return [...bearingOf(said, language)].flatMap(([name, count]) => {
    const had = before.get(name) ?? 0;
    return count === had || (count > had && groups[name]?.mayAdd) ? [] : [name];
  });
}
