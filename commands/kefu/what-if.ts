import { stdout } from 'node:process';
import * as z from 'zod/mini';
import { compareReports } from '../../functions/simulation/compare.ts';
import { recordedDays, recordedTruth } from '../../functions/simulation/recorded.ts';
import { reportOf } from '../../functions/simulation/report.ts';
import type { Report } from '../../schemas/simulation.ts';
import { readLog } from '../simulation/log.ts';
import { differencesInWords } from '../simulation/words.ts';
import { command, CommandError } from './command.ts';
import { loadScenario, played, ScenarioOptions, scenarioOptions, settingsOf } from './scenario-options.ts';

/** The same customers twice: as it is, and with some settings changed. */
export const whatIf = command({
  name: 'what-if',
  summary: 'the same customers with other settings, side by side',
  about: `Plays the same customers twice, as the scenario says and with the settings of --set, and puts every figure that changed side by
side. Who writes, when, about what and how patiently is the same both times.`,
  options: {
    ...scenarioOptions,
    log: {
      value: 'FILE',
      says: 'a recorded log, an event as JSON on each line: its customers come, and it is the other side',
    },
  },
  file: 'scenario.json',
  examples: [
    '--set sla.urgent.reached=10s --set roster.regular=30',
    '--set bot.threshold=0.8 --days 5 my-desk.json',
    '--log events.jsonl --set roster.regular=60',
  ],
  Shape: z.strictObject({ ...ScenarioOptions.shape, log: z.optional(z.string()) }),
  async run(options, file) {
    const settings = settingsOf(options.set);
    if (options.log !== undefined) return besideLog(options.log, file, options);
    if (settings.length === 0) throw new CommandError('nothing is different: name it by --set PATH=VALUE');
    const [one, other] = [loadScenario(file, options, []), loadScenario(file, options, settings)];
    const half = { ...options, threads: Math.max(1, Math.floor(options.threads / 2)) };
    const [before, after] = await Promise.all([played(one, half), played(other, half)]);
    show(before, after, options);
  },
});

/** What a log says of its days, beside the same customers under the scenario with its settings. */
async function besideLog(log: string, file: string | undefined, options: ScenarioOptions): Promise<void> {
  const scenario = loadScenario(file, options, settingsOf(options.set));
  const events = readLog(log);
  const days = recordedDays(events, scenario).length;
  const truth = reportOf(recordedTruth(events), days, scenario);
  show(truth, await played(scenario, { ...options, days }, log), options, UNKNOWN_TO_LOGS);
}

/** What a log does not know: shifts, and what was written besides. */
const UNKNOWN_TO_LOGS = /^(?:cost|occupancy|fairness|counts\.(?:standby|writeUnits|events))/;

function show(before: Report, after: Report, { json }: ScenarioOptions, leaveOut?: RegExp): void {
  const differences = compareReports(before, after).filter(({ figure }) => !leaveOut?.test(figure));
  stdout.write(json ? `${JSON.stringify({ before, after })}\n` : differencesInWords(differences));
}
