import { changeOf, type Draft } from '../../functions/domain/change.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { after } from '../../functions/domain/sla.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { decide } from '../../functions/use-cases/decide.ts';
import type { Actor } from '../../schemas/events.ts';
import { emptyTally, type Kind, KINDS, type Tally } from './ledger.ts';
import type { Rules } from './mutants.ts';
import type { Profile } from './profiles.ts';
import { START, timerWorld, type TimerWorld } from './world.ts';

const HOUR = 3_600_000;
/** Every opening falls into the first hour; the last timers are a day, an outage and the ends of all retries away. */
const ENDS_AT = START + 26.5 * HOUR;
/** Both sides of what a work queue can delay. */
const BOUNDARY_SECONDS = [0, 1, 899, 900, 901, 959, 960, 961];
const SETTLED_SHARE = 0.8;
const RACING_SHARE = 0.05;
const MOVED_SHARE = 0.05;
/** How far around the due time a race takes place. */
const RACE_MS = 1500;

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

export interface PlaySettings {
  seed: number;
  profile: Profile;
  tickets: number;
  rules?: Partial<Rules>;
  tally?: Tally;
}

/** A day of tickets, each with timers of 15 s, 3 min with its warning, 24 h and one near the limit of a delay; most are settled early, some are moved. */
export async function playTimers({
  seed,
  profile,
  tickets,
  rules,
  tally = emptyTally(),
}: PlaySettings): Promise<Tally> {
  const world = timerWorld({ seed, profile, tally, rules });
  const random = seededRandom(seed);
  for (let index = 0; index < tickets; index += 1) {
    const ticketId = idOf(index);
    const boundary = BOUNDARY_SECONDS[index % BOUNDARY_SECONDS.length] ?? 0;
    const seconds: Record<Kind, number> = {
      'reached-due': 15,
      'first-reply-warning': 144,
      'first-reply-due': 180,
      'resolution-due': 86_400,
      'promise-due': boundary,
    };
    const opensAt = START + 2000 + Math.floor(random() * HOUR);
    world.clock.at(opensAt, () => open({ world, random, ticketId, seconds }));
  }
  await world.clock.runUntil(new Date(ENDS_AT));
  world.ledger.close();
  return tally;
}

interface Opening {
  world: TimerWorld;
  random: () => number;
  ticketId: string;
  seconds: Record<Kind, number>;
}

async function open({ world, random, ticketId, seconds }: Opening): Promise<void> {
  const { clock, tickets } = world;
  const opened = clock.now();
  const entries = KINDS.map((kind) => [kind, after(opened, seconds[kind])] as const);
  const draft: Draft = {
    type: 'TicketOpened',
    actor: SYSTEM,
    body: {
      customerId: 'customer-1',
      customerName: 'C',
      segment: 'ordinary',
      channel: 'app',
      locale: 'zh-CN',
      subject: '',
    },
    timers: Object.fromEntries(entries),
  };
  for (const [kind, dueAt] of entries) plan({ world, random, ticketId }, kind, dueAt, opened);
  await tried(world, async () => {
    await tickets.save(changeOf({ ticketId }, [draft], opened)).catch((error: unknown) => {
      // The try before this one has come through.
      if (!(error instanceof VersionConflictError)) throw error;
    });
  });
}

/** What becomes of one timer: settled early, in a race with its own firing, moved, or left alone. */
function plan(at: Omit<Opening, 'seconds'>, kind: Kind, dueAt: string, opened: Date): void {
  const { world, random } = at;
  const due = Date.parse(dueAt);
  const chance = random();
  if (chance < MOVED_SHARE) {
    const moved = after(dueAt, 1 + Math.floor(random() * 60));
    const time = opened.getTime() + random() * (due - opened.getTime());
    world.clock.at(Math.floor(time), () => set(at, kind, dueAt, moved));
  } else if (chance < MOVED_SHARE + RACING_SHARE) {
    const time = due + Math.floor((random() * 2 - 1) * RACE_MS);
    world.clock.at(Math.max(time, opened.getTime()), () => set(at, kind, dueAt, null));
  } else if (chance < MOVED_SHARE + SETTLED_SHARE) {
    const time = opened.getTime() + random() * (due - opened.getTime());
    world.clock.at(Math.floor(time), () => set(at, kind, dueAt, null));
  }
}

/** Settles or moves a timer, if it is still armed, as any command does: with the write that changes the ticket. */
function set(
  { world, ticketId }: Omit<Opening, 'seconds'>,
  kind: Kind,
  dueAt: string,
  next: string | null,
): Promise<void> {
  return tried(world, async () => {
    await decide(world, ticketId, (history) =>
      history.ticket.timers[kind] === dueAt
        ? changeOf(
            history,
            [{ type: 'NoteAdded', actor: SYSTEM, body: { text: '.' }, timers: { [kind]: next } }],
            world.clock.now(),
          )
        : undefined,
    );
  });
}

/** A client tries again a second later. */
async function tried({ clock, faults }: TimerWorld, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await faults.invoke(work);
      return;
    } catch {
      await clock.sleep(1000);
    }
  }
}

function idOf(index: number): string {
  const digits = index.toString().padStart(12, '0');
  return `KF-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}
