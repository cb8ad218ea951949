import { Agent, AgentProfile, type PassReason } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Channel } from '../../schemas/ticket-facts.ts';
import { NotFoundError } from '../domain/errors.ts';
import { agentKey } from '../stores/keys.ts';
import type { Agents } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { pageOf, SortedRows } from './rows.ts';

/** An agent's row. Freeing a seat of somebody unknown makes one that is not whole, as it would in the table. */
type Row = Partial<Agent> & Pick<Agent, 'agentId' | 'seats'>;

/** What a decision about a ticket does to agents' seats, in the same transaction. */
export interface Seats {
  /** Whether the agent is available, in reach, and below both limits. */
  canTake(agentId: string, ticket: Ticket, now: string): boolean;
  take(agentId: string, ticket: Ticket, now: string): void;
  /** Frees the seat, and counts why the offer was let pass if it was. */
  free(agentId: string, ticket: Ticket, now: string, passed: PassReason | undefined): void;
}

/** Agents in memory, and their seats for the tickets beside them. */
export function memoryAgents(): { agents: Agents; seats: Seats } {
  const rows = new SortedRows<Row>();
  const byChannel = new Map<string, Map<Channel, ReadonlySet<string>>>();
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

  const seatsIn = (agentId: string, { channel }: Ticket): ReadonlySet<string> =>
    byChannel.get(agentId)?.get(channel) ?? new Set();
  const moveInChannel = (agentId: string, { channel }: Ticket, taken: ReadonlySet<string>) => {
    const channels = byChannel.get(agentId) ?? new Map<Channel, ReadonlySet<string>>();
    if (taken.size > 0) channels.set(channel, taken);
    else channels.delete(channel);
    byChannel.set(agentId, channels);
    const busy = [...channels].map(([name, tickets]) => [name, tickets.size] as const);
    return busy.length > 0 ? { busy: Object.fromEntries(busy) } : {};
  };

  const seats: Seats = {
    canTake(agentId, ticket, now) {
      const row = rows.get(agentId);
      if (row?.availability !== 'available' || (row.leaseUntil ?? '') <= now) return false;
      const inChannel = seatsIn(agentId, ticket).size;
      const limit = row.limits?.[ticket.channel];
      // A set that is empty is not there, and leaves room whatever the limit.
      const room = row.seats.length === 0 || row.seats.length < (row.capacity ?? 0);
      return room && (limit === undefined || inChannel === 0 || inChannel < limit);
    },
    take(agentId, ticket, now) {
      const { busy: _, ...row } = rowOf(agentId);
      const taken = [...new Set([...row.seats, ticket.ticketId])];
      const busy = moveInChannel(agentId, ticket, new Set([...seatsIn(agentId, ticket), ticket.ticketId]));
      write({ ...row, ...busy, seats: taken, idleSince: now });
    },
    free(agentId, ticket, now, passed) {
      const { busy: _, ...row } = rowOf(agentId);
      const others = (of: Iterable<string>) => [...of].filter((seat) => seat !== ticket.ticketId);
      const busy = moveInChannel(agentId, ticket, new Set(others(seatsIn(agentId, ticket))));
      const counted = passed && { passed: { ...row.passed, [passed]: (row.passed?.[passed] ?? 0) + 1 } };
      write({ ...row, ...busy, ...counted, seats: others(row.seats), idleSince: now });
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
