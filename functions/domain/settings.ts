import type { KeptSettings, SettingsKind, SettingsOf } from '../../schemas/settings.ts';
import { canonicalJson } from './digest.ts';

/** What is wrong with a document, and where: `policies.2.targets.reached`. */
export interface Fault {
  readonly field: string;
  readonly rule: string;
}

/** Finds what a document's schema cannot see: names that lead nowhere, parts that contradict each other. */
export type FaultsIn<T> = (settings: T) => readonly Fault[];

/** Settings with their version; 0 is what ships. */
export interface InForce<T> {
  readonly version: number;
  readonly settings: T;
}

/** A whole document was refused; the version before it stays in force. */
export class SettingsRefusedError extends Error {
  override readonly name = 'SettingsRefusedError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super('the settings contradict themselves; the version before stays in force');
    this.faults = faults;
  }
}

/** What keeps each kind of settings whole, beyond its schema. */
export const faultsIn: { [K in SettingsKind]: FaultsIn<SettingsOf<K>> } = {
  sla: () => [],
};

/** @throws SettingsRefusedError that names every fault by its path in the request. */
export function requireSound(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new SettingsRefusedError(faults.map(({ field, rule }) => ({ field: `settings.${field}`, rule })));
}

/** Whether this very save was made before: then it is answered again instead of being refused. */
export function isRepeat(
  current: KeptSettings | undefined,
  { expectedVersion, settings, savedBy }: { expectedVersion: number; settings: unknown; savedBy: string },
): boolean {
  return (
    current?.version === expectedVersion + 1 &&
    current.savedBy === savedBy &&
    canonicalJson(current.settings) === canonicalJson(settings)
  );
}
