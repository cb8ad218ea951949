import { Scenario } from '../../schemas/scenario.ts';
import type { Setting } from '../../schemas/simulation.ts';
import type { Fault } from '../domain/errors.ts';
import { sum } from '../domain/numbers.ts';
import { checked, faulty } from '../domain/staffing/checked.ts';
import { isNode } from '../domain/understanding/taxonomy.ts';
import { isTimeZone } from '../domain/zone.ts';

/** Data as JSON has it. */
type Json = Readonly<Record<string, unknown>>;

/**
 * The scenario that a file and some settings make of the defaults: objects are merged by name, lists and values replaced.
 * @throws FaultyInputError that names every fault by its path
 */
export function scenarioFrom(defaults: Json, file: unknown, settings: readonly Setting[]): Scenario {
  if (file !== undefined && !isObject(file))
    throw faulty('scenario', [{ field: '', rule: 'must be a JSON object' }]);
  let input: Json = file === undefined ? defaults : merged(defaults, file);
  for (const setting of settings) input = withSetting(input, setting);
  const scenario = checked(Scenario, input, 'scenario');
  const faults = faultsOf(scenario);
  if (faults.length > 0) throw faulty('scenario', faults);
  return scenario;
}

/** A thread keeps its whole day in memory, some 0.7 kB for each customer. */
const MOST_CUSTOMERS = 5_000_000;

/** What the shape alone cannot say. */
function faultsOf({ timeZone, mix, arrivals, agents }: Scenario): Fault[] {
  const weights = [
    ['arrivals.hours', arrivals.hours],
    ['mix.matters', mix.matters.map(({ weight }) => weight)],
    ['mix.segments', Object.values(mix.segments)],
    ['mix.channels', Object.values(mix.channels)],
    ['mix.languages', Object.values(mix.languages)],
  ] as const;
  const customers =
    Math.ceil(arrivals.perDay * arrivals.promotion) + sum(arrivals.bursts.map(({ tickets }) => tickets));
  return [
    ...(customers <= MOST_CUSTOMERS
      ? []
      : [
          {
            field: 'arrivals',
            rule: `perDay times promotion, with the tickets of bursts, must be at most ${MOST_CUSTOMERS} a day, not ${customers}`,
          },
        ]),
    ...(isTimeZone(timeZone)
      ? []
      : [{ field: 'timeZone', rule: `must be a name such as Asia/Shanghai, not ${timeZone}` }]),
    ...weights.flatMap(([field, of]) =>
      sum(of) > 0 ? [] : [{ field, rule: 'at least one weight must be above 0' }],
    ),
    ...mix.matters.flatMap(({ intentId }, at) =>
      isNode(intentId)
        ? []
        : [{ field: `mix.matters.${at}.intentId`, rule: `the taxonomy has no ${intentId}` }],
    ),
    ...(sum(Object.values(agents.roster).map((it) => it.agents)) > 0
      ? []
      : [{ field: 'agents.roster', rule: 'somebody must be at work' }]),
  ];
}

/**
 * Puts a value where a path leads. `roster` stands for `agents.roster`, and a number for a whole group of it is its number of agents; a
 * number with `s` is seconds, where those are meant.
 */
function withSetting(input: Json, { path, value }: Setting): Json {
  const keys = path.replace(/^roster\./, 'agents.roster.').split('.');
  const refuse = (rule: string) => faulty('scenario', [{ field: path, rule }]);
  return put(input, keys, { value: valueOf(value, keys), isOptional: OPTIONAL.has(path), refuse });
}

interface Putting {
  readonly value: unknown;
  readonly isOptional: boolean;
  readonly refuse: (rule: string) => Error;
}

function put(input: Json, [key = '', ...rest]: readonly string[], putting: Putting): Json {
  const { value, isOptional, refuse } = putting;
  if (!Object.hasOwn(input, key) && !isOptional)
    throw refuse(`there is no ${key}; there are ${Object.keys(input).join(', ')}`);
  const before = input[key];
  if (rest.length > 0) {
    if (!isObject(before)) throw refuse(`${key} has no parts`);
    return { ...input, [key]: put(before, rest, putting) };
  }
  const isGroup = isObject(before) && 'agents' in before && typeof value === 'number';
  return { ...input, [key]: isGroup ? { ...before, agents: value } : value };
}

/** Settings that need not be there before. */
const OPTIONAL = new Set(['policies']);

function valueOf(text: string, keys: readonly string[]): unknown {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text)?.[1];
  if (seconds !== undefined && isInSeconds(keys)) return Number(seconds);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Promises are, but for the share from which on they are warned of, and whatever says so by its name. */
function isInSeconds(keys: readonly string[]): boolean {
  const last = keys.at(-1) ?? '';
  return /seconds$/i.test(last) || (keys[0] === 'sla' && last !== 'warnShare');
}

function merged(defaults: Json, file: Json): Json {
  const result: Record<string, unknown> = { ...defaults };
  for (const [key, value] of Object.entries(file)) {
    const before = result[key];
    result[key] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return result;
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
