import { freightOf, workingIn } from './freight.ts';
import { ask, end, type Kit } from './kit.ts';
import { choice, money, orUnsure, yesNo } from './slots.ts';

/** GK-06: freight dispute. Explains the insurance's rules, works out payout and gap, and says who bears it. */
export const freight: Kit = {
  id: 'GK-06',
  intents: ['buyer.return.freight'],
  starts:
    /[花付垫贴]了|(?:赔|补)(?:了|得|少)|只(?:赔|补|给)|不(?:够|赔|补|给)|少(?:了|赔)|差(?:额|了|\d)|没(?:赔|到|补)|拒赔|自己出|\d+ ?(?:元|块)|paid|only|less|refus|gap|not enough|did(?:n'?t| not) (?:pay|cover)/,
  article: () => 'return-freight-insurance',
  relies: {
    zh: ['首重标准', '由商家承担', '72小时'],
    en: ['first-weight standard', '72 hours'],
  },
  reads: {
    why: choice({
      fault:
        /质量|坏|破|错发|发错|漏发|少发|不符|不一样|假|瑕疵|商家(?:的)?(?:原因|问题|责任)|faulty|broken|damag|wrong (?:item|colou?r|thing)|missing|not as described|defect|(?:shop|seller)'?s? fault/,
      mind: /七天|7天|无理由|不(?:想要|喜欢|合适|合身)|拍错|买错|尺码|大了|小了|changed? (?:my )?mind|no[- ]reason|don'?t (?:like|want)|did(?:n'?t| not) (?:like|fit)|too (?:big|small)|wrong size/,
    }),
    insured: orUnsure(
      yesNo({
        yes: /(?:有|买了|送了|带|含)(?:的)?(?:退货)?运费险(?!吗|怎么|有没有)|(?:运费险|保险)(?:.{0,4}(?:赔|补|核定)了|(?:一直|还)?没(?:有)?(?:赔|补|给))|(?:have|has|had|with|got) (?:the )?(?:freight |return |shipping )?insurance|insurance (?:only )?(?:paid|covered|gave)/,
        no: /没(?:有)?(?:买|送|带)?(?:退货)?运费险|没有?保险|no (?:freight |return |shipping )?insurance|not insured|without insurance/,
      }),
    ),
    paid: orUnsure(
      money(
        /(?:花|付|垫|出|交|贴)了?|运费(?!险)|邮费|快递费|寄(?:回去?|过去)?用?了?|paid|costs?(?: me)?|spent|charged(?: me)?|postage(?: was)?|shipping was/,
        /没(?:花|付|出)钱|免费|free of charge/,
      ),
    ),
    received: money(
      /(?:只|才|就|保险)(?:赔|补|给)(?:付|偿)?(?:了|我)*|(?:赔|补)(?:付|偿)?(?:给)?(?:了|我)+|到账|reimbursed(?: me)?|(?:paid|gave) me(?: back)?|got back|insurance (?:only )?(?:paid|gave|covered)/,
      /一分(?:钱)?(?:都|也)?没(?:赔|补|给)|拒赔|(?:paid|gave|covered) nothing(?! yet| so far)|refused to pay/,
    ),
    standard: orUnsure(money(/核定|首重(?:标准)?|标准|assessed(?: at)?|standard(?: (?:is|of|says))?/)),
    limit: orUnsure(
      money(
        /保额|封顶|上限|最(?:高|多)(?:赔|补)?(?:付)?|limit(?: (?:is|of))?|cap(?: (?:is|of))?|maximum(?: of)?|up to/,
      ),
    ),
  },
  asks: {
    why: {
      zh: [
        '我帮您算清楚。先看该谁出：退货是哪种原因？\n1. 质量问题、发错、与描述不符\n2. 不喜欢、拍错、七天无理由',
        '回复 1（商品有问题）或 2（自己不想要了）就行，看售后单上选的原因。',
      ],
      en: [
        'Let us work it out. First, who should pay: why was it returned?\n1. Faulty, wrong or not as described\n2. Changed mind, no-reason return',
        'Reply 1 (something wrong with the goods) or 2 (no longer wanted), as chosen in the after-sales request.',
      ],
    },
    insured: {
      zh: [
        '这笔订单有「运费险」吗？',
        '打开订单详情，有「运费险」一栏就回复「有」，没有这一栏就回复「没有」。',
      ],
      en: [
        'Does the order have freight insurance?',
        'Open the order details: reply "yes" if there is a line "Freight insurance", "no" if there is none.',
      ],
    },
    paid: {
      zh: ['您寄回去实际付了多少运费？', '看快递小票或付款记录，写数字就行，例如「15元」。'],
      en: [
        'How much did you pay to send it back?',
        'See the courier’s receipt or your payment; a number is enough, such as "15 yuan".',
      ],
    },
    standard: {
      zh: [
        '保单上按首重标准核定了多少？在「订单详情 → 运费险 → 保单与理赔进度」里能看到，看不到就回复「不清楚」。',
        '在「保单与理赔进度」里找核定的金额，写数字就行，例如「10元」；还没有结果就回复「不清楚」。',
      ],
      en: [
        'What did the policy assess by the first-weight standard? See order → Freight insurance; reply "not sure" if it is not shown.',
        'Look for the assessed amount in the policy and type the number, such as "10 yuan"; reply "not sure" if there is none yet.',
      ],
    },
    limit: {
      zh: [
        '保单上写的保额（最高赔多少）是几元？不清楚也没关系。',
        '保额就是保单上「最高赔付」那个数字，写数字或回复「不清楚」。',
      ],
      en: [
        'What limit does the policy state (the most it pays)? "Not sure" is fine too.',
        'The limit is the "maximum payout" on the policy: a number, or "not sure".',
      ],
    },
  },
  ends: {
    workedOut: {
      label: '运费补偿计算',
      zh: workingIn('zh'),
      en: workingIn('en'),
    },
    underpaid: {
      zh: (slots) =>
        `${workingIn('zh', 'open')(slots)}\n保险实际赔了 ${String(slots.received)} 元，比应赔的少。我把算好的金额交给售后专员追补，请备好订单号和运费凭证。`,
      en: (slots) =>
        `${workingIn('en', 'open')(slots)}\nThe insurance paid ${String(slots.received)} yuan, less than it should. I am passing the figures to an after-sales specialist; please have order number and receipt ready.`,
      person: { zh: '运费险实赔少于应赔', en: 'the freight insurance paid less than worked out' },
    },
    uninsured: {
      label: '无运费险说明',
      zh: ({ why, paid }) =>
        why === 'fault'
          ? `没有运费险，但商品有问题时退货运费由商家承担：您付的${sum(paid)}元请在售后单里向商家申请，附上运费凭证。商家不补就回来告诉我。`
          : '没有运费险、又是不喜欢或拍错的退货，运费一般由买家承担；如果商品页写了「包退货运费」，按页面执行，可以凭页面截图向商家要。',
      en: ({ why, paid }) =>
        why === 'fault'
          ? `There is no insurance, but with faulty goods the shop pays the return: claim your ${sum(paid)} yuan in the after-sales request with the receipt. If the shop does not pay, come back to me.`
          : 'Without insurance the buyer usually pays for a return out of changed mind; if the page said "Free returns", it counts, and you can claim it with a screenshot.',
    },
    rules: {
      label: '运费险规则',
      zh: ({ why, paid }) =>
        `理赔结果出来前可以这样估：保险按「寄出地→退回地」的首重标准核定，不按实付，最高不超过保单保额；自付差额＝实付运费－补偿额。商家收到退货并退款后自动理赔，一般72小时内到账。${
          why === 'fault'
            ? `您付的${sum(paid)}元里，保险没赔的部分可以凭运费凭证向商家申请。`
            : '不喜欢、拍错的退货，差额一般由买家自付。'
        }`,
      en: ({ why, paid }) =>
        `Until the claim is settled: the payout follows the first-weight standard for the route, not what you paid, up to the policy’s limit; your gap = freight paid − payout. It is paid automatically after the shop has the goods and refunds, mostly within 72 hours. ${
          why === 'fault'
            ? `Of your ${sum(paid)} yuan, claim from the shop, with the receipt, what the insurance leaves.`
            : 'With a change of mind the gap is usually the buyer’s.'
        }`,
    },
    person: {
      zh: '我把这些金额一起交给售后专员，协助追补。请准备好订单号和运费凭证。',
      en: 'I am passing the figures to an after-sales specialist, who helps to recover the gap. Please have the order number and the receipt ready.',
      person: { zh: '运费补偿或差额未解决', en: 'freight dispute: payout or gap not settled' },
    },
  },
  next: ({ slots: { why, insured, paid, received, standard, limit }, tried }) => {
    if (tried('workedOut') || tried('uninsured') || tried('rules')) return end('person');
    if (why === undefined) return ask('why');
    if (insured === undefined && !isPaid(received)) return ask('insured');
    if (insured === false && why === 'mind') return end('uninsured');
    if (paid === undefined) return ask('paid');
    if (insured === false) return end('uninsured');
    if (typeof paid !== 'number') return end('rules');
    if (standard === undefined) return ask('standard');
    if (typeof standard !== 'number') return isPaid(received) ? end('workedOut') : end('rules');
    if (limit === undefined) return ask('limit');
    const { payout } = freightOf(paid, standard, typeof limit === 'number' ? limit : undefined);
    return typeof received === 'number' && received < payout ? end('underpaid') : end('workedOut');
  },
};

/** The insurance paid something; a claim not settled yet is no proof that there is none. */
function isPaid(received: unknown): boolean {
  return typeof received === 'number' && received > 0;
}

function sum(paid: unknown): string {
  return typeof paid === 'number' ? ` ${paid} ` : '';
}
