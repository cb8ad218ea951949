import { displayName } from './understanding/taxonomy.ts';

/** What the bot says outside articles and kits. Where several stand, the first that was not said yet is taken. */
export const botWords = {
  zh: {
    asked: [
      '好的，正在为您转接人工客服，您前面说的内容我会一并转给客服，不用再重复。',
      '马上为您接入人工，刚才的情况都会一起带过去，请稍等。',
    ],
    urgent: ['这件事很紧急，我已为您优先接入人工，请不要离开。', '已按最紧急为您接入人工，请稍候。'],
    specialist: [
      '这类事情要由专人核实才能定，正在为您转接，您说的我会一并转过去。',
      '这件事需要同事接着办，正在为您转接，前面的内容都会带上。',
    ],
    unclear: [
      '怕耽误您，我请人工同事直接来看，前面的内容都会转过去，不用再说一遍。',
      '这个问题交给人工同事更稳妥，正在为您转接。',
    ],
    unsolved: [
      '这些办法没能解决，辛苦您试了。我请同事接着处理，试过的步骤都会告诉他。',
      '看来需要同事来查，正在为您转接，已经试过的都会写清楚。',
    ],
    again: [
      '您已经不止一次为这件事来找我们，不让您再重复了，直接为您转人工跟进。',
      '这件事您跑了不止一趟，我请人工同事负责到底，正在转接。',
    ],
    upset: ['我不再让您一遍遍回答了，马上请人工同事来处理。', '后面交给人工同事，正在为您转接。'],
    foreign: ['正在为您转接会这种语言的同事。'],
    passing: ['正在为您转接人工，您说的都会一并转过去。'],
    settled: ['好的，解决了就好。之后再遇到问题，随时来这里告诉我。', '太好了，祝您顺利，有需要再来找我。'],
    thanked: ['不客气，能帮上您就好。之后有需要，随时来找我。', '应该的，祝您一切顺利。'],
    left: ['好的，那我先不打扰。之后想继续，随时在这里说一声。', '好的，先到这里，有需要随时找我。'],
    tries: ['好的，您先试，结果随时告诉我；还不行我就接着帮您查。', '行，慢慢来，有结果说一声就好。'],
    waits: ['不急，您慢慢看，好了告诉我就行。', '好，我等您。'],
    unsolvedYet: [
      '想确认一下，上面的办法解决了吗？\n1. 解决了\n2. 还没解决\n3. 想问别的',
      '我没太明白您的意思：问题解决了请回复 1，没解决回复 2，想问别的回复 3。',
    ],
    otherMatter: ['好的，那请用一句话告诉我想问什么。', '请说说另一件事是什么，我接着帮您看。'],
    personAnyTime: '需要人工请回复「转人工」。',
    known: '看到您之前也为这件事联系过我们；如果想直接找人工，回复「转人工」就行。',
    outside: [
      '这件事不在平台客服能处理的范围内，抱歉帮不上。如果是账号、作品、直播、订单、支付或店铺方面的问题，请说说具体情况；需要人工请回复「转人工」。',
      '这个我确实帮不了。平台上的事（账号、作品、订单、支付等）随时可以问我，需要人工请回复「转人工」。',
    ],
    open: [
      '抱歉，我还没完全明白。能再说具体一点吗？比如：是哪一笔订单或哪个作品、什么时候发生的、页面上提示了什么。需要人工请回复「转人工」。',
      '抱歉，我没看懂。请用一句话说说遇到了什么，例如「退款三天没到账」；想找人工就回复「转人工」。',
    ],
  },
  en: {
    asked: [
      'Of course. I am connecting you to a colleague and passing on what you have told me, so you need not repeat it.',
      'Connecting you to a person now; everything you told me goes along.',
    ],
    urgent: [
      'This is urgent, so I am bringing in a colleague with priority. Please stay here.',
      'You are connected with the highest priority; one moment please.',
    ],
    specialist: [
      'This takes a person who can check it, so I am connecting you and passing on what you told me.',
      'A colleague has to go on from here; I am connecting you, with everything so far.',
    ],
    unclear: [
      'Rather than cost you more time, I am asking a colleague to look; what you wrote goes along.',
      'A colleague will handle this better; I am connecting you.',
    ],
    unsolved: [
      'That did not settle it, thank you for trying. A colleague takes over and will know what you tried.',
      'This needs a colleague to look into it; I am connecting you, with all that was tried.',
    ],
    again: [
      'You have come to us about this more than once, so you need not explain again: a colleague takes over.',
      'This took you more than one visit already; a colleague now stays with it, I am connecting you.',
    ],
    upset: [
      'No more questions from me; I am bringing in a colleague right now.',
      'A colleague takes it from here; connecting you.',
    ],
    foreign: ['I am connecting you to a colleague who speaks your language.'],
    passing: ['I am connecting you to a colleague and passing all of this on.'],
    settled: [
      'Good to hear that it is settled. Whenever something comes up, just write here.',
      'Wonderful. All the best, and come back whenever you need to.',
    ],
    thanked: ['You are welcome. Whenever you need something, just write here.', 'My pleasure. All the best!'],
    left: [
      'All right, I leave it here. To go on, just write again at any time.',
      'Fine, that is all for now; I am here when you need me.',
    ],
    tries: [
      'Good, please try it and tell me how it went; if it does not help, I go on with you.',
      'Take your time, and let me know the result.',
    ],
    waits: ['No hurry, take your time and tell me when you are ready.', 'Fine, I am here.'],
    unsolvedYet: [
      'Just to be sure, did that settle it?\n1. Yes, settled\n2. Not yet\n3. I have another question',
      'I did not quite follow. Please reply 1 if it is settled, 2 if not, 3 for another question.',
    ],
    otherMatter: [
      'All right, please tell me in one sentence what it is.',
      'What is the other matter? I will have a look.',
    ],
    personAnyTime: 'To talk to a person, reply “agent”.',
    known: 'I see that you have contacted us about this before; to go straight to a person, reply “agent”.',
    outside: [
      'That is outside what this service can handle, I am sorry. If it is about an account, a post, a live session, an order, a payment or a shop, tell me what happened; to talk to a person, reply “agent”.',
      'I cannot help with that one. Anything about the platform (accounts, posts, orders, payments) is welcome; to talk to a person, reply “agent”.',
    ],
    open: [
      'Sorry, I did not quite get that. Could you say a little more: which order or video it is about, when it happened and what the page said? To talk to a person, reply “agent”.',
      'Sorry, I could not follow. Please say in one sentence what happened, such as "my refund has not arrived after three days", or reply “agent” for a person.',
    ],
  },
} as const;

