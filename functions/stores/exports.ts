import { ExportFile, KeptExport } from '../../schemas/export.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { getItem, type Page, queryPage } from './dynamodb.ts';
import {
  afterVersion,
  inPartition,
  INSIGHTS_TABLE,
  putRow,
  removeAt,
  rowsOf,
  unlessThere,
} from './insights-table.ts';
import { exportFileKey, exportFilesPartition, exportKey, EXPORTS_PARTITION } from './keys.ts';

/** Keeps a new export; the one that is there already when its id is known. */
export async function create(kept: KeptExport): Promise<KeptExport> {
  if (await putRow(rowOf(kept), unlessThere)) return kept;
  return (await find(kept.exportId)) ?? kept;
}

export async function find(exportId: string): Promise<KeptExport | undefined> {
  const row = await getItem(INSIGHTS_TABLE, exportKey(exportId));
  return row && KeptExport.parse(row['export']);
}

/** Every export, in the order of their ids. */
export async function list(): Promise<KeptExport[]> {
  return (await rowsOf(EXPORTS_PARTITION)).map((row) => KeptExport.parse(row['export']));
}

/** Puts an export in the place of the version before. @throws VersionConflictError when that is another one by now */
export async function save(kept: KeptExport): Promise<void> {
  if (!(await putRow(rowOf(kept), afterVersion(kept.version)))) throw new VersionConflictError();
}

/** Keeps what a file holds; the same file is the same row. */
export async function putPart(kept: KeptExport, { name, rows, bytes, sha256 }: ExportFile): Promise<void> {
  await putRow({
    ...exportFileKey(kept.exportId, name),
    removeAt: removeAt(kept.requestedAt),
    file: { name, rows, bytes, sha256 },
  });
}

/** A page of an export's files, in their order. */
export async function listParts(exportId: string, limit: number, cursor?: string): Promise<Page<ExportFile>> {
  const page = await queryPage(inPartition(exportFilesPartition(exportId)), limit, cursor);
  return { ...page, rows: page.rows.map(({ file }) => ExportFile.parse(file)) };
}

function rowOf(kept: KeptExport) {
  const { exportId, version, requestedAt } = kept;
  return { ...exportKey(exportId), version, removeAt: removeAt(requestedAt), export: kept };
}
