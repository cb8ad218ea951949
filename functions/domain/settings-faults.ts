import type { SettingsKind, SettingsOf } from '../../schemas/settings.ts';
import { labourFaults } from './cost/labour.ts';
import type { Fault } from './errors.ts';
import { incidentFaults } from './incident.ts';
import { routingFaults } from './routing-faults.ts';
import { isBelow } from './sla.ts';
import { slaFaults } from './sla-faults.ts';
import { leafIds } from './understanding/taxonomy.ts';

/** Finds what a document's schema cannot see: names that lead nowhere, parts that contradict each other. */
export type FaultsIn<T> = (settings: T) => readonly Fault[];

/** What keeps each kind of settings whole. */
export const faultsIn: { [K in SettingsKind]: FaultsIn<SettingsOf<K>> } = {
  sla: (settings) => slaFaults(settings, (intentId) => leafIds.some((leaf) => isBelow(leaf, intentId))),
  routing: routingFaults,
  incident: incidentFaults,
  labour: labourFaults,
};
