import { TicketEvent } from '../schemas/events.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { count, list } from './stores/questions.ts';
import { get } from './stores/tickets.ts';
import { collectQuestions } from './use-cases/collect-questions.ts';

/** Collects what the bot could not answer, and answers that were rated badly, as work for editors. */
export const handler = consume(
  TicketEvent,
  collectQuestions({ tickets: { get }, questions: { list, count }, log }),
);
