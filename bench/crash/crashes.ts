import type { CrashPoint } from '../../functions/memory/faults.ts';
import type { Mutant, Mutation } from './mutants.ts';
import { Play } from './play.ts';
import { stories, type Story } from './stories.ts';

export interface CrashReport {
  story: string;
  /** Calls of stores and gateways that the story makes when nothing goes wrong. */
  calls: number;
  /** Crashes tried: before and after each of them. */
  points: number;
  /** What was wrong after a crash, with its point. */
  faults: string[];
}

export interface CrashSettings {
  /** Tries every so many calls. @default 1 */
  every?: number;
  /** Tries no calls but those of this name. */
  only?: string;
  /** Ends with the first crash that shows a fault. */
  untilFault?: boolean;
  /** Puts a fault into the platform. */
  mutate?: Mutation;
}

/** Ends the process before and after every single call a story makes, one at a time, and looks at what is left once all was delivered again. */
export async function crashEverywhere(
  name: string,
  { every = 1, only, mutate, untilFault = false }: CrashSettings = {},
): Promise<CrashReport> {
  const story = stories[name];
  if (!story) throw new Error(`there is no story called ${name}`);
  const calm = await told(story, undefined, mutate);
  const report: CrashReport = { story: name, calls: calm.calls, points: 0, faults: calm.faults };
  for (let call = 1; call <= calm.calls; call += every) {
    if (only !== undefined && calm.trace[call - 1] !== only) continue;
    if (untilFault && report.faults.length > 0) break;
    for (const when of ['before', 'after'] as const) {
      const { faults } = await told(story, { call, when }, mutate);
      report.points += 1;
      report.faults.push(
        ...faults.map((fault) => `crash ${when} call ${call} (${calm.trace[call - 1]}): ${fault}`),
      );
    }
  }
  return report;
}

async function told(
  story: Story,
  point: CrashPoint | undefined,
  mutate: Mutation | undefined,
): Promise<{ faults: string[]; calls: number; trace: string[] }> {
  const play = new Play(mutate);
  const { faults: injected } = play.whole;
  if (!injected) throw new Error('a play needs its faults');
  const trace: string[] = [];
  if (!point) injected.trace = trace;
  injected.crashAt(point);
  play.whole.start();
  try {
    const ticketId = await story(play);
    const { calls } = injected;
    // Everything that was cut off has come back after this.
    injected.trace = undefined;
    await play.clock.advance(180_000);
    return { faults: await play.faults(ticketId), calls, trace };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)], calls: injected.calls, trace };
  }
}

/** How many crashes it takes to see that a mutant is wrong, and what was seen; nothing when it passes, or fails without a crash. */
export async function untilMutantFails({
  story,
  call,
  mutate,
}: Mutant): Promise<{ points: number; fault: string } | undefined> {
  const { points, faults } = await crashEverywhere(story, { only: call, mutate, untilFault: true });
  const [fault] = faults;
  return fault !== undefined && points > 0 ? { points, fault } : undefined;
}
