import { beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../functions/domain/export/columns.ts';
import { MANIFEST } from '../../functions/domain/export/plan.ts';
import { seal } from '../../functions/domain/seal.ts';
import { type CrashPoint, Faults } from '../../functions/memory/faults.ts';
import { memoryExports, memoryFiles } from '../../functions/memory/exports.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { type StepLimits, usualLimits } from '../../functions/use-cases/export-rows.ts';
import { exportWork } from '../../functions/use-cases/export-work.ts';
import { exports as exportsOf } from '../../functions/use-cases/exports.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { type ExportFormat, ExportManifest, ExportWhat, type ExportWork } from '../../schemas/export.ts';
import { aCaller, at } from '../support/builders.ts';
import { anEvening, cellsIn, phone } from '../support/exports.ts';

const timeZone = 'Asia/Shanghai';
const supervisor = aCaller({ agentId: 'lin', roles: ['supervisor'] });
const cleared = aCaller({ agentId: 'lin', roles: ['supervisor', 'clearance'] });
/** The evening is of 2026-11-21; it is looked at a day later. */
const later = at(86_400);
const small: StepLimits = { rows: 5, bytes: 1e9, time: 1e9, tickets: 2, events: 4 };

type Evening = Awaited<ReturnType<typeof anEvening>>;

/** The exports of a platform, worked off by hand: whoever asks decides what becomes of each message. */
function exporting({ platform }: Evening['whole'], limits = small, now: Platform['now'] = () => later) {
  const files = memoryFiles();
  const store = memoryExports();
  const sent: ExportWork[] = [];
  const sendExportWork = async (work: readonly ExportWork[]) => void sent.push(...work);
  const parts = { ...platform, files, exports: store, sendExportWork, timeZone, now };
  const work = exportWork({ ...parts, dailyFormat: 'parquet' }, limits);
  const drain = async (do_ = work): Promise<void> => {
    for (let message = sent.shift(); message; message = sent.shift()) await do_(message);
  };
  return { files, store, sent, work, drain, parts, api: exportsOf(parts) };
}

const aDay = { from: '2026-11-21', to: '2026-11-21', personalData: 'masked' } as const;
let commands = 0;
const commandId = () => `command-${String((commands += 1)).padStart(4, '0')}`;

/** Every file of a folder, by its name. */
function filesIn({ files }: ReturnType<typeof exporting>, exportId: string) {
  const folder = `exports/${exportId}/`;
  return new Map(
    files
      .paths()
      .filter((path) => path.startsWith(folder))
      .map((path) => [path.slice(folder.length), files.read(path) ?? new Uint8Array()] as const),
  );
}

describe('an export of an evening', () => {
  let evening: Evening;
  beforeAll(async () => {
    evening = await anEvening(14);
  });

  const run = async (what: ExportWhat, format: ExportFormat, caller = supervisor, limits = small) => {
    const exporter = exporting(evening.whole, limits);
    const personalData = caller === cleared ? ('whole' as const) : ('masked' as const);
    const asked = { ...aDay, what, format, personalData, commandId: commandId() };
    const { exportId } = await exporter.api.startExport(asked, caller);
    await exporter.drain();
    const view = await exporter.api.getExport({ exportId, limit: 100 }, caller);
    for (let { cursor } = view; cursor !== undefined;) {
      const page = await exporter.api.getExport({ exportId, limit: 100, cursor }, caller);
      view.files.push(...page.files);
      cursor = page.cursor;
    }
    const all = filesIn(exporter, exportId);
    const cells = [];
    for (const { name } of view.files)
      cells.push(...(await cellsIn(format, columnsOf[what], new Uint8Array(all.get(name) ?? []))));
    return { view, cells, files: all, exporter };
  };

  it('has every ticket that was settled or asked for a person, once', async () => {
    const { platform } = evening.whole;
    const expected: string[] = [];
    for (const id of evening.ids) {
      const { ticket, events } = await platform.tickets.get(id, 0);
      const settled = ticket.status === 'resolved' || ticket.status === 'closed';
      if (settled || events.some(({ type }) => type === 'TicketQueued')) expected.push(id);
    }

    const { cells, view } = await run('tickets', 'csv');

    expect(expected).toHaveLength(evening.ids.length);
    expect(cells.map((row) => String(row['ticket_id'])).sort()).toEqual(expected.sort());
    expect(view).toMatchObject({ state: 'done', days: { done: 1, total: 1 }, rows: expected.length });
    expect(view.files.length).toBeGreaterThan(1);
  });

  it.each(ExportWhat.options)('of %s says the same in every format', async (what) => {
    const [csv, parquet, lines] = await Promise.all([
      run(what, 'csv'),
      run(what, 'parquet'),
      run(what, 'jsonl'),
    ]);

    expect(csv.cells.length).toBeGreaterThan(10);
    expect(parquet.cells).toEqual(csv.cells);
    if (what !== 'events') expect(lines.cells).toEqual(csv.cells);
    else expect(lines.cells.map(({ hash }) => hash)).toEqual(csv.cells.map(({ hash }) => hash));
  });

  it('has every event of every history, whole for those with clearance, and its chain holds', async () => {
    const { files } = await run('events', 'jsonl', cleared);
    const text = [...files]
      .filter(([name]) => name !== MANIFEST)
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('');
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => TicketEvent.parse(JSON.parse(line)));

    for (const id of evening.ids) {
      const mine = events.filter(({ ticketId }) => ticketId === id);
      expect(mine).toEqual((await evening.whole.platform.tickets.get(id, 0)).events);
      let hash = '0'.repeat(64);
      for (const event of mine) expect((hash = seal(hash, event))).toBe(event.hash);
    }
    expect(events.length).toBe(new Set(events.map(({ ticketId, number }) => `${ticketId} ${number}`)).size);
    expect(text).toContain(phone);
  });

  it.each(ExportWhat.options)('of %s shows no personal data unless it was asked for', async (what) => {
    const { files } = await run(what, 'jsonl');

    const text = [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
    expect(text).toContain('138****5678');
    expect(text).not.toContain(phone);
  });

  it('ends with a manifest that says what every file holds', async () => {
    const { view, files } = await run('messages', 'csv');
    const manifest = ExportManifest.parse(
      JSON.parse(new TextDecoder().decode(files.get(MANIFEST) ?? new Uint8Array())),
    );

    expect(manifest).toMatchObject({ what: 'messages', timeZone, from: '2026-11-21', requestedBy: 'lin' });
    expect(manifest.parts).toEqual(view.files.map(({ url: _, ...file }) => file));
    expect(manifest.parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(view.rows);
    expect([...files.keys()].sort()).toEqual([MANIFEST, ...manifest.parts.map(({ name }) => name)].sort());
  });

  it('has the same rows however small its parts are', async () => {
    const [few, many] = await Promise.all([
      run('events', 'csv', supervisor, usualLimits),
      run('events', 'csv', supervisor, { ...small, rows: 1, events: 1, tickets: 1 }),
    ]);

    expect(few.view.parts).toBe(1);
    expect(many.view.parts).toBe(many.view.rows);
    expect(many.cells).toEqual(few.cells);
  });

  it('is cut where time or bytes run out, and misses nothing', async () => {
    let ms = 0;
    const slow = exporting(
      evening.whole,
      { ...usualLimits, tickets: 2, time: 20, bytes: 3000 },
      () => new Date(later.getTime() + (ms += 1)),
    );
    const asked = { ...aDay, what: 'tickets', format: 'jsonl', commandId: commandId() } as const;
    const { exportId } = await slow.api.startExport(asked, supervisor);
    await slow.drain();

    const view = await slow.api.getExport({ exportId, limit: 100 }, supervisor);

    expect(view).toMatchObject({ state: 'done', rows: evening.ids.length });
    expect(view.parts).toBeGreaterThan(1);
  });

  it('is complete and without doubles after a crash at any call', async () => {
    const asked = { ...aDay, what: 'events', format: 'csv', commandId: 'command-crash' } as const;
    const limits = { ...small, rows: 25, tickets: 4 };
    /** The whole export on a platform whose process ends at this call; a message whose work fails comes again. */
    const played = async (point?: CrashPoint) => {
      const exporter = exporting(evening.whole, limits);
      const { parts, sent, store } = exporter;
      const faults = new Faults({ seed: 1, clock: evening.whole.clock });
      const work = exportWork(
        {
          ...parts,
          exports: faults.over('exports', parts.exports),
          files: faults.over('files', parts.files),
          tickets: faults.over('tickets', parts.tickets),
          insights: faults.over('insights', parts.insights),
          sendExportWork: (all) => faults.around('send', () => parts.sendExportWork(all)),
          dailyFormat: 'none',
        },
        limits,
      );
      const { exportId } = await exporter.api.startExport(asked, supervisor);
      const trace: string[] = [];
      if (!point) faults.trace = trace;
      faults.crashAt(point);
      for (let message = sent.shift(); message; message = sent.shift()) {
        const again = message;
        await faults.invoke(() => work(again)).catch(() => sent.push(again));
      }
      return { files: filesIn(exporter, exportId), trace, kept: await store.find(exportId) };
    };
    const { files: expected, trace } = await played();
    expect(expected.size).toBeGreaterThan(3);
    // Every call but those that look for tickets in a quarter: of these, most of which find none, every tenth.
    const calls = trace.flatMap((name, at) =>
      name !== 'insights.listFactsAfter' || at % 10 === 0 ? [at + 1] : [],
    );
    expect(calls.length).toBeGreaterThan(60);

    for (const call of calls) {
      for (const when of ['before', 'after'] as const) {
        const { files, kept } = await played({ call, when });

        expect(files, `crash ${when} call ${call}`).toEqual(expected);
        expect(kept?.state).toBe('done');
      }
    }
  }, 120_000);

  it('is the same when every message comes twice, late and at once, and histories grow meanwhile', async () => {
    const exporter = exporting(evening.whole);
    const asked = { ...aDay, what: 'events', format: 'jsonl', commandId: commandId() } as const;
    const { exportId } = await exporter.api.startExport(asked, supervisor);
    const old: ExportWork[] = [];
    const random = seededRandom(3);
    for (let steps = 0; exporter.sent.length > 0; steps += 1) {
      const messages = exporter.sent.splice(0);
      old.push(...messages);
      const late = old[Math.floor(random() * old.length)];
      await Promise.all([...messages, ...messages.slice(0, 1), ...(late ? [late] : [])].map(exporter.work));
      expect(steps).toBeLessThan(400);
    }

    const { files, view } = {
      files: filesIn(exporter, exportId),
      view: await exporter.api.getExport({ exportId, limit: 100 }, supervisor),
    };

    const { files: expected } = await run('events', 'jsonl');
    expect(view.state).toBe('done');
    const texts = (all: Map<string, Uint8Array>) =>
      [...all].filter(([name]) => name !== MANIFEST).map(([, bytes]) => new TextDecoder().decode(bytes));
    expect(texts(files)).toEqual(texts(expected));
  });
});
