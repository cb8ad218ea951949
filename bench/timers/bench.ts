import { emptyTally, KINDS, type Tally } from './ledger.ts';
import { mutants } from './mutants.ts';
import { playTimers } from './play.ts';
import { type Profile, profiles } from './profiles.ts';

/** Timers of each profile, unless a number says otherwise: `npm run bench timers 100000`; a second number is the seed. */
const TIMERS = 1_000_000;
/** What one play holds in memory. */
const TICKETS_A_PLAY = 10_000;
const MUTANT_TICKETS = 5000;
const MOST_LATE_MS = 2000;

/** A million timers under each way things go wrong; then the same plays on code with one fault in it, which must show. */
export async function benchTimers(): Promise<void> {
  const timers = Number(process.argv[3] ?? TIMERS);
  const seed = Number(process.argv[4] ?? 1);
  const holds: boolean[] = [];
  line(
    'profile',
    'armed',
    'settled',
    'fired',
    'lost',
    'double',
    'wrong',
    'early',
    'p50 s',
    'p99 s',
    'max s',
    'MB',
  );
  for (const [name, profile] of Object.entries(profiles)) {
    const tally = emptyTally();
    let heap = 0;
    for (let play = 0; tally.armed < timers; play += 1) {
      const left = Math.ceil((timers - tally.armed) / KINDS.length);
      await playTimers({ seed: seed + play * 7919, profile, tickets: Math.min(left, TICKETS_A_PLAY), tally });
      heap = Math.max(heap, process.memoryUsage().heapUsed);
    }
    holds.push(faultsOf(tally) === 0 && isInTime(tally, profile));
    print(name, tally, heap);
  }
  for (const [name, { profile, rules }] of Object.entries(mutants)) {
    const used = profiles[profile];
    if (!used) throw new Error(`there is no profile called ${profile}`);
    const tally = await playTimers({ seed, profile: used, tickets: MUTANT_TICKETS, rules });
    const { lost, doubled, wrong, early } = tally;
    holds.push(faultsOf(tally) > 0);
    process.stdout.write(
      `${faultsOf(tally) > 0 ? 'caught' : 'MISSED'}  ${name} (${profile}): ` +
        `${lost} lost, ${doubled} double, ${wrong} wrong, ${early} early\n`,
    );
  }
  if (holds.includes(false)) process.exitCode = 1;
}

/** What must never happen. */
export function faultsOf({ lost, doubled, wrong, early }: Tally): number {
  return lost + doubled + wrong + early;
}

/** 99 of 100 within two seconds; during an outage of k minutes of the sweep, every one within k + 2 minutes. */
export function isInTime(tally: Tally, { outageMinutes }: Profile): boolean {
  return outageMinutes === undefined
    ? latenessOf(tally, 0.99) <= MOST_LATE_MS
    : latenessOf(tally, 1) <= (outageMinutes + 2) * 60_000;
}

/** The lateness in milliseconds that this share of the timers does not exceed. */
export function latenessOf({ lateness }: Pick<Tally, 'lateness'>, share: number): number {
  const sorted = Float64Array.from(lateness).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function print(name: string, tally: Tally, heap: number): void {
  const { armed, settled, fired, lost, doubled, wrong, early } = tally;
  const late = [0.5, 0.99, 1].map((share) => (latenessOf(tally, share) / 1000).toFixed(2));
  line(name, armed, settled, fired, lost, doubled, wrong, early, ...late, Math.round(heap / 2 ** 20));
}

function line(name: string, ...cells: (string | number)[]): void {
  process.stdout.write(`${name.padEnd(11)}${cells.map((cell) => String(cell).padStart(9)).join('')}\n`);
}
