import type * as z from 'zod/mini';
import { type Fault, FaultyInputError } from '../errors.ts';

/** What was given, as the shape says it. @throws FaultyInputError that names every field and the rule it breaks */
export function checked<T>(Shape: z.ZodMiniType<T>, given: unknown, what: string): T {
  const { success, data, error } = Shape.safeParse(given);
  if (success) return data;
  throw faulty(
    what,
    error.issues.map(({ path, message }) => ({ field: path.join('.'), rule: message })),
  );
}

/** Names the thing, each field and the rule it breaks, so that the message alone is enough. */
export function faulty(what: string, faults: readonly Fault[]): FaultyInputError {
  const said = faults.map(({ field, rule }) => (field ? `${field}: ${rule}` : rule));
  return new FaultyInputError(`${what}: ${said.join('; ')}`, faults);
}
