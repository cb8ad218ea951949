import type { Slots } from './slot-names.ts';

/** What a return costs whom, in yuan. */
export interface Freight {
  /** What the insurance pays. */
  readonly payout: number;
  /** What is left of the freight paid; never negative. */
  readonly gap: number;
}

/**
 * What freight insurance pays for a return: the first-weight standard of the route, capped by the policy's limit, and what the
 * payer has left to bear: gap = freight paid − payout. Source: the article `return-freight-insurance`, section 怎么算.
 */
export function freightOf(paid: number, standard: number, limit?: number): Freight {
  const payout = Math.min(standard, limit ?? standard);
  return { payout: cents(payout), gap: cents(Math.max(0, paid - payout)) };
}

/**
 * The sum with its working, and who bears what is left; what was paid out stands in for a standard nobody knows. The last word is
 * left out where more follows.
 */
export function workingIn(
  language: 'zh' | 'en',
  ending: 'closed' | 'open' = 'closed',
): (slots: Slots) => string {
  return ({ why, paid, received, standard, limit }) => {
    const known = typeof standard === 'number';
    const assessed = known ? standard : received;
    if (typeof paid !== 'number' || typeof assessed !== 'number') return '';
    const capped = known && typeof limit === 'number' ? limit : undefined;
    const freight = freightOf(paid, assessed, capped);
    const working = { ...freight, paid, assessed, capped, known, shopPays: why === 'fault' };
    const lines = language === 'zh' ? linesZh(working) : linesEn(working);
    return [...lines, ...(ending === 'closed' ? [lastWord[language]] : [])].join('\n');
  };
}

interface Working extends Freight {
  readonly paid: number;
  readonly assessed: number;
  readonly capped: number | undefined;
  /** The standard is known, not only what was paid out. */
  readonly known: boolean;
  readonly shopPays: boolean;
}

const lastWord = {
  zh: '金额以保单为准；到账少了、或商家不补差额，回来告诉我。',
  en: 'The policy’s figures count; if less arrives, or the shop does not pay, come back to me.',
} as const;

function linesZh({ paid, assessed, capped, known, payout, gap, shopPays }: Working): string[] {
  const source = `${known ? '首重标准' : '保险已赔'} ${assessed} 元`;
  const bearer = shopPays
    ? `商品有问题，这 ${gap} 元由商家承担：请在售后单里向商家申请，附运费凭证。`
    : `不喜欢、拍错的退货，这 ${gap} 元一般由买家自付；页面写了「包退货运费」的按页面。`;
  return [
    '帮您算好了：',
    `补偿额＝${capped === undefined ? source : `${source}与保额 ${capped} 元中较小的`}＝${payout} 元`,
    `自付差额＝实付运费 ${paid} 元－补偿额 ${payout} 元＝${gap} 元`,
    gap === 0 ? '保险能全部补上，您不用再出钱。' : bearer,
  ];
}

function linesEn({ paid, assessed, capped, known, payout, gap, shopPays }: Working): string[] {
  const source = `${known ? 'first-weight standard' : 'what was paid out,'} ${assessed}`;
  const bearer = shopPays
    ? `The goods were at fault, so the shop bears these ${gap} yuan: claim them in the after-sales request with the receipt.`
    : `With a change of mind these ${gap} yuan are usually the buyer’s, unless the page said "Free returns".`;
  return [
    'Here is the working:',
    `payout = ${capped === undefined ? source : `the smaller of ${source} and limit ${capped}`} = ${payout} yuan`,
    `gap = freight paid ${paid} − payout ${payout} = ${gap} yuan`,
    gap === 0 ? 'The insurance covers it all; nothing is left for you to pay.' : bearer,
  ];
}

function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
