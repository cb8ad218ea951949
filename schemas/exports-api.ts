import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { CommandId } from './ids.ts';
import { ExportFile, ExportId, ExportRequest, ExportState, KeptExport } from './export.ts';
import { type Contract, pageQuery } from './operation.ts';

/** Every row may hold what customers wrote. */
const readers: readonly Role[] = ['supervisor', 'admin'];

const params = z.strictObject({ exportId: ExportId });
const Count = z.int().check(z.nonnegative());

/** An export as it was asked for: the same however far it has come. */
export const ExportReceipt = z.pick(KeptExport, {
  exportId: true,
  what: true,
  format: true,
  personalData: true,
  from: true,
  to: true,
  timeZone: true,
  requestedBy: true,
  requestedAt: true,
});
export type ExportReceipt = z.infer<typeof ExportReceipt>;

/** How far an export has come. */
export const ExportView = z.extend(ExportReceipt, {
  state: ExportState,
  /** Days whose tickets are out, of those asked for. */
  days: z.strictObject({ done: Count, total: Count }),
  parts: Count,
  rows: Count,
  bytes: Count,
  /** Why it has failed. */
  reason: z.optional(z.string()),
  /** Why there are no rows. */
  note: z.optional(z.string()),
});
export type ExportView = z.infer<typeof ExportView>;

/** A file, and where to get it for a quarter of an hour. */
export const LinkedFile = z.extend(ExportFile, { url: z.string() });
export type LinkedFile = z.infer<typeof LinkedFile>;

export const ExportWithFiles = z.extend(ExportView, {
  /** A page of the parts in their order, once it is done; `cursor` is absent on the last one. */
  files: z.array(LinkedFile),
  cursor: z.optional(z.string()),
  /** What all files hold, once it is done. */
  manifestUrl: z.optional(z.string()),
});
export type ExportWithFiles = z.infer<typeof ExportWithFiles>;

/** Rows of tickets, messages and events as files. */
export const exportsApi = {
  startExport: {
    method: 'POST',
    path: '/v1/exports',
    summary: 'Write the tickets, messages or events of some days to files; it goes on by itself',
    caller: 'desk',
    roles: readers,
    body: z.extend(ExportRequest, { commandId: CommandId }),
    response: ExportReceipt,
    status: 202,
  },
  listExports: {
    method: 'GET',
    path: '/v1/exports',
    summary: 'The newest exports: who asked for what, and how far each has come',
    caller: 'desk',
    roles: readers,
    response: z.strictObject({ rows: z.array(ExportView) }),
  },
  getExport: {
    method: 'GET',
    path: '/v1/exports/{exportId}',
    summary: 'How far an export has come, and its files once it is done',
    caller: 'desk',
    roles: readers,
    params,
    query: pageQuery,
    response: ExportWithFiles,
  },
  cancelExport: {
    method: 'POST',
    path: '/v1/exports/{exportId}/cancel',
    summary: 'End an export that still runs; what it has written is not handed out',
    caller: 'desk',
    roles: readers,
    params,
    response: z.strictObject({ exportId: ExportId, state: z.literal('cancelled') }),
  },
} as const satisfies Contract;
