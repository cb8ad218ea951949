import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { BusEnvironment } from '../../schemas/environment.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { environment } from '../runtime/environment.ts';

const { EVENT_BUS } = environment(BusEnvironment);
const eventBridge = new EventBridgeClient({});
const BATCH = 10;

/** Publishes what happened, in order; throws when any event was not accepted. */
export async function publish(events: readonly TicketEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += BATCH) {
    const { FailedEntryCount, Entries } = await eventBridge.send(
      new PutEventsCommand({
        Entries: events.slice(at, at + BATCH).map((event) => ({
          EventBusName: EVENT_BUS,
          Source: 'kefu.tickets',
          DetailType: event.type,
          Detail: JSON.stringify(event),
          Time: new Date(event.occurredAt),
        })),
      }),
    );
    if (FailedEntryCount) {
      const code = Entries?.find(({ ErrorCode }) => ErrorCode)?.ErrorCode;
      throw new Error(`${FailedEntryCount} events were not accepted: ${code}`);
    }
  }
}
