import type * as z from 'zod/mini';
import { type Fault, FaultyInputError } from '../errors.ts';
import { shaped } from '../faults.ts';

/** What was given, as the shape says it. @throws FaultyInputError that names every field and the rule it breaks */
export function checked<T>(Shape: z.ZodMiniType<T>, given: unknown, what: string): T {
  const read = shaped(Shape, given);
  if (read.success) return read.data;
  throw faulty(what, read.faults);
}

/** Names the thing, each field and the rule it breaks, so that the message alone is enough. */
export function faulty(what: string, faults: readonly Fault[]): FaultyInputError {
  const said = faults.map(({ field, rule }) => (field ? `${field}: ${rule}` : rule));
  return new FaultyInputError(`${what}: ${said.join('; ')}`, faults);
}
