import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { canonicalJson } from '../../functions/domain/digest.ts';
import { MANIFEST } from '../../functions/domain/export/plan.ts';
import { ApiFailure } from '../../local/api-client.ts';
import { ExportRequest } from '../../schemas/export.ts';
import { ExportReceipt, ExportWithFiles } from '../../schemas/exports-api.ts';
import { CommandId } from '../../schemas/ids.ts';
import { progressBar } from '../simulation/progress.ts';
import { apiOf } from './api.ts';
import { command, CommandError } from './command.ts';
import { download } from './download.ts';
import { withFile } from './files.ts';
import { readJson } from './input.ts';

const POLL_MS = 2000;
/** In the folder: what was asked for, so that the same command goes on with it. */
const ASKED = 'export.json';

/** What the API's fields are called here. */
const NAMES = {
  what: '--what',
  format: '--format',
  from: '--from',
  to: '--through',
  personalData: '--whole',
};

const { what, format, from, to: through } = ExportRequest.shape;
const Options = z.strictObject({
  api: z.optional(z.string()),
  token: z.optional(z.string()),
  what: z._default(what, 'events'),
  format: z._default(format, 'jsonl'),
  from,
  through,
  whole: z._default(z.boolean(), false),
  to: z.string(),
  json: z._default(z.boolean(), false),
});

const Asked = z.strictObject({ api: z.string(), commandId: CommandId, request: ExportRequest });

/** Rows of tickets, messages or events, as files on this machine. */
export const exportFiles = command({
  name: 'export',
  summary: 'tickets, messages or events of some days, as files',
  about: `Asks the API for an export, waits until it is made, and downloads its files and their manifest into a folder. What breaks off is gone
on with by the same command: the export is not made again, what is there is not downloaded again. Every file is held to its SHA-256.
Supervisors and administrators may. docs/export.md says what the columns are.`,
  options: {
    api: { value: 'URL', says: 'where the API is                          [KEFU_API]' },
    token: { value: 'TOKEN', says: 'ID token of who asks                      [KEFU_TOKEN]' },
    what: { value: 'WHAT', says: 'tickets, messages or events               [events]' },
    format: { value: 'FORMAT', says: 'csv, jsonl or parquet                     [jsonl]' },
    from: { value: 'DAY', says: 'first day on which tickets were opened, such as 2026-11-01' },
    through: { value: 'DAY', says: 'last day; it must be over' },
    whole: { says: 'with personal data and held words, for those with clearance; kefu import needs it' },
    to: { value: 'DIR', says: 'folder for the files' },
    json: { says: 'one line of JSON, and nothing else' },
  },
  examples: [
    '--api https://… --from 2026-11-01 --through 2026-11-07 --to november',
    '--what tickets --format csv --from 2026-11-20 --through 2026-11-20 --to yesterday',
  ],
  Shape: Options,
  async run({ api = process.env['KEFU_API'], token, whole, to: folder, json, through: to, ...rest }) {
    const { url, ask } = apiOf({ api, token, names: NAMES });
    const request: ExportRequest = { ...rest, to, personalData: whole ? 'whole' : 'masked' };
    const { commandId, isNew } = askedBefore(folder, { api: url, request });
    const asked = ask(ExportReceipt, 'POST', '/v1/exports', { commandId, ...request });
    const { exportId } = await asked.catch((error: unknown) => {
      if (isRefusal(error, isNew)) rmSync(join(folder, ASKED));
      throw error;
    });
    const path = (cursor?: string) =>
      `/v1/exports/${exportId}?limit=25${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const look = (cursor?: string) => ask(ExportWithFiles, 'GET', path(cursor));

    const done = await madeBy(look);
    await fetchFiles(look, done, folder);
    const { state, rows, parts, bytes, note } = done;
    stdout.write(
      json
        ? `${JSON.stringify({ exportId, state, rows, parts, bytes, folder, ...(note && { note }) })}\n`
        : `${rows} rows in ${parts} files, ${bytes} bytes, in ${folder}${note ? `\n${note}` : ''}\n`,
    );
  },
});

type Look = (cursor?: string) => Promise<ExportWithFiles>;

/** What the folder was begun with; a new folder is begun. @throws CommandError when it holds another export */
function askedBefore(folder: string, { api, request }: Omit<z.infer<typeof Asked>, 'commandId'>) {
  const file = join(folder, ASKED);
  if (existsSync(file)) {
    const before = readJson(Asked, file);
    if (canonicalJson([before.api, before.request]) !== canonicalJson([api, request]))
      throw new CommandError(`${folder} holds another export, as ${file} says: name another folder`);
    return { ...before, isNew: false };
  }
  const asked = { api, request, commandId: randomUUID() };
  withFile(`--to: ${folder}`, () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${JSON.stringify(asked, undefined, 2)}\n`);
  });
  return { ...asked, isNew: true };
}

/**
 * Whether the folder may be begun anew: nothing was ever made under its id. It is written before the API is asked, so that a crash between
 * the two finds the same id again; an id that an earlier run may have had accepted is given up only for a request that breaks the contract.
 */
function isRefusal(error: unknown, isNew: boolean): boolean {
  const cause = error instanceof CommandError ? error.cause : undefined;
  if (!(cause instanceof ApiFailure)) return false;
  return cause.status === 400 || (isNew && cause.status > 400 && cause.status < 500);
}

/** The export once it is made. @throws CommandError when it never will be */
async function madeBy(look: Look): Promise<ExportWithFiles> {
  let bar: ReturnType<typeof progressBar> | undefined;
  for (;;) {
    const view = await look();
    bar ??= progressBar(view.days.total, 'days');
    bar.show(view.days.done);
    if (view.state !== 'running') bar.end();
    if (view.state === 'done') return view;
    if (view.state !== 'running')
      throw new CommandError(
        `the export is ${view.state}${view.reason === undefined ? '' : `: ${view.reason}`}`,
      );
    await pause(POLL_MS);
  }
}

async function fetchFiles(look: Look, first: ExportWithFiles, folder: string): Promise<void> {
  const bar = progressBar(first.bytes, 'bytes');
  let [page, cursor]: [ExportWithFiles, string | undefined] = [first, undefined];
  let [fetched, tries] = [0, 0];
  for (;;) {
    for (const file of page.files) {
      const link = async () => {
        tries += 1;
        // The first link is at hand; later ones are asked for, because it may be too old.
        const fresh = tries === 1 ? page : await look(cursor);
        return fresh.files.find(({ name }) => name === file.name)?.url ?? file.url;
      };
      tries = 0;
      await download(file, join(folder, file.name), link);
      bar.show((fetched += file.bytes));
    }
    cursor = page.cursor;
    if (cursor === undefined) break;
    page = await look(cursor);
  }
  bar.end();
  const manifest = await fetch((await look()).manifestUrl ?? '');
  if (!manifest.ok)
    throw new CommandError(`the manifest cannot be had: the server answers ${manifest.status}`);
  writeFileSync(join(folder, MANIFEST), await manifest.text());
}
