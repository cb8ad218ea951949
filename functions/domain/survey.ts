import type { Actor } from '../../schemas/events.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { type Command, customerOf, reopenDraft } from './conversation.ts';
import { IllegalTransitionError } from './errors.ts';
import { queueDrafts } from './handover.ts';
import { disarmAll, type Situation } from './sla.ts';
import { requireAllowed } from './ticket.ts';

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

/** Scores up to this one send the ticket back to an expert. */
export const LOW_SCORE = 2;

/** Offers the survey of one resolution, or says why there is none; nothing when that was decided before. */
export function offerSurvey(
  history: History,
  resolutionCount: number,
  { now }: Situation,
): TicketChange | undefined {
  const { ticket } = history;
  const stale = ticket.status !== 'resolved' || ticket.resolutionCount !== resolutionCount || ticket.survey;
  if (stale) return undefined;
  const draft: Draft = ticket.answered
    ? {
        type: 'SurveyOffered',
        actor: SYSTEM,
        body: { resolutionCount, reason: 'the customer was answered and the matter is settled' },
      }
    : {
        type: 'SurveySkipped',
        actor: SYSTEM,
        body: { resolutionCount, reason: 'nobody answered the customer, so there is nothing to rate' },
      };
  return changeOf(history, [draft], now);
}

export interface SurveyAnswer {
  score: number;
  solved: boolean;
  comment?: string;
  command: Command;
}

/** Takes the customer's rating: a low one, or a matter not solved, goes back to an expert; any other closes the ticket. */
export function answerSurvey(history: History, answer: SurveyAnswer, situation: Situation): TicketChange {
  const { ticket } = history;
  requireAllowed('answer the survey', ticket);
  if (ticket.survey !== 'offered') {
    throw new IllegalTransitionError('answer the survey', 'no survey is open for this ticket');
  }
  const { command, score, solved, comment } = answer;
  const actor = customerOf(history);
  const answered: Draft = {
    type: 'SurveyAnswered',
    actor,
    command,
    body: { resolutionCount: ticket.resolutionCount, score, solved, comment },
  };
  const reason = `survey: score ${score}, ${solved ? 'solved' : 'not solved'}`;
  const next: Draft[] =
    score <= LOW_SCORE || !solved
      ? [
          reopenDraft(history, reason, situation, command, SYSTEM),
          ...queueDrafts(
            history,
            {
              reason,
              minimumTier: 'expert',
              command,
            },
            situation,
          ),
        ]
      : [
          {
            type: 'TicketClosed',
            actor: SYSTEM,
            command,
            body: { reason: 'rated by the customer' },
            ...disarmAll(ticket),
          },
        ];
  return changeOf(history, [answered, ...next], situation.now);
}
