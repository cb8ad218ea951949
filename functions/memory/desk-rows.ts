import {
  type CapacityState,
  type Connections,
  type Capacity,
  type CustomerSession,
  type Sessions,
  type Sweeps,
} from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { SortedRows } from './rows.ts';

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

/** Open sockets by participant. */
export function memoryConnections(): Connections {
  const open = new Map<string, SortedRows<string>>();
  return {
    async add(participant, connectionId) {
      const rows = open.get(participant) ?? new SortedRows<string>();
      rows.set(connectionId, connectionId);
      open.set(participant, rows);
    },
    async remove(participant, connectionId) {
      const rows = open.get(participant);
      rows?.delete(connectionId);
      if (rows?.size === 0) open.delete(participant);
    },
    async list(participant) {
      return open.get(participant)?.all() ?? [];
    },
  };
}

/** The capacity in force. */
export function memoryCapacity(): Capacity {
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
