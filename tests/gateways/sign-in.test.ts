import { createHmac } from 'node:crypto';
import { type CryptoKey, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UnauthorizedError } from '../../functions/domain/errors.ts';
import { verifySignIn } from '../../functions/gateways/sign-in.ts';
import { at } from '../support/builders.ts';
import { stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
const { fetch, idToken, jwk, publicKey } = await stubIssuer();
const seconds = (from: number) => Math.floor(at(from).getTime() / 1000);

/** The gateway as a new function has it: no keys read yet. */
async function freshSignIn() {
  vi.resetModules();
  return import('../../functions/gateways/sign-in.ts');
}

beforeEach(() => {
  vi.setSystemTime(at(0));
});

describe('a good token', () => {
  it.each<[string, object, string]>([
    ['the user pool’s name', { 'cognito:username': 'mei', preferred_username: 'other', sub: 'x' }, 'mei'],
    ['the preferred name', { preferred_username: 'mei.lin@example.com', sub: 'x' }, 'mei.lin@example.com'],
    ['the subject', { sub: '9f2c-11' }, '9f2c-11'],
    ['the subject when names are empty', { 'cognito:username': '', preferred_username: '', sub: 'x' }, 'x'],
    [
      'the subject when names are no text',
      { 'cognito:username': 7, preferred_username: ['a'], sub: 'x' },
      'x',
    ],
  ])('names its agent by %s', async (_name, claims, agentId) => {
    const caller = await verifySignIn(await idToken(claims), at(0));

    expect(caller.agentId).toBe(agentId);
  });

  it.each<[string, object, string]>([
    ['its name', { name: '小美' }, '小美'],
    ['its id when it has none', { name: '' }, 'mei'],
    ['its id when the name is no text', { name: 1 }, 'mei'],
  ])('calls its agent by %s', async (_name, claims, name) => {
    expect(await verifySignIn(await idToken(claims), at(0))).toMatchObject({ name });
  });

  it.each<[string, unknown, string[]]>([
    ['a list', ['lead', 'agent'], ['agent', 'lead']],
    ['one word', 'agent', ['agent']],
    ['words with spaces', 'agent lead', ['agent', 'lead']],
    ['words with commas', 'agent, lead,admin', ['admin', 'agent', 'lead']],
    ['a list with strangers', ['agent', 'root', 'AGENT', 7, null, ['lead'], { role: 'admin' }], ['agent']],
    ['names that every object has', ['constructor', '__proto__', 'toString'], []],
    ['an object', { admin: true }, []],
    ['a number', 7, []],
    ['nothing', undefined, []],
    ['null', null, []],
    ['empty text', '', []],
  ])('reads roles from %s', async (_name, groups, roles) => {
    const token = await idToken({ 'cognito:groups': groups });

    expect((await verifySignIn(token, at(0))).roles.toSorted()).toEqual(roles);
  });

  it.each<[string, object]>([
    ['that expired less than five seconds ago', { exp: seconds(-4) }],
    ['that begins within five seconds', { nbf: seconds(4) }],
    ['for several audiences', { aud: ['other', 'kefu-console'] }],
  ])('is one %s', async (_name, claims) => {
    await expect(verifySignIn(await idToken(claims), at(0))).resolves.toMatchObject({ agentId: 'mei' });
  });

  it('is checked with keys that are read once', async () => {
    const fresh = await freshSignIn();

    await fresh.verifySignIn(await idToken(), at(0));
    await fresh.verifySignIn(await idToken(), at(0));

    expect(fetch.mock.calls.map(([url]) => String(url))).toEqual(['https://issuer.test/jwks.json']);
  });
});

describe('a bad token', async () => {
  const claims = { iss: 'https://issuer.test', aud: 'kefu-console', sub: 'mei', exp: seconds(3600) };
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const stranger = await generateKeyPair('RS256');
  const curve = await generateKeyPair('ES256');
  const signedBy = (key: CryptoKey, alg: string, kid = 'key-1') =>
    new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
  const [head = '', payload = '', signature = ''] = (await idToken()).split('.');
  const hmac = (key: string) => {
    const text = `${encoded({ alg: 'HS256', kid: 'key-1' })}.${encoded(claims)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };

  it.each<[string, string]>([
    ['empty', ''],
    ['no token at all', 'hello'],
    ['three empty parts', '..'],
    ['three parts of rubbish', 'a.b.c'],
    ['four parts', `${head}.${payload}.${signature}.x`],
    ['without a signature', `${head}.${payload}.`],
    ['unsecured (alg none)', new UnsecuredJWT(claims).encode()],
    [
      'alg none with a borrowed signature',
      `${encoded({ alg: 'none', kid: 'key-1' })}.${payload}.${signature}`,
    ],
    ['signed by a stranger under our key’s name', await signedBy(stranger.privateKey, 'RS256')],
    ['signed with a key nobody knows', await signedBy(stranger.privateKey, 'RS256', 'key-2')],
    ['of another kind of key', await signedBy(curve.privateKey, 'ES256')],
    [
      'of an algorithm we do not take',
      await signedBy(stranger.privateKey, 'RS256').then((token) =>
        token.replace(/^[^.]+/, encoded({ alg: 'RS512', kid: 'key-1' })),
      ),
    ],
    ['HS256 with the public key as its secret', hmac(await exportSPKI(publicKey))],
    ['HS256 with the key’s JSON as its secret', hmac(JSON.stringify(jwk))],
    ['with a changed payload', `${head}.${encoded({ ...claims, sub: 'admin' })}.${signature}`],
    [
      'with a changed signature',
      `${head}.${payload}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    ],
    [
      'with a critical header nobody knows',
      `${encoded({ alg: 'RS256', kid: 'key-1', crit: ['x'], x: 1 })}.${payload}.${signature}`,
    ],
    ['of another issuer', await idToken({ iss: 'https://evil.test' })],
    ['of our issuer with a slash more', await idToken({ iss: 'https://issuer.test/' })],
    ['without issuer', await idToken({ iss: undefined })],
    ['for another audience', await idToken({ aud: 'other-app' })],
    ['without audience', await idToken({ aud: undefined })],
    ['expired', await idToken({ exp: seconds(-6) })],
    ['without an end', await idToken({ exp: undefined })],
    ['not valid yet', await idToken({ nbf: seconds(6) })],
    ['without subject', await idToken({ sub: undefined })],
    ['that names nobody', await idToken({ sub: '' })],
    ['whose name no agent can have', await idToken({ 'cognito:username': '张 三' })],
    ['whose name is too long', await idToken({ sub: 'x'.repeat(129) })],
  ])('is refused: %s', async (_name, token) => {
    await expect(verifySignIn(token, at(0))).rejects.toBeInstanceOf(UnauthorizedError);
  });

  it.each([-1, 0, 'soon', '9999999999', null, {}, [], true])('is refused when it ends at %j', async (exp) => {
    await expect(verifySignIn(await idToken({ exp }), at(0))).rejects.toBeInstanceOf(UnauthorizedError);
  });

  it('is refused by the time it is told, not by the clock', async () => {
    const token = await idToken({ exp: seconds(10) });

    await expect(verifySignIn(token, at(60))).rejects.toBeInstanceOf(UnauthorizedError);
  });
});

describe('an issuer that does not answer', () => {
  it.each<[string, () => Promise<Response>]>([
    ['an outage', async () => new Response('down', { status: 503 })],
    ['a page instead of keys', async () => new Response('<html>')],
    ['JSON that is no keys', async () => Response.json({ hello: 'world' })],
    ['no network', async () => Promise.reject(new TypeError('fetch failed'))],
    ['a timeout', async () => Promise.reject(new DOMException('too late', 'TimeoutError'))],
  ])('is our trouble, not the token’s: %s', async (_name, answer) => {
    const fresh = await freshSignIn();
    fetch.mockImplementationOnce(answer);
    const token = await idToken();

    const failure = await fresh.verifySignIn(token, at(0)).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toMatchObject({ name: 'UnauthorizedError' });
  });
});
