import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until there is an answer; fails with what was waited for. */
export async function poll<T>(what: string, ask: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for: ${what}`);
    await sleep(250);
  }
}
