import { ask, end, type Kit } from './kit.ts';
import { choice, orUnsure, yesNo } from './slots.ts';

/** GK-01: real-name verification fails. Checks the ID card's validity and the phone number the bank has on file. */
export const realName: Kit = {
  id: 'GK-01',
  intents: ['account.verification.real-name'],
  starts:
    /不(?:通过|过|成功|了)|失败|没过|过不去|驳回|不一致|不匹配|报错|错误|卡在|提示|老是|一直|过期|次数|换过?号|已认证|fail|reject|declin|wo(?:n't|nt)|can'?t|cannot|not (?:pass|match|work|accept)|error|keeps|stuck|mismatch/,
  article: () => 'real-name-failure',
  relies: { zh: ['有效期', '预留手机号'], en: ['valid', 'on file'] },
  opening: {
    zh: '实名认证不过，多半是证件过期，或填的手机号和银行预留的不一致。我陪您逐项查，两三个问题就好（请不要把证件号、银行卡号发在这里）。',
    en: 'Verification mostly fails because the ID card has expired, or the phone number differs from the one your bank has on file. Let us check step by step (please send no ID or card numbers here).',
  },
  reads: {
    hint: choice({
      mismatch:
        /不一致|不匹配|信息(?:错|有误)|对不上|(?:姓名|名字|号码)(?:错|不)|mismatch|(?:do|does)(?: not|n'?t) match|not match/,
      face: /人脸|刷脸|扫脸|脸部|活体|拍照|照片|模糊|反光|face|selfie|photo|blur|glare|liveness/,
      used: /已(?:经)?(?:被)?(?:认证|绑定|实名|使用)(?:过)?(?:了)?(?:其他|别的|另|其它)|(?:其他|别的|另一?个|其它)(?:的)?(?:账号|帐号|号).{0,4}(?:认证|实名|绑)|已被(?:占用|使用|认证)|already (?:been )?(?:used|verified|registered|linked)|another account/,
      tries: /次数|太多|过多|频繁|明天再|稍后再|too many|try again (?:later|tomorrow)|limit/,
      other: /^其[他它]|其他提示|没有?提示|没说|^other|nothing shown/,
    }),
    idValid: orUnsure(
      yesNo({
        no: /(?:身份证|证件|证|id(?: card)?).{0,6}(?:过期|到期|失效)(?!吗|没)|(?<![没不未])(?:已经?|都|早)(?:过期|到期|失效)|^(?:过期|到期|失效)了?|(?<![没不未]|没有)(?:过期|到期|失效)了(?!吗|没)|(?:id|card|licen[cs]e).{0,12}(?<!not )(?:expired|out of date)|^expired/,
        yes: /没(?:有)?过期|未过期|没到期|在有效期|还有效|长期有效|长期的?$|刚(?:换|办)的?|not expired|still valid|has(?:n'?t| not) expired/,
      }),
    ),
    bankPhone: orUnsure(
      yesNo({
        no: /换(?:过|了)?(?:手机)?号|旧(?:的)?(?:手机)?号|老号码|不是(?:预留|同一个|银行)|(?:不一样|不同的?号)|预留的?是(?:以前|之前|旧|老|别)|old number|different (?:number|phone)|changed my number|another number|not the (?:same|one)/,
        yes: /(?:一样|同一个|就是预留|一致的|是预留)|same (?:number|one)|it matches|they match/,
      }),
    ),
  },
  asks: {
    idValid: {
      zh: [
        '先看证件：您的身份证还在有效期内吗？',
        '有效期印在身份证国徽那一面的最下方。今天还没到截止日期就回复「有效」，已经过了就回复「过期」。',
      ],
      en: [
        'First the document: is your ID card still valid?',
        'The end date is printed on the back of the card. Reply "valid" if it has not passed yet, or "expired" if it has.',
      ],
    },
    bankPhone: {
      zh: [
        '再看手机号：您填的手机号，和银行给这张卡预留的是同一个吗？',
        '预留手机号就是办卡时留给银行、平时收这张卡短信的号码。和您填的一样请回复「一样」，换过号请回复「不一样」。',
      ],
      en: [
        'Now the phone number: is the number you entered the one your bank has on file for that card?',
        'It is the number that gets the bank’s text messages for this card. Reply "same" or "different".',
      ],
    },
    hint: {
      zh: [
        '页面最后提示的是哪一种？回复数字就行：\n1. 信息不一致\n2. 人脸或照片不通过\n3. 该身份已认证其他账号\n4. 次数过多\n5. 其他',
        '方便再试一次，看看红色的提示文字吗？把那句话照着打出来，或回复 1 到 5 里最接近的一个。',
      ],
      en: [
        'What did the page say in the end? A number is enough:\n1. Details do not match\n2. Face or photo refused\n3. Identity already used by another account\n4. Too many tries\n5. Something else',
        'Could you look at the error once more and type its words, or the number from 1 to 5 that comes nearest?',
      ],
    },
  },
  ends: {
    expired: {
      label: '证件过期',
      zh: '原因找到了：证件过期（或快到期）系统核验会不通过。请先换领新证，拿到后在「设置 → 账号与安全 → 实名认证」里用新证重新提交。',
      en: 'That is the reason: an expired card is always refused. Please renew it first, then submit again under Settings → Account and security → Real-name verification.',
    },
    bankPhone: {
      label: '预留手机号不一致',
      zh: '原因应该在这里：填写的手机号必须和银行预留的一致。请先用银行App或到柜台更新预留手机号（或改填预留的那个号），再重新认证。银行卡要用本人名下的储蓄卡。',
      en: 'That is very likely it: the number must be the one your bank has on file. Update it in the bank’s app or branch (or enter the one on file), then verify again. The card must be a debit card in your own name.',
    },
    used: {
      label: '身份已认证其他账号',
      zh: '这个身份已经认证了您的另一个账号。请登录那个账号解除认证后再来，或者直接继续用那个账号。如果那个账号不是您开的，请马上回复「转人工」，我们优先核实。',
      en: 'This identity is already tied to another account. Sign in there and release it, or keep using that one. If it is not yours, reply "agent" now and we check it first.',
    },
    tries: {
      label: '次数过多',
      zh: '当天失败次数太多，系统会暂停认证。请明天再试，试之前先核对姓名（含生僻字、中间的点）和证件号与证件完全一致。',
      en: 'After too many tries in a day verification pauses. Please try again tomorrow, and check first that name and number are exactly as printed.',
    },
    face: {
      label: '人脸与照片',
      zh: '人脸和照片这一步请这样做：\n1. 光线均匀，摘下口罩、帽子和墨镜，由本人正对镜头。\n2. 证件拍原件，四角完整、不反光、不模糊，不用复印件和截图。\n做完再提交一次。',
      en: 'For face and photo:\n1. Even light, no mask, hat or sunglasses, and you in person in front of the camera.\n2. The original card, all four corners, no glare or blur; no copies.\nThen submit again.',
    },
    mismatch: {
      label: '核对姓名与号码',
      zh: '证件有效、手机号也一致的话，请逐字核对姓名（含生僻字、中间的点）和证件号，必须与证件完全相同；银行卡要是本人名下的储蓄卡。改好后重新提交。',
      en: 'Card valid and number on file: then compare name (rare characters, middle dots) and number with the card, letter by letter; the bank card must be a debit card in your own name. Correct it and submit again.',
    },
    check: {
      zh: '这几项都查过了，还要由同事查看后台的失败原因。',
      en: 'With those checked, a colleague must look at the reason in the system.',
      person: { zh: '实名认证逐项核对后仍失败', en: 'real-name verification still fails after the checks' },
    },
  },
  next: ({ slots: { hint, idValid, bankPhone }, tried }) => {
    if (idValid === false && !tried('expired')) return end('expired');
    if (bankPhone === false && !tried('bankPhone')) return end('bankPhone');
    if ((hint === 'used' || hint === 'tries' || hint === 'face') && !tried(hint)) return end(hint);
    if (idValid === undefined) return ask('idValid');
    if (bankPhone === undefined) return ask('bankPhone');
    if (hint === undefined) return ask('hint');
    if (hint === 'mismatch' && !tried('mismatch')) return end('mismatch');
    return end('check');
  },
};
