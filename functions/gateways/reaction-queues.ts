import { LiveEnvironment } from '../../schemas/environment.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { DirectReaction } from '../../schemas/work-queues.ts';
import { environment } from '../runtime/environment.ts';
import { send } from './sqs.ts';

const { PUSHES_QUEUE_URL, TURNS_QUEUE_URL } = environment(LiveEnvironment);

const urls: Record<DirectReaction, string> = { pushes: PUSHES_QUEUE_URL, turns: TURNS_QUEUE_URL };

/** Sends events to the work queue of a reaction; throws when any was not accepted. */
export function tell(name: DirectReaction, events: readonly TicketEvent[]): Promise<void> {
  return send(
    urls[name],
    events.map((body) => ({ body })),
  );
}
