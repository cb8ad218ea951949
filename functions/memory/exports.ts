import type { ExportFile, ExportPart, KeptExport } from '../../schemas/export.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { exportFileKey, exportFilesPartition } from '../stores/keys.ts';
import type { Exports, Files } from '../use-cases/exports-kept.ts';
import { frozen } from './frozen.ts';
import { pageOf, Partitions, SortedRows } from './rows.ts';

/** Exports and what their files hold. */
export function memoryExports(): Exports {
  const exports = new SortedRows<KeptExport>();
  const parts = new Partitions<ExportFile>();
  return {
    async create(kept) {
      const known = exports.get(kept.exportId);
      if (!known) exports.set(kept.exportId, frozen({ ...kept }));
      return known ?? kept;
    },
    async find(exportId) {
      return exports.get(exportId);
    },
    async list() {
      return exports.all();
    },
    async save(kept) {
      if (exports.get(kept.exportId)?.version !== kept.version - 1) throw new VersionConflictError();
      exports.set(kept.exportId, frozen({ ...kept }));
    },
    async putPart({ exportId }, { name, rows, bytes, sha256 }) {
      parts.set(exportFileKey(exportId, name), { name, rows, bytes, sha256 });
    },
    async listParts(exportId, limit, cursor) {
      const partition = exportFilesPartition(exportId);
      return pageOf({ rows: parts.of(partition), partition, names: ['pk', 'sk'] }, limit, cursor);
    },
  };
}

export interface MemoryFiles extends Files {
  /** The bytes that stand at a path. */
  read(path: string): Uint8Array | undefined;
  /** Every path, in order. */
  paths(): string[];
}

/** Files, each written once; their links are documents in themselves. */
export function memoryFiles(): MemoryFiles {
  const files = new Map<string, { bytes: Uint8Array; note: ExportPart }>();
  return {
    async putOnce(path, bytes, note) {
      const known = files.get(path);
      if (!known) files.set(path, { bytes: bytes.slice(), note: frozen({ ...note }) });
      return known?.note ?? note;
    },
    async linkTo(path) {
      const bytes = files.get(path)?.bytes ?? new Uint8Array();
      return `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;
    },
    read: (path) => files.get(path)?.bytes,
    paths: () => [...files.keys()].sort(),
  };
}
