import type { Understanding } from '../../schemas/understanding.ts';
import { changeOf, type Draft, type History, type TicketChange } from '../domain/change.ts';
import { queueDrafts } from '../domain/handover.ts';
import { after, retarget, type Situation } from '../domain/sla.ts';
import { BOT, classifiedDraft, factsAfter } from '../domain/verdict.ts';
import type { Visit } from './day.ts';

/**
 * The bot's turn with the words left out: that it is sure enough to answer is drawn, not understood. What follows is what follows on the
 * platform: the classification with its queue and promises, then an answer and a wait for the customer, or a person.
 */
export function takeTurn(
  history: History,
  visit: Visit,
  threshold: number,
  situation: Situation,
): TicketChange {
  const { now, policy } = situation;
  const { intentId, priority, language, confidence } = visit;
  const answers = isSure(visit, threshold);
  const intent = { id: intentId, confidence, reasons: [] };
  const understanding: Understanding = {
    language,
    intents: [intent],
    abstained: !answers,
    priority,
    urgency: { urgent: priority === 'urgent', reasons: [] },
    sentiment: 'neutral',
    wantsHuman: false,
    risks: [],
    normalized: '',
  };
  const draft = classifiedDraft(
    history,
    { understanding, throughNumber: history.number },
    { intent, priority, language, reasons: [] },
  );
  const known = factsAfter(history.ticket, draft.body);
  const classified: Draft = { ...draft, ...retarget(history.ticket, known, true, situation) };
  const said = (purpose: 'answer' | 'notice'): Draft => ({
    type: 'MessageSent',
    actor: BOT,
    body: { text: '', purpose },
  });
  if (answers) {
    const timers = { 'bot-due': null, 'silence-due': after(now, policy.silence) };
    return changeOf(history, [classified, { ...said('answer'), timers }], now);
  }
  const { queueId } = known;
  const queued = queueDrafts(
    history,
    { reason: 'not sure enough', actor: BOT, queueId, priority, language, intentId: known.intentId },
    situation,
  );
  return changeOf(history, [classified, said('notice'), ...queued], now);
}

/** Whether the bot answers by itself: never what is urgent, and only from the threshold on. */
export function isSure({ priority, confidence }: Visit, threshold: number): boolean {
  return priority !== 'urgent' && confidence >= threshold;
}
