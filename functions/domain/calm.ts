import type { Sentiment } from '../../schemas/understanding.ts';

type Family = 'money' | 'account' | 'penalty' | 'goods' | 'safety' | 'other';
type Feeling = Extract<Sentiment, 'negative' | 'angry'>;

const moneyIn =
  /^(?:payment|ads\.billing|buyer\.(?:refund|price|return\.freight)|merchant\.(?:fees|funds)|creator\.earnings|live\.gifts)/;
const penaltyIn =
  /^(?:account\.restriction|content\.(?:review|copyright)|live\.rules|merchant\.(?:violation|product)|ads\.delivery\.rejected)/;

/** What an upset customer hears first; each is said once in a conversation at most. */
const sentences: Record<'zh' | 'en', Record<Family, Record<Feeling, readonly string[]>>> = {
  zh: {
    money: {
      negative: [
        '钱的事没着落，心里肯定不踏实，我们先把它弄清楚。',
        '涉及到钱，着急是应该的，我陪您一步步看。',
      ],
      angry: [
        '钱上的事不清不楚，换谁都会火，这件事我当重点来办。',
        '您生气完全有道理，我不绕弯，先说怎么把钱的事落实。',
      ],
    },
    account: {
      negative: ['账号上出了状况，心里总不踏实，我们马上看清楚。', '账号是您用心经营的，我陪您一项项确认。'],
      angry: [
        '账号是您的，出了问题当然会生气，我们直接处理。',
        '这件事让您这么恼火，我听到了，这次说清楚、办到位。',
      ],
    },
    penalty: {
      negative: [
        '花心思做的东西被处罚，难受是难免的，我们先看清楚原因。',
        '被判违规心里委屈，我帮您把该说的理由理清楚。',
      ],
      angry: [
        '觉得判得不公，生气很正常，您的理由我会完整记下来。',
        '您不认可这个结果，我听到了，下面说怎么有效地申诉。',
      ],
    },
    goods: {
      negative: [
        '满心期待却碰上这样的事，确实扫兴，我们来把它解决。',
        '买东西本来是件高兴事，弄成这样让您失望了，我来帮您处理。',
      ],
      angry: [
        '花了钱还遇上这种事，生气是应该的，我帮您把权益要回来。',
        '让您这么窝火，对不起，下面直接说怎么处理。',
      ],
    },
    safety: {
      negative: ['遇到这种事谁都会害怕，我们一步步来。', '您做得对，及时说出来最重要，我们先把风险挡住。'],
      angry: ['被人这样对待，愤怒是自然的，先把您保护好。', '对方太过分了，我们先止损，再处理对方。'],
    },
    other: {
      negative: ['这件事给您添堵了，我来帮您看看。', '听得出您不太顺心，我们把它理一理。'],
      angry: ['您的不满我听到了，下面直接说办法。', '让您这么生气，对不起，我尽快帮您推进。'],
    },
  },
  en: {
    money: {
      negative: [
        'Not knowing where your money is weighs on anyone, so let us clear that up first.',
        'When money is involved, worry is natural. Let us go through it together.',
      ],
      angry: [
        'When money goes wrong, anyone would be angry. I am treating this as important.',
        'You have every reason to be angry, so straight to what gets the money settled.',
      ],
    },
    account: {
      negative: [
        'Trouble with your own account is unsettling; let us see what happened.',
        'You have put a lot into this account; we will check one thing after the other.',
      ],
      angry: [
        'It is your account, so of course you are angry. Let us deal with it directly.',
        'I hear how angry this makes you; this time we go to the root of it.',
      ],
    },
    penalty: {
      negative: [
        'A penalty on work you care about hurts. Let us first see the reason.',
        'Being told you broke a rule stings; let us put your side in order.',
      ],
      angry: [
        'If it feels unjust, anger is natural, and your reasons will be noted in full.',
        'You do not accept this decision, and I hear that. Here is how to appeal effectively.',
      ],
    },
    goods: {
      negative: [
        'To look forward to something and then meet with this is a let-down. Let us put it right.',
        'Shopping should be a pleasure, and this was not. Let me help.',
      ],
      angry: [
        'To pay and then be treated like this is infuriating. Let us get you what you are owed.',
        'I am sorry that it came to this, so straight to what can be done.',
      ],
    },
    safety: {
      negative: [
        'Anyone would be shaken by this. We take it one step at a time.',
        'You did right to speak up at once; let us stop the risk first.',
      ],
      angry: [
        'To be treated like that is outrageous. Protecting you comes first.',
        'They went too far. First we stop the loss, then we deal with them.',
      ],
    },
    other: {
      negative: [
        'I am sorry about the trouble; let me have a look.',
        'That has not gone well for you; let us sort it out.',
      ],
      angry: [
        'I hear how annoyed you are, so straight to what can be done.',
        'I am sorry this made you so angry; let me move it on.',
      ],
    },
  },
};

/** Opens with feeling already, as our articles do. */
const opensCalmly =
  /^[^。！？.!?\n]{0,40}(?:着急|难受|难免|理解|抱歉|对不起|失落|委屈|扫兴|不好受|烦|辛苦|别慌|稳住|放心|别急|气愤|sorry|frustrat|upset|annoying|discourag|understand|hurts?|stay calm|let-down|natural|hard\b)/i;

/**
 * What to say first to an upset customer; nothing to others. Nothing either to the negative where the text opens with feeling
 * already, or right after such a sentence, which would patronise; and nothing when all that fits was said. `said` is what the bot
 * has said so far.
 */
export function calming(
  sentiment: Sentiment | undefined,
  intentId: string | undefined,
  language: 'zh' | 'en',
  text: string,
  said: readonly string[],
): string | undefined {
  if (sentiment !== 'negative' && sentiment !== 'angry') return undefined;
  const mild = sentiment === 'negative';
  if (mild && (opensCalmly.test(text) || anySentence(language).some((it) => said.at(-1)?.startsWith(it))))
    return undefined;
  const fitting = sentences[language][familyOf(intentId)][sentiment];
  return fitting.find((it) => !said.some((earlier) => earlier.includes(it)));
}

function anySentence(language: 'zh' | 'en'): string[] {
  return Object.values(sentences[language]).flatMap(({ negative, angry }) => [...negative, ...angry]);
}

function familyOf(intentId = ''): Family {
  if (moneyIn.test(intentId)) return 'money';
  if (penaltyIn.test(intentId)) return 'penalty';
  if (intentId.startsWith('account.')) return 'account';
  if (intentId.startsWith('buyer.')) return 'goods';
  return intentId.startsWith('safety.') ? 'safety' : 'other';
}
