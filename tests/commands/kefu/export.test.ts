import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importFolder } from '../../../commands/kefu/import.ts';
import { runKefu } from '../../../commands/kefu/run.ts';
import { memoryExports, memoryFiles } from '../../../functions/memory/exports.ts';
import { exportWork } from '../../../functions/use-cases/export-work.ts';
import { exports as exportsOf } from '../../../functions/use-cases/exports.ts';
import { toApiError } from '../../../functions/runtime/errors.ts';
import type { ExportWork } from '../../../schemas/export.ts';
import { ExportRequest } from '../../../schemas/export.ts';
import { helped, settled } from '../../support/past.ts';
import { aCaller, at } from '../../support/builders.ts';
import { aMemoryPlatform, aProfile } from '../../support/memory.ts';

const timeZone = 'Asia/Shanghai';
const caller = aCaller({ agentId: 'ada', roles: ['admin', 'clearance'] });
const now = () => at(4 * 86_400);
const days = ['--from', '2026-11-21', '--through', '2026-11-21'];

/** A platform on which people were helped, and everything is closed but the last ticket. */
async function aPast() {
  const whole = aMemoryPlatform({ seed: 9 });
  whole.start();
  await whole.desk.putAgent({ agentId: 'mei', ...aProfile({ capacity: 20 }) }, aCaller());
  for (const number of [0, 1, 2, 3, 4]) {
    const customerId = `customer-${number}`;
    const ticketId = await helped(whole, customerId, `好了，电话 1381234567${number}`);
    if (number < 4) await settled(whole, customerId, ticketId);
  }
  return whole;
}

