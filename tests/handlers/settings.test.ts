import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultRouting } from '../../functions/domain/routing-defaults.ts';
import { handler } from '../../functions/settings.ts';
import { someSla, at, isoAt } from '../support/builders.ts';
import { ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const as = (agentId: string, ...roles: string[]) =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': roles });
const supervisor = await as('sun', 'supervisor');
const admin = await as('ada', 'admin');
const lead = await as('lin', 'lead');
const agent = await as('mei', 'agent');

const put = 'PUT /v1/settings/sla';
const read = 'GET /v1/settings/sla';
const versions = 'GET /v1/settings/sla/versions';
const slower = someSla({ bot: 20 });
const change = (expectedVersion: number, settings: unknown = slower) => ({ expectedVersion, settings });

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
});

describe('settings', () => {
  it('are what ships until somebody saves something else', async () => {
    expect(await ask(handler, read, { token: lead })).toMatchObject({
      status: 200,
      body: { version: 0, settings: someSla() },
    });
  });

  it('are in force once they are saved, with who and when', async () => {
    const saved = await ask(handler, put, { token: supervisor, body: { ...change(0), note: '新年' } });

    const row = { version: 1, savedAt: isoAt(100), savedBy: 'sun', note: '新年', settings: slower };
    expect(saved).toMatchObject({ status: 200, body: row });
    expect((await ask(handler, read, { token: lead })).body).toEqual(row);
  });

  it('keep every version, newest first', async () => {
    await ask(handler, put, { token: supervisor, body: change(0) });
    await ask(handler, put, { token: admin, body: change(1, someSla({ bot: 30 })) });

    expect((await ask(handler, versions, { token: lead })).body).toMatchObject({
      rows: [
        { version: 2, savedBy: 'ada', settings: { bot: 30 } },
        { version: 1, savedBy: 'sun', settings: { bot: 20 } },
      ],
    });
  });

  it('of routing are read, saved and refused like those of promises', async () => {
    const { body } = await ask(handler, 'GET /v1/settings/routing', { token: lead });
    const closed = { ...defaultRouting, gates: { finance: { exams: ['money'] } } };
    const open = { ...closed, exams: ['money'] };
    const save = (settings: object) => ({ token: supervisor, body: change(0, settings) });

    expect(body).toEqual({ version: 0, settings: defaultRouting });
    expect(await ask(handler, 'PUT /v1/settings/routing', save(closed))).toMatchObject({
      status: 400,
      body: {
        error: { issues: [{ field: 'settings.gates.finance.exams.0', rule: 'is not among the exams' }] },
      },
    });
    expect(await ask(handler, 'PUT /v1/settings/routing', save(open))).toMatchObject({
      status: 200,
      body: { version: 1, settings: open },
    });
  });

  it('are not overwritten by somebody who has not seen them', async () => {
    await ask(handler, put, { token: supervisor, body: change(0) });

    expect(
      await askInVain(handler, put, { token: admin, body: change(0, someSla({ bot: 30 })) }),
    ).toMatchObject({
      status: 409,
      code: 'conflict',
      message: 'version 1 is in force, not 0',
    });
  });

  it('are saved once however often they are sent', async () => {
    const first = await ask(handler, put, { token: supervisor, body: change(0) });
    vi.setSystemTime(at(200));

    const second = await ask(handler, put, { token: supervisor, body: change(0) });

    expect(second.text).toBe(first.text);
    expect(dynamodb.commandCalls(PutItemCommand)).toHaveLength(1);
    vi.setSystemTime(at(100));
  });

  it('are refused with the path of each fault, and the old ones stay', async () => {
    const settings = { ...slower, warnShare: 2, offer: { ...slower.offer, urgent: 0 } };

    const refusal = await askInVain(handler, put, { token: supervisor, body: change(0, settings) });

    expect(refusal).toMatchObject({
      status: 400,
      code: 'bad_request',
      issues: [
        { field: 'settings.warnShare', rule: 'must be at most 0.95' },
        { field: 'settings.offer.urgent', rule: 'must be at least 1' },
      ],
    });
    expect((await ask(handler, read, { token: lead })).body).toMatchObject({ version: 0 });
  });

  it.each([
    ['a lead', lead],
    ['an agent', agent],
  ])('may not be saved by %s', async (_who, token) => {
    expect(await askInVain(handler, put, { token, body: change(0) })).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  it('are not for agents to read', async () => {
    expect(await askInVain(handler, read, { token: agent })).toMatchObject({ status: 403 });
  });
});

describe('capacity', () => {
  const capacity = 'GET /v1/capacity';
  const override = 'PUT /v1/capacity/override';
  const set = { profile: 'peak', until: isoAt(3600), note: '直播大促' };

  it('is off-peak until something else is in force', async () => {
    expect(await ask(handler, capacity, { token: lead })).toMatchObject({
      status: 200,
      body: { profile: 'off-peak', standbyOpen: false },
    });
  });

  it('is set by hand until a time, with who did it', async () => {
    const answer = await ask(handler, override, { token: supervisor, body: { override: set } });

    expect(answer).toMatchObject({ status: 200, body: { override: { ...set, by: 'sun' } } });
    vi.setSystemTime(at(3600));
    expect((await ask(handler, capacity, { token: lead })).body).not.toHaveProperty('override');
    vi.setSystemTime(at(100));
  });

  it('is handed back to the windows before that', async () => {
    await ask(handler, override, { token: supervisor, body: { override: set } });

    const answers = [
      await ask(handler, override, { token: admin, body: { override: null } }),
      await ask(handler, override, { token: admin, body: { override: null } }),
    ];

    for (const { body } of answers) expect(body).not.toHaveProperty('override');
    expect(answers[1]?.text).toBe(answers[0]?.text);
  });

  it.each([
    ['over already', isoAt(100)],
    ['further away than a week', isoAt(100 + 7 * 86_400 + 1)],
  ])('is not set until a time that is %s', async (_what, until) => {
    const refusal = await askInVain(handler, override, {
      token: supervisor,
      body: { override: { ...set, until } },
    });

    expect(refusal).toMatchObject({
      status: 400,
      issues: [{ field: 'override.until', rule: 'must be later than now, by 7 days at most' }],
    });
  });

  it('is not set by a lead', async () => {
    const refusal = await askInVain(handler, override, { token: lead, body: { override: set } });

    expect(refusal).toMatchObject({ status: 403 });
  });
});
