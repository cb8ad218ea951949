import type { settingsApi } from '../../schemas/settings-api.ts';
import {
  type KeptSettings,
  type SettingsKind,
  type SettingsOf,
  settingsSchemas,
} from '../../schemas/settings.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { isRepeat, requireSound } from '../domain/settings.ts';
import { faultsIn } from '../domain/settings-faults.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { Page, Platform, Uses } from './platform.ts';

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
export const settings = (platform: Needs): Answers<typeof settingsApi, Caller> => {
  const { settings: store, shipped, now, log } = platform;

  return {
    getSlaSettings: () => inForce('sla'),
    putSlaSettings: (change, caller) => save('sla', change, caller),
    listSlaVersions: (page) => versions('sla', page),
  };

  async function inForce<K extends SettingsKind>(kind: K) {
    const [newest] = await store.latest(kind, 1);
    return newest ? read(kind, newest) : { version: 0, settings: shipped[kind] };
  }

  async function save<K extends SettingsKind>(kind: K, change: Change<SettingsOf<K>>, { agentId }: Caller) {
    requireSound(faultsIn[kind](change.settings));
    const { expectedVersion, note } = change;
    const [current] = await store.latest(kind, 1);
    if (current && isRepeat(current, { ...change, savedBy: agentId })) return read(kind, current);
    const version = current?.version ?? 0;
    if (version !== expectedVersion)
      throw new VersionConflictError(`version ${version} is in force, not ${expectedVersion}`);
    const row = {
      version: version + 1,
      savedAt: now().toISOString(),
      savedBy: agentId,
      note,
      settings: change.settings,
    };
    await store.add(kind, row);
    log('info', 'settings saved', { kind, version: row.version, agentId });
    return row;
  }

  async function versions(
    kind: SettingsKind,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<KeptSettings>> {
    return store.listPage(kind, limit, cursor);
  }
};

/** A version with what it says. @throws when it was saved by a platform that knew other settings */
function read<K extends SettingsKind>(kind: K, { settings: said, ...row }: KeptSettings) {
  return { ...row, settings: settingsSchemas[kind].parse(said) };
}
