import type { ExportFile, ExportPart, KeptExport } from '../../schemas/export.ts';
import type { Page } from './platform.ts';

/** Exports: who asked for what, how far each has come, and the files it has made. */
export interface Exports {
  /** Keeps a new one; the one that is there already when the id is known. */
  create(kept: KeptExport): Promise<KeptExport>;
  find(exportId: string): Promise<KeptExport | undefined>;
  list(): Promise<KeptExport[]>;
  /** Puts it in the place of the version before. @throws VersionConflictError when that is another one by now */
  save(kept: KeptExport): Promise<void>;
  putPart(kept: KeptExport, file: ExportFile): Promise<void>;
  listParts(exportId: string, limit: number, cursor?: string): Promise<Page<ExportFile>>;
}

/** Where exports stand. */
export interface Files {
  /** Writes a file that nobody has written yet, with a note beside it; the note of the one that stands there already. */
  putOnce(path: string, bytes: Uint8Array<ArrayBuffer>, note: ExportPart): Promise<ExportPart>;
  /** An address that anybody may read the file from, for so many seconds. */
  linkTo(path: string, seconds: number, now: Date): Promise<string>;
}
