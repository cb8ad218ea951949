import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler as exporter } from '../../functions/exporter.ts';
import { handler } from '../../functions/exports.ts';
import { handler as facts } from '../../functions/facts.ts';
import { find, save } from '../../functions/stores/exports.ts';
import { ExportWork } from '../../schemas/export.ts';
import { ExportWithFiles } from '../../schemas/exports-api.ts';
import { at, histories, TICKET_ID } from '../support/builders.ts';
import { aBatch, ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepHistory, keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';
import { isSigned, stubS3 } from '../support/stub-s3.ts';

/** The evening is of 2026-11-21. */
vi.useFakeTimers({ now: at(86_400), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const sqs = mockClient(SQSClient);
const issuer = await stubIssuer();
const s3 = stubS3();
vi.stubGlobal('fetch', async (address: unknown, init: Parameters<typeof s3.fetch>[1]) =>
  String(address).includes('.s3.') ? s3.fetch(String(address), init) : issuer.fetch(address),
);
const as = (agentId: string, ...roles: string[]) =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': roles });
const supervisor = await as('lin', 'supervisor');
const lead = await as('mei', 'lead');

const start = 'POST /v1/exports';
const look = 'GET /v1/exports/{exportId}';
const cancel = 'POST /v1/exports/{exportId}/cancel';
const today = { from: '2026-11-21', to: '2026-11-21' };
const body = { commandId: 'command-0001', what: 'messages', format: 'jsonl', ...today };

const waiting: ExportWork[] = [];
/** Works off everything that was sent, as Lambda does. */
async function workOff(): Promise<void> {
  for (let work = waiting.shift(); work; work = waiting.shift())
    expect(await exporter(aBatch(work))).toEqual({ batchItemFailures: [] });
}

let lines: () => string[];
beforeEach(async () => {
  lines = listenToLog();
  keepRows(dynamodb);
  s3.files.clear();
  s3.answers.length = 0;
  waiting.length = 0;
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { MessageBody: string }[] }) => {
    for (const { MessageBody } of Entries) waiting.push(ExportWork.parse(JSON.parse(MessageBody)));
    return {};
  });
  await keepHistory(histories.resolved());
  await facts(aBatch(histories.resolved().events.at(-1)));
});

const started = async (more: object = {}, token = supervisor) => {
  const { status, body: receipt } = await ask(handler, start, { token, body: { ...body, ...more } });
  expect(status).toBe(202);
  return z.looseObject({ exportId: z.string() }).parse(receipt).exportId;
};
const seen = async (exportId: string, token = supervisor) =>
  ExportWithFiles.parse((await ask(handler, look, { token, path: { exportId } })).body);

