import type { Role } from './agent.ts';
import { type Contract, pageOf, pageQuery } from './operation.ts';
import { changeOfSettings, inForceOf, KeptSettings, type SettingsKind, settingsSchemas } from './settings.ts';

const readers: readonly Role[] = ['lead', 'supervisor', 'admin'];
const writers: readonly Role[] = ['supervisor', 'admin'];

/** The settings in force. */
const reading = <K extends SettingsKind>(kind: K, what: string) =>
  ({
    method: 'GET',
    path: `/v1/settings/${kind}`,
    summary: `${what}: the version in force`,
    caller: 'desk',
    roles: readers,
    response: inForceOf(settingsSchemas[kind]),
  }) as const;

/** The next version. */
const writing = <K extends SettingsKind>(kind: K, what: string) =>
  ({
    method: 'PUT',
    path: `/v1/settings/${kind}`,
    summary: `${what}: save a new version, whole or not at all; the old one stays in force when it is refused`,
    caller: 'desk',
    roles: writers,
    body: changeOfSettings(settingsSchemas[kind]),
    response: inForceOf(settingsSchemas[kind]),
  }) as const;

/** Every version, as it was saved. */
const listing = (kind: SettingsKind, what: string) =>
  ({
    method: 'GET',
    path: `/v1/settings/${kind}/versions`,
    summary: `${what}: all versions, newest first`,
    caller: 'desk',
    roles: readers,
    query: pageQuery,
    response: pageOf(KeptSettings),
  }) as const;

const sla = 'Promises in seconds';

/** What leads set while everything runs. */
export const settingsApi = {
  getSlaSettings: reading('sla', sla),
  putSlaSettings: writing('sla', sla),
  listSlaVersions: listing('sla', sla),
} as const satisfies Contract;
