import type { CrashPoint } from '../../functions/memory/faults.ts';

/** One arrival of a write at a function; the same write may arrive several times. */
export interface Copy {
  /** Turns of others before it arrives, as long as others have something to do: what is held long is a zombie. */
  held: number;
  /** Which of the two environments of the function takes it. */
  environment: 0 | 1;
  /** The call of the platform, counted from 1, at which the process ends; the answer's way to the client is a call, too. */
  crash?: CrashPoint | undefined;
}

export interface PlannedWrite {
  /** Makes a message and a change of the ticket, in one transaction; else a message alone, in one put. */
  changes: boolean;
  /** Events on the page its client reads before, which moves the cursor; 0: it reads nothing. */
  reads: number;
  /** Whether the client's cursor moves to the answer. */
  sees: boolean;
  /** All under way at once; when all are lost, the client sends another. */
  copies: Copy[];
}

/** What a history's clients do and what goes wrong; only the order of the steps is open. */
export interface Plan {
  /** The writes of each client, one after the other. */
  clients: PlannedWrite[][];
  /** The last changes are lost, and a new epoch says so. */
  restore?: { held: number; takesBack: number } | undefined;
}

/** The longest a copy is held: longer than most histories. */
export const LONGEST = 40;
/** A read, a write, and the answer take three calls; who loses a race needs more. */
export const LAST_CALL = 5;
const RESTORED_SHARE = 0.25;

/** Two to four clients with two to six writes between them. */
export function planOf(random: () => number): Plan {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const clients: PlannedWrite[][] = Array.from({ length: 2 + upTo(2) }, () => []);
  const writes = Math.max(clients.length, 2 + upTo(4));
  for (let write = 0; write < writes; write += 1) {
    // Everybody writes once, then whoever comes.
    const client = clients[write < clients.length ? write : upTo(clients.length - 1)];
    client?.push({
      changes: random() < 0.2,
      reads: random() < 0.3 ? 1 + upTo(2) : 0,
      sees: random() < 0.7,
      copies: Array.from({ length: copiesFrom(random()) }, aCopy),
    });
  }
  if (random() >= RESTORED_SHARE) return { clients };
  return { clients, restore: { held: upTo(12), takesBack: 1 + upTo(2) } };

  function aCopy(): Copy {
    const chance = random();
    const held = chance < 0.55 ? 0 : chance < 0.85 ? 1 + upTo(7) : 9 + upTo(LONGEST - 9);
    const environment = random() < 0.5 ? 0 : 1;
    if (random() >= 0.2) return { held, environment };
    const when = random() < 0.5 ? 'before' : 'after';
    return { held, environment, crash: { call: 1 + upTo(LAST_CALL - 1), when } };
  }
}

function copiesFrom(chance: number): number {
  if (chance < 0.6) return 1;
  return chance < 0.9 ? 2 : 3;
}
