import { TicketEvent } from '../schemas/events.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { put } from './stores/corrections.ts';
import { count, list } from './stores/questions.ts';
import { get } from './stores/tickets.ts';
import { collectCorrections } from './use-cases/collect-corrections.ts';
import { collectQuestions } from './use-cases/collect-questions.ts';

const questions = collectQuestions({ tickets: { get }, questions: { list, count }, log });
const corrections = collectCorrections({ tickets: { get }, corrections: { put }, log });

/** Collects what the bot could not answer, and answers that were rated badly, as work for editors; and what agents correct. */
export const handler = consume(TicketEvent, async (event) => {
  await questions(event);
  await corrections(event);
});
