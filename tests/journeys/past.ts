import { vi } from 'vitest';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { VirtualClock } from '../../functions/memory/clock.ts';
import { lightModels } from '../../functions/memory/light-models.ts';
import { memoryPlatform } from '../../functions/memory/whole.ts';
import { customer } from '../../functions/use-cases/customer.ts';
import { desk } from '../../functions/use-cases/desk.ts';
import { placeIn } from '../../functions/use-cases/place.ts';
import { restore } from '../../functions/use-cases/restore.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { aCaller } from '../support/builders.ts';
import { aProfile } from '../support/memory.ts';
import { helped, settled } from '../support/past.ts';
import { toldTo } from './aws.ts';
import { deployment } from './cloud.ts';

/** Histories of tickets that people settled from this time on, each rated, on a platform in memory. */
export async function aPast(start: Date, tickets: number): Promise<(readonly TicketEvent[])[]> {
  const clock = new VirtualClock(start);
  const { platform } = memoryPlatform({
    clock,
    seed: start.getTime() % 1e6,
    policy: shippedSla(defaultPolicy),
    models: lightModels,
  });
  const place = {
    desk: desk(platform),
    customer: customer({ ...platform, placeOf: placeIn(platform) }),
    pass: (seconds: number) => clock.advance(seconds * 1000),
  };
  await place.desk.putAgent({ agentId: 'mei', ...aProfile() }, aCaller());
  const histories: (readonly TicketEvent[])[] = [];
  for (let number = 0; number < tickets; number += 1) {
    const customerId = `customer-of-${start.getTime()}-${number}`;
    const ticketId = await helped(place, customerId, '好了');
    await settled(place, customerId, ticketId);
    histories.push((await platform.tickets.get(ticketId, 0)).events);
  }
  return histories;
}

/** Brings histories into the local cloud, as `kefu import` does. */
export async function bringBack(histories: readonly (readonly TicketEvent[])[]): Promise<void> {
  const { cloud } = deployment();
  const told = {
    ...cloud.environment,
    AWS_ENDPOINT_URL: cloud.endpoint,
    TICKETS_TABLE: await toldTo('Facts', 'TICKETS_TABLE'),
    DESK_TABLE: 'none',
  };
  for (const [name, value] of Object.entries(told)) vi.stubEnv(name, value);
  const tickets = await import('../../functions/stores/tickets.ts');
  for (const events of histories) await restore({ tickets })(events);
  vi.unstubAllEnvs();
}
