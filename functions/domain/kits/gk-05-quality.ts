import { ask, end, type Kit } from './kit.ts';
import { choice, orderNumber, orUnsure, yesNo } from './slots.ts';

const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  broken: ['质量问题/破损', 'quality or damaged'],
  wrong: ['发错', 'wrong item'],
  missing: ['少发', 'missing'],
  unlike: ['与描述不符', 'not as described'],
};

/** GK-05: product quality. Leads to the after-sales request, which informs the shop at once; refused or unanswered, a person takes both sides' facts. */
export const quality: Kit = {
  id: 'GK-05',
  intents: ['buyer.quality.defect'],
  starts:
    /[坏破烂爛裂碎漏错少缺脏霉臭]|问题|拉肚子|过敏|不舒服|难受|[呕吐]吐|受伤|医院|不符|不一样|色差|不能用|没法用|用不了|劣质|瑕疵|开线|起球|掉色|broken|damag|wrong|missing|defect|sick|\bill\b|rash|hospital|faulty|crack|not (?:as|work)|doesn'?t work|different|poor quality|fell apart|leak/,
  article: () => 'goods-defective-wrong-missing',
  relies: { zh: ['申请售后', '通知商家核实'], en: ['After-sales', 'informed at once'] },
  opening: {
    zh: '先别使用，商品、包装、面单和吊牌都请留着，后面要用。',
    en: 'Please stop using it and keep goods, packing, label and tags; they will be needed.',
  },
  reads: {
    unwell: yesNo({
      yes: /(?:吃|喝|用|涂|穿|戴)(?:了|完|过)?.{0,8}(?:拉肚子|腹泻|呕吐|吐了|过敏|红肿|起疹|烂脸|头晕|中毒|进医院|不舒服|难受|受伤)|(?:烫|划|割|炸|电)伤|\b(?:rash|allergic|allergy|vomit\w*|(?:felt|feel|got|made me|been) (?:sick|ill)|burn(?:ed|t) (?:me|my)|injur\w+|hospital|poison\w*)\b/,
    }),
    issue: choice({
      broken:
        /[坏破烂爛裂碎漏霉臭]|质量|瑕疵|开线|起球|掉色|不能用|没法用|用不了|不工作|没反应|划痕|broken|damag|defect|faulty|crack|leak|doesn'?t work|not work|quality|fell apart/,
      wrong:
        /发错|错发|寄错|(?:颜色|尺码|型号|款式)(?:不对|错)|不是我(?:买|要|拍)的|wrong (?:item|colou?r|size|thing|one|product)/,
      missing:
        /少(?:了|发|件|一|两|寄)|漏发|缺(?:了|少|件)|没有?(?:赠品|配件)|missing|incomplete|only (?:got|received|one)/,
      unlike:
        /不符|不一样|色差|描述|宣传|图片|实物|跟.{0,6}(?:说|写)的|not as described|differ|look(?:s|ed)? nothing like|unlike|advertis/,
    }),
    shopSays: choice({
      none: /没(?:有)?(?:申请|联系|提交|弄)|还没(?:有)?(?!回|理)|怎么(?:申请|弄|退)|刚(?:收到|拆)|not yet|haven'?t (?:applied|asked|contacted|done)|no i have not/,
      refused:
        /拒绝|不(?:给|肯|同意|让|愿意|承认|认账|管)(?:退|换|赔|处理)?|驳回|只(?:给|肯|愿意?)?(?:赔|退|补)|踢皮球|推(?:脱|卸)|refus|reject|denied|won'?t|only offer/,
      silent:
        /不(?:理|回|吭声)|没(?:人)?(?:回|理|处理|动静)|一直(?:没|不)|拖|装死|石沉|ignor|no (?:answer|reply|response)|silent|not (?:answer|repl|respond)/,
      waiting:
        /申请(?:了|过)|提交(?:了|过)|审核中|等(?:待)?商家|处理中|applied|submitted|waiting|in progress|asked for/,
    }),
    photos: orUnsure(
      yesNo({
        yes: /(?:拍|录)(?:了|过|好了?|下来了?)|有(?:照片|图|视频|录像|证据)|(?:have|took|got) (?:some |the )?(?:photos?|pictures?|videos?|pics)/,
        no: /没(?:有)?(?:拍|录|照片|图|视频)|忘(?:了|记)拍|扔了|丢了|no (?:photos?|pictures?|videos?|pics)|didn'?t (?:take|film)/,
      }),
    ),
    order: orUnsure(orderNumber),
  },
  asks: {
    issue: {
      zh: [
        '收到的商品是哪种情况？回复数字就行：\n1. 坏了或有质量问题\n2. 发错了\n3. 少发、缺配件\n4. 和描述不一样',
        '选最接近的一个就好：1 坏了，2 发错，3 少发，4 与描述不符。这会决定售后原因怎么选。',
      ],
      en: [
        'What is wrong with the goods? A number is enough:\n1. Broken or faulty\n2. Wrong item\n3. Something missing\n4. Not as described',
        'Please pick the nearest: 1 broken, 2 wrong, 3 missing, 4 not as described. It decides which reason to choose in the request.',
      ],
    },
    shopSays: {
      zh: [
        '售后申请到哪一步了？\n1. 还没申请\n2. 商家拒绝或只肯赔一点\n3. 申请了，商家不回\n4. 刚申请，在等商家',
        '请打开订单看「售后详情」，回复 1 还没申请、2 被拒绝、3 商家不回，或 4 在等商家。',
      ],
      en: [
        'How far is the after-sales request?\n1. Not made yet\n2. The shop refused or offers too little\n3. Made, but no answer\n4. Just made, waiting for the shop',
        'Please open the order’s after-sales details and reply: 1 not made, 2 refused, 3 no answer, 4 waiting.',
      ],
    },
    photos: {
      zh: [
        '商品问题和快递面单拍照了吗？',
        '能拍到商品整体、问题细节和快递面单就回复「有」，商品或面单已经不在了就回复「没有」。',
      ],
      en: [
        'Do you have photos of the fault and of the parcel label?',
        'Reply "yes" if you can photograph the item, the fault and the label, "no" if they are gone.',
      ],
    },
    order: {
      zh: [
        '请把订单号发给我（订单详情里可以复制），我一起交给同事。',
        '订单号在「我的订单 → 订单详情」里，是一长串数字；找不到的话直接回复「转人工」也可以。',
      ],
      en: [
        'Please send the order number (you can copy it in the order details); I pass it on.',
        'The order number is the long number in the order details. If you cannot find it, just reply "agent".',
      ],
    },
  },
  ends: {
    unwell: {
      zh: '身体最要紧：请先停用并就医，保留病历、票据、商品和包装。',
      en: 'Your health comes first: stop using it, see a doctor, and keep the papers, the goods and the packing.',
      person: {
        zh: '使用商品后身体不适或受伤',
        en: 'the customer felt unwell or was hurt after using the goods',
      },
      priority: 'high',
    },
    apply: {
      label: '发起售后申请',
      zh: ({ issue, photos }) =>
        `按这三步就能发起：\n1. ${photos === true ? '照片备好了，' : '先拍三张：整体、问题细节、快递面单；'}商品和包装都留着。\n2. 订单里点「申请售后」，原因选「${kindOf(issue, 0)}」（不要选「不想要了」，否则退货运费可能要您出），诉求选退货退款、换货、补发或部分退款。\n3. 提交后系统会同步通知商家核实，商家须在页面倒计时内回复。商家拒绝时点「申请平台介入」，或回来告诉我。`,
      en: ({ issue, photos }) =>
        `Three steps:\n1. ${photos === true ? 'With your photos ready, keep' : 'Take three photos (whole item, the fault, the label) and keep'} goods and packing.\n2. In the order tap "After-sales", reason "${kindOf(issue, 1)}" (not "No longer wanted", or the return freight may be yours), and choose refund, exchange, resend or part refund.\n3. The shop is informed at once and must answer within the countdown. If it refuses, tap "Ask platform to step in" or come back to me.`,
    },
    waiting: {
      label: '等待商家回复',
      zh: '申请已提交，系统已同步通知商家核实，商家须在页面倒计时内回复，超时会按规则处理。期间请不要撤销申请，商品和包装留着；如果被拒绝，点「申请平台介入」，或回来告诉我。',
      en: 'Your request is in and the shop has been informed; it must answer within the countdown on the page. Please do not withdraw it and keep goods and packing. If it is refused, tap "Ask platform to step in" or come back to me.',
    },
    platform: {
      zh: '我把您的情况和诉求交给售后专员，由专员同步商家核实、帮您申请平台介入。',
      en: 'I am passing this to an after-sales specialist, who checks it with the shop and brings in the platform.',
      person: {
        zh: '商品问题，商家拒绝或不回应，需同步商家核实',
        en: 'defective goods: shop refuses or does not answer, facts to be checked with the shop',
      },
      priority: 'high',
    },
  },
  next: ({ slots: { unwell, issue, shopSays, photos, order }, tried }) => {
    if (unwell === true) return end('unwell');
    if (shopSays === 'refused' || shopSays === 'silent' || tried('apply') || tried('waiting'))
      return order === undefined ? ask('order') : end('platform');
    if (issue === undefined) return ask('issue');
    if (shopSays === undefined) return ask('shopSays');
    if (shopSays === 'waiting') return end('waiting');
    return photos === undefined ? ask('photos') : end('apply');
  },
};

function kindOf(issue: unknown, language: 0 | 1): string {
  return kinds[String(issue)]?.[language] ?? '';
}
