import type { CapacityOverride, CapacityState } from '../../schemas/capacity.ts';
import type { KeptSettings, SettingsKind } from '../../schemas/settings.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { settingsKey } from '../stores/keys.ts';
import type {
  Capacity,
  Connections,
  Cursors,
  CustomerSession,
  Sessions,
  Settings,
  Sweeps,
} from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { pageOf, SortedRows } from './rows.ts';

/** Sessions by their token; the first start of a token counts. */
export function memorySessions(): Sessions {
  const sessions = new Map<string, CustomerSession>();
  return {
    async find(token, now) {
      const session = sessions.get(token);
      return session && Date.parse(session.expiresAt) > now.getTime() ? session : undefined;
    },
    async start(token, session) {
      const first = sessions.get(token) ?? frozen({ ...session });
      sessions.set(token, first);
      return first;
    },
  };
}

/** A socket answers as if it were gone until its opening has been answered. */
const OPENING_SECONDS = 10;

/** Open sockets by participant. */
export function memoryConnections(): Connections {
  const open = new Map<string, SortedRows<{ connectionId: string; openedAt: number }>>();
  const secondOf = (now: Date) => Math.ceil(now.getTime() / 1000);
  const remove = (participant: string, connectionId: string): void => {
    const rows = open.get(participant);
    rows?.delete(connectionId);
    if (rows?.size === 0) open.delete(participant);
  };
  return {
    async add(participant, connectionId, now) {
      const rows = open.get(participant) ?? new SortedRows();
      rows.set(connectionId, { connectionId, openedAt: secondOf(now) });
      open.set(participant, rows);
    },
    async remove(participant, connectionId) {
      remove(participant, connectionId);
    },
    async forget(participant, connectionId, now) {
      const row = open.get(participant)?.get(connectionId);
      if (row && row.openedAt < secondOf(now) - OPENING_SECONDS) remove(participant, connectionId);
    },
    async list(participant) {
      return (
        open
          .get(participant)
          ?.all()
          .map(({ connectionId }) => connectionId) ?? []
      );
    },
  };
}

/** A cursor moves at most this often. */
const CURSOR_PAUSE_MS = 1000;

/** How far everybody has read, by ticket and address. */
export function memoryCursors(): Cursors {
  const tickets = new Map<string, SortedRows<{ address: string; number: number; movedAt: number }>>();
  return {
    async list(ticketId) {
      return (
        tickets
          .get(ticketId)
          ?.all()
          .map(({ address, number }) => ({ address, number })) ?? []
      );
    },
    async advance(ticketId, { address, number }, now) {
      const rows = tickets.get(ticketId) ?? new SortedRows();
      const time = now.getTime();
      const before = rows.get(address);
      if (before && before.number >= number) return 'kept';
      if (before && before.movedAt > time - CURSOR_PAUSE_MS) return 'too-soon';
      rows.set(address, { address, number, movedAt: time });
      tickets.set(ticketId, rows);
      return 'moved';
    },
  };
}

/** What leads set, every version of every kind. */
export function memorySettings(): Settings {
  const kinds = new Map<SettingsKind, SortedRows<KeptSettings>>();
  const page = (kind: SettingsKind, limit: number, cursor?: string) =>
    pageOf(
      { rows: kinds.get(kind), partition: settingsKey(kind, 0).pk, names: ['pk', 'sk'], newestFirst: true },
      limit,
      cursor,
    );
  return {
    async latest(kind, count) {
      return page(kind, count).rows;
    },
    async listPage(kind, limit, cursor) {
      return page(kind, limit, cursor);
    },
    async add(kind, row) {
      const { sk } = settingsKey(kind, row.version);
      const rows = kinds.get(kind) ?? new SortedRows<KeptSettings>();
      if (rows.get(sk)) throw new VersionConflictError();
      rows.set(sk, frozen({ ...row }));
      kinds.set(kind, rows);
    },
  };
}

/** The capacity in force. */
export function memoryCapacity(): Capacity {
  let override: CapacityOverride | undefined;
  let state: CapacityState = {
    profile: 'off-peak',
    standbyOpen: false,
    changedAt: new Date(0).toISOString(),
  };
  return {
    async get() {
      return state;
    },
    async set(next) {
      state = frozen({ ...next });
    },
    async openStandby(now) {
      state = frozen({ ...state, standbyOpen: true, changedAt: now.toISOString() });
    },
    async closeStandby(changedAt, now) {
      if (state.changedAt !== changedAt) return;
      state = frozen({ ...state, standbyOpen: false, changedAt: now.toISOString() });
    },
    async getOverride() {
      return override;
    },
    async putOverride(next) {
      override = frozen({ ...next });
    },
  };
}

/** How far each shard of the sweep has come. */
export function memorySweeps(): Sweeps {
  const minutes = new Map<number, string>();
  return {
    async cursorOf(shard) {
      return minutes.get(shard);
    },
    async advance(shard, minute) {
      minutes.set(shard, minute);
    },
  };
}

/** Calls of the language model taken out of each hour's budget. */
export function memoryModelCalls(): (limit: number, now: Date) => Promise<boolean> {
  const calls = new Map<string, number>();
  return async (limit, now) => {
    const hour = now.toISOString().slice(0, 13);
    const taken = calls.get(hour);
    // As in the table, the first call of an hour is always there.
    if (taken !== undefined && taken >= limit) return false;
    calls.set(hour, (taken ?? 0) + 1);
    return true;
  };
}
