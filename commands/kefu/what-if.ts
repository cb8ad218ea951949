import { stdout } from 'node:process';
import { compareReports } from '../../functions/simulation/compare.ts';
import { differencesInWords } from '../simulation/words.ts';
import { command, CommandError } from './command.ts';
import { loadScenario, played, ScenarioOptions, scenarioOptions, settingsOf } from './scenario-options.ts';

/** The same customers twice: as it is, and with some settings changed. */
export const whatIf = command({
  name: 'what-if',
  summary: 'the same customers with other settings, side by side',
  about: `Plays the same customers twice, as the scenario says and with the settings of --set, and puts every figure that changed side by
side. Who writes, when, about what and how patiently is the same both times.`,
  options: scenarioOptions,
  file: 'scenario.json',
  examples: [
    '--set sla.urgent.reached=10s --set roster.regular=30',
    '--set bot.threshold=0.8 --days 5 my-desk.json',
  ],
  Shape: ScenarioOptions,
  async run(options, file) {
    const settings = settingsOf(options.set);
    if (settings.length === 0) throw new CommandError('nothing is different: name it by --set PATH=VALUE');
    const [one, other] = [await loadScenario(file, options, []), await loadScenario(file, options, settings)];
    const half = { ...options, threads: Math.max(1, Math.floor(options.threads / 2)) };
    const [before, after] = await Promise.all([played(one, half), played(other, half)]);
    stdout.write(
      options.json
        ? `${JSON.stringify({ before, after })}\n`
        : differencesInWords(compareReports(before, after)),
    );
  },
});
