import { stdout } from 'node:process';

const started = new Map<string, number>();
const finished: { phase: string; seconds: number }[] = [];

/** Runs one phase and shows that it runs, then how long it took; on a terminal the line is rewritten every tenth of a second. */
export async function phase<T>(name: string, work: () => Promise<T>): Promise<T> {
  started.set(name, performance.now());
  const live = stdout.isTTY
    ? setInterval(() => stdout.write(`\r  … ${name} ${secondsSince(name).toFixed(1)} s`), 100)
    : undefined;
  if (!stdout.isTTY) stdout.write(`  … ${name}\n`);
  try {
    const result = await work();
    const seconds = secondsSince(name);
    finished.push({ phase: name, seconds });
    stdout.write(
      `${stdout.isTTY ? '\r' : ''}  ✓ ${name} ${seconds.toFixed(1)} s\u001b[K\n`.replace(
        stdout.isTTY ? '' : '\u001b[K',
        '',
      ),
    );
    return result;
  } catch (error) {
    stdout.write(`${stdout.isTTY ? '\r' : ''}  ✗ ${name}\n`);
    throw error;
  } finally {
    clearInterval(live);
  }
}

/** Every phase so far and its seconds. */
export function timings(): readonly { phase: string; seconds: number }[] {
  return finished;
}

/** Something a person can do about a failure, said instead of a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

function secondsSince(name: string): number {
  return (performance.now() - (started.get(name) ?? performance.now())) / 1000;
}