/** Why a person takes over, for the desk. */
export const whyPerson = {
  asked: '客户要求人工',
  urgent: '紧急',
  specialist: '此类事项须由人工处理',
  unclear: '机器人未能理解客户',
  unsolved: '给出的办法未能解决',
  again: '多次为同一问题来访',
  upset: '客户连续两次愤怒',
  foreign: '客户使用机器人不会的语言',
} as const;
export type HandoverWords = keyof typeof whyPerson;

/** One good question: which of the likeliest meanings it is, by their names. */
export function askMeaning(options: readonly string[], language: 'zh' | 'en'): string {
  const names = options.map((id) => displayName(id, language));
  const numbered = names.map((name, i) => `${i + 1}. ${name}`).join('\n');
  if (language === 'zh') {
    return names.length === 1
      ? `我想先确认一下，您说的是「${names.join('')}」吗？是的话回复「是」；不是的话，换句话告诉我就好。${botWords.zh.personAnyTime}`
      : `我想先确认一下，您遇到的是哪一种？回复数字就行：\n${numbered}\n都不是的话，换句话告诉我就好。${botWords.zh.personAnyTime}`;
  }
  return names.length === 1
    ? `Let me make sure: is it about “${names.join('')}”? Reply "yes", or tell me in other words. ${botWords.en.personAnyTime}`
    : `Let me make sure, which of these is it? A number is enough:\n${numbered}\nNone of them? Just tell me in other words. ${botWords.en.personAnyTime}`;
}
