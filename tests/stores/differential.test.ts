import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compare } from '../../bench/storage/differential.ts';
import { dynamodbStores, memoryStores } from '../../bench/storage/sides.ts';
import type { Stores } from '../../bench/storage/world.ts';
import { emptyTables, type LocalDynamoDB, startDynamoDB } from '../../local/dynamodb.ts';

const OPERATIONS = 800;
const FEW = 500;
const seed = Number(process.env['SEED'] ?? 20_261_121);

describe('the stores in memory', { timeout: 180_000 }, () => {
  let local: LocalDynamoDB;
  let dynamodb: Stores;
  beforeAll(async () => {
    local = await startDynamoDB();
    dynamodb = await dynamodbStores(local.endpoint);
  }, 180_000);
  beforeEach(() => emptyTables(local.endpoint));
  afterAll(() => local.stop());

  it('answer and refuse like those over DynamoDB', async () => {
    const { differences, outcomes } = await compare(
      { memory: memoryStores(), dynamodb },
      { seed, operations: OPERATIONS },
    );

    expect(differences).toEqual([]);
    // What was never refused was never compared.
    expect([...outcomes.keys()]).toEqual(
      expect.arrayContaining([
        'decide: ok',
        'decide: VersionConflictError',
        'decide: SeatUnavailableError',
        'listWaiting: ok',
        'listWaiting: CursorError',
        'listOfCustomer: CursorError',
        'put article: VersionConflictError',
      ]),
    );
  });

  it('are told apart when they seat somebody where there is no seat', async () => {
    const memory = memoryStores();
    const tickets: Stores['tickets'] = {
      ...memory.tickets,
      save: ({ takeSeat: _, ...change }) => memory.tickets.save(change),
    };

    const { differences } = await compare(
      { memory: { ...memory, tickets }, dynamodb },
      { seed, operations: FEW },
    );

    expect(differences).not.toEqual([]);
  });

  it('are told apart when a page ends one row early', async () => {
    const memory = memoryStores();
    const { listOfCustomer } = memory.tickets;
    const tickets: Stores['tickets'] = {
      ...memory.tickets,
      listOfCustomer: async (customerId, limit, cursor) => listOfCustomer(customerId, limit - 1, cursor),
    };

    const { differences } = await compare(
      { memory: { ...memory, tickets }, dynamodb },
      { seed, operations: FEW },
    );

    expect(differences).not.toEqual([]);
  });
});
