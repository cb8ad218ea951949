import { TicketEvent } from '../schemas/events.ts';
import { now } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { consume } from './runtime/queue.ts';
import { get } from './stores/agents.ts';
import { count } from './stores/replies.ts';
import { latest } from './stores/settings.ts';
import { countReplies } from './use-cases/count-replies.ts';
import { hotPolicy } from './use-cases/hot-settings.ts';

/** Counts how customers' turns are answered, where that could not be counted at once. */
export const handler = consume(
  TicketEvent,
  countReplies({
    agents: { get },
    replies: { count },
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    now,
    log,
  }),
);
