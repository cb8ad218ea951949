import type { History, TicketChange } from '../../functions/domain/change.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { decideInEpoch, decideOnce } from '../../functions/use-cases/decide.ts';
import type { Call, Rules } from './play.ts';
import type { Table } from './table.ts';

/** The protocol with one fault each; the checks must find every one of them. */
export const mutants: Record<string, Partial<Rules>> = {
  'the put has no condition': {
    tickets: (table, call) => ({
      ...honest(table, call),
      save: (change) => call(async () => overwrite(table, change)),
    }),
  },
  'a repeat is looked for in the last event only': {
    tickets: (table, call) => ({
      ...honest(table, call),
      get: async (ticketId, after) => {
        const history = await call(() => table.get(ticketId, after));
        return { ...history, events: history.events.slice(-1) };
      },
    }),
  },
  'a repeat is looked for on the first page only': {
    tickets: (table, call) => ({
      ...honest(table, call),
      get: async (ticketId, after) => {
        const history = await call(() => table.get(ticketId, after));
        return { ...history, events: history.events.slice(0, 2) };
      },
    }),
  },
  'a repeat is looked for in an older read than the one that gives the number': {
    tickets: (table, call) => ({
      ...honest(table, call),
      get: async (ticketId, after) => {
        const { events } = await call(() => table.get(ticketId, after));
        return { ...(await call(() => table.get(ticketId))), events };
      },
    }),
  },
  'a repeat is answered with the last number instead of its own': {
    decide: async (platform, ticketId, write, decision) => {
      const made = { anew: false };
      const outcome = await decideInEpoch(platform, ticketId, write, (history, command) => {
        made.anew = true;
        return decision(history, command);
      });
      return made.anew ? outcome : { ...outcome, number: (await platform.tickets.get(ticketId)).number };
    },
  },
  'after is what the client has seen at the retry': {
    copyOf: (write, copy, shown) =>
      copy === 0 ? write : { ...write, after: Math.max(write.after ?? 0, shown) },
  },
  'a retry has a new id': {
    copyOf: (write, copy) =>
      copy === 0 ? write : { ...write, commandId: `${write.commandId}-again-${copy}` },
  },
  'the epoch is not looked at': {
    decide: async ({ tickets, epoch }, ticketId, write, decision) => ({
      ...(await decideOnce({ tickets }, ticketId, write, decision)),
      epoch: await epoch(write.epoch),
    }),
  },
  'the answer goes out before the write': {
    tickets: (table, call, order) => ({
      ...honest(table, call),
      save: async (change) =>
        order.begin(() =>
          call(() => table.save(change)).catch(() => {
            // Nobody waits for it any more.
          }),
        ),
    }),
  },
  'who loses the race takes the next number without reading again': {
    tickets: (table, call) => {
      let known: History | undefined;
      return {
        ...honest(table, call),
        get: async (ticketId, after) => {
          known = known
            ? { ...known, number: known.number + 1 }
            : await call(() => table.get(ticketId, after));
          return known;
        },
      };
    },
  },
  'who loses the race keeps the hash it had read': {
    tickets: (table, call) => {
      let hash: string | undefined;
      return {
        ...honest(table, call),
        get: async (ticketId, after) => {
          const history = await call(() => table.get(ticketId, after));
          hash ??= history.hash;
          return { ...history, hash };
        },
      };
    },
  },
  'the number comes from a counter': {
    tickets: (table, call) => ({
      ...honest(table, call),
      get: async (ticketId, after) => {
        const history = await call(() => table.get(ticketId, after));
        const number = Math.max(history.number, counters.get(table) ?? 0);
        counters.set(table, number + 1);
        return { ...history, number };
      },
    }),
  },
  'events are put one after the other instead of together': {
    tickets: (table, call) => ({
      ...honest(table, call),
      save: async (change) => {
        for (const event of change.events) await call(() => table.save({ ...change, events: [event] }));
      },
    }),
  },
};

/** The last number each table has given away. */
const counters = new WeakMap<Table, number>();

function honest(table: Table, call: Call): ReturnType<Rules['tickets']> {
  return {
    get: (ticketId, after) => call(() => table.get(ticketId, after)),
    save: (change) => call(() => table.save(change)),
  };
}

/** What a put without a condition leaves: the new events in the places of the old. */
async function overwrite(table: Table, change: TicketChange): Promise<void> {
  try {
    await table.save(change);
  } catch (error) {
    if (!(error instanceof VersionConflictError)) throw error;
    const numbers = new Set(change.events.map(({ number }) => number));
    const others = table.changes.flatMap((other) => {
      const [first, ...rest] = other.events.filter(({ number }) => !numbers.has(number));
      return first ? [{ ...other, events: [first, ...rest] } satisfies TicketChange] : [];
    });
    table.become([...others, change].sort((a, b) => a.events[0].number - b.events[0].number));
  }
}