describe('an export', () => {
  it('is begun, worked off part by part, and handed out by links', async () => {
    const exportId = await started();
    expect(await seen(exportId)).toMatchObject({ state: 'running', files: [], days: { done: 0, total: 1 } });
    await workOff();

    const view = await seen(exportId);

    expect(view).toMatchObject({ state: 'done', requestedBy: 'lin', parts: 1, days: { done: 1, total: 1 } });
    expect(view.files[0]).toMatchObject({ name: 'part-00000.jsonl', rows: view.rows });
    expect([...view.files.map(({ url }) => url), view.manifestUrl ?? ''].every(isSigned)).toBe(true);
    const written = s3.files.get(`/exports/${exportId}/part-00000.jsonl`)?.bytes;
    expect(new TextDecoder().decode(written)).toContain(TICKET_ID);
    expect((await ask(handler, 'GET /v1/exports', { token: supervisor })).body).toMatchObject({
      rows: [{ exportId, state: 'done' }],
    });
  });

  it('says in the log who asked for what and who fetched it, and no word of any message', async () => {
    const exportId = await started();
    await workOff();
    await seen(exportId);

    const log = lines().join('');
    expect(log).toMatch(/export asked for.*"agentId":"lin".*"what":"messages".*"from":"2026-11-21"/);
    expect(log).toMatch(/links to an export.*"agentId":"lin"/);
    for (const { body } of histories.resolved().events)
      if ('text' in body) expect(log).not.toContain(body.text);
  });

  it('of days without tickets is a file without rows, and says so', async () => {
    const exportId = await started({ from: '2026-11-01', to: '2026-11-02', format: 'csv' });
    await workOff();

    expect(await seen(exportId)).toMatchObject({
      state: 'done',
      rows: 0,
      parts: 1,
      note: expect.stringContaining('no tickets') as unknown,
      files: [{ rows: 0, name: 'part-00000.csv' }],
    });
    const written = s3.files.get(`/exports/${exportId}/part-00000.csv`)?.bytes;
    expect(new TextDecoder().decode(written)).toMatch(/^ticket_id,number,sent_at,[a-z_,]+\r\n$/);
  });

  it('sent again is the same export, and something else under its id is refused', async () => {
    const exportId = await started();
    expect(await started()).toBe(exportId);

    const refused = await askInVain(handler, start, { token: supervisor, body: { ...body, format: 'csv' } });

    expect(refused).toMatchObject({ status: 409, code: 'command_reused' });
  });

  it.each([
    ['ten years', { from: '2016-11-21' }, 'to', /at most 400 days/],
    ['days the wrong way round', { to: '2026-11-20' }, 'to', /not be before from/],
    ['today', { to: '2026-11-22' }, 'to', /day that is over/],
    ['an unknown format', { format: 'xlsx' }, 'format', /csv.*jsonl.*parquet/],
    ['an unknown kind', { what: 'agents' }, 'what', /tickets.*messages.*events/],
    ['no day', { from: '21.11.2026' }, 'from', /YYYY-MM-DD/],
  ])('of %s is refused with the field and the rule', async (_, more, field, rule) => {
    const refused = await askInVain(handler, start, { token: supervisor, body: { ...body, ...more } });

    expect(refused).toMatchObject({ status: 400, code: 'bad_request' });
    expect(refused.issues).toEqual([{ field, rule: expect.stringMatching(rule) as unknown }]);
    expect(waiting).toEqual([]);
  });

  it('is for supervisors and administrators', async () => {
    const exportId = await started();

    expect(await askInVain(handler, start, { token: lead, body })).toMatchObject({ status: 403 });
    expect(await askInVain(handler, look, { token: lead, path: { exportId } })).toMatchObject({
      status: 403,
    });
    expect(await askInVain(handler, cancel, { token: lead, path: { exportId } })).toMatchObject({
      status: 403,
    });
  });

  it('with every word is for those with clearance, also to fetch', async () => {
    const whole = { personalData: 'whole', commandId: 'command-0002' };
    expect(await askInVain(handler, start, { token: supervisor, body: { ...body, ...whole } })).toMatchObject(
      {
        status: 403,
        message: expect.stringContaining('clearance') as unknown,
      },
    );
    const cleared = await as('ada', 'admin', 'clearance');
    const exportId = await started(whole, cleared);
    await workOff();

    expect((await seen(exportId, cleared)).files).toHaveLength(1);
    expect(await askInVain(handler, look, { token: supervisor, path: { exportId } })).toMatchObject({
      status: 403,
    });
  });

  it('that is cancelled goes no further, and hands nothing out', async () => {
    const exportId = await started();
    const answers = [
      await ask(handler, cancel, { token: supervisor, path: { exportId } }),
      await ask(handler, cancel, { token: supervisor, path: { exportId } }),
    ];
    await workOff();

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { exportId, state: 'cancelled' }],
      [200, { exportId, state: 'cancelled' }],
    ]);
    expect(await seen(exportId)).toMatchObject({ state: 'cancelled', files: [] });
    expect(s3.files.size).toBe(0);
  });

  it('that is done can no longer be cancelled', async () => {
    const exportId = await started();
    await workOff();

    expect(await askInVain(handler, cancel, { token: supervisor, path: { exportId } })).toMatchObject({
      status: 409,
      code: 'illegal_transition',
    });
  });

  it('nobody knows is not found', async () => {
    const path = { exportId: 'nobody-knows' };

    expect(await askInVain(handler, look, { token: supervisor, path })).toMatchObject({ status: 404 });
    expect(await askInVain(handler, cancel, { token: supervisor, path })).toMatchObject({ status: 404 });
    await exporter(aBatch({ kind: 'step', exportId: 'nobody-knows', version: 1 }));
  });

  it('is tried again when S3 fails, and fails with the reason after five times', async () => {
    s3.answers.push(500, 500, 500, 500);
    const once = await started();
    await workOff();
    expect(await seen(once)).toMatchObject({ state: 'done' });

    s3.answers.push(500, 500, 500, 500, 500);
    const failing = await started({ commandId: 'command-0003' });
    await workOff();
    expect(await seen(failing)).toMatchObject({
      state: 'failed',
      reason: 'part 0 could not be made: FileError',
      files: [],
    });
  });

  it('moved on by somebody else is left to them', async () => {
    const exportId = await started();
    const kept = await find(exportId);
    if (kept) await save({ ...kept, version: 2 });
    waiting.length = 0;

    await exporter(aBatch({ kind: 'step', exportId, version: 1 }));
    expect(waiting).toEqual([{ kind: 'step', exportId, version: 2 }]);

    waiting.length = 0;
    if (kept) await save({ ...kept, version: 3 });
    await exporter(aBatch({ kind: 'step', exportId, version: 1 }));
    expect(waiting).toEqual([]);
  });
});

describe('the daily export', () => {
  it('writes every kind of every day of the last two weeks once, however often it is called', async () => {
    await exporter(aBatch({ kind: 'daily' }));
    await workOff();
    const paths = [...s3.files.keys()].sort();
    await exporter(aBatch({ kind: 'daily' }));
    await workOff();

    expect([...s3.files.keys()].sort()).toEqual(paths);
    // A part and a manifest of each kind, of the last week and of the one before.
    expect(paths).toHaveLength(2 * 7 * 3 * 2);
    const tickets = '/daily/jsonl/what%3Dtickets/day%3D2026-11-21/';
    expect(paths).toContain(`${tickets}_manifest.json`);
    expect(new TextDecoder().decode(s3.files.get(`${tickets}part-00000.jsonl`)?.bytes)).toContain(TICKET_ID);
  });
});
