import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { changeOf, type Draft } from '../functions/domain/change.ts';
import { lightModels } from '../functions/memory/light-models.ts';
import { VirtualClock } from '../functions/memory/clock.ts';
import { memoryPlatform } from '../functions/memory/whole.ts';
import { shippedSla } from '../functions/domain/shipped-sla.ts';
import { exportWork } from '../functions/use-cases/export-work.ts';
import { usualLimits } from '../functions/use-cases/export-rows.ts';
import { exports as exportsOf } from '../functions/use-cases/exports.ts';
import { defaultPolicy } from '../lib/default-policy.ts';
import { ExportFormat, type ExportWork } from '../schemas/export.ts';

const START = Date.parse('2026-11-20T16:00:00.000Z');
const MESSAGES_A_TICKET = 10;
const words = '我的订单三天了还没有发货，帮我看一下，物流一直没有更新，我很着急。';
const supervisor = { agentId: 'lin', name: 'Lin', roles: ['supervisor' as const] };

/** So many messages through the worker of exports, in every format: how fast, in what parts, and with how much memory. */
export async function benchExports(): Promise<void> {
  const messages = Number(process.argv[3] ?? 100_000);
  const { platform } = memoryPlatform({
    clock: new VirtualClock(new Date(START + 86_400_000)),
    seed: 1,
    policy: shippedSla(defaultPolicy),
    models: lightModels,
    over: (all) => ({ ...all, sendTimers: async () => undefined }),
  });
  for (let at = 0; at < messages / MESSAGES_A_TICKET; at += 1) await keepTicket(at);

  for (const format of ExportFormat.options) {
    const waiting: ExportWork[] = [];
    const sendExportWork = async (work: readonly ExportWork[]) => void waiting.push(...work);
    let most = 0;
    const parts: number[] = [];
    // Nothing is kept of a file but its size: memory is the worker's alone.
    const files = {
      ...platform.files,
      putOnce: async (
        _path: string,
        bytes: Uint8Array,
        note: Parameters<typeof platform.files.putOnce>[2],
      ) => {
        most = Math.max(most, memory() - before);
        if (note.name.startsWith('part')) parts.push(bytes.length);
        return note;
      },
    };
    const all = { ...platform, files, sendExportWork, timeZone: 'Asia/Shanghai' };
    const api = exportsOf(all);
    const work = exportWork({ ...all, dailyFormat: 'none' }, usualLimits);
    const before = memory();
    const started = performance.now();
    const day = { from: '2026-11-21', to: '2026-11-21', personalData: 'masked' } as const;
    const asked = { commandId: `bench-${format}`, what: 'messages', format, ...day } as const;
    const { exportId } = await api.startExport(asked, supervisor);
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
    const seconds = (performance.now() - started) / 1000;
    const { state, rows } = await api.getExport({ exportId, limit: 1 }, supervisor);
    if (state !== 'done' || rows !== messages) process.exitCode = 1;
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    process.stdout.write(
      `${format}: ${state}, ${rows} of ${messages} messages in ${seconds.toFixed(1)} s, ${parts.length} parts of at most ${megabytes(Math.max(...parts))} MB, ` +
        `${megabytes(most)} MB in use as a part is handed over, besides the platform’s own\n`,
    );
  }

  /** A ticket of the day with its messages, settled by its customer. */
  async function keepTicket(at: number): Promise<void> {
    const ticketId = `KF-0000-00${letters(at >> 10)}-00${letters(at & 1023)}`;
    const createdAt = new Date(START + at * 1000);
    const customer = { kind: 'customer', id: `customer-${at}` } as const;
    const said = { type: 'MessageSent', actor: customer, body: { text: words } } as const;
    const body = {
      customerId: customer.id,
      segment: 'ordinary',
      channel: 'app',
      locale: 'zh-CN',
      subject: words,
    } as const;
    const drafts: Draft[] = [
      { type: 'TicketOpened', actor: customer, body },
      ...Array.from({ length: MESSAGES_A_TICKET }, () => said),
    ];
    const change = changeOf({ ticketId }, drafts, createdAt);
    await platform.tickets.save(change);
    const { channel, segment, language, queueId, priority } = change.ticket;
    await platform.insights.putFacts({
      ticketId,
      number: change.events.length,
      createdAt: createdAt.toISOString(),
      ...{ channel, segment, language, queueId, priority },
      flags: [],
      kept: [],
      breached: [],
      times: {},
      messages: { customer: MESSAGES_A_TICKET },
      used: {},
    });
  }
}

/** Bytes that are in use: what is garbage is taken away first. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** A number below 1024 in two of the signs of a ticket’s number. */
function letters(value: number): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return `${signs[value >> 5] ?? '0'}${signs[value & 31] ?? '0'}`;
}
