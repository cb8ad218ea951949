import { askMeaning } from './bot-words.ts';
import {
  checkBack,
  citationsOf,
  type Conversation,
  fresh,
  goOn,
  hasRun,
  isAsking,
  isElsewhere,
  isNews,
  isTold,
  kitAbout,
  mayRun,
  type Move,
  notice,
  notRead,
  person,
  say,
  SCRAP,
  settle,
  triedOf,
  walk,
} from './bot-steps.ts';
import { type Feedback, feedbackIn } from './courtesy.ts';
import { personWillCome } from './foreign-words.ts';
import { crisisText, isCrisis } from './crisis.ts';
import { isShort, lettersIn, optionsOf } from './dialogue.ts';
import { kitOf } from './kits/all.ts';
import { told } from './kits/kit.ts';
import { ordinalIn, yesNo } from './kits/slots.ts';
import { slotsOf } from './kits/slot-names.ts';
import { askedOf, kitFor, learn, readReply } from './kits/walk.ts';
import { staysAngry } from './understanding/mood.ts';
import { normalize } from './understanding/normalize.ts';
import { botMayAnswer, isManner } from './understanding/taxonomy.ts';

type Rule = (conversation: Conversation) => Move | undefined;

/**
 * The first rule that applies decides: safety first, then the customer's wish, then the dialogue, then the matter. `stays` is true
 * when the words were taken as a part of the dialogue, and not as a matter of their own.
 */
export function moveOf(conversation: Conversation): { move: Move; stays: boolean } {
  for (const rule of rules) {
    const move = rule(conversation);
    if (move) return { move, stays: withinDialogue.includes(rule) };
  }
  return { move: person(conversation, 'unclear', 'the bot asked once and is still unsure'), stays: false };
}

const crisis: Rule = (it) =>
  isCrisis(it.understanding)
    ? {
        kind: 'person',
        reason: 'somebody may be in danger',
        why: '可能有人身危险',
        asItIs: true,
        text: crisisText(it.understanding.normalized, it.language),
      }
    : undefined;

/** A language the bot does not speak: somebody who does takes over, and nothing the bot half understood is acted upon. */
const stranger: Rule = (it) =>
  it.foreign && {
    ...person(it, 'foreign', `customer writes another language: ${it.foreign}`),
    asItIs: true,
    text: personWillCome(it.foreign),
  };

/** Urgent goes to a person at once, with what to do meanwhile where a kit knows it. */
const urgent: Rule = (it) => {
  const { urgency } = it.understanding;
  if (!urgency.urgent) return undefined;
  const move = person(it, 'urgent', `urgent: ${urgency.reasons.join(', ')}`);
  const kit = it.topic === undefined ? undefined : kitAbout(it, it.topic);
  const aid = kit?.ends[kit.firstAid?.(it.topic ?? '') ?? ''];
  return kit && aid
    ? { ...move, text: `${told(aid, {}, it.language)}\n${move.text}`, citations: citationsOf(it, kit) }
    : move;
};

const wish: Rule = (it) =>
  it.understanding.wantsHuman ? person(it, 'asked', 'customer asked for a person') : undefined;

const patience: Rule = (it) =>
  staysAngry([...it.sentiments, ...(it.sentiment ? [it.sentiment] : [])])
    ? person(it, 'upset', 'customer was angry twice in a row')
    : undefined;

/** Words that crossed with the bot's own: only a new matter, or something new for the kit, is worth another message. */
const crossing: Rule = (it) => {
  if (!it.crossed) return undefined;
  const { abstained, intents } = it.understanding;
  const [best] = intents;
  const kit = kitOf(it.dialogue?.kit);
  const matter = !abstained && best && !isManner(best.id) && best.id !== it.matter;
  const news = kit && Object.keys(learn(kit, {}, [normalize(it.words)], it.today)).length > 0;
  return matter || news ? undefined : { kind: 'listen' };
};

const feedback: Rule = (it) => {
  const said = feedbackIn(it.understanding.normalized);
  if (!said || it.told.length === 0) return undefined;
  return isAsking(it) ? whileAsking(it, said) : afterAnswer(it, said);
};

function afterAnswer(it: Conversation, said: Feedback): Move | undefined {
  if (said === 'leaves-it') return settle(it, 'left');
  if (!it.dialogue) return undefined;
  if (said === 'settled') return settle(it, 'settled');
  if (said === 'thanks') return settle(it, 'thanked');
  if (said === 'not-solved') return isNewMatter(it) ? undefined : goOn(it);
  // To "did that settle it?", a plain yes is more than a nod.
  if (said === 'acknowledges' && it.dialogue.step === 'settled') return undefined;
  return notice(it, said === 'waits' ? 'waits' : 'tries');
}

/** Words enough to be sure of, about something else than before. */
function isNewMatter({ understanding, matter, words }: Conversation): boolean {
  const [best] = understanding.intents;
  const named = !understanding.abstained && best !== undefined && !isManner(best.id);
  return named && best.id !== matter && lettersIn(words) >= SCRAP;
}

/** While the bot waits for a reply, only what ends the matter or asks for time is more than that reply. */
function whileAsking(it: Conversation, said: Feedback): Move | undefined {
  if (said === 'leaves-it') return settle(it, 'left');
  if (said === 'settled' && surely.test(it.understanding.normalized)) return settle(it, 'settled');
  return said === 'waits' || said === 'will-try' ? notice(it, 'waits') : undefined;
}