/** The API of exports and the bucket behind its links, over HTTP; `cut` breaks so many downloads off in the middle. */
async function served(whole: ReturnType<typeof aMemoryPlatform>) {
  const state = { cut: 0, spoilt: 0, downloads: [] as string[] };
  const kept = memoryFiles();
  const waiting: ExportWork[] = [];
  let address = '';
  const files = { ...kept, linkTo: async (path: string) => `${address}/files/${path}` };
  const sendExportWork = async (work: readonly ExportWork[]) => void waiting.push(...work);
  const parts = { ...whole.platform, exports: memoryExports(), files, sendExportWork, timeZone, now };
  const api = exportsOf(parts);
  const work = exportWork(
    { ...parts, dailyFormat: 'none' },
    { rows: 12, bytes: 1e9, time: 1e9, tickets: 2, events: 8 },
  );
  const answer = async (method: string, url: URL, body: string): Promise<unknown> => {
    if (method === 'POST') {
      const { commandId, ...asked } = JSON.parse(body) as { commandId: string };
      const receipt = await api.startExport({ commandId, ...ExportRequest.parse(asked) }, caller);
      for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
      return receipt;
    }
    const [exportId = ''] = url.pathname.split('/').slice(-1);
    const cursor = url.searchParams.get('cursor') ?? undefined;
    return api.getExport({ exportId, limit: 3, cursor }, caller);
  };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (url.pathname.startsWith('/files/')) {
      const bytes = kept.read(url.pathname.slice('/files/'.length)) ?? new Uint8Array();
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      state.downloads.push(`${url.pathname.split('/').at(-1)} from ${from}`);
      const rest = bytes.slice(from);
      if (state.spoilt > 0 && (state.spoilt -= 1) >= 0) rest.fill(7);
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
      const breaks = state.cut > 0 && rest.length > 10;
      if (!breaks) return void response.end(rest);
      state.cut -= 1;
      response.write(rest.slice(0, rest.length >> 1), () => response.destroy());
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(request.method ?? '', url, Buffer.concat(chunks).toString()).then(
        (said) => response.end(JSON.stringify(said)),
        (error: unknown) => {
          response.statusCode = 400;
          response.end(JSON.stringify(toApiError(error, 'request-1')));
        },
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const port = server.address();
  address = `http://127.0.0.1:${typeof port === 'object' && port ? port.port : 0}`;
  return { state, address, stop: () => server.close() };
}

let past: ReturnType<typeof aMemoryPlatform>;
let cloud: Awaited<ReturnType<typeof served>>;
let folder: string;
let said: string;
beforeAll(async () => {
  past = await aPast();
});
beforeEach(async () => {
  cloud = await served(past);
  folder = join(mkdtempSync(join(tmpdir(), 'kefu-export-')), 'past');
  vi.stubEnv('KEFU_TOKEN', 'token');
  said = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
});
afterEach(() => {
  cloud.stop();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const run = (...more: string[]) =>
  runKefu(['export', '--api', cloud.address, ...days, '--to', folder, ...more]);
const partsIn = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.startsWith('part-'))
    .map((name) => readFileSync(join(directory, name), 'utf8'));

describe('kefu export', () => {
  it('writes every file and the manifest into the folder', async () => {
    expect(await run('--json')).toBe(0);

    const { rows, parts } = JSON.parse(said) as { rows: number; parts: number };
    expect(parts).toBeGreaterThan(3);
    expect(partsIn(folder)).toHaveLength(parts);
    expect(partsIn(folder).join('').trimEnd().split('\n')).toHaveLength(rows);
    expect(existsSync(join(folder, '_manifest.json'))).toBe(true);
  });

  it('tries again what broke off', async () => {
    cloud.state.cut = 2;

    expect(await run()).toBe(0);

    expect(cloud.state.downloads.filter((it) => it.startsWith('part-00000'))).toHaveLength(3);
    expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false);
  });

  it('goes on where an earlier try has ended', async () => {
    await run();
    const file = join(folder, 'part-00000.jsonl');
    const whole = readFileSync(file);
    rmSync(file);
    writeFileSync(`${file}.part`, whole.subarray(0, 100));
    cloud.state.downloads.length = 0;

    expect(await run()).toBe(0);

    expect(cloud.state.downloads[0]).toBe('part-00000.jsonl from 100');
    expect(readFileSync(file)).toEqual(whole);
  });

  it('given again makes no other export and downloads only what is missing', async () => {
    await run();
    rmSync(join(folder, 'part-00001.jsonl'));
    cloud.state.downloads.length = 0;

    expect(await run()).toBe(0);

    expect(cloud.state.downloads).toEqual(['part-00001.jsonl from 0', '_manifest.json from 0']);
  });

  it('downloads a file again whose SHA-256 is wrong, and says so when it stays wrong', async () => {
    cloud.state.spoilt = 1;
    expect(await run()).toBe(0);

    rmSync(folder, { recursive: true });
    cloud.state.spoilt = 100;
    expect(await run()).toBe(1);
    expect(said).toMatch(/part-00000\.jsonl: its SHA-256 is another one than the manifest says, 5 times/);
  });

  it('keeps one export to a folder', async () => {
    await run();

    expect(await run('--what', 'tickets')).toBe(1);
    expect(said).toMatch(/holds another export/);
  });

  it('says what the API refuses, by field and rule', async () => {
    const asked = ['export', '--api', cloud.address, '--from', '2016-11-21', '--through', '2026-11-20'];

    expect(await runKefu([...asked, '--to', folder])).toBe(1);
    expect(said).toMatch(/--through: a range has at most 400 days; this one has 3652/);
  });

  it('begins the folder anew when the API has refused, and asks again with the same id when nothing is known', async () => {
    const refused = ['export', '--api', cloud.address, '--from', '2016-11-21', '--through', '2026-11-20'];
    expect(await runKefu([...refused, '--to', folder])).toBe(1);
    expect(await run()).toBe(0);

    const commandId = () =>
      /"commandId": "(.*)"/.exec(readFileSync(join(folder, 'export.json'), 'utf8'))?.[1];
    rmSync(folder, { recursive: true });
    const { address } = cloud;
    cloud.stop();
    const asked = ['export', '--api', address, ...days, '--to', folder];
    expect(await runKefu(asked)).toBe(1);
    const first = commandId();
    expect(await runKefu(asked)).toBe(1);

    expect(first).toBeDefined();
    expect(commandId()).toBe(first);
    expect(said).toMatch(/cannot be reached: nobody listens there/);
  });

  it('wants a folder, not a file', async () => {
    writeFileSync(folder, '');

    expect(await run()).toBe(1);
    expect(said).toMatch(/--to: .*past: it is a file, not a folder/);
  });

  it.each([
    [['--format', 'xlsx'], /--format: must be one of csv, jsonl, parquet/],
    [['--api', 'nowhere'], /--api/],
    [['--from', 'yesterday'], /--from: must be YYYY-MM-DD/],
  ])('refuses %j', async (more, rule) => {
    expect(await run(...more)).toBe(2);
    expect(said).toMatch(rule);
  });

  it('wants to know who asks, and whom', async () => {
    vi.stubEnv('KEFU_TOKEN', '');
    expect(await run()).toBe(2);
    expect(await runKefu(['export', ...days, '--to', folder])).toBe(2);
    expect(said).toMatch(/--token: say who asks, here or in KEFU_TOKEN/);
    expect(said).toMatch(/--api: say where the API is, here or in KEFU_API/);
  });
});

describe('kefu import', () => {
  it('brings every closed history back, byte for byte, so that it is exported as before', async () => {
    await run('--whole');
    const empty = aMemoryPlatform();

    const imported = await importFolder(folder, empty.platform.tickets);

    expect(imported).toMatchObject({ restored: 4, known: 0, refused: [] });
    expect(imported.open).toHaveLength(1);
    await empty.pass(600);
    const before = partsIn(folder).join('');
    cloud.stop();
    cloud = await served(empty);
    folder = `${folder}-again`;
    expect(await run('--whole')).toBe(0);
    const closed = before.split('\n').filter((line) => !line.includes(imported.open[0] ?? '-'));
    expect(partsIn(folder).join('')).toBe(closed.join('\n'));
    expect(before).toContain('13812345670');
  });

  it('may be repeated', async () => {
    await run('--whole');
    const { tickets } = aMemoryPlatform().platform;
    await importFolder(folder, tickets);

    expect(await importFolder(folder, tickets)).toMatchObject({ restored: 0, known: 4, refused: [] });
  });

  it('names every history whose chain is broken, and brings the others back', async () => {
    await run('--whole');
    const manifest = join(folder, '_manifest.json');
    const [name = ''] = readdirSync(folder).filter((it) => it.startsWith('part-'));
    const { createHash } = await import('node:crypto');
    const text = readFileSync(join(folder, name), 'utf8');
    const spoilt = text.replace('转人工', '不找人');
    writeFileSync(join(folder, name), spoilt);
    const digest = (it: string) => createHash('sha256').update(it).digest('hex');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(digest(text), digest(spoilt)));

    const imported = await importFolder(folder, aMemoryPlatform().platform.tickets);

    expect(imported.refused).toEqual([
      expect.stringMatching(/^KF-[\w-]+: event \d+ is not as it was written/),
    ]);
    expect(imported.restored).toBe(3);
  });

  it('brings nothing back from files that are not as they were written', async () => {
    await run('--whole');
    const { tickets } = aMemoryPlatform().platform;
    writeFileSync(join(folder, 'part-00001.jsonl'), '{}\n');
    await expect(importFolder(folder, tickets)).rejects.toThrow(
      /part-00001.*another one than the manifest says/,
    );

    rmSync(join(folder, 'part-00001.jsonl'));
    await expect(importFolder(folder, tickets)).rejects.toThrow(/part-00001.jsonl: is missing/);
  });

  it('takes whole exports of events only', async () => {
    await run();

    await expect(importFolder(folder, aMemoryPlatform().platform.tickets)).rejects.toThrow(
      /an export of events, jsonl, masked: only events, jsonl, whole can be brought back/,
    );
  });

  it('wants a folder and a table', async () => {
    vi.stubEnv('TICKETS_TABLE', undefined);
    expect(await runKefu(['import'])).toBe(2);
    expect(await runKefu(['import', folder])).toBe(2);
    expect(said).toMatch(/the folder of an export is missing/);
    expect(said).toMatch(/--table is missing/);
  });
});
