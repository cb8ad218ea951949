import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/authorizer.ts';
import { start } from '../../functions/stores/sessions.ts';
import { Participant } from '../../schemas/participant.ts';
import { authorizerRequest } from '../../local/embedded/invocation.ts';
import { at, isoAt } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const { idToken } = await stubIssuer();
const methodArn = 'arn:aws:execute-api:us-east-1:1:api/live/$connect';

beforeEach(async () => {
  vi.setSystemTime(at(0));
  keepRows(dynamodb);
  await start('session-token', {
    customerId: 'customer-1',
    segment: 'vip',
    name: '小王',
    expiresAt: isoAt(60),
  });
});

const authorize = (query: APIGatewayRequestAuthorizerEvent['queryStringParameters']) =>
  handler(authorizerRequest(query, methodArn));

describe('a socket opens', () => {
  it('for a customer’s session', async () => {
    expect(await authorize({ token: 'session-token' })).toEqual({
      principalId: 'customer-1',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: methodArn }],
      },
      context: { kind: 'customer', id: 'customer-1', segment: 'vip', name: '小王' },
    });
  });

  it('for an agent’s ID token', async () => {
    expect(await authorize({ token: await idToken() })).toMatchObject({
      principalId: 'mei',
      context: { kind: 'agent', id: 'mei', name: 'Mei' },
    });
  });

  it('with a context that the socket’s handler understands', async () => {
    const { context } = await authorize({ token: await idToken({ sub: 'lin', name: undefined }) });

    expect(Participant.parse(context)).toEqual({ kind: 'agent', id: 'lin', name: 'lin' });
  });

  it('with a context of flat strings, which is all API Gateway passes on', async () => {
    const { context } = await authorize({ token: 'session-token' });

    expect(Object.values(context ?? {}).every((value) => typeof value === 'string')).toBe(true);
  });
});

describe('a socket does not open', () => {
  it.each<[string, () => Promise<APIGatewayRequestAuthorizerEvent['queryStringParameters']>]>([
    ['without a question', async () => null],
    ['without a token', async () => ({})],
    ['with an empty token', async () => ({ token: '' })],
    ['with a token nobody knows', async () => ({ token: 'unknown' })],
    ['with a token of dots', async () => ({ token: '..' })],
    ['with somebody else’s ID token', async () => ({ token: await idToken({ aud: 'other' }) })],
    [
      'with an ID token that has expired',
      async () => ({ token: await idToken({ exp: at(-60).getTime() / 1000 }) }),
    ],
    [
      'for somebody without any role',
      async () => ({ token: await idToken({ 'cognito:groups': ['guest'] }) }),
    ],
  ])('%s: API Gateway is told exactly Unauthorized', async (_name, query) => {
    await expect(authorize(await query())).rejects.toThrow(/^Unauthorized$/);
  });

  it('once the session has expired', async () => {
    vi.setSystemTime(at(60));

    await expect(authorize({ token: 'session-token' })).rejects.toThrow(/^Unauthorized$/);
  });

  it('when the session cannot be read, but that is not the customer’s fault', async () => {
    dynamodb.on(GetItemCommand).rejects(refused('ThrottlingException'));

    await expect(authorize({ token: 'session-token' })).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
  });
});