const surely = /解决|搞定|弄好|修好|传上去|发出去|已经好了|自己好了|solved|fixed|sorted|works|working/;

/** The reply to a question of a kit, or news after one of its ends. */
const reply: Rule = (it) => {
  const kit = kitOf(it.dialogue?.kit);
  if (!kit || !it.dialogue || !mayRun(it, kit)) return undefined;
  const known = slotsOf(it.dialogue.slots);
  const said = normalize(it.words);
  const asked = askedOf(kit, it.dialogue);
  if (asked) {
    const { slots, read } = readReply(kit, asked, known, said, it.today);
    if (isElsewhere(it, kit, read)) return undefined;
    return read !== 'not' || isNews(slots, known) ? walk(it, kit, slots) : notRead(it, kit, asked);
  }
  const slots = learn(kit, known, [said], it.today);
  return isNews(slots, known) && !isElsewhere(it, kit, 'plainly') ? walk(it, kit, slots) : undefined;
};

/** "Did that settle it?" was asked. */
const settledOrNot: Rule = (it) => {
  if (it.dialogue?.step !== 'settled') return undefined;
  const { normalized } = it.understanding;
  const picked = ordinalIn(normalized, 3);
  const yes = picked === undefined ? yesNo()(normalized, { asked: true, today: it.today }) : picked === 0;
  if (picked === 2) return say(it, fresh(it, 'otherMatter'), 'question', { step: 'meaning', options: [] });
  if (yes === true) return settle(it, 'settled');
  if (yes === false) return goOn(it);
  return isShort(it.words) ? person(it, 'unclear', 'the bot asked once and is still unsure') : undefined;
};

/** Who comes for the third time, or again and angry, talks to a person. */
const repeated: Rule = (it) => {
  if (!it.repeat || !it.comesAgain) return undefined;
  return it.repeat.contacts > 2 || it.sentiment === 'angry'
    ? person(it, 'again', `repeat: ${it.repeat.reason}`)
    : undefined;
};

const guided: Rule = (it) => {
  const { understanding, topic } = it;
  if (understanding.abstained || topic === undefined) return undefined;
  if (it.sentiment === 'angry' && !botMayAnswer(topic)) return undefined;
  const said = [...it.earlier, it.words].map(normalize);
  const kit = kitFor(topic, said, (one) => mayRun(it, one) && !hasRun(it, one));
  return kit && walk(it, kit, learn(kit, slotsOf(it.dialogue?.slots ?? {}), said, it.today), true);
};

const answering: Rule = (it) => {
  if (!it.answer || isMereManner(it)) return undefined;
  const { text, citations } = it.answer;
  const before = triedOf(it);
  const cited = citations.map(({ articleId, version }) => `${articleId}@${version}`);
  // The same article in other words is still the same answer.
  const same = cited.length > 0 && cited.every((one) => before.includes(one));
  if (same || isTold(it, text)) return checkBack(it);
  return say(it, text, 'answer', { step: 'answer', tried: [...before, ...cited] }, citations);
};

/** A nod or a greeting where a meaning was asked for. */
function isMereManner(it: Conversation): boolean {
  const [best] = it.understanding.intents;
  return it.dialogue?.step === 'meaning' && best !== undefined && isManner(best.id);
}

/** Something unclear right after an answer: ask whether it helped before anything else. */
const afterwards: Rule = (it) => {
  const { abstained, intents } = it.understanding;
  const same = !abstained && intents[0]?.id === it.matter;
  return it.dialogue && !isAsking(it) && (abstained || same) ? checkBack(it) : undefined;
};

const beyondTheBot: Rule = (it) => {
  const { abstained, intents } = it.understanding;
  const [best] = intents;
  if (abstained || isMereManner(it) || (best?.id === OUT_OF_SCOPE && it.failures === 0)) return undefined;
  return person(it, 'specialist', `a person must settle ${best?.id ?? 'this'}`);
};

/** One good question: which of the likeliest meanings it is, or what it is about when nothing is likely. */
const unsure: Rule = (it) => {
  if (it.failures > 0) return undefined;
  const outside = !it.understanding.abstained && it.understanding.intents[0]?.id === OUT_OF_SCOPE;
  const options = outside ? [] : optionsOf(it.understanding);
  const meaning =
    options.length > 0 ? askMeaning(options, it.language) : fresh(it, outside ? 'outside' : 'open');
  const text = isTold(it, meaning) ? fresh(it, 'open') : meaning;
  if (isTold(it, text)) return undefined;
  return say(it, text, 'question', {
    step: 'meaning',
    options: text === meaning ? options : [],
    failures: 1,
  });
};

/** What this desk cannot act on. */
const OUT_OF_SCOPE = 'none';

const rules: readonly Rule[] = [
  crisis,
  stranger,
  urgent,
  wish,
  patience,
  crossing,
  feedback,
  reply,
  settledOrNot,
  repeated,
  guided,
  answering,
  afterwards,
  beyondTheBot,
  unsure,
];

/** Rules that take words as a part of the dialogue. */
const withinDialogue: readonly Rule[] = [crossing, feedback, reply, settledOrNot];
