import { ask, end, type Kit } from './kit.ts';
import { date, orUnsure, wordsAbout, wordsOrUnsure, yesNo } from './slots.ts';

/** GK-07: appeal against a ban. Asks the reason, has the content looked at, explains the rule and the appeal; a person decides. */
export const ban: Kit = {
  id: 'GK-07',
  intents: ['account.restriction.ban-appeal'],
  starts: /封|禁|限制|处罚|冻结|申诉|误判|ban|mute|suspend|block|restrict|lock|appeal|disabled/,
  article: () => 'ban-appeal',
  relies: { zh: ['处罚通知', '申诉'], en: ['penalty notice', 'Appeal'] },
  reads: {
    penalty: wordsOrUnsure,
    when: orUnsure(date),
    mistaken: orUnsure(
      yesNo({
        yes: /误(?:判|封|伤)|冤|自己(?:拍|做|写|录|剪)|原创|没(?:有)?(?:违规|违反|发过?|做过?|犯)|不(?:违规|应该|服|认)|凭什么|莫名其妙|(?:i )?(?:did(?:n'?t| not)|never) (?:do|break|violat|post)|mistake|unfair|wrongly|for no reason/,
        no: /确实(?:违规|发了|是我|有错)|(?:我)?(?:知道|承认)(?:错|违规)|是我(?:的)?(?:错|不对)|my (?:fault|mistake|bad)|i (?:did|admit|know i)/,
      }),
    ),
    evidence: wordsAbout(/原片|授权|证据|凭证|聊天记录|工程文件|截图|raw file|licen[cs]e|proof|screenshot/),
  },
  asks: {
    penalty: {
      zh: [
        '请打开处罚通知（或「设置 → 账号与安全 → 账号状态」），看看指出的是哪条内容：写的原因是什么？照着打几个字就行。',
        '请打开处罚通知，把「处罚原因」那一行照着打出来；没有通知就回复「没看到」。',
      ],
      en: [
        'Please open the penalty notice (or Settings → Account and security → Account status) and see which content it names: what reason does it give? A few words are enough.',
        'Please open the notice and type the line with the reason; if there is no notice, reply "can’t see it".',
      ],
    },
    when: {
      zh: ['从哪一天开始被限制的？', '写日期就行，例如「昨天」「上周三」；记不清就回复「不记得」。'],
      en: [
        'Since which day?',
        'A date is enough, such as "yesterday" or "last Wednesday"; or "don’t remember".',
      ],
    },
    mistaken: {
      zh: [
        '请回看通知里指出的那条内容，对照它写的规则：您觉得是误判吗？',
        '看过之后，觉得没有违规请回复「是误判」，觉得确实有问题请回复「不是」。',
      ],
      en: [
        'Please look again at the content the notice names, beside the rule it quotes: do you think it is a mistake?',
        'After looking: reply "yes, a mistake" if it keeps the rule, or "no" if the point is right.',
      ],
    },
    evidence: {
      zh: [
        '为什么不违规、手上有什么凭证（原片、授权、聊天记录、当时的登录设备）？一两句话就行，我会写进申诉说明。',
        '例如「视频是我自己拍的，有原片」。没有凭证也可以直说。',
      ],
      en: [
        'Why does it keep the rules, and what evidence do you have (original file, licence, chat, device used)? One or two sentences go into your appeal.',
        'For example "I filmed it myself and have the raw file". No evidence is an answer too.',
      ],
    },
  },
  ends: {
    appeal: {
      zh: '申诉按这样提最有效：在处罚通知里点「申诉」，写清三点：被罚的是什么、为什么不违规、有什么证据。讲清一次即可，重复提交不会更快。解封由专人复核，我把您说的都整理给同事。',
      en: 'The appeal that works best: tap "Appeal" in the notice and write what was penalised, why it keeps the rules, and your evidence. Once is enough. People decide on it, and I am passing on all you told me.',
      person: { zh: '封禁申诉，客户认为误判', en: 'appeal against a ban, held to be a mistake' },
    },
    admitted: {
      zh: '限时处罚到期会自动恢复，期间请不要重复同类行为，也不要用小号绕过。能否提前处理，由同事为您确认。',
      en: 'A timed penalty ends by itself; please do not repeat it or go around it with a second account. A colleague will tell you whether more can be done.',
      person: { zh: '封禁，客户认可原因', en: 'ban, the customer accepts the reason' },
    },
  },
  next: ({ slots: { penalty, when, mistaken, evidence } }) => {
    if (penalty === undefined) return ask('penalty');
    if (mistaken === undefined) return ask('mistaken');
    if (mistaken === false) return end('admitted');
    if (evidence === undefined) return ask('evidence');
    return when === undefined ? ask('when') : end('appeal');
  },
};
