import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { CommandId, Epoch, TicketId } from './ids.ts';
import { SeenCursor } from './participant.ts';

/** Who may call: anybody, a customer with a session token, or a signed-in member of the desk. */
export type CallerKind = 'public' | 'customer' | 'desk';

/** One route of the HTTP API. Types, validation, gateway routes and `openapi.json` all come from it. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT';
  path: `/${string}`;
  summary: string;
  caller: CallerKind;
  /** Desk operations: any of these roles. */
  roles?: readonly Role[];
  params?: z.ZodMiniType;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  response: z.ZodMiniType;
  status?: 200 | 201 | 202;
}

export type Contract = Record<string, Operation>;

/** What an operation gets: path, query and body in one object, as parsed. */
export type InputOf<O extends Operation> = OutputOf<O['params']> & OutputOf<O['query']> & OutputOf<O['body']>;
/** What an operation answers. */
export type ResponseOf<O extends Operation> = z.output<O['response']>;

type OutputOf<S> = S extends z.ZodMiniType ? z.output<S> : unknown;

export const ticketParams = z.strictObject({ ticketId: TicketId });

/** Paging: `limit` rows from an opaque `cursor` of the page before. */
export const pageQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 25),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
});

/** What a write says of itself: its id, and what the client had seen when it first tried. */
export const write = {
  commandId: CommandId,
  /** Number of the last event seen at the first try; a repeat is looked for only after it. */
  after: z.optional(z.int().check(z.gte(0))),
  /** The epoch that number is of: in another one it is refused, because a repeat might stand before it. */
  epoch: z.optional(Epoch),
};

/** Paging through a history: the events after a number, which was seen in this epoch. */
export const eventsQuery = z.strictObject({
  epoch: z.optional(Epoch),
  after: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(1_000_000_000)), 0),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 100),
});

/** A page of rows; `cursor` is absent on the last one. */
export function pageOf<T extends z.ZodMiniType>(row: T) {
  return z.strictObject({ rows: z.array(row), cursor: z.optional(z.string()) });
}

/**
 * A part of a history: everything the reader may see in `(after, number]`. Not `recovered` when the cursor is of another
 * epoch or beyond the end: then `after` is 0, and the reader forgets what it had. With `more` it asks again from `number`.
 */
export const eventsPage = <T extends z.ZodMiniType>(event: T) => ({
  epoch: Epoch,
  after: z.int().check(z.gte(0)),
  number: z.int().check(z.gte(0)),
  events: z.array(event),
  recovered: z.boolean(),
  more: z.boolean(),
  /** On the last page: how far everybody has read. */
  seen: z.optional(z.array(SeenCursor)),
});
