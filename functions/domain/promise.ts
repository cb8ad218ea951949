import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { actorOf, replyDrafts } from './desk.ts';
import { FaultyInputError } from './errors.ts';
import { type Situation, startPromise } from './sla.ts';

const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 30 * 86_400;

/**
 * The agent tells the customer by when they hear again. The next words of a person keep it; it outlives the wait for the customer, and
 * ends with the matter. Words that are held have promised nothing yet. @throws FaultyInputError, MessageRefusedError
 */
export function promiseReply(
  history: History,
  promise: Parameters<typeof replyDrafts>[1] & { dueAt: string },
  situation: Situation,
): TicketChange {
  const { caller, command, dueAt } = promise;
  requireInReach(dueAt, situation.now);
  const said = replyDrafts(history, promise, situation);
  const held = said.some(({ type }) => type === 'MessageHeld');
  const { agentId } = caller;
  const made: Draft = {
    type: 'PromiseMade',
    actor: actorOf(caller),
    command,
    body: { dueAt, agentId },
    ...startPromise(agentId, dueAt, situation),
  };
  return changeOf(history, held ? said : [...said, made], situation.now);
}

function requireInReach(dueAt: string, now: Date): void {
  const seconds = (Date.parse(dueAt) - now.getTime()) / 1000;
  if (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS) return;
  throw new FaultyInputError('a promise must be one that can be kept', [
    { field: 'dueAt', rule: 'must be between a minute and 30 days from now' },
  ]);
}
