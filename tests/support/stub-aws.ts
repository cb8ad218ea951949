import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type CancellationReason,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { StreamRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { vi } from 'vitest';
import type { History } from '../../functions/domain/change.ts';
import { save } from '../../functions/stores/tickets.ts';

type Item = Record<string, AttributeValue>;

type StreamValue = NonNullable<StreamRecord['NewImage']>[string];

/** Data as a stream's record holds it: plain values of JSON only. */
export function image(data: object): Record<string, StreamValue> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]: [string, unknown]) =>
      value === undefined ? [] : [[name, streamValue(value)]],
    ),
  );
}

function streamValue(value: unknown): StreamValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(streamValue) };
  return typeof value === 'object' && value !== null ? { M: image(value) } : { NULL: true };
}

const metadata = { $metadata: {} };

/** A condition of a single write did not hold. */
export const conditionFailed = (before?: Item) =>
  new ConditionalCheckFailedException({
    ...metadata,
    message: 'The conditional request failed',
    ...(before && { Item: before }),
  });

/** A transaction was cancelled; one code for each of its items. */
export const cancelled = (...codes: NonNullable<CancellationReason['Code']>[]) =>
  new TransactionCanceledException({
    ...metadata,
    message: 'Transaction cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** An error of DynamoDB that the SDK has no class for. */
export function refused(name: string, message = 'SECRET-DETAIL of the service'): Error {
  return Object.assign(new Error(message), { name });
}

/** The SDK's client, kept from the network. */
export const stubDynamoDB = () => mockClient(DynamoDBClient);
export type DynamoDBStub = ReturnType<typeof stubDynamoDB>;

const sortOf: Record<string, string> = {
  pk: 'sk',
  customerPk: 'customerSk',
  workPk: 'workSk',
  duePk: 'dueSk',
};

/** Lets the stubbed client remember rows: as much of DynamoDB as the platform's own commands need. */
export function keepRows(dynamodb: DynamoDBStub): void {
  const rows = new Map<string, Item>();
  const nameOf = (table = '', { pk, sk }: Item = {}) => [table, pk?.S, sk?.S].join(' ');

  dynamodb.reset();
  dynamodb.on(GetItemCommand).callsFake(({ TableName, Key }: GetItemCommandInput) => ({
    Item: rows.get(nameOf(TableName, Key)),
  }));
  dynamodb.on(PutItemCommand).callsFake((put: PutItemCommandInput) => {
    if (!holds(put, rows.get(nameOf(put.TableName, put.Item)))) throw conditionFailed();
    rows.set(nameOf(put.TableName, put.Item), put.Item ?? {});
    return {};
  });
  dynamodb.on(DeleteItemCommand).callsFake((gone: DeleteItemCommandInput) => {
    const name = nameOf(gone.TableName, gone.Key);
    if (!holds(gone, rows.get(name))) throw conditionFailed();
    rows.delete(name);
    return {};
  });
  dynamodb.on(UpdateItemCommand).callsFake((update: UpdateItemCommandInput) => {
    const before = rows.get(nameOf(update.TableName, update.Key));
    if (!holds(update, before)) throw conditionFailed(before);
    const Attributes = updated({ ...update.Key, ...before }, update);
    rows.set(nameOf(update.TableName, update.Key), Attributes);
    return { Attributes };
  });
  dynamodb
    .on(TransactWriteItemsCommand)
    .callsFake(({ TransactItems = [] }: TransactWriteItemsCommandInput) => {
      const found = TransactItems.map(({ Put, Update }) =>
        Put
          ? holds(Put, rows.get(nameOf(Put.TableName, Put.Item)))
          : !Update || holds(Update, rows.get(nameOf(Update.TableName, Update.Key))),
      );
      if (found.includes(false))
        throw cancelled(...found.map((ok) => (ok ? 'None' : 'ConditionalCheckFailed')));
      for (const { Put, Update } of TransactItems) {
        if (Put) rows.set(nameOf(Put.TableName, Put.Item), Put.Item ?? {});
        if (Update) {
          const name = nameOf(Update.TableName, Update.Key);
          rows.set(name, updated({ ...Update.Key, ...rows.get(name) }, Update));
        }
      }
      return {};
    });
  dynamodb.on(BatchGetItemCommand).callsFake(({ RequestItems = {} }: BatchGetItemCommandInput) => ({
    Responses: Object.fromEntries(
      Object.entries(RequestItems).map(([table, { Keys = [] }]) => [
        table,
        Keys.map((key) => rows.get(nameOf(table, key))).filter((row) => row !== undefined),
      ]),
    ),
  }));
  dynamodb.on(QueryCommand).callsFake((query: QueryCommandInput) => {
    const ofTable = [...rows].filter(([name]) => name.startsWith(`${query.TableName ?? ''} `));
    const found = inOrder(
      ofTable.map(([, row]) => row),
      query,
    );
    const from = query.ExclusiveStartKey;
    const start = from ? found.findIndex((row) => nameOf('', row) === nameOf('', from)) + 1 : 0;
    const page = found.slice(start, start + (query.Limit ?? found.length));
    const last = page.at(-1);
    return {
      ...(query.Select !== 'COUNT' && { Items: page }),
      Count: page.length,
      ...(last && start + page.length < found.length && { LastEvaluatedKey: keyOf(last) }),
    };
  });
}

/** Keeps a whole history, as its decisions would have saved it. */
export async function keepHistory({ events, ticket }: History): Promise<void> {
  const [first, ...rest] = events;
  if (!first) throw new Error('a history begins with an event');
  await save({ before: undefined, ticket, events: [first, ...rest] });
}

type Conditioned = Pick<
  UpdateItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeValues' | 'ExpressionAttributeNames'
>;

function holds(
  {
    ConditionExpression: rule,
    ExpressionAttributeValues: values,
    ExpressionAttributeNames: names,
  }: Conditioned,
  row?: Item,
) {
  switch (rule) {
    case undefined:
      return true;
    case 'attribute_not_exists(pk)':
      return row === undefined;
    case 'attribute_not_exists(#mark)':
      return row?.[names?.['#mark'] ?? ''] === undefined;
    case 'attribute_exists(pk)':
      return row !== undefined;
    case 'removeAt < :opening':
      return Number(row?.['removeAt']?.N) < Number(values?.[':opening']?.N);
    case 'attribute_not_exists(pk) OR (seen < :number AND movedAt <= :earliest)':
      return (
        row === undefined ||
        (Number(row['seen']?.N) < Number(values?.[':number']?.N) &&
          Number(row['movedAt']?.N) <= Number(values?.[':earliest']?.N))
      );
    case 'attribute_not_exists(pk) OR #number < :number':
      return row === undefined || Number(row['number']?.N) < Number(values?.[':number']?.N);
    case 'attribute_not_exists(pk) OR #until <= :now':
      return row === undefined || (row['until']?.S ?? '') <= (values?.[':now']?.S ?? '');
    case '#times = :times':
      return row?.['times']?.N === values?.[':times']?.N;
    case '#until = :until':
      return row?.['until']?.S === values?.[':until']?.S;
    case 'version = :previous':
      return row?.['version']?.N === values?.[':previous']?.N;
    case 'changedAt = :then':
      return row?.['changedAt']?.S === values?.[':then']?.S;
    default: {
      const free = (row?.['seats']?.SS?.length ?? 0) < Number(row?.['capacity']?.N);
      const limit = row?.['limits']?.M?.[names?.['#channel'] ?? '']?.N;
      const inChannel = row?.[names?.['#seats'] ?? '']?.SS?.length ?? 0;
      const allowed = limit === undefined || inChannel < Number(limit);
      const reachable = (row?.['leaseUntil']?.S ?? '') > (values?.[':now']?.S ?? '');
      return row?.['availability']?.S === 'available' && reachable && free && allowed;
    }
  }
}

function updated(row: Item, update: Conditioned & Pick<UpdateItemCommandInput, 'UpdateExpression'>): Item {
  const {
    UpdateExpression = '',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  } = update;
  const after = { ...row };
  for (const [, attribute = '', kept, value = ''] of UpdateExpression.matchAll(
    /(#?\w+) = (?:if_not_exists\((#?\w+), )?(:\w+)/g,
  )) {
    const name = names?.[attribute] ?? attribute;
    const wanted = values?.[value];
    if (wanted && !(kept && after[name])) after[name] = wanted;
  }
  for (const [, removed = ''] of UpdateExpression.matchAll(/(?<=REMOVE .*)(#?\w+)/g)) {
    const name = names?.[removed] ?? removed;
    Reflect.deleteProperty(after, name);
  }
  for (const [, deed = '', parts = ''] of UpdateExpression.matchAll(
    /(ADD|DELETE) ((?:#?\w+ :\w+(?:, )?)+)/g,
  )) {
    for (const [, counter = '', more = ''] of parts.matchAll(/(#?\w+) (:\w+)/g)) {
      const name = names?.[counter] ?? counter;
      const { SS: added, N } = values?.[more] ?? {};
      if (N !== undefined) after[name] = { N: String(Number(row[name]?.N ?? 0) + Number(N)) };
      const kept = (row[name]?.SS ?? []).filter((one) => !added?.includes(one));
      const members = deed === 'ADD' ? [...kept, ...(added ?? [])] : kept;
      if (!added) continue;
      if (members.length > 0) after[name] = { SS: members };
      else Reflect.deleteProperty(after, name);
    }
  }
  return after;
}

function inOrder(rows: Item[], query: QueryCommandInput): Item[] {
  const { KeyConditionExpression = '', ExpressionAttributeNames: names, ScanIndexForward: forward } = query;
  const value = (name: string) => query.ExpressionAttributeValues?.[name]?.S ?? '';
  const written = /^(#?\w+) = :pk/.exec(KeyConditionExpression)?.[1] ?? 'pk';
  const partition = names?.[written] ?? written;
  const sort = sortOf[partition] ?? 'sk';
  const sortOfRow = (row: Item) => row[sort]?.S ?? '';
  const within = (at: string) =>
    KeyConditionExpression.includes('BETWEEN')
      ? at >= value(':from') && at <= value(':to')
      : KeyConditionExpression.includes('sk > :after')
        ? at > value(':after')
        : KeyConditionExpression.includes('>=')
          ? at >= value(':from')
          : !KeyConditionExpression.includes('<') || at < value(':order');
  const found = rows
    .filter((row) => row[partition]?.S === value(':pk') && within(sortOfRow(row)))
    .sort((a, b) => (sortOfRow(a) < sortOfRow(b) ? -1 : 1));
  return forward === false ? found.reverse() : found;
}

function keyOf(row: Item): Item {
  const names = Object.entries(sortOf).flat();
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}

/** The issuer of desk sign-ins: its keys answer at the JWKS address, and it signs what it is told. */
export async function stubIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
  const fetch = vi.fn(async (_url: unknown) => Response.json({ keys: [jwk] }));
  vi.stubGlobal('fetch', fetch);

  const idToken = (claims: object = {}) =>
    new CompactSign(
      new TextEncoder().encode(
        JSON.stringify({
          iss: 'https://issuer.test',
          aud: 'kefu-console',
          sub: 'mei',
          name: 'Mei',
          'cognito:groups': ['agent'],
          exp: Math.floor(Date.now() / 1000) + 3600,
          ...claims,
        }),
      ),
    )
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .sign(privateKey);

  return { fetch, idToken, jwk, publicKey };
}
