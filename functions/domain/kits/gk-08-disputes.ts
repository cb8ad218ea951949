import { ask, end, type Kit } from './kit.ts';
import { orderNumber, orUnsure, words, wordsAbout, wordsOrUnsure } from './slots.ts';

const articles: Readonly<Record<string, string>> = {
  'merchant.dispute.buyer': 'abusive-buyer-dispute',
  'merchant.violation.points': 'shop-violation-points-appeal',
};

/** GK-08, disputes: the toolkit for e-commerce. Gathers number, the other side's reason, evidence and wish, so that a specialist can step in at once. */
export const disputes: Kit = {
  id: 'GK-08-disputes',
  intents: ['buyer.refund.refused', 'merchant.dispute.buyer', 'merchant.violation.points'],
  starts:
    /拒|不(?:退|给|同意|理|回|肯|服|认)|驳|判|恶意|差评|威胁|扣分|处罚|罚|投诉|举报|介入|申诉|refus|reject|den(?:y|ied)|ignor|won'?t|unfair|abus|threat|penalt|points|appeal|fraud/,
  article: (intentId) => articles[intentId] ?? 'refund-refused-platform-steps-in',
  relies: { zh: ['证'], en: ['vidence'] },
  reads: {
    order: orUnsure(orderNumber),
    otherSide: wordsOrUnsure,
    evidence: wordsAbout(
      /开箱视频|打包视频|照片|截图|聊天记录|底单|检测报告|发票|凭证|unboxing|packing video|photos?|screenshots?|receipt|test report/,
    ),
    claim: words,
  },
  asks: {
    order: {
      zh: [
        '我帮您把材料理好，专员接手就能直接处理。先发一下订单号、售后单号或处罚单号。',
        '单号在订单或处罚详情里，是一长串数字，可以直接复制；找不到就回复「找不到」。',
      ],
      en: [
        'Let me put the case together so that a specialist can act at once. Which order, after-sales or penalty number is it?',
        'It is the long number in the order or penalty details; reply "can’t find it" if you do not see it.',
      ],
    },
    otherSide: {
      zh: [
        '对方（或处罚单）给出的理由是什么？',
        '照着售后详情或通知里的原话打几个字就行；没有给理由就回复「没说」。',
      ],
      en: [
        'What reason did the other side (or the notice) give?',
        'A few words from the details or the notice are enough; reply "none given" if there was none.',
      ],
    },
    evidence: {
      zh: [
        '手上有哪些凭证？例如开箱或打包视频、商品和面单照片、聊天记录、检测报告。',
        '列出有的就行，例如「开箱视频、聊天截图」；没有也请直说。',
      ],
      en: [
        'What evidence do you have, such as unboxing or packing videos, photos of goods and label, chats, test reports?',
        'Just name what you have, such as "unboxing video, chat screenshots"; none is an answer too.',
      ],
    },
    claim: {
      zh: [
        '最后一个问题：您希望怎么解决？例如退款多少、退货、换货、撤销处罚。',
        '一句话就行，例如「退全款」或「撤销扣分」。',
      ],
      en: [
        'One last question: what outcome do you want, such as an amount, a return, an exchange, the penalty lifted?',
        'One sentence is enough, such as "full refund" or "take the points back".',
      ],
    },
  },
  ends: {
    handOver: {
      zh: '材料齐了。等待时请注意：不要撤销申请、不要点确认收货、不要接受私下转账，也不要超过页面上的处理时限。',
      en: 'That is everything. While you wait: do not withdraw the request, confirm receipt or accept private transfers, and mind the deadline on the page.',
      person: {
        zh: '纠纷材料已收集，申请平台介入',
        en: 'dispute with its facts gathered, the platform is to step in',
      },
    },
  },
  next: ({ slots: { order, otherSide, evidence, claim } }) => {
    if (order === undefined) return ask('order');
    if (otherSide === undefined) return ask('otherSide');
    if (evidence === undefined) return ask('evidence');
    return claim === undefined ? ask('claim') : end('handOver');
  },
};
