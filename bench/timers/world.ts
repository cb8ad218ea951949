import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import type { TicketChange } from '../../functions/domain/change.ts';
import { delayOf } from '../../functions/domain/timer-plan.ts';
import type { Promises } from '../../functions/domain/sla.ts';
import { memoryAgents } from '../../functions/memory/agents.ts';
import { VirtualClock } from '../../functions/memory/clock.ts';
import { memorySweeps } from '../../functions/memory/desk-rows.ts';
import { Faults, ThrottledError } from '../../functions/memory/faults.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { Stream } from '../../functions/memory/stream.ts';
import { memoryTickets } from '../../functions/memory/tickets.ts';
import { WorkQueue } from '../../functions/memory/work-queue.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { Timer } from '../../schemas/timer.ts';
import { hiddenSeconds } from '../../schemas/work-queues.ts';
import { Ledger, type Tally } from './ledger.ts';
import { realRules, type Rules } from './mutants.ts';
import type { Profile } from './profiles.ts';

export const START = Date.parse('2026-11-21T12:00:00.000Z');
const SWEEP_MS = 60_000;
/** The outage begins while the timers of a day fall due. */
const OUTAGE_AT = START + (24 * 60 + 10) * 60_000;

/** No promises but those the bench arms itself, and a ladder of a single rung that arms nothing. */
const telling = [{ afterSeconds: 0, action: 'notify-lead' as const }];
const policy: Promises = {
  ...shippedSla(defaultPolicy),
  policies: [],
  ladders: { urgent: telling, high: telling, normal: telling, low: telling },
  version: 0,
};

export interface WorldSettings {
  seed: number;
  profile: Profile;
  tally: Tally;
  rules?: Partial<Rules> | undefined;
}

/** The timer code on a table, a stream, a work queue and a sweep of their own; nothing else of the platform runs. */
export function timerWorld({ seed, profile, tally, rules }: WorldSettings) {
  const { relay, sweep, timerDue } = { ...realRules, ...rules };
  const clock = new VirtualClock(new Date(START), { interleaved: true });
  const faults = new Faults({ seed: seed + 1, clock, profile: profile.faults });
  const random = seededRandom(seed + 2);
  const ledger = new Ledger(tally);
  const now = () => clock.now();

  const stored = memoryTickets({
    seats: memoryAgents().seats,
    written: (ticketId, rows) => {
      if (writing) ledger.note(writing.change, writing.timer, now());
      stream.append(ticketId, rows);
    },
  });
  let writing: { change: TicketChange; timer: Timer | undefined } | undefined;
  const saving = (timer?: Timer) => async (change: TicketChange) => {
    // The store writes before it first waits for anything.
    writing = { change, timer };
    await stored.save(change);
  };
  /** The table as one function sees it; a timer's writes are known as such. */
  const tickets = (timer?: Timer) => faults.over('tickets', { ...stored, save: saving(timer) });
  const sendTimers: Platform['sendTimers'] = (timers, time) =>
    faults.around('sendTimers', async () => {
      for (const timer of timers) {
        const isEarly = profile.early !== undefined && random() < profile.early;
        queue.send(timer, Math.max(0, delayOf(timer, time) - (isEarly ? 1 : 0)));
      }
    });
  const fire = async (timer: Timer) =>
    timerDue({ tickets: tickets(timer), sendTimers, policy: async () => policy, now })(timer);
  const queue = new WorkQueue<Timer>({ clock, work: fire, visibilitySeconds: hiddenSeconds.timers, faults });
  const nothing = async () => undefined;
  const handOn = relay({
    sendTimers,
    publish: nothing,
    published: 'subscribed',
    requestClassification: nothing,
    now,
  });
  const stream = new Stream({ clock, work: handOn, faults });

  const outageEnds = OUTAGE_AT + (profile.outageMinutes ?? 0) * 60_000;
  const isOut = (from: number) => clock.now().getTime() >= from && clock.now().getTime() < outageEnds;
  const refusing: Platform['sendTimers'] = async (timers, time) => {
    if (timers.length > 0 && isOut(OUTAGE_AT)) throw new ThrottledError('the work queue takes nothing');
    await sendTimers(timers, time);
  };
  const sweepNow = sweep({
    tickets: tickets(),
    sweeps: faults.over('sweeps', memorySweeps()),
    sendTimers: refusing,
    now,
  });
  const sweepAt = (time: number): void =>
    clock.at(time, async () => {
      sweepAt(time + SWEEP_MS);
      const sleeps = isOut(OUTAGE_AT) && !isOut((OUTAGE_AT + outageEnds) / 2);
      // A sweep that fails is not repeated: the next one begins where the cursor stands.
      if (!sleeps) await faults.invoke(sweepNow).catch(() => undefined);
    });
  sweepAt(START);

  return { clock, faults, ledger, queue, tickets: tickets() };
}
export type TimerWorld = ReturnType<typeof timerWorld>;
