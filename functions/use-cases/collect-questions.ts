import type { TicketEvent } from '../../schemas/events.ts';
import { askedIn, counted, sameAs } from '../domain/knowledge/questions.ts';
import { retried } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ tickets: 'get'; questions: 'list' | 'count' }> & Pick<Platform, 'log'>;

/** Counts what the bot could not answer well as work for editors: each event once, however often it comes. */
export const collectQuestions =
  ({ tickets, questions, log }: Needs) =>
  async (event: TicketEvent): Promise<void> => {
    if (event.type !== 'TicketClassified' && event.type !== 'SurveyAnswered') return;
    const { events } = await tickets.get(event.ticketId, 0);
    const asked = askedIn(events, event);
    if (!asked) return;
    const { ticketId, number, sort } = asked;
    await retried(async () => {
      const question = counted(sameAs(await questions.list(), asked), asked);
      await questions.count(question, asked);
      log('info', 'question collected', { ticketId, number, sort, questionId: question.questionId });
    });
  };
