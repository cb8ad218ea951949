import type * as z from 'zod/mini';
import type { settingsApi } from '../../schemas/settings-api.ts';
import type { KeptSettings, SettingsKind, SettingsOf } from '../../schemas/settings.ts';
import { settingsSchemas } from '../../schemas/settings-kinds.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { isRepeat, requireSound } from '../domain/settings.ts';
import { type FaultsIn, faultsIn } from '../domain/settings-faults.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { Overriding } from './override-capacity.ts';
import type { Page, Platform, Uses } from './platform.ts';

/** So many versions later a save that comes again is still known. */
const LOOK_BACK = 10;

type Needs = Uses<{ settings: 'latest' | 'listPage' | 'add' }> &
  Pick<Platform, 'now' | 'log'> & {
    /** What is in force until somebody saves something else. */
    shipped: { [K in SettingsKind]: SettingsOf<K> };
  };

interface Change<T> {
  expectedVersion: number;
  note?: string | undefined;
  settings: T;
}

/** What leads set while everything runs. */
export const settings = (platform: Needs): Omit<Answers<typeof settingsApi, Caller>, keyof Overriding> => {
  const { settings: store, shipped, now, log } = platform;

  const sla = kept('sla', settingsSchemas.sla, shipped.sla, faultsIn.sla);
  const incident = kept('incident', settingsSchemas.incident, shipped.incident, faultsIn.incident);
  const routing = kept('routing', settingsSchemas.routing, shipped.routing, faultsIn.routing);
  const labour = kept('labour', settingsSchemas.labour, shipped.labour, faultsIn.labour);

  return {
    getSlaSettings: sla.inForce,
    putSlaSettings: sla.save,
    listSlaVersions: sla.versions,
    getRoutingSettings: routing.inForce,
    putRoutingSettings: routing.save,
    listRoutingVersions: routing.versions,
    getIncidentSettings: incident.inForce,
    putIncidentSettings: incident.save,
    listIncidentVersions: incident.versions,
    getLabourSettings: labour.inForce,
    putLabourSettings: labour.save,
    listLabourVersions: labour.versions,
  };

  /** What can be done with one kind of settings. */
  function kept<S extends z.ZodMiniType>(
    kind: SettingsKind,
    schema: S,
    ships: z.output<S>,
    faults: FaultsIn<z.output<S>>,
  ) {
    /** @throws when it was saved by a platform that knew other settings */
    const read = ({ settings: said, ...row }: KeptSettings) => ({ ...row, settings: schema.parse(said) });

    return {
      async inForce() {
        const [newest] = await store.latest(kind, 1);
        return newest ? read(newest) : { version: 0, settings: ships };
      },

      async save(change: Change<z.output<S>>, { agentId }: Caller) {
        requireSound(faults(change.settings));
        const { expectedVersion, note } = change;
        const row = {
          version: expectedVersion + 1,
          savedAt: now().toISOString(),
          savedBy: agentId,
          note,
          settings: change.settings,
        };
        try {
          const [current] = await store.latest(kind, 1);
          const version = current?.version ?? 0;
          if (version !== expectedVersion)
            throw new VersionConflictError(`version ${version} is in force, not ${expectedVersion}`);
          await store.add(kind, row);
        } catch (error) {
          if (!(error instanceof VersionConflictError)) throw error;
          // It may have been this very save.
          const earlier = await store.latest(kind, LOOK_BACK);
          const made = earlier.find((it) => isRepeat(it, { ...change, savedBy: agentId }));
          if (!made) throw error;
          return read(made);
        }
        log('info', 'settings saved', { kind, version: row.version, agentId });
        return row;
      },

      async versions({
        limit,
        cursor,
      }: {
        limit: number;
        cursor?: string | undefined;
      }): Promise<Page<KeptSettings>> {
        return store.listPage(kind, limit, cursor);
      },
    };
  }
};
