import * as z from 'zod/mini';
import { AgentId, EventNumber, IsoTime, TicketId } from './ids.ts';
import { Day } from './reply-rate.ts';

/** What a row is: a ticket, a message of a conversation, or an event of a history. */
export const ExportWhat = z.enum(['tickets', 'messages', 'events']);
export type ExportWhat = z.infer<typeof ExportWhat>;

export const ExportFormat = z.enum(['csv', 'jsonl', 'parquet']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What the daily export writes; none unless an operator chose a format. */
export const DailyFormat = z.enum(['none', ...ExportFormat.options]);
export type DailyFormat = z.infer<typeof DailyFormat>;

/** `masked`: what everybody at the desk may see. `whole`: every word, for those with clearance; only this can be imported. */
export const PersonalDataShown = z.enum(['masked', 'whole']);
export type PersonalDataShown = z.infer<typeof PersonalDataShown>;

export const ExportState = z.enum(['running', 'done', 'failed', 'cancelled']);
export type ExportState = z.infer<typeof ExportState>;

export const ExportId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{8,64}$/, 'must be 8 to 64 lower-case letters, digits or -'));
export type ExportId = z.infer<typeof ExportId>;

/** What is asked for: tickets opened from the first day to the last, both included, on the clock of the business. */
export const ExportRequest = z.strictObject({
  what: ExportWhat,
  format: ExportFormat,
  from: Day,
  to: Day,
  personalData: z._default(PersonalDataShown, 'masked'),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** How far it has come: everything of the quarter's shard up to this ticket, or up to this event of it. */
export const ExportPosition = z.strictObject({
  /** A quarter of an hour of tickets' opening. */
  quarter: IsoTime,
  shard: z.int().check(z.nonnegative()),
  /** Absent before the first ticket of the shard. */
  ticketId: z.optional(TicketId),
  /** Its events up to this one are out; absent when the ticket is. */
  number: z.optional(EventNumber),
});
export type ExportPosition = z.infer<typeof ExportPosition>;

const Count = z.int().check(z.nonnegative());

/** One file of an export. */
export const ExportFile = z.strictObject({
  /** Such as `part-00000.parquet`. */
  name: z.string(),
  rows: Count,
  bytes: Count,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** A part as it was written: what is in it, and where the next one begins; nowhere when it is the last. */
export const ExportPart = z.extend(ExportFile, { next: z.optional(ExportPosition) });
export type ExportPart = z.infer<typeof ExportPart>;

/** An export as it is kept: who asked for what and when, and how far it has come. */
export const KeptExport = z.strictObject({
  ...ExportRequest.shape,
  personalData: PersonalDataShown,
  exportId: ExportId,
  timeZone: z.string(),
  /** Where its files stand. */
  folder: z.string(),
  /** `schedule` for the daily ones. */
  requestedBy: z.union([AgentId, z.literal('schedule')]),
  requestedAt: IsoTime,
  state: ExportState,
  /** Counts every step; the message of a step names it. */
  version: z.int().check(z.positive()),
  /** Absent once every row is out. */
  position: z.optional(ExportPosition),
  parts: Count,
  rows: Count,
  bytes: Count,
  /** How often the step at hand has failed. */
  tries: Count,
  /** Why it has failed. */
  reason: z.optional(z.string()),
  updatedAt: IsoTime,
});
export type KeptExport = z.infer<typeof KeptExport>;

/** The work of an export: its next step, or the beginning of the daily ones. */
export const ExportWork = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), exportId: ExportId, version: z.int().check(z.positive()) }),
  z.strictObject({ kind: z.literal('daily') }),
]);
export type ExportWork = z.infer<typeof ExportWork>;

/** What a column holds; a time is UTC with milliseconds, json is a document as text. */
export const ColumnKind = z.enum(['text', 'integer', 'number', 'boolean', 'time', 'json']);
export type ColumnKind = z.infer<typeof ColumnKind>;

/** The last file of an export: what the others hold, so that whoever has it knows that nothing is missing. */
export const ExportManifest = z.strictObject({
  schemaVersion: z.literal(1),
  exportId: ExportId,
  what: ExportWhat,
  format: ExportFormat,
  personalData: PersonalDataShown,
  from: Day,
  to: Day,
  timeZone: z.string(),
  requestedBy: z.string(),
  requestedAt: IsoTime,
  rows: Count,
  /** Why there are no rows. */
  note: z.optional(z.string()),
  columns: z.array(z.strictObject({ name: z.string(), kind: ColumnKind, says: z.string() })),
  parts: z.array(ExportFile),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
