import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler as classification } from '../../functions/classification.ts';
import { handler as desk } from '../../functions/desk.ts';
import { handler as intake } from '../../functions/intake.ts';
import { describe as describeError, log } from '../../functions/runtime/log.ts';
import { handler as sessions } from '../../functions/sessions.ts';
import { handler as socket } from '../../functions/socket.ts';
import { start } from '../../functions/stores/sessions.ts';
import { at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aBatch, ask, listenToLog, say } from '../support/requests.ts';
import { keepHistory, keepRows, refused, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const secretsManager = mockClient(SecretsManagerClient);
const { idToken } = await stubIssuer();
const mei = await idToken();

let lines = listenToLog();
beforeEach(async () => {
  lines = listenToLog();
  keepRows(dynamodb);
  secretsManager.on(GetSecretValueCommand).resolves({ SecretString: 'key' });
  await start('session-token', { customerId: 'customer-1', segment: 'ordinary', expiresAt: isoAt(3600) });
  await keepHistory(histories.answered());
});

const Line = z.object({ level: z.enum(['info', 'warn', 'error']), message: z.string() });
const customer = { kind: 'customer', id: 'customer-1', segment: 'ordinary' } as const;
const path = { ticketId: TICKET_ID };

/** Everything that customers and agents can say, with the words in every place that takes words. */
async function sayEverywhere(words: string, round: number): Promise<void> {
  const commandId = `command-${String(round).padStart(4, '0')}`;
  const token = 'session-token';
  const message = { commandId, text: words };
  await ask(intake, 'POST /v1/tickets', { token, body: message });
  await ask(intake, 'POST /v1/tickets', { token, body: { ...message, [words]: words } });
  await ask(intake, 'POST /v1/tickets', { token, body: words });
  await ask(intake, 'POST /v1/tickets', { token: words, body: message });
  await ask(intake, 'POST /v1/tickets/{ticketId}/messages', { token, path, body: message });
  await ask(intake, 'POST /v1/tickets/{ticketId}/messages', {
    token,
    path: { ticketId: words },
    body: message,
  });
  await ask(intake, 'POST /v1/tickets/{ticketId}/survey', {
    token,
    path,
    body: { commandId, score: 5, solved: true, comment: words },
  });
  await ask(intake, 'GET /v1/tickets', { token, query: { cursor: words } });
  await ask(sessions, 'POST /v1/sessions', {
    body: { commandId: commandId.repeat(2), name: words, hostToken: words },
  });
  await ask(desk, 'POST /v1/desk/tickets/{ticketId}/messages', { token: mei, path, body: message });
  await ask(desk, 'POST /v1/desk/tickets/{ticketId}/notes', { token: mei, path, body: message });
  await ask(desk, 'POST /v1/desk/tickets/{ticketId}/resolve', {
    token: words,
    path,
    body: { commandId, reason: words },
  });
  await say(socket, customer, { action: 'send', ticketId: TICKET_ID, commandId, text: words });
  await say(socket, customer, words);
  await classification(
    aBatch(words, { ticketId: TICKET_ID, number: 2, text: words }, { ticketId: words, number: 1 }),
  );
}

describe('the log', () => {
  it('is one line of JSON for each decision', () => {
    log('info', 'answered', { ticketId: TICKET_ID });

    expect(lines()).toEqual([`{"level":"info","message":"answered","ticketId":"${TICKET_ID}"}\n`]);
  });

  it('names an unexpected error and where it came from', () => {
    expect(describeError(new TypeError('x'))).toMatchObject({
      error: 'TypeError',
      stack: expect.stringContaining('log.test.ts') as unknown,
    });
  });

  it('names what was thrown without being an error', () => {
    expect(describeError('thrown')).toEqual({ error: 'thrown' });
  });

  it.each([
    ['all is well', () => undefined],
    [
      'the table does not answer',
      () => {
        dynamodb.on(PutItemCommand).rejects(refused('ThrottlingException', 'too fast'));
        dynamodb.on(TransactWriteItemsCommand).rejects(refused('ThrottlingException', 'too fast'));
      },
    ],
  ])('never holds a word a customer or agent said, when %s', async (_name, prepare) => {
    prepare();
    let round = 0;
    const marked = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `私语-${text}`);

    await fc.assert(
      fc.asyncProperty(marked, async (words) => {
        round += 1;
        await sayEverywhere(words, round);
      }),
      { numRuns: 20, seed: 7 },
    );

    expect(lines().length).toBeGreaterThan(200);
    expect(lines().filter((line) => line.includes('私语') || line.includes('\\u79c1'))).toEqual([]);
    expect(lines().every((line) => Line.safeParse(JSON.parse(line)).success)).toBe(true);
  });
});
