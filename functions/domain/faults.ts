import type * as z from 'zod/mini';
import type { Fault } from './errors.ts';

type Read<T> =
  { readonly success: true; readonly data: T } | { readonly success: false; readonly faults: Fault[] };

/** What was given, as the shape says it, or every field and the rule it breaks. A rule of the shape’s own goes before ours. */
export function shaped<T extends z.ZodMiniType>(Shape: T, given: unknown): Read<z.output<T>> {
  // Without the input an issue cannot tell a wrong type from a missing field.
  const { success, data, error } = Shape.safeParse(given, { error: ruleOf, reportInput: true });
  return success ? { success, data } : { success, faults: error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, rule: issue.message }));
  const isMissing =
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
  return [{ field, rule: isMissing ? 'is required' : issue.message }];
}

function ruleOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'unrecognized_keys':
      return `is not a known field${namesOf(issue.inst)}`;
    case 'too_small':
      return `must ${atLeast(issue)}`;
    case 'too_big':
      return `must ${atMost(issue)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return issue.format === 'regex' ? `must match ${issue.pattern}` : `is not a valid ${issue.format}`;
    case 'invalid_key':
      return `is not a name for it: ${issue.issues.map(({ message }) => message).join(', ')}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options) : 'is none of the known kinds';
    default:
      return 'is not valid';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

function atLeast({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const unit = units[origin];
  if (unit !== undefined) return `have at least ${minimum} ${unit}`;
  return inclusive === false ? `be more than ${minimum}` : `be at least ${minimum}`;
}

function atMost({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const unit = units[origin];
  if (unit !== undefined) return `have at most ${maximum} ${unit}`;
  return inclusive === false ? `be below ${maximum}` : `be at most ${maximum}`;
}

const units: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

function oneOf(values: readonly unknown[]): string {
  return values.length === 1
    ? `must be ${String(values[0])}`
    : `must be one of ${values.map(String).join(', ')}`;
}

function namesOf(inst: z.core.$ZodRawIssue['inst']): string {
  const def = inst?._zod.def;
  const shape = def && 'shape' in def ? def.shape : undefined;
  if (typeof shape !== 'object' || shape === null) return '';
  return `; known here: ${Object.keys(shape).join(', ')}`;
}
