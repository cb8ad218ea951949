import { ask, end, type Kit } from './kit.ts';
import { choice, orUnsure, yesNo } from './slots.ts';

/**
 * GK-12: fraud. Never asks for a secret. A secret given away or money sent goes to a person at once; else it names the mark of the
 * deceit and how to tell a real agent.
 */
export const antiFraud: Kit = {
  id: 'GK-12',
  intents: ['safety.fraud.fake-agent', 'safety.fraud.prize-scam'],
  starts: /./,
  article: (intentId) =>
    intentId.endsWith('prize-scam') ? 'prize-task-investment-scam' : 'fake-service-agent',
  relies: { zh: ['验证码', '止付'], en: ['code', 'stop it'] },
  reads: {
    moneyLost: orUnsure(
      yesNo({
        no: /(?:还)?没(?:有)?(?:转|付|打|给)(?:钱|款|账|过去)?|没(?:有)?(?:损失|上当|被骗)|(?:have(?:n'?t| not)|did(?:n'?t| not)|never) (?:paid?|sent?|transfer)|no (?:money|loss)/,
        yes: /(?:转|付|汇|充|投)(?:了|过去|给(?:了|他|她|对方|骗子))(?!吗|我|人工|账户|电话)|交了(?!个|女|男|朋)|打(?:了|过去)?.{0,3}(?:钱|款)|被骗了?(?:\d|钱|走)|(?:paid|sent|transferred|deposited|wired) (?:them |him |her |the |it |over |about |some )*(?:money|\d|\$|¥|to )|lost (?:money|\d)/,
      }),
    ),
    gaveSecret: orUnsure(
      yesNo({
        no: /没(?:有)?(?:给|说|告诉|透露|共享|发)(?!吗)|(?:have(?:n'?t| not)|did(?:n'?t| not)|never) (?:gave|give|given|told|tell|shared?|sent)/,
        yes: /(?:给|告诉|说|报|发|念)了.{0,6}(?:密码|验证码|卡号|动态码)|(?:密码|验证码|卡号|动态码).{0,6}(?:(?:给|告诉|说|报|发|念)(?:他|她|对方|客服)?了)|共享了|开了.{0,3}共享|(?:gave|told|sent|shared) (?:them |him |her )*(?:my |the |a )?(?:password|code|otp|pin|card|screen)/,
      }),
    ),
    contact: choice({
      secret:
        /(?:要|问|索要|让我(?:报|发|说|给)|提供).{0,6}(?:密码|验证码|卡号|动态码)|ask(?:ed|ing|s)? (?:me )?for (?:my |the |a )?(?:password|code|otp|pin|card)/,
      screen:
        /共享屏幕|屏幕共享|远程|会议软件|下载(?:个|一个)?(?:app|软件)|screen shar|share (?:my |the )?screen|anydesk|teamviewer|remote|install/,
      safe: /安全账户|验资|认证金|保证金|解冻|手续费|先(?:交|付|垫|转)|税费|做单|垫付|刷单|返利|safe account|prove (?:my )?funds|deposit|fee|tax|pay first|in advance|task/,
      private:
        /(?:个人|私人|加|用)?(?:微信|qq|扣扣|telegram|whatsapp|企鹅)|陌生(?:电话|来电|号码)|私信|打(?:来)?电话|call(?:ed|ing|er)?|text(?:ed)?|dm|private message/,
      none: /^(?:别的|其[他它])|都不是|^other|none of/,
    }),
  },
  asks: {
    moneyLost: {
      zh: [
        '先确认最要紧的：您转钱或付款给对方了吗？',
        '转过、付过、扫码给过钱都算，回复「转了」或「没有」就行。',
      ],
      en: [
        'The most pressing first: have you sent or paid them any money?',
        'Transfers, payments and scanned codes all count: just reply "yes" or "no".',
      ],
    },
    gaveSecret: {
      zh: [
        '有没有把密码、验证码告诉对方，或者共享过屏幕？（请不要把它们发给我）',
        '给过任何一样就回复「有」，都没有就回复「没有」。密码和验证码不用告诉我，也不要告诉任何人。',
      ],
      en: [
        'Did you tell them a password or code, or share your screen? (Please do not send those to me.)',
        'Reply "yes" if any of these happened, "no" if none. Never tell me, or anyone, the password or code itself.',
      ],
    },
    contact: {
      zh: [
        '对方是怎么做的？\n1. 要密码、验证码或卡号\n2. 让共享屏幕或装软件\n3. 让先交钱、垫付或转到「安全账户」\n4. 用私人微信、QQ、电话联系\n5. 其他',
        '选最像的一个数字就行，1 到 5。',
      ],
      en: [
        'What did they do?\n1. Ask for a password, code or card number\n2. Ask to share the screen or install something\n3. Ask to pay first or move money to a "safe account"\n4. Contact you by private chat or phone\n5. Something else',
        'Please pick the nearest number from 1 to 5.',
      ],
    },
  },
  ends: {
    paid: {
      zh: '请马上做两件事：联系银行或支付软件申请止付，并报警，越早越有机会；聊天、转账截图和对方账号都留着。不要再付任何「手续费」「解冻费」。',
      en: 'Two things now: ask your bank or payment app to stop it, and tell the police; early is best. Keep chats, transfers and accounts, and pay no further "fee".',
      person: { zh: '受骗付款，可能仍可止付', en: 'money was paid through deceit and may still be stopped' },
      priority: 'urgent',
    },
    exposed: {
      zh: '请马上修改登录密码和支付密码，移除陌生设备，关闭免密支付，关掉屏幕共享并卸载对方让装的软件；给过卡号的请立刻联系银行止付。',
      en: 'Please change sign-in and payment passwords now, remove unknown devices, switch off payment without password, end screen sharing and uninstall what they had you install; if you gave a card number, ask your bank to stop it.',
      person: { zh: '透露过密码或验证码，或共享过屏幕', en: 'a secret was given away or the screen shared' },
      priority: 'urgent',
    },
    verdict: {
      zh: ({ contact }) =>
        `${marksZh[String(contact)] ?? ''}真伪这样核实：自己打开App的客服中心查，不用对方给的电话或链接；退款、理赔、中奖只看订单页和站内官方通知。平台工作人员绝不会要密码、验证码、银行卡号，不会让您共享屏幕或转账。请不要再理会对方，在App里举报该账号。专员会核实对方身份。`,
      en: ({ contact }) =>
        `${marksEn[String(contact)] ?? ''}To verify, open the service centre in the app yourself, never by their number or link; refunds, claims and prizes are only on the order page and in official notices. Our staff never ask for passwords, codes or card numbers, screen sharing or transfers. Answer them no more and report the account in the app. A specialist checks who they are.`,
      person: {
        zh: '疑似诈骗，暂无损失，需核实对方身份',
        en: 'suspected fraud, nothing lost so far: the contact is to be checked',
      },
    },
  },
  firstAid: () => 'paid',
  next: ({ slots: { moneyLost, gaveSecret, contact } }) => {
    if (moneyLost === true) return end('paid');
    if (gaveSecret === true) return end('exposed');
    if (moneyLost === undefined) return ask('moneyLost');
    if (gaveSecret === undefined) return ask('gaveSecret');
    return contact === undefined ? ask('contact') : end('verdict');
  },
};

const marksZh: Readonly<Record<string, string>> = {
  secret: '索要密码、验证码或卡号的，一定是骗子。',
  screen: '让您共享屏幕、装软件的，一定是骗子。',
  safe: '让您先交钱、垫付或转到「安全账户」的，一定是骗局。',
  private: '平台不会用私人微信、QQ联系您，这很像冒充。',
};
const marksEn: Readonly<Record<string, string>> = {
  secret: 'Whoever asks for a password, code or card number is a fraud. ',
  screen: 'Whoever has you share the screen or install software is a fraud. ',
  safe: 'Whoever has you pay first or move money to a "safe account" is a fraud. ',
  private: 'We never contact you from private chat accounts, so this looks like an impostor. ',
};
