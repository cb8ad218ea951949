import { crashEverywhere, untilMutantFails } from './crashes.ts';
import { mutants } from './mutants.ts';
import { stories } from './stories.ts';

/** The process ends before and after every call of every story, one at a time; then on code with one fault in it, which must show. */
export async function benchCrashes(): Promise<void> {
  const every = Number(process.argv[3] ?? 1);
  let points = 0;
  let faults = 0;
  for (const name of Object.keys(stories)) {
    const started = performance.now();
    const report = await crashEverywhere(name, { every });
    points += report.points;
    faults += report.faults.length;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(`${name}: ${report.calls} calls, ${report.points} crashes in ${seconds} s\n`);
    for (const fault of report.faults.slice(0, 10)) process.stdout.write(`  ${fault}\n`);
  }
  process.stdout.write(`${points} crashes: ${faults} faults\n`);
  if (faults > 0) process.exitCode = 1;
  for (const [name, mutant] of Object.entries(mutants)) {
    const caught = await untilMutantFails(mutant);
    if (!caught) process.exitCode = 1;
    process.stdout.write(
      caught ? `caught  ${name}, after ${caught.points} crashes: ${caught.fault}\n` : `MISSED  ${name}\n`,
    );
  }
}
