import type { Understanding } from '../../schemas/understanding.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import type { Answer } from '../domain/bot-steps.ts';
import type { History, TicketChange } from '../domain/change.ts';
import { faultIn } from '../domain/language-model/grounding.ts';
import { answerPrompt, intentPrompt, type Source } from '../domain/language-model/prompt.ts';
import { candidatesOf, withChoice } from '../domain/language-model/proposal.ts';
import { readChoice, readDraft } from '../domain/language-model/reply.ts';
import { givesOrders } from '../domain/language-model/suspicion.ts';
import { botMayAnswer } from '../domain/understanding/taxonomy.ts';
import { type Ask, askModel, type Judgement } from './ask-model.ts';
import type { Platform } from './platform.ts';

type Needs = Pick<Platform, 'languageModel' | 'now' | 'log'>;

/** What the bot makes of one understanding of a message. */
export interface Plan {
  /** The articles that answer, as they are written; the one the bot is sure of comes first. None when it is sure of none. */
  readonly found: readonly Answer[];
  /** What they are written in. */
  readonly language: string;
  /** What is decided when the bot has this answer, now. */
  readonly change: (answer: Answer | undefined) => TicketChange | undefined;
}

export interface Message {
  readonly history: History;
  readonly question: string;
  readonly understanding: Understanding;
  readonly plan: (understanding: Understanding) => Plan;
}

/** Time that is left to everything but the model before a person is asked instead of the bot, in milliseconds. */
const MARGIN = 1500;

/**
 * Decides what follows from a message, with the language model where it is on: it may say a sure answer in fewer words, or choose
 * between meanings before the bot asks back. Whatever it does not do well and in time, the platform does as if there were none.
 */
export const writeAnswer = (platform: Needs) => {
  const askAbout = askModel(platform);

  return (request: ClassificationRequest) => {
    const ask = askAbout(request);

    return async (message: Message): Promise<TicketChange | undefined> => {
      const { understanding, plan, history } = message;
      const own = plan(understanding);
      const builtIn = own.change(own.found[0]);
      const { languageModel, now } = platform;
      if (!languageModel?.uses.length || !builtIn || givesOrders(message.question)) return builtIn;
      if (!isInTime(history, now(), languageModel.timeoutMs)) return builtIn;
      if (asksMeaning(builtIn)) return (await chosen(message, ask)) ?? plain(message);
      if (!mayRewrite(own, builtIn, message)) return builtIn;
      const written = await rewritten(own, message, ask);
      return written ? plan(understanding).change(written) : plain(message);
    };
  };
};

/** What the platform does by itself, at the time it is now. */
function plain({ plan, understanding }: Message): TicketChange | undefined {
  const { found, change } = plan(understanding);
  return change(found[0]);
}

/** The decision when the model can tell what the customer means, unless it only leads away from a matter that the bot may settle. */
async function chosen(message: Message, ask: Ask): Promise<TicketChange | undefined> {
  const candidates = candidatesOf(message.understanding);
  if (candidates.length === 0) return undefined;
  const intentId = await ask({
    purpose: 'intents',
    prompt: intentPrompt(message.question, candidates),
    judge: (reply): Judgement<string> => {
      const choice = readChoice(reply, candidates);
      return choice === undefined ? { refused: 'none of the candidates' } : { use: choice };
    },
  });
  if (intentId === undefined) return undefined;
  const change = plain({ ...message, understanding: withChoice(message.understanding, intentId) });
  const leadsAway = change?.events.some(({ type }) => type === 'TicketQueued') && botMayAnswer(intentId);
  return leadsAway ? undefined : change;
}

/** The sure answer as the model says it; undefined when it says anything else than the articles. */
function rewritten({ found, language }: Plan, { question }: Message, ask: Ask): Promise<Answer | undefined> {
  const sources = found.map(sourceOf);
  const prompt = answerPrompt(question, sources);
  const spoken = language === 'en' ? 'en' : 'zh';
  return ask({
    purpose: 'answers',
    prompt,
    judge: (reply): Judgement<Answer> => {
      const draft = readDraft(reply, sources.length);
      if (!draft) return { refused: 'unreadable' };
      const fault = faultIn(draft, { question, language: spoken, sources, instructions: prompt.system });
      if (fault) return { refused: `not grounded: ${fault}` };
      return {
        use: { text: draft.text, citations: draft.cited.flatMap((at) => found[at]?.citations ?? []) },
      };
    },
  });
}

/** Only an answer that is about to be said, for the first time, in a language that can be checked, and by an article that is one. */
function mayRewrite(
  { found, language }: Plan,
  builtIn: TicketChange,
  { history, understanding }: Message,
): boolean {
  const [answer] = found;
  if (!answer || understanding.priority === 'urgent' || (language !== 'zh' && language !== 'en'))
    return false;
  const told = history.events.flatMap((event) =>
    event.type === 'MessageSent' ? (event.body.citations ?? []) : [],
  );
  const isNew = answer.citations.every(({ articleId }) => told.every((it) => it.articleId !== articleId));
  return isNew && says(builtIn, answer.text) && !found.some(({ text }) => givesOrders(text));
}

function sourceOf({ text, citations }: Answer): Source {
  return { title: citations[0]?.title ?? '', text };
}

function says({ events }: TicketChange, text: string): boolean {
  return events.some(
    (event) =>
      event.type === 'MessageSent' && event.body.purpose === 'answer' && event.body.text.includes(text),
  );
}

function asksMeaning({ events }: TicketChange): boolean {
  return events.some((event) => event.type === 'MessageSent' && event.body.dialogue?.step === 'meaning');
}

/** Whether there is time for the model before the bot's own deadline, when a person is asked. */
function isInTime({ ticket }: History, now: Date, timeoutMs: number): boolean {
  const due = ticket.timers['bot-due'];
  return !due || Date.parse(due) - now.getTime() > timeoutMs + MARGIN;
}
