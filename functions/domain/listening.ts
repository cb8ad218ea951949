import type { Sentiment } from '../../schemas/understanding.ts';
import type { Draft, History } from './change.ts';
import { isShort, standingOf } from './dialogue.ts';
import { retarget, type Situation } from './sla.ts';
import { isForeign } from './understanding/foreign.ts';
import { fellTwice, isTense, moodOf } from './understanding/mood.ts';
import { isReadByAll } from './eligibility.ts';
import { BOT, classifiedDraft, factsAfter, type Heard } from './verdict.ts';
import { RANK } from './priorities.ts';

/**
 * What the bot makes of words that go to a person: it raises the priority when they demand it, has a ticket that waits routed anew
 * when the customer changes the language, keeps the mood, and warns agent and
 * leads when it fell twice in a row or the customer is angry, once until the customer has calmed down. Nothing new, no event.
 */
export function listenDrafts(history: History, heard: Heard, situation: Situation): Draft[] {
  return [...classifiedDrafts(history, heard, situation), ...moodDrafts(history, heard)];
}

function classifiedDrafts(history: History, heard: Heard, situation: Situation): Draft[] {
  const { ticket } = history;
  const { understanding } = heard;
  const { abstained, intents, urgency, language } = understanding;
  const presses = RANK[understanding.priority] < RANK[ticket.priority];
  const speaksAnew = wantsOtherAgents(history, heard);
  if (!presses && !speaksAnew) return [];
  const intent = abstained || !presses ? undefined : intents[0];
  const priority = presses ? understanding.priority : ticket.priority;
  const reasons = [
    ...(presses ? [...(intent?.reasons ?? []), ...urgency.reasons] : []),
    ...(speaksAnew ? [`writes in ${language} now`] : []),
  ];
  const draft = classifiedDraft(history, heard, { intent, priority, language, reasons });
  return [{ ...draft, ...retarget(ticket, factsAfter(ticket, draft.body), true, situation) }];
}

/** Whether a ticket that waits is now in another language, so that others may have it. A few words, such as `ok`, change nothing. */
function wantsOtherAgents(history: History, { understanding: { language }, throughNumber }: Heard): boolean {
  const { ticket } = history;
  if (ticket.holder.kind !== 'queue' || language === 'und' || language === 'mixed') return false;
  if (isReadByAll(language) ? isReadByAll(ticket.language) : language === ticket.language) return false;
  return isForeign(language) || !isShort(standingOf(history, throughNumber).words);
}

function moodDrafts(history: History, { understanding, throughNumber }: Heard): Draft[] {
  const { words, sentiments } = standingOf(history, throughNumber);
  const { sentiment, language } = understanding;
  if (isForeign(language)) return [];
  // `好的` and an order number say nothing of how somebody feels.
  if (sentiment === 'neutral' && isShort(words)) return [];
  const before = history.ticket.mood;
  const all = [...sentiments, sentiment];
  const known = (before?.warned ?? false) && isTense(sentiment);
  const warning = known ? undefined : warningFor(sentiment, all);
  if (sentiment === (before?.sentiment ?? 'neutral') && warning === undefined) return [];
  const { trend } = moodOf(all);
  const warned = known || warning !== undefined;
  return [{ type: 'MoodChanged', actor: BOT, body: { sentiment, trend, warned, warning, throughNumber } }];
}

function warningFor(sentiment: Sentiment, all: readonly Sentiment[]): string | undefined {
  if (sentiment === 'angry') return 'the customer is angry';
  return fellTwice(all) ? 'the mood fell twice in a row' : undefined;
}
