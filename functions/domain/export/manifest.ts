import type { ExportFile, ExportManifest, KeptExport } from '../../../schemas/export.ts';
import { columnsOf } from './columns.ts';

/** Why an export has no rows. */
export const NO_TICKETS = 'no tickets with facts were opened on these days: the file has no rows';

/** What the files of an export hold. It says nothing of when it was made, so that it can be made again. */
export function manifestOf(kept: KeptExport, parts: ExportFile[]): ExportManifest {
  const { exportId, what, format, personalData, from, to, timeZone, requestedBy, requestedAt, rows } = kept;
  return {
    schemaVersion: 1,
    exportId,
    what,
    format,
    personalData,
    from,
    to,
    timeZone,
    requestedBy,
    requestedAt,
    rows,
    ...(rows === 0 && { note: NO_TICKETS }),
    columns: columnsOf[what].map(({ name, kind, says }) => ({ name, kind, says })),
    parts,
  };
}
