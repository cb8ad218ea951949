import { randomUUID } from 'node:crypto';
import { type Candidate, deskApi } from '../../schemas/desk-api.ts';
import type { EventType, TicketEvent } from '../../schemas/events.ts';
import { Customer, type Member } from '../../local/api-client.ts';
import { Deployment } from '../../local/deploy.ts';
import { type PersonName, signIn } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';

/** The deployment that `local/journeys.ts` has made. */
export function deployment(): Deployment {
  const described = process.env['KEFU_DEPLOYMENT'];
  if (!described) throw new Error('run the journeys with npm run test:journeys: it starts the local cloud');
  return Deployment.parse(JSON.parse(described));
}

type AgentName = Exclude<PersonName, 'editor' | 'admin'>;

/** A new customer, or one for whom the app vouches. */
export const aCustomer = (name = '客户', hostToken?: string) =>
  Customer.start(deployment().api, name, hostToken);

/** Signs people in and sets who is ready; everybody not named is away, and nothing of earlier journeys waits any more. */
export async function aDesk(...ready: AgentName[]): Promise<Record<AgentName, Member>> {
  const at = deployment();
  const desk = {
    li: await signIn(at, 'li'),
    emma: await signIn(at, 'emma'),
    wang: await signIn(at, 'wang'),
    chen: await signIn(at, 'chen'),
    zhou: await signIn(at, 'zhou'),
  };
  for (const member of Object.values(desk)) await member.presence('offline', null);
  await settleAll(desk.chen);
  for (const name of ready) await desk[name].presence('available');
  return desk;
}

/** The lead takes and settles whatever waits. */
async function settleAll(lead: Member): Promise<void> {
  await lead.presence('available');
  await poll('an empty house', async () => {
    const waiting = await leftIn(lead);
    for (const ticketId of waiting) {
      const path = `/v1/desk/tickets/${ticketId}`;
      // Whatever comes in between, the next look shows it.
      await lead.request('POST', `${path}/accept`, { commandId: randomUUID() });
      await lead.request('POST', `${path}/resolve`, { commandId: randomUUID(), reason: '打烊' });
    }
    return waiting.length === 0 || undefined;
  });
  await lead.presence('offline');
}

async function leftIn(lead: Member): Promise<string[]> {
  const { listQueues, listQueue, listTickets } = deskApi;
  const queues = await lead.call(listQueues.response, 'GET', '/v1/desk/queues');
  const pages = await Promise.all([
    lead.call(listTickets.response, 'GET', '/v1/desk/tickets'),
    ...queues.rows
      .filter(({ waiting }) => waiting > 0)
      .map(({ queueId }) => lead.call(listQueue.response, 'GET', `/v1/desk/queues/${queueId}/tickets`)),
  ]);
  return pages.flatMap(({ rows }) => rows.map(({ ticketId }) => ticketId));
}

/** Who may be offered a ticket now, and what keeps the others from it. */
export async function candidates(observer: Member, ticketId: string): Promise<Candidate[]> {
  const path = `/v1/desk/tickets/${ticketId}/candidates`;
  return (await observer.call(deskApi.listCandidates.response, 'GET', path)).rows;
}

/** The first event of this type in a ticket's history, as soon as it is there. */
export function happened<T extends EventType>(
  observer: Member,
  ticketId: string,
  type: T,
  seconds = 30,
  after = 0,
): Promise<Extract<TicketEvent, { type: T }>> {
  return poll(
    `${type} on ${ticketId}`,
    async () => {
      const events = await observer.history(ticketId, after);
      return events.find((event): event is Extract<TicketEvent, { type: T }> => event.type === type);
    },
    seconds,
  );
}
