import type { DailyFormat, ExportPart, ExportWork, KeptExport } from '../../schemas/export.ts';
import { bytesDigest } from '../domain/digest.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { fileOf } from '../domain/export/file.ts';
import { manifestOf } from '../domain/export/manifest.ts';
import { advanced, dailyExports, MANIFEST, nextPart } from '../domain/export/plan.ts';
import { gatherRows, type StepLimits, usualLimits } from './export-rows.ts';
import type { Files } from './exports-kept.ts';
import type { Platform, Uses } from './platform.ts';

/** A step that has failed this often ends its export. */
const MOST_TRIES = 5;
/** Seconds until it is tried again, times the tries. */
const PAUSE_SECONDS = 30;

type Needs = Uses<{
  exports: 'create' | 'find' | 'save' | 'putPart' | 'listParts';
  tickets: 'find' | 'listEvents';
  insights: 'listFactsAfter';
}> &
  Pick<Platform, 'sendExportWork' | 'now' | 'log'> & {
    files: Pick<Files, 'putOnce'>;
    timeZone: string;
    dailyFormat: DailyFormat;
  };

/**
 * Does one step of an export, or begins the daily ones. A step writes at most one part, under a name that follows from its position and
 * only if nobody has written it yet; then it moves the position on, if nobody else has; then it sends the next step. So a step that
 * comes again, late, or beside itself makes the very same parts.
 */
export const exportWork = (platform: Needs, limits: StepLimits = usualLimits) => {
  const { exports, files, sendExportWork, timeZone, dailyFormat, now, log } = platform;
  const gather = gatherRows(platform, limits);

  return async (work: ExportWork): Promise<void> => {
    if (work.kind === 'daily') await beginDaily();
    else await step(work);
  };

  async function beginDaily(): Promise<void> {
    for (const wanted of dailyExports(dailyFormat, timeZone, now())) {
      const { exportId, version, state } = await exports.create(wanted);
      // One that waits for its next step gets another: who comes second changes nothing.
      if (state === 'running') await send(exportId, version);
    }
  }

  async function step({ exportId, version }: { exportId: string; version: number }): Promise<void> {
    const kept = await exports.find(exportId);
    if (kept?.state !== 'running') return;
    if (kept.version !== version) {
      // Whoever moved it on may have crashed before the next step was sent.
      if (kept.version === version + 1) await send(exportId, kept.version);
      return;
    }
    let after: KeptExport;
    try {
      after = kept.position ? await writePart(kept, kept.position) : await finish(kept);
    } catch (error) {
      after = failed(kept, error);
    }
    try {
      await exports.save(after);
    } catch (error) {
      // Somebody else goes on with it, or has cancelled it.
      if (error instanceof VersionConflictError) return;
      throw error;
    }
    const { state, tries, parts, rows } = after;
    log(tries > 0 ? 'warn' : 'info', 'step of an export', { exportId, version, state, tries, parts, rows });
    if (state === 'running') await send(exportId, after.version, tries * PAUSE_SECONDS);
  }

  async function writePart(kept: KeptExport, position: NonNullable<KeptExport['position']>) {
    const { rows, next } = await gather(kept, position);
    // An export of nothing is a file without rows; a step that found nothing more is none.
    const empty = rows.length === 0 && (next !== undefined || kept.parts > 0);
    if (empty) return advanced(kept, { part: undefined, next }, now());
    const { what, format, folder, timeZone: zone } = kept;
    const name = nextPart(kept);
    const bytes = fileOf(format, { what, rows, timeZone: zone });
    const made: ExportPart = {
      name,
      rows: rows.length,
      bytes: bytes.length,
      sha256: bytesDigest(bytes),
      ...(next && { next }),
    };
    // What stands there counts, also where a history has grown since: its rows end where its note says.
    const part = await files.putOnce(`${folder}/${name}`, bytes, made);
    await exports.putPart(kept, part);
    return advanced(kept, { part, next: part.next }, now());
  }

  async function finish(kept: KeptExport): Promise<KeptExport> {
    const parts = [];
    let cursor: string | undefined;
    do {
      const page = await exports.listParts(kept.exportId, 100, cursor);
      parts.push(...page.rows);
      cursor = page.cursor;
    } while (cursor !== undefined);
    const bytes = new TextEncoder().encode(`${JSON.stringify(manifestOf(kept, parts), undefined, 2)}\n`);
    const note = { name: MANIFEST, rows: kept.rows, bytes: bytes.length, sha256: bytesDigest(bytes) };
    await files.putOnce(`${kept.folder}/${MANIFEST}`, bytes, note);
    return { ...advanced(kept, { part: undefined, next: undefined }, now()), state: 'done' };
  }

  function failed(kept: KeptExport, error: unknown): KeptExport {
    const tries = kept.tries + 1;
    // The name alone: what an error says may be what a customer wrote.
    const name = error instanceof Error ? error.name : 'Error';
    const ends = tries >= MOST_TRIES;
    return {
      ...kept,
      version: kept.version + 1,
      tries,
      updatedAt: now().toISOString(),
      ...(ends && { state: 'failed' as const, reason: `part ${kept.parts} could not be made: ${name}` }),
    };
  }

  function send(exportId: string, version: number, delaySeconds = 0): Promise<void> {
    return sendExportWork([{ kind: 'step', exportId, version }], delaySeconds);
  }
};
