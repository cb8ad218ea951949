import type { Agent } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { expectedWait } from './assignment.ts';
import { couldServe, type Desk, isReadByAll } from './eligibility.ts';
import type { QueuePlace } from './views.ts';

/** How long one conversation takes an agent, where routing has not said it yet. */
const HANDLING_SECONDS = 360;

/** The place of a ticket with so many before it, and the honest wait: none is promised when nobody is at work who could take it. */
export function placeAfter(ahead: number, ticket: Ticket, agents: readonly Agent[], desk: Desk): QueuePlace {
  const atWork = agents.filter((agent) => couldServe(agent, ticket, desk));
  const seats = atWork.reduce((sum, agent) => sum + agent.capacity, 0);
  const free = atWork.reduce((sum, agent) => sum + Math.max(0, agent.capacity - agent.seats.length), 0);
  const handling = ticket.route?.handlingSeconds ?? HANDLING_SECONDS;
  return {
    position: ahead + 1,
    expectedWaitSeconds: expectedWait(ahead + 1, seats, free, handling),
    staffed: atWork.length > 0,
  };
}

/** Among the first so many, every place counts. */
const NEAR = 3;
/** Further back, a change by this share does, and of a wait only one of at least a minute. */
const SHARE = 0.2;
const LEAST_SECONDS = 60;

/** Whether a customer wants to know: the first word, somebody has come to work or all have left, or it goes notably faster or slower. */
export function isNotable(before: QueuePlace | undefined, now: QueuePlace): boolean {
  if (!before || before.staffed !== now.staffed) return true;
  const step = Math.abs(before.position - now.position);
  if (step > 0 && (now.position <= NEAR || step >= before.position * SHARE)) return true;
  const [was = 0, is = 0] = [before.expectedWaitSeconds, now.expectedWaitSeconds];
  return Math.abs(was - is) >= Math.max(LEAST_SECONDS, was * SHARE);
}

/** The place in a sentence, in the language of the ticket: Chinese, or English for all others. */
export function placeText({ position, expectedWaitSeconds, staffed }: QueuePlace, language: string): string {
  const chinese = isReadByAll(language);
  if (!staffed || expectedWaitSeconds === undefined)
    return chinese
      ? `您排在第 ${position} 位。现在没有客服在岗，等待时间暂时无法估计；您的问题已记录，有人上岗就会处理。`
      : `You are number ${position} in line. Nobody is at work right now, so we cannot say how long it takes; your request is kept and will be taken up as soon as somebody is.`;
  const minutes = Math.ceil(expectedWaitSeconds / 60);
  if (minutes <= 1)
    return chinese
      ? `您排在第 ${position} 位，预计一分钟内有客服接待。`
      : `You are number ${position} in line; about a minute or less to go.`;
  return chinese
    ? `您排在第 ${position} 位，预计等待约 ${minutes} 分钟。`
    : `You are number ${position} in line; about ${minutes} minutes to go.`;
}
