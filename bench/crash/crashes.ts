import type { CrashPoint } from '../../functions/memory/faults.ts';
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

/** Ends the process before and after every single call a story makes, one at a time, and looks at what is left once all was delivered again. */
export async function crashEverywhere(name: string, every = 1): Promise<CrashReport> {
  const story = stories[name];
  if (!story) throw new Error(`there is no story called ${name}`);
  const calm = await told(story, undefined);
  const report: CrashReport = { story: name, calls: calm.calls, points: 0, faults: calm.faults };
  for (let call = 1; call <= calm.calls; call += every) {
    for (const when of ['before', 'after'] as const) {
      const { faults } = await told(story, { call, when });
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
): Promise<{ faults: string[]; calls: number; trace: string[] }> {
  const play = new Play();
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
