import { sendTimers } from './gateways/timer-queue.ts';
import { now } from './runtime/clock.ts';
import { log } from './runtime/log.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { list } from './stores/agents.ts';
import { latest } from './stores/settings.ts';
import { putSample } from './stores/loads.ts';
import { addUp } from './stores/reply-days.ts';
import * as sweeps from './stores/sweeps.ts';
import { get, listDue, save } from './stores/tickets.ts';
import { addUpReplies } from './use-cases/count-replies.ts';
import { hotPolicy } from './use-cases/hot-settings.ts';
import { keepLoad } from './use-cases/loads.ts';
import { handOnAbsent } from './use-cases/presence.ts';
import { sweep } from './use-cases/timers.ts';

const sendNear = sweep({ tickets: { listDue }, sweeps, sendTimers, now });
const policy = hotPolicy({ settings: { latest }, shippedPolicy, now, log });
const handOn = handOnAbsent({ tickets: { get, save }, agents: { list }, policy, now });
const noteLoad = keepLoad({ loads: { putSample }, now });
const addUpTurns = addUpReplies({ replies: { addUp }, now });

/**
 * Every minute: turns timers that have come near into exactly delayed messages, hands on what absent agents have, notes how many seats are
 * taken, and adds up how turns were answered.
 */
export const handler = async (): Promise<void> => {
  const works = [sendNear, async () => noteLoad(await handOn()), addUpTurns];
  const outcomes = await Promise.allSettled(works.map((work) => work()));
  // What fails keeps nothing else from being done.
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};
