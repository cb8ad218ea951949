import { stdout } from 'node:process';
import type { EventOf, EventType, TicketEvent } from '../schemas/events.ts';

const paint = (code: number) => (text: string) => (stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
const dim = paint(2);
const colours = { customer: paint(36), bot: paint(35), agent: paint(32), system: paint(33) };

const seconds = (from: string, to: string | null | undefined) =>
  to ? `${Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))} s` : '';

/** What each kind of event says in the transcript; kinds without a row are left out. */
const lines: { [T in EventType]?: (event: EventOf<T>) => string } = {
  TicketOpened: ({ body }) => `ticket opened by ${body.segment} customer over ${body.channel}`,
  MessageSent: ({ body }) =>
    `${body.text}${body.citations ? dim(`  《${body.citations.map(({ title }) => title).join('》《')}》`) : ''}`,
  NoteAdded: ({ body }) => `note for colleagues: ${body.text}`,
  TicketClassified: ({ body }) => {
    const best = body.intents[0];
    const sure = best ? `${best.id} ${Math.round(best.confidence * 100)} %` : 'no intent';
    return `understood as ${sure}, ${body.priority}, ${body.language}${body.reasons.length > 0 ? ` (${body.reasons.slice(0, 3).join('; ')})` : ''}`;
  },
  MoodChanged: ({ body }) =>
    `mood: ${body.sentiment}${body.warning ? `; agent and leads warned: ${body.warning}` : ''}`,
  TicketQueued: ({ body, occurredAt, timers }) => {
    const due = seconds(occurredAt, timers?.['reached-due']);
    return `waits in ${body.queueId}: ${body.reason}${due ? `; a person within ${due}` : ''}`;
  },
  TicketOffered: ({ body }) => `offered to ${body.agentId} (${body.reason})`,
  OfferPassed: ({ body }) => `${body.agentId} ${body.reason === 'expired' ? 'did not take it' : 'declined'}`,
  TicketAccepted: ({ body }) =>
    `taken after ${body.waitedSeconds.toFixed(1)} s${body.reached ? `; reached: ${body.reached}` : ''}`,
  TicketTransferred: ({ body }) => `handed to ${body.toQueueId}: ${body.reason}`,
  TicketEscalated: ({ body }) => `escalated to level ${body.level} (${body.rung}): ${body.reason}`,
  TargetWarned: ({ body, occurredAt }) => `warning: ${body.target} due in ${seconds(occurredAt, body.dueAt)}`,
  TargetBreached: ({ body, occurredAt }) =>
    `BREACH: ${body.target} (late by ${((Date.parse(occurredAt) - Date.parse(body.dueAt)) / 1000).toFixed(1)} s)`,
  PromiseMade: ({ body, occurredAt }) =>
    `promised by ${body.agentId}: the customer hears again within ${seconds(occurredAt, body.dueAt)}`,
  DeadlinesRenewed: ({ body }) => `promises reckoned anew by version ${body.version}: ${body.reason}`,
  TicketPended: ({ body }) => `waits for the customer${body.reason ? `: ${body.reason}` : ''}`,
  TicketResumed: () => 'the customer is back',
  TicketResolved: ({ body }) =>
    `resolved: ${body.reason}${body.resolution ? `; resolution ${body.resolution}` : ''}`,
  TicketReopened: ({ body }) => `opened again: ${body.reason}`,
  SurveyOffered: () => 'survey offered: how did we do, 1 to 5?',
  SurveySkipped: ({ body }) => `no survey: ${body.reason}`,
  SurveyAnswered: ({ body }) =>
    `survey: ${'★'.repeat(body.score)}${'☆'.repeat(5 - body.score)} ${body.solved ? 'solved' : 'not solved'}${body.comment ? ` “${body.comment}”` : ''}`,
  TicketClosed: ({ body }) => `closed: ${body.reason}`,
};

/** Prints one event of a ticket as a line: when, which ticket, who, what. */
export function printEvent(event: TicketEvent): void {
  const said = lineOf(event);
  if (said === undefined) return;
  const { actor, occurredAt, ticketId, type } = event;
  const who = actor.name ?? { customer: 'customer', bot: 'bot', agent: actor.id, system: 'kefu' }[actor.kind];
  const time = new Date(occurredAt).toLocaleTimeString('en-GB', { hour12: false });
  const [first = '', ...more] = said.split('\n');
  const speech = type === 'MessageSent';
  const indent = ' '.repeat(speech ? 38 : 26);
  const head = `${dim(`${time}  ${ticketId}`)}  ${speech ? colours[actor.kind](`${who} ▸`) : dim('·')} `;
  stdout.write(`${head}${[speech ? first : dim(first), ...more.map((line) => indent + line)].join('\n')}\n`);
}

function lineOf<T extends EventType>(event: EventOf<T>): string | undefined {
  const line: ((event: EventOf<T>) => string) | undefined = lines[event.type];
  return line?.(event);
}
