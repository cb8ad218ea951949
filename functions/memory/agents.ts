import { Agent, AgentProfile } from '../../schemas/agent.ts';
import { NotFoundError } from '../domain/errors.ts';
import { agentKey } from '../stores/keys.ts';
import type { Agents } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { pageOf, SortedRows } from './rows.ts';

/** An agent's row. Freeing a seat of somebody unknown makes one that is not whole, as it would in the table. */
type Row = Partial<Agent> & Pick<Agent, 'agentId' | 'seats'>;

/** What a decision about a ticket does to agents' seats, in the same transaction. */
export interface Seats {
  /** Whether the agent is available, in reach, and has a free seat. */
  canTake(agentId: string, now: string): boolean;
  take(agentId: string, ticketId: string, now: string): void;
  free(agentId: string, ticketId: string, now: string): void;
}

/** Agents in memory, and their seats for the tickets beside them. */
export function memoryAgents(): { agents: Agents; seats: Seats } {
  const rows = new SortedRows<Row>();
  const { pk } = agentKey('');

  const write = (row: Row): Row => {
    rows.set(row.agentId, frozen(row));
    return row;
  };
  const rowOf = (agentId: string): Row => rows.get(agentId) ?? { agentId, seats: [] };

  const agents: Agents = {
    async get(agentId) {
      const row = rows.get(agentId);
      if (!row) throw new NotFoundError('agent');
      return whole(row);
    },
    async list() {
      return rows.all().map(whole);
    },
    async listPage(limit, cursor) {
      const page = pageOf({ rows, partition: pk, names: ['pk', 'sk'] }, limit, cursor);
      return { ...page, rows: page.rows.map(whole) };
    },
    async putProfile(agentId, profile, now) {
      const time = now.toISOString();
      const before = { availability: 'offline', leaseUntil: time, idleSince: time, ...rows.get(agentId) };
      // A field that the profile does not name goes.
      const cleared = Object.fromEntries(Object.keys(AgentProfile.shape).map((field) => [field, undefined]));
      return whole(write(Agent.parse({ seats: [], ...before, ...cleared, ...profile, agentId })));
    },
    async setPresence(agentId, availability, leaseUntil, until) {
      const row = rows.get(agentId);
      if (!row) throw new NotFoundError('agent');
      const { until: before, ...rest } = row;
      // Null ends the shift's end; nothing said leaves it as it is.
      const kept = until === null ? undefined : (until ?? before);
      const presence = { availability, leaseUntil: leaseUntil.toISOString() };
      return whole(write({ ...rest, ...presence, ...(kept !== undefined && { until: kept }) }));
    },
  };

  const seats: Seats = {
    canTake(agentId, now) {
      const row = rows.get(agentId);
      if (row?.availability !== 'available' || (row.leaseUntil ?? '') <= now) return false;
      // A set that is empty is not there, and leaves room whatever the capacity.
      return row.seats.length === 0 || row.seats.length < (row.capacity ?? 0);
    },
    take(agentId, ticketId, now) {
      const row = rowOf(agentId);
      const taken = row.seats.includes(ticketId) ? row.seats : [...row.seats, ticketId];
      write({ ...row, seats: taken, idleSince: now });
    },
    free(agentId, ticketId, now) {
      const row = rowOf(agentId);
      write({ ...row, seats: row.seats.filter((seat) => seat !== ticketId), idleSince: now });
    },
  };

  return { agents, seats };
}

function whole(row: Row): Agent {
  return isWhole(row) ? row : Agent.parse(row);
}

/** Every other field comes with the profile. */
function isWhole(row: Row): row is Agent {
  return row.name !== undefined;
}
