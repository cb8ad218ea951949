import { ask, end, type Kit } from './kit.ts';
import { choice, date, words, wordsOrUnsure } from './slots.ts';

/** GK-11: mediation between a broadcaster and a viewer or an agency. Gathers both sides' facts; a mediator decides. */
export const anchor: Kit = {
  id: 'GK-11',
  intents: ['live.dispute.anchor'],
  starts: /./,
  article: () => 'anchor-agency-dispute',
  relies: { zh: ['调解', '诉求'], en: ['mediat', 'ask for'] },
  reads: {
    counterpart: choice({
      anchor: /主播|博主|房主|anchor|broadcaster|streamer|host/,
      agency: /公会|工会|机构|mcn|经纪|运营|agency|guild|manager/,
      viewer: /观众|粉丝|大哥|榜一|用户|viewer|fan|audience/,
    }),
    happened: words,
    otherSide: wordsOrUnsure,
    claim: words,
    when: date,
  },
  asks: {
    counterpart: {
      zh: [
        '平台可以为双方调解，我先帮您理清事实。对方是谁？\n1. 主播\n2. 公会或机构\n3. 观众',
        '回复 1 主播、2 公会或机构、3 观众 就行。',
      ],
      en: [
        'The platform can mediate between both sides; let me gather the facts. Who is the other side?\n1. A broadcaster\n2. An agency\n3. A viewer',
        'Just reply 1 broadcaster, 2 agency or 3 viewer.',
      ],
    },
    happened: {
      zh: [
        '是什么时候、发生了什么？当时的承诺或约定是什么？一两句话就行。',
        '例如「上周三直播里说打赏满一千送手机，之后不承认」。',
      ],
      en: [
        'What happened, and when? What was promised or agreed? One or two sentences.',
        'For example "last Wednesday he promised a phone for 1,000 in gifts and now denies it".',
      ],
    },
    otherSide: {
      zh: [
        '对方是怎么说的？没有回应也请告诉我。',
        '把对方的原话或态度写几个字就行，例如「说没承诺过」「不回消息」。',
      ],
      en: [
        'What does the other side say? No answer is worth knowing too.',
        'A few words are enough, such as "denies the promise" or "does not reply".',
      ],
    },
    claim: {
      zh: ['您希望怎么解决？例如道歉、兑现、结算、解约。', '一句话就行，例如「按承诺兑现」或「结清分成」。'],
      en: [
        'What outcome do you ask for, such as an apology, delivery, settlement, the end of the contract?',
        'One sentence is enough, such as "keep the promise" or "pay my share".',
      ],
    },
  },
  ends: {
    mediate: {
      zh: '双方情况都记下了，我为您转给调解专员：专员会请对方说明和举证，再提出处理意见。请保留直播录屏、聊天、转账和合同，不要删除，也不要公开对骂。',
      en: 'Both sides’ facts are noted and go to a mediator, who asks the other side for its account and evidence and then proposes a solution. Keep recordings, chats, transfers and contracts; delete nothing and avoid public quarrels.',
      person: {
        zh: '主播纠纷，双方情况已收集，待调解',
        en: 'dispute with a broadcaster or agency: both sides’ facts gathered for mediation',
      },
    },
  },
  next: ({ slots: { counterpart, happened, otherSide, claim } }) => {
    if (counterpart === undefined) return ask('counterpart');
    if (happened === undefined) return ask('happened');
    if (otherSide === undefined) return ask('otherSide');
    return claim === undefined ? ask('claim') : end('mediate');
  },
};
