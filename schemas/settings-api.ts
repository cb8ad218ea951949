import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { CapacityView, OverrideRequest } from './capacity.ts';
import { type Contract, pageOf, pageQuery } from './operation.ts';
import { changeOfSettings, inForceOf, KeptSettings, type SettingsKind } from './settings.ts';
import { settingsSchemas } from './settings-kinds.ts';

const readers: readonly Role[] = ['lead', 'supervisor', 'admin'];
const writers: readonly Role[] = ['supervisor', 'admin'];

/** The settings in force. */
const reading = <S extends z.ZodMiniType>(kind: SettingsKind, schema: S, what: string) =>
  ({
    method: 'GET',
    path: `/v1/settings/${kind}`,
    summary: `${what}: the version in force`,
    caller: 'desk',
    roles: readers,
    response: inForceOf(schema),
  }) as const;

/** The next version. */
const writing = <S extends z.ZodMiniType>(kind: SettingsKind, schema: S, what: string) =>
  ({
    method: 'PUT',
    path: `/v1/settings/${kind}`,
    summary: `${what}: save a new version, whole or not at all; the old one stays in force when it is refused`,
    caller: 'desk',
    roles: writers,
    body: changeOfSettings(schema),
    response: inForceOf(schema),
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
const routing = 'How tickets find their agents';
const incident = 'What is switched off during an incident';
const labour = 'What an hour of people costs';

/** What leads set while everything runs. */
export const settingsApi = {
  getSlaSettings: reading('sla', settingsSchemas.sla, sla),
  putSlaSettings: writing('sla', settingsSchemas.sla, sla),
  listSlaVersions: listing('sla', sla),
  getRoutingSettings: reading('routing', settingsSchemas.routing, routing),
  putRoutingSettings: writing('routing', settingsSchemas.routing, routing),
  listRoutingVersions: listing('routing', routing),
  getIncidentSettings: reading('incident', settingsSchemas.incident, incident),
  putIncidentSettings: writing('incident', settingsSchemas.incident, incident),
  listIncidentVersions: listing('incident', incident),
  getLabourSettings: reading('labour', settingsSchemas.labour, labour),
  putLabourSettings: writing('labour', settingsSchemas.labour, labour),
  listLabourVersions: listing('labour', labour),
  getCapacity: {
    method: 'GET',
    path: '/v1/capacity',
    summary: 'Peak or off-peak, whether the standby pool is open, and what was set by hand',
    caller: 'desk',
    roles: readers,
    response: CapacityView,
  },
  putCapacityOverride: {
    method: 'PUT',
    path: '/v1/capacity/override',
    summary:
      'Set peak or off-peak by hand until a time, or end that with null; within a minute it is in force',
    caller: 'desk',
    roles: writers,
    body: z.strictObject({ override: z.nullable(OverrideRequest) }),
    response: CapacityView,
  },
} as const satisfies Contract;
