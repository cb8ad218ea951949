import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findJava } from './java.ts';
import { SetupError } from './progress.ts';

const EMULATOR = join(import.meta.dirname, '../node_modules/amplify-dynamodb-simulator/emulator');
const READY_SECONDS = 60;

/** Amazon's own DynamoDB Local, running on this machine and in memory. */
export interface LocalDynamoDB {
  endpoint: string;
  stop: () => void;
}

/** Starts DynamoDB Local on a free port, with the platform's tables in it. */
export async function startDynamoDB(): Promise<LocalDynamoDB> {
  const java = await findJava();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(
    java,
    [
      `-Djava.library.path=${join(EMULATOR, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(EMULATOR, 'DynamoDBLocal.jar'),
      '-inMemory',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    // It leaves a file about itself where it runs.
    { stdio: 'ignore', cwd: EMULATOR },
  );
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  const deadline = Date.now() + READY_SECONDS * 1000;
  for (;;) {
    if (child.exitCode !== null) throw new SetupError(`DynamoDB Local ended with ${child.exitCode}.`);
    try {
      await fetch(endpoint);
      break;
    } catch {
      if (Date.now() > deadline) {
        stop();
        throw new SetupError(`DynamoDB Local did not start within ${READY_SECONDS} s.`);
      }
      await sleep(50);
    }
  }
  await makeTables(endpoint);
  return { endpoint, stop };
}

/** Deletes every row by making the tables anew. */
export async function emptyTables(endpoint: string): Promise<void> {
  const client = clientOf(endpoint);
  for (const { TableName } of tables) await client.send(new DeleteTableCommand({ TableName }));
  await makeTables(endpoint);
}

async function makeTables(endpoint: string): Promise<void> {
  const client = clientOf(endpoint);
  for (const table of tables) await client.send(new CreateTableCommand(table));
}

function clientOf(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}

/** The tables of lib/tables.ts, under the names that tests give them. */
const tables: CreateTableCommandInput[] = [
  tableOf('tickets', ['work', 'customer', 'due']),
  tableOf('desk', []),
  tableOf('knowledge', []),
  tableOf('insights', []),
];

function tableOf(TableName: string, indexes: string[]): CreateTableCommandInput {
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const names = ['pk', 'sk', ...indexes.flatMap((index) => [`${index}Pk`, `${index}Sk`])];
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys('pk', 'sk'),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: `by${index.charAt(0).toUpperCase()}${index.slice(1)}`,
        KeySchema: keys(`${index}Pk`, `${index}Sk`),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
