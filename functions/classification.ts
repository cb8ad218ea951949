import { ClassificationRequest } from '../schemas/work.ts';
import { now } from './runtime/clock.ts';
import { policy } from './runtime/policy.ts';
import { consume } from './runtime/queue.ts';
import { list } from './stores/articles.ts';
import { get, save } from './stores/tickets.ts';
import { classify } from './use-cases/classify.ts';

/** Understands what customers say, and lets the bot answer, ask, or hand over. */
export const handler = consume(
  ClassificationRequest,
  classify({ tickets: { get, save }, articles: { list }, policy, now }),
);
