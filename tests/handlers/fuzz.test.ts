import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as contracts } from '../../functions/contracts.ts';
import { handler as desk } from '../../functions/desk.ts';
import { handler as intake } from '../../functions/intake.ts';
import { handler as knowledge } from '../../functions/knowledge.ts';
import { handler as sessions } from '../../functions/sessions.ts';
import { handler as socket } from '../../functions/socket.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import { apis } from '../../schemas/api.ts';
import { ApiError } from '../../schemas/errors.ts';
import type { Contract } from '../../schemas/operation.ts';
import type { Participant } from '../../schemas/participant.ts';
import { at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { ask, listenToLog, say } from '../support/requests.ts';
import { stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const secretsManager = mockClient(SecretsManagerClient);
const { idToken } = await stubIssuer();
const admin = await idToken({ 'cognito:groups': ['admin'] });
const { events, ticket } = histories.answered();
const history = events.map((event) => toItem({ sk: 'E#', event }));

/** Lets one ticket exist, and nothing else. */
function oneTicketExists(): void {
  dynamodb
    .on(QueryCommand)
    .callsFake(({ KeyConditionExpression = '', ExpressionAttributeValues }: QueryCommandInput) => {
      if (ExpressionAttributeValues?.[':pk']?.S !== `T#${TICKET_ID}`) return {};
      return {
        Items: KeyConditionExpression.includes('BETWEEN')
          ? history
          : [...history, toItem({ sk: 'TICKET', ticket })],
      };
    });
}

const agent = {
  sk: 'mei',
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 1,
  availability: 'offline',
  leaseUntil: isoAt(0),
  idleSince: isoAt(0),
};

beforeEach(() => {
  listenToLog();
  dynamodb.reset();
  dynamodb
    .on(GetItemCommand)
    .callsFake(({ Key }: { Key: Record<string, { S?: string }> }) =>
      Key['sk']?.S === 'SESSION'
        ? { Item: toItem({ customerId: 'customer-1', segment: 'ordinary', expiresAt: isoAt(3600) }) }
        : {},
    );
  oneTicketExists();
  dynamodb.on(BatchGetItemCommand).resolves({});
  dynamodb.on(PutItemCommand).resolves({});
  dynamodb.on(TransactWriteItemsCommand).resolves({});
  dynamodb.on(UpdateItemCommand).resolves({ Attributes: toItem(agent) });
  secretsManager.reset();
  secretsManager.on(GetSecretValueCommand).resolves({ SecretString: 'key' });
});

const nasty = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '%',
  '%00',
  '\u0000',
  '\ud800',
  '',
  ' ',
  '..',
  '0x10',
  '1e999',
  '-0',
  TICKET_ID,
);
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nasty, fc.base64String());
const good = fc.record(
  {
    commandId: fc.constantFrom('command-0001', 'x'.repeat(22)),
    text,
    reason: text,
    after: fc.oneof(fc.nat(), fc.maxSafeInteger(), fc.double()),
    score: fc.integer({ min: 0, max: 6 }),
    solved: fc.boolean(),
    availability: fc.constantFrom('available', 'break', 'asleep'),
    intentId: text,
    queueId: text,
    name: text,
    hostToken: text,
  },
  { requiredKeys: ['commandId'] },
);
const body = fc.oneof(
  fc.anything({ withNullPrototype: true }).map((value) => JSON.stringify(value)),
  fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.stringify(value)),
  good.map((value) => JSON.stringify(value)),
  // Only what one operation takes, so that some requests get through to the decisions.
  fc
    .constantFrom(
      { commandId: 'command-0001', text: '在吗' },
      { commandId: 'command-0001', reason: '好' },
      { commandId: 'command-0001' },
      { commandId: 'x'.repeat(22) },
    )
    .map((value) => JSON.stringify(value)),
  text,
);
const parameters = fc.dictionary(
  fc.oneof(
    nasty,
    fc.constantFrom('ticketId', 'limit', 'cursor', 'after', 'number', 'articleId', 'agentId', 'queueId'),
  ),
  text,
);
const carried = fc.record(
  {
    body,
    path: fc.oneof(
      parameters,
      fc.constant({ ticketId: TICKET_ID, articleId: 'a', agentId: 'mei', queueId: 'support' }),
    ),
    query: parameters,
    base64: fc.boolean(),
    headers: fc.dictionary(fc.constantFrom('authorization', 'content-type', 'x'), text),
  },
  { requiredKeys: [] },
);
const routesOf = (contract: Contract) => [
  ...Object.values(contract).map(({ method, path }) => `${method} ${path}`),
  '$default',
  'GET constructor',
];

type Handler = (event: APIGatewayProxyEventV2, context: Context) => unknown;
const handlers: [string, Handler, string[], string | undefined][] = [
  ['sessions', sessions, routesOf(apis.sessions), undefined],
  ['intake', intake, routesOf(apis.intake), 'session-token'],
  ['desk', desk, routesOf(apis.desk), admin],
  ['knowledge', knowledge, routesOf(apis.knowledge), admin],
  ['contracts', contracts, ['$default', 'GET /v1/openapi.json', 'constructor', '__proto__'], undefined],
];

describe('whatever is sent', () => {
  it.each(handlers)(
    '%s answers as one who expected it',
    { timeout: 60_000 },
    async (_name, handler, routes, token) => {
      const seen = new Set<number>();

      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...routes),
          carried,
          fc.boolean(),
          async (route, request, signedIn) => {
            const answer = await ask(handler, route, { ...request, ...(signedIn && { token }) });

            seen.add(answer.status);
            expect(answer.status).toBeLessThan(500);
            expect(answer.text).not.toMatch(/\.ts:\d|node_modules|at async/);
            if (answer.status >= 400) expect(ApiError.safeParse(answer.body).error).toBeUndefined();
          },
        ),
        { numRuns: 1000, seed: 20261121 },
      );

      expect(Math.min(...seen)).toBeLessThan(300);
      expect(Math.max(...seen)).toBeGreaterThanOrEqual(400);
    },
  );

  const participants: Participant[] = [
    { kind: 'customer', id: 'customer-1', segment: 'ordinary' },
    { kind: 'customer', id: 'customer-2', segment: 'vip' },
    { kind: 'agent', id: 'mei' },
  ];
  const action = fc.constantFrom('open', 'send', 'person', 'resume', 'heartbeat', 'shout', '__proto__');
  const frame = fc.oneof(
    body,
    fc
      .tuple(action, good)
      .map(([name, rest]) => JSON.stringify({ ...rest, action: name, ticketId: TICKET_ID })),
    fc
      .tuple(action, fc.oneof(fc.nat(), fc.maxSafeInteger()))
      .map(([name, after]) => JSON.stringify({ action: name, ticketId: TICKET_ID, after })),
    fc
      .dictionary(fc.oneof(nasty, fc.string()), fc.integer())
      .map((seen) => JSON.stringify({ action: 'heartbeat', seen })),
  );

  it('a socket answers as one who expected it', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...participants), frame, async (participant, sent) => {
        const answer = await say(socket, participant, sent);

        expect(answer).not.toMatchObject({ error: { code: 'internal' } });
        expect(JSON.stringify(answer)).not.toMatch(/\.ts:\d|node_modules|at async/);
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});
