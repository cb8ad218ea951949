import type { TicketEvent } from '../../schemas/events.ts';
import type { DirectReaction } from '../../schemas/work-queues.ts';
import { hears } from '../domain/hearing.ts';
import { type Run, runsOf } from '../domain/runs.ts';
import { countReplies } from './count-replies.ts';
import type { Platform } from './platform.ts';
import { pushRun } from './push-run.ts';

type Needs = Parameters<typeof pushRun>[0] &
  Parameters<typeof countReplies>[0] &
  Pick<Platform, 'tell' | 'log'>;

/**
 * Does at once what follows from everything that is said: sockets are told, and turns are counted. What fails is left to the queue of its
 * reaction, and holds up nothing else.
 */
export const live = (platform: Needs) => {
  const push = pushRun(platform);
  const count = countReplies(platform);

  const orLater = async (name: DirectReaction, events: Run, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      platform.log('warn', 'left to its queue', {
        ticketId: events[0].ticketId,
        reaction: name,
        error: error instanceof Error ? error.name : String(error),
      });
      await platform.tell(name, events);
    }
  };

  return async (events: readonly TicketEvent[]): Promise<void> => {
    const turns = events.filter((event) => hears('turns', event));
    await Promise.all([
      ...runsOf(events).map((run) => orLater('pushes', run, () => push(run))),
      ...turns.map((event) => orLater('turns', [event], () => count(event))),
    ]);
  };
};
