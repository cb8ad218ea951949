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

/** A new customer. */
export const aCustomer = (name = '客户') => Customer.start(deployment().api, name);

/** Signs people in and sets who is ready; everybody not named is away. */
export async function aDesk(...ready: AgentName[]): Promise<Record<AgentName, Member>> {
  const at = deployment();
  const desk = {
    li: await signIn(at, 'li'),
    emma: await signIn(at, 'emma'),
    wang: await signIn(at, 'wang'),
    chen: await signIn(at, 'chen'),
    zhou: await signIn(at, 'zhou'),
  };
  for (const member of Object.values(desk)) await member.presence('offline');
  for (const name of ready) await desk[name].presence('available');
  return desk;
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
