import { deskEvents, sightOnSockets } from '../../functions/domain/desk-views.ts';
import { customerEvents } from '../../functions/domain/views.ts';
import { hashOf } from './log.ts';
import type { Talk, World } from './world.ts';

/** Compares a conversation with what everybody concerned was shown of it, and lets it go. */
export async function closeTalk(world: World, talk: Talk): Promise<void> {
  await checkTalk(world, talk);
  world.talks.delete(talk.ticketId);
  world.whole.archive(talk.ticketId);
  world.tally.closed += 1;
}

/** Every accepted message is in the history, and the logs of the customer and of the agents are that history, as each may see it. */
export async function checkTalk({ whole, tally }: World, talk: Talk): Promise<void> {
  const { ticketId, accepted, log, desks } = talk;
  const { events, number } = await whole.platform.tickets.get(ticketId, 0);
  const fault = (what: string) => tally.faults.push(`${ticketId}: ${what}`);
  for (const said of accepted) {
    const event = events[said.number - 1];
    if (event?.type !== 'MessageSent' || event.command?.id !== said.commandId)
      fault(`lost ${said.commandId} at ${said.number}`);
  }
  const sent = events.filter(({ type, actor }) => type === 'MessageSent' && actor.kind !== 'bot');
  if (sent.length !== accepted.length)
    fault(`${sent.length} messages where ${accepted.length} were accepted`);
  if (log.last !== number || log.hash !== hashOf(customerEvents(events)))
    fault(`the customer is at ${log.last} of ${number}, or was shown something else`);
  const settled = events.find(({ type }) => type === 'TicketResolved');
  const holder = settled?.actor.id;
  for (const [agentId, { last, hash }] of desks) {
    const shown = deskEvents(events.slice(0, last), sightOnSockets(agentId));
    if (hash !== hashOf(shown)) fault(`${agentId} was shown something else up to ${last}`);
    if (agentId === holder && last < (settled?.number ?? 0)) fault(`${agentId} is behind at ${last}`);
  }
}
