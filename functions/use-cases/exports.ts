import type { KeptExport } from '../../schemas/export.ts';
import type { ExportReceipt, ExportView, exportsApi, ExportWithFiles } from '../../schemas/exports-api.ts';
import {
  CommandReusedError,
  ForbiddenError,
  IllegalTransitionError,
  NotFoundError,
  VersionConflictError,
} from '../domain/errors.ts';
import { NO_TICKETS } from '../domain/export/manifest.ts';
import { daysDone, exportFrom, exportIdOf, isOf, MANIFEST } from '../domain/export/plan.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import type { Files } from './exports-kept.ts';
import type { Platform, Uses } from './platform.ts';

/** How long a link to a file works. */
const LINK_SECONDS = 900;
const LISTED = 50;
const TRIES = 5;

type Needs = Uses<{ exports: 'create' | 'find' | 'list' | 'save' | 'listParts' }> &
  Pick<Platform, 'sendExportWork' | 'now' | 'log'> & { files: Pick<Files, 'linkTo'>; timeZone: string };

/** Rows of tickets, messages and events as files. */
export const exports = ({
  exports: store,
  files,
  sendExportWork,
  timeZone,
  now,
  log,
}: Needs): Answers<typeof exportsApi, Caller> => {
  return {
    async startExport({ commandId, ...request }, { agentId, roles }) {
      if (request.personalData === 'whole' && !roles.includes('clearance'))
        throw new ForbiddenError('personalData: whole is for those with the role clearance');
      const exportId = exportIdOf(agentId, commandId);
      // A repeat is answered as the first time, also when its days could no longer be asked for.
      const known = await store.find(exportId);
      if (known && !isOf(known, request)) throw new CommandReusedError();
      const asked = { exportId, requestedBy: agentId, folder: `exports/${exportId}`, timeZone, now: now() };
      const kept = known ?? (await store.create(exportFrom(request, asked)));
      if (!isOf(kept, request)) throw new CommandReusedError();
      if (kept.version === 1) await sendExportWork([{ kind: 'step', exportId, version: 1 }]);
      const { what, format, from, to, personalData } = kept;
      log('info', 'export asked for', { exportId, agentId, what, format, from, to, personalData });
      return receiptOf(kept);
    },

    async listExports() {
      const all = await store.list();
      const newest = all.toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1)).slice(0, LISTED);
      return { rows: newest.map(viewOf) };
    },

    async getExport({ exportId, limit, cursor }, { agentId, roles }): Promise<ExportWithFiles> {
      const kept = await required(exportId);
      if (kept.state !== 'done') return { ...viewOf(kept), files: [] };
      // Who may not ask for every word may not fetch them either.
      if (kept.personalData === 'whole' && !roles.includes('clearance'))
        throw new ForbiddenError(
          'this export holds every word: its files are for those with the role clearance',
        );
      const page = await store.listParts(exportId, limit, cursor);
      const linked = await Promise.all(
        page.rows.map(async (file) => ({ ...file, url: await linkTo(kept, file.name) })),
      );
      log('info', 'links to an export', { exportId, agentId, files: linked.length });
      return {
        ...viewOf(kept),
        files: linked,
        ...(page.cursor !== undefined && { cursor: page.cursor }),
        manifestUrl: await linkTo(kept, MANIFEST),
      };
    },

    async cancelExport({ exportId }, { agentId }) {
      for (let tries = 1; ; tries += 1) {
        const kept = await required(exportId);
        if (kept.state === 'cancelled') return { exportId, state: 'cancelled' };
        if (kept.state !== 'running')
          throw new IllegalTransitionError('cancel the export', `it is ${kept.state}`);
        try {
          const updatedAt = now().toISOString();
          await store.save({ ...kept, state: 'cancelled', version: kept.version + 1, updatedAt });
          log('info', 'export cancelled', { exportId, agentId });
          return { exportId, state: 'cancelled' };
        } catch (error) {
          // It has just gone a step further.
          if (!(error instanceof VersionConflictError) || tries >= TRIES) throw error;
        }
      }
    },
  };

  async function required(exportId: string): Promise<KeptExport> {
    const kept = await store.find(exportId);
    if (!kept) throw new NotFoundError('export');
    return kept;
  }

  function linkTo({ folder }: KeptExport, name: string): Promise<string> {
    return files.linkTo(`${folder}/${name}`, LINK_SECONDS, now());
  }
};

function receiptOf(kept: KeptExport): ExportReceipt {
  const { exportId, what, format, personalData, from, to, timeZone, requestedBy, requestedAt } = kept;
  return { exportId, what, format, personalData, from, to, timeZone, requestedBy, requestedAt };
}

function viewOf(kept: KeptExport): ExportView {
  const { state, parts, rows, bytes, reason } = kept;
  return {
    ...receiptOf(kept),
    state,
    days: daysDone(kept),
    parts,
    rows,
    bytes,
    ...(reason !== undefined && { reason }),
    ...(state === 'done' && rows === 0 && { note: NO_TICKETS }),
  };
}
