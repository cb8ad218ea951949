import { standIn } from '../../local/embedded/modules.ts';
import { reactions } from '../../schemas/work-queues.ts';
import { playPoison } from './play.ts';

/** One for each reaction, one for timers, one for messages. */
const HANDLERS = Object.keys(reactions).length + 2;
const MESSAGES = 1_000_000;
/** Messages for each handler that are held in memory at once. */
const A_PLAY = 2000;

/** A million messages, half of them poison, through every work queue's handler: `npm run bench poison 10000` plays fewer. */
export async function benchPoison(): Promise<void> {
  const messages = Number(process.argv[3] ?? MESSAGES);
  standIn({ 'runtime/log': { log: () => undefined, describe: () => ({}) } });
  const { consume } = await import('../../functions/runtime/queue.ts');
  let [bad, good, redriven, faults] = [0, 0, 0, 0];
  for (let seed = 1; bad + good < messages; seed += 1) {
    const each = Math.min(A_PLAY, Math.ceil((messages - bad - good) / HANDLERS));
    const report = await playPoison({ seed, messages: each, consume });
    bad += report.bad;
    good += report.good;
    redriven += report.redriven;
    faults += report.faults.length;
    for (const fault of report.faults.slice(0, 5)) process.stdout.write(`  ${fault}\n`);
  }
  process.stdout.write(
    `${bad} bad and ${good} good messages in ${HANDLERS} work queues: ${redriven} good ones sent again from the ` +
      `dead letters, ${faults} faults\n`,
  );
  if (faults > 0) process.exitCode = 1;
}
