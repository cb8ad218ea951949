import type { EventType, TicketEvent } from '../../schemas/events.ts';
import { Customer, type Member } from '../../local/api-client.ts';
import type { Deployment } from '../../local/deploy.ts';
import { type PersonName, signIn } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';

/** The deployment that `local/journeys.ts` has made. */
export function deployment(): Deployment {
  const described = process.env['KEFU_DEPLOYMENT'];
  if (!described) throw new Error('run the journeys with npm run test:journeys: it starts the local cloud');
  const parsed: Deployment = JSON.parse(described);
  return parsed;
}

/** A new customer. */
export const aCustomer = (name = '客户') => Customer.start(deployment().api, name);

/** Signs people in and sets who is ready; everybody not named is away. */
export async function aDesk<Name extends PersonName>(
  ...ready: Name[]
): Promise<Record<Name | 'chen', Member>> {
  const agents: PersonName[] = ['li', 'emma', 'wang', 'chen', 'zhou'];
  const members = new Map<PersonName, Member>();
  for (const name of agents) {
    const member = await signIn(deployment(), name);
    members.set(name, member);
    await member.presence('offline');
  }
  for (const name of ready) await members.get(name)?.presence('available');
  return Object.fromEntries(members) as Record<Name | 'chen', Member>;
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
