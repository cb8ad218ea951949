import { stdout } from 'node:process';
import { reportInWords } from '../simulation/words.ts';
import { command } from './command.ts';
import { loadScenario, played, ScenarioOptions, scenarioOptions, settingsOf } from './scenario-options.ts';

/** Plays days through the decisions that ship. */
export const simulate = command({
  name: 'simulate',
  summary: 'plays a day through the decisions that ship: waits, promises, occupancy, cost',
  about: `Plays generated days on virtual time through the platform's own decisions, and reports waits, promises kept, occupancy, fairness
and cost. A scenario is a JSON file with whatever differs from the defaults; docs/simulation.md describes it. The same seed gives
the same report, byte for byte.`,
  options: scenarioOptions,
  file: 'scenario.json',
  examples: ['', '--set arrivals.promotion=10 --set roster.regular=300', '--days 50 --json my-desk.json'],
  Shape: ScenarioOptions,
  async run(options, file) {
    const report = await played(loadScenario(file, options, settingsOf(options.set)), options);
    stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportInWords(report));
  },
});
