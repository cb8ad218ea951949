import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { BudgetLevelChanged } from '../../schemas/budget.ts';
import type { Burst } from '../../schemas/burst.ts';
import type { CapacitySwitched } from '../../schemas/capacity.ts';
import { BusEnvironment } from '../../schemas/environment.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { QualityReview } from '../../schemas/quality-review.ts';
import { environment } from '../runtime/environment.ts';

const { EVENT_BUS } = environment(BusEnvironment);
const eventBridge = new EventBridgeClient({});
const BATCH = 10;

/** Publishes what happened to tickets, in order; throws when any event was not accepted. */
export async function publish(events: readonly TicketEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += BATCH) {
    await put(
      events.slice(at, at + BATCH).map((event) => ({
        Source: 'kefu.tickets',
        DetailType: event.type,
        Detail: JSON.stringify(event),
        Time: new Date(event.occurredAt),
      })),
    );
  }
}

/** Tells that capacity has changed; throws when that was not accepted. */
export async function announce(switched: CapacitySwitched): Promise<void> {
  await put([
    {
      Source: 'kefu.capacity',
      DetailType: 'CapacitySwitched',
      Detail: JSON.stringify(switched),
      Time: new Date(switched.at),
    },
  ]);
}

/** Tells that people ask about a topic more than chance explains; throws when that was not accepted. */
export function announceBurst(burst: Burst): Promise<void> {
  return tellOfInsight('TopicBurst', burst, burst.quarter);
}

/** Tells that the month's cost has another level; throws when that was not accepted. */
export function announceBudget(changed: BudgetLevelChanged): Promise<void> {
  return tellOfInsight('BudgetLevelChanged', changed, changed.at);
}

/** Tells that a quality review is opened; throws when that was not accepted. */
export function announceReview(review: QualityReview): Promise<void> {
  return tellOfInsight('ReviewOpened', review, review.openedAt);
}

function tellOfInsight(type: string, detail: object, at: string): Promise<void> {
  return put([
    {
      Source: 'kefu.insights',
      DetailType: type,
      Detail: JSON.stringify(detail),
      Time: new Date(at),
    },
  ]);
}

async function put(entries: PutEventsRequestEntry[]): Promise<void> {
  const { FailedEntryCount, Entries } = await eventBridge.send(
    new PutEventsCommand({ Entries: entries.map((entry) => ({ EventBusName: EVENT_BUS, ...entry })) }),
  );
  if (FailedEntryCount) {
    const code = Entries?.find(({ ErrorCode }) => ErrorCode)?.ErrorCode;
    throw new Error(`${FailedEntryCount} events were not accepted: ${code}`);
  }
}
