import { availableParallelism } from 'node:os';
import * as z from 'zod/mini';
import { FaultyInputError } from '../../functions/domain/errors.ts';
import { faulty } from '../../functions/domain/staffing/checked.ts';
import { defaultScenario } from '../../functions/simulation/defaults.ts';
import { reportOf } from '../../functions/simulation/report.ts';
import { scenarioFrom } from '../../functions/simulation/settings.ts';
import { sumOf } from '../../functions/simulation/tally.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { Scenario } from '../../schemas/scenario.ts';
import type { Report, Setting } from '../../schemas/simulation.ts';
import { playDays } from '../simulation/play.ts';
import { progressBar } from '../simulation/progress.ts';
import { CommandError, type Option } from './command.ts';
import { readText } from './files.ts';
import { json } from './input.ts';

const whole = (most: number) =>
  z
    .int('must be a whole number')
    .check(z.gte(1, 'must be 1 or more'), z.lte(most, `must be at most ${most}`));

/** What `simulate` and `what-if` have in common. */
export const ScenarioOptions = z.strictObject({
  set: z._default(z.array(z.string()), []),
  days: z._default(whole(400), 1),
  seed: z.optional(Scenario.shape.seed),
  threads: z._default(whole(64), Math.min(2, availableParallelism())),
  json: z._default(z.boolean(), false),
});
export type ScenarioOptions = z.infer<typeof ScenarioOptions>;

export const scenarioOptions = {
  set: { value: 'PATH=VALUE', many: true, says: 'another setting; may be given several times' },
  days: { value: 'N', says: 'days, each played by itself   [1]' },
  seed: { value: 'N', says: 'another draw of the same chances   [1]' },
  threads: { value: 'N', says: 'threads; the result is the same whatever their number   [2]' },
  json: { says: 'one line of JSON, and nothing else' },
} as const satisfies Record<string, Option>;

/** `PATH=VALUE` as typed. @throws CommandError */
export function settingsOf(texts: readonly string[]): Setting[] {
  return texts.map((text) => {
    const [, path, value] = /^([\w.-]+)=(.+)$/.exec(text) ?? [];
    if (path === undefined || value === undefined)
      throw new CommandError(`--set ${text}: must be such as sla.urgent.reached=10s`);
    return { path, value };
  });
}

/** The scenario of a file, or of the defaults, with some settings. @throws FaultyInputError that names the file, or the option */
export function loadScenario(
  file: string | undefined,
  { seed }: Pick<ScenarioOptions, 'seed'>,
  settings: readonly Setting[],
): Scenario {
  const defaults = { ...defaultScenario(defaultPolicy) };
  const given = file === undefined ? undefined : json(readText(file), file);
  const seeded = seed === undefined ? [] : [{ path: 'seed', value: String(seed) }];
  const scenario = givenBy(file ?? 'scenario', () => scenarioFrom(defaults, given, seeded));
  if (settings.length === 0) return scenario;
  return givenBy('--set', () => scenarioFrom(defaults, given, [...seeded, ...settings]));
}

function givenBy<T>(name: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof FaultyInputError ? faulty(name, error.faults) : error;
  }
}

/** Plays it, with a bar where it takes long. */
export async function played(
  scenario: Scenario,
  { days, threads }: Pick<ScenarioOptions, 'days' | 'threads'>,
  log?: string,
): Promise<Report> {
  const { perDay, promotion, bursts } = scenario.arrivals;
  const expected = days * (perDay * promotion + bursts.reduce((sum, { tickets }) => sum + tickets, 0));
  const bar = progressBar(expected);
  const tallies = await playDays(scenario, days, threads, bar.show, log);
  bar.end();
  return reportOf(sumOf(tallies), days, scenario);
}
