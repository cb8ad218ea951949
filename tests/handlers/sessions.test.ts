import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/sessions.ts';
import { find } from '../../functions/stores/sessions.ts';
import { Session } from '../../schemas/customer-api.ts';
import { at, isoAt } from '../support/builders.ts';
import { ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const secretsManager = mockClient(SecretsManagerClient);
const hostKey = 'the-host-apps-own-key-of-32-bytes';

beforeEach(() => {
  vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
  listenToLog();
  keepRows(dynamodb);
  secretsManager.reset();
  secretsManager
    .on(GetSecretValueCommand, { SecretId: 'session-secret' })
    .resolves({ SecretString: 'our-key' })
    .on(GetSecretValueCommand, { SecretId: 'host-secret' })
    .resolves({ SecretString: hostKey });
});

const route = 'POST /v1/sessions';
const commandId = 'x'.repeat(22);
const inSeconds = (seconds: number) => at(seconds).getTime() / 1000;
const claims = { sub: 'customer-9', name: '小王', segment: 'vip', exp: inSeconds(3600) };
const vouch = (overrides: object = {}, key = hostKey, alg = 'HS256') =>
  new SignJWT({ ...claims, ...overrides }).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
const start = async (body: object) => Session.parse((await ask(handler, route, { body })).body);

describe('an anonymous session', () => {
  it('makes the customer known for thirty days', async () => {
    const { status, body } = await ask(handler, route, { body: { commandId, name: '游客' } });

    const session = Session.parse(body);
    expect(status).toBe(201);
    expect(session).toMatchObject({ segment: 'ordinary', name: '游客', expiresAt: isoAt(30 * 24 * 3600) });
    expect(await find(session.token, at(1))).toMatchObject({ customerId: session.customerId });
  });

  it.each([{}, { name: '游客' }])('started three times is one, byte for byte: %j', async (more) => {
    const first = await ask(handler, route, { body: { commandId, ...more } });
    vi.setSystemTime(at(60));
    const second = await ask(handler, route, { body: { commandId, ...more } });
    const third = await ask(handler, route, { body: { commandId, ...more } });

    expect([second.text, third.text]).toEqual([first.text, first.text]);
  });

  it('is not started with another name under the same id', async () => {
    await start({ commandId, name: '游客' });

    expect(await askInVain(handler, route, { body: { commandId, name: '过客' } })).toMatchObject({
      status: 409,
      code: 'command_reused',
    });
  });

  it('is another one for another write', async () => {
    const one = await start({ commandId });
    const other = await start({ commandId: 'y'.repeat(22) });

    expect(one.token).not.toBe(other.token);
    expect(one.customerId).not.toBe(other.customerId);
  });

  it('is not told by its write: neither token nor customer contain it', async () => {
    const session = await start({ commandId });

    expect(JSON.stringify(session)).not.toContain(commandId);
  });
});

describe('a session the host app vouches for', () => {
  it('is the host’s customer, until the host’s token ends', async () => {
    expect(await start({ commandId, hostToken: await vouch() })).toMatchObject({
      customerId: 'customer-9',
      name: '小王',
      segment: 'vip',
      expiresAt: isoAt(3600),
    });
  });

  it('started three times is one, byte for byte', async () => {
    const body = { commandId, hostToken: await vouch() };

    const [first, second, third] = [
      await ask(handler, route, { body }),
      await ask(handler, route, { body }),
      await ask(handler, route, { body }),
    ];

    expect([second.text, third.text]).toEqual([first.text, first.text]);
  });

  it('has a token of its own, even for the write of another customer', async () => {
    const one = await start({ commandId, hostToken: await vouch() });
    const other = await start({ commandId, hostToken: await vouch({ sub: 'customer-8' }) });
    const nobody = await start({ commandId });

    expect(new Set([one.token, other.token, nobody.token]).size).toBe(3);
  });

  it('is ordinary unless the host says more', async () => {
    const hostToken = await vouch({ segment: undefined, name: undefined });

    expect(await start({ commandId, hostToken })).toMatchObject({ segment: 'ordinary' });
  });

  it('can be used at once', async () => {
    const { token } = await start({ commandId, hostToken: await vouch() });

    expect(await find(token, at(1))).toMatchObject({ customerId: 'customer-9' });
  });
});

describe('refusals', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['no token at all', () => 'rubbish'],
    ['unsecured', () => new UnsecuredJWT(claims).encode()],
    ['signed with another key', () => vouch({}, 'somebody-elses-key-of-32-bytes!!')],
    ['signed with another algorithm', () => vouch({}, hostKey.repeat(2), 'HS512')],
    ['expired', () => vouch({ exp: inSeconds(-6) })],
    ['not valid yet', () => vouch({ nbf: inSeconds(60) })],
    ['without an end', () => vouch({ exp: undefined })],
    ['ending in milliseconds', () => vouch({ exp: at(3600).getTime() })],
    ['ending beyond all dates', () => vouch({ exp: 1e20 })],
    ['without a customer', () => vouch({ sub: undefined })],
    ['with an empty customer', () => vouch({ sub: '' })],
    ['with a customer too long', () => vouch({ sub: 'x'.repeat(129) })],
    ['with a segment nobody knows', () => vouch({ segment: 'royal' })],
    ['with a name too long', () => vouch({ name: 'x'.repeat(61) })],
  ])('401 for a host token that is %s', async (_name, token) => {
    const hostToken = await token();

    expect(await askInVain(handler, route, { body: { commandId, hostToken } })).toMatchObject({
      status: 401,
    });
    expect(dynamodb.commandCalls(PutItemCommand)).toEqual([]);
  });

  it.each([
    [{ commandId: 'too-short' }, 'commandId'],
    [{}, 'commandId'],
    [{ commandId, customerId: 'me' }, 'customerId'],
    [{ commandId, name: '' }, 'name'],
    [{ commandId, hostToken: 7 }, 'hostToken'],
    [{ commandId, hostToken: 'x'.repeat(4097) }, 'hostToken'],
  ])('400 names the field: %j %s', async (body, field) => {
    expect(await askInVain(handler, route, { body })).toMatchObject({ status: 400, issues: [{ field }] });
  });

  it('404 for a route of another contract', async () => {
    expect(await askInVain(handler, 'GET /v1/tickets')).toMatchObject({ status: 404 });
  });

  it('500 hides what went wrong', async () => {
    dynamodb.on(PutItemCommand).rejects(refused('AccessDeniedException'));

    const answer = await ask(handler, route, { body: { commandId } });

    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/SECRET|AccessDenied/);
  });
});
