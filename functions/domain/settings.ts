import type { KeptSettings } from '../../schemas/settings.ts';
import { canonicalJson } from './digest.ts';
import { type Fault, FaultyInputError } from './errors.ts';

/** Settings with their version; 0 is what ships. */
export interface InForce<T> {
  readonly version: number;
  readonly settings: T;
}

/** @throws FaultyInputError that names every fault by its path in the request. */
export function requireSound(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new FaultyInputError(
    'the settings contradict themselves; the version before stays in force',
    faults.map(({ field, rule }) => ({ field: `settings.${field}`, rule })),
  );
}

/** A save as it came in. */
interface Save {
  expectedVersion: number;
  note?: string | undefined;
  settings: unknown;
}

/** Whether this very save was made before: then it is answered again instead of being refused. */
export function isRepeat(
  current: KeptSettings | undefined,
  { savedBy, ...change }: Save & { savedBy: string },
): boolean {
  return (
    current?.version === change.expectedVersion + 1 &&
    current.savedBy === savedBy &&
    current.note === change.note &&
    canonicalJson(current.settings) === canonicalJson(change.settings)
  );
}
