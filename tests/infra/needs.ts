import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOf, type FunctionName } from '../../lib/shared/bundle.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What the code that is left of a function after tree shaking asks of AWS, as `action resource`, and reads of its environment. */
export interface Needs {
  grants: string[];
  /** The schemas of `schemas/environment.ts` it parses. */
  environments: string[];
  /** SDK commands it makes, in the code as it is written. */
  commands: string[];
}

type Table = 'tickets' | 'desk' | 'knowledge' | 'insights';

/** What one store does to its own table; a query's indexes are told apart below. */
const onTable: Record<string, string> = {
  GetItemCommand: 'GetItem',
  QueryCommand: 'Query',
  PutItemCommand: 'PutItem',
  UpdateItemCommand: 'UpdateItem',
  DeleteItemCommand: 'DeleteItem',
  BatchGetItemCommand: 'BatchGetItem',
};

/** What a transaction is allowed by: the actions of its parts. */
const transactions: Record<string, string[]> = {
  'functions/stores/tickets.ts': ['dynamodb:PutItem tickets', 'dynamodb:UpdateItem desk'],
  'functions/stores/replies.ts': ['dynamodb:UpdateItem desk'],
  // What it writes, its callers say.
  'functions/stores/transact.ts': [],
  'functions/stores/articles.ts': ['dynamodb:PutItem knowledge', 'dynamodb:UpdateItem knowledge'],
  'functions/stores/questions.ts': ['dynamodb:PutItem knowledge'],
};

/** What the commands of the other services need. */
const elsewhere: Record<string, string[]> = {
  'functions/gateways/timer-queue.ts': ['sqs:SendMessage timers'],
  'functions/gateways/classification-queue.ts': ['sqs:SendMessage messages'],
  'functions/gateways/simulation-queue.ts': ['sqs:SendMessage simulations'],
  'functions/gateways/reaction-queues.ts': ['sqs:SendMessage pushes', 'sqs:SendMessage turns'],
  'functions/gateways/export-queue.ts': ['sqs:SendMessage exporting'],
  PutEventsCommand: ['events:PutEvents bus'],
  ConverseCommand: ['bedrock:InvokeModel model'],
  PostToConnectionCommand: ['execute-api:ManageConnections sockets'],
  GetSecretValueCommand: ['secretsmanager:GetSecretValue keys'],
  UpdateEventSourceMappingCommand: ['lambda:UpdateEventSourceMapping mappings'],
  GetEventSourceMappingCommand: ['lambda:GetEventSourceMapping mappings'],
  GetProvisionedConcurrencyConfigCommand: ['lambda:GetProvisionedConcurrencyConfig hot functions'],
  PutProvisionedConcurrencyConfigCommand: ['lambda:PutProvisionedConcurrencyConfig hot functions'],
  DeleteProvisionedConcurrencyConfigCommand: ['lambda:DeleteProvisionedConcurrencyConfig hot functions'],
  // Only the gateways that name a queue send to one: see the files above.
  SendMessageBatchCommand: [],
};

/** Reads what a function needs from its own code, unminified and file by file. */
export async function needsOf(name: FunctionName): Promise<Needs> {
  const files = await filesOf(name);
  const code = [...files.values()].join('\n');
  return {
    grants: [...new Set([...files].flatMap(([path, text]) => grantsOf(path, text)))].sort(),
    environments: all(code, /environment\((\w+Environment)\d*\)/g),
    commands: all(code, /new (\w+Command)\d*\(/g),
  };
}

/** The SDK commands in the bundle that is deployed. */
export function bundledCommands(name: FunctionName): string[] {
  const commands = all(
    Object.keys(bundleOf(name).inputs).join('\n'),
    /@aws-sdk\/client-[a-z-]+\/dist-es\/commands\/(\w+Command)\.js$/gm,
  );
  // The DynamoDB client always holds it and, with endpoint discovery left out of the bundle, never sends it.
  return commands.filter((command) => command !== 'DescribeEndpointsCommand');
}

async function filesOf(name: FunctionName): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`functions/${name}.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const parts = (outputFiles[0]?.text ?? '').split(/^\/\/ ((?:functions|schemas)\/\S+)$/m);
  return new Map(parts.flatMap((path, at) => (at % 2 === 1 ? [[path, parts[at + 1] ?? ''] as const] : [])));
}

function grantsOf(path: string, text: string): string[] {
  // The shared helpers query for the stores: the stores say which table.
  if (path === 'functions/stores/dynamodb.ts') return [];
  // Files are asked for without a client of the SDK: one is read when its link is followed, and looked at when it is there already.
  if (path === 'functions/gateways/files.ts')
    return ['s3:GetObject exports', ...(text.includes('"PUT"') ? ['s3:PutObject exports'] : [])];
  const commands = all(text, /new (\w+Command)\d*\(/g);
  if (/\bgetItem\d*\(/.test(text)) commands.push('GetItemCommand');
  if (/\btransact\d*\(/.test(text)) commands.push('TransactWriteItemsCommand');
  if (/\bquery(All|Page)\d*\(/.test(text)) commands.push('QueryCommand');
  return [...(elsewhere[path] ?? []), ...commands.flatMap((command) => neededBy(command, path, text))];
}

function neededBy(command: string, path: string, text: string): string[] {
  if (command === 'TransactWriteItemsCommand' && transactions[path]) return transactions[path];
  const action = onTable[command];
  const needed = action
    ? resourcesOf(action, text).map((resource) => `dynamodb:${action} ${resource}`)
    : elsewhere[command];
  if (!needed) throw new Error(`${path} sends ${command}: say here which permission that takes`);
  return needed;
}

function resourcesOf(action: string, text: string): string[] {
  const table = tableOf(text);
  if (action !== 'Query' || table !== 'tickets') return [table];
  const indexes = all(text, /"(by[A-Z]\w+)"/g).map((index) => `${table}/${index}`);
  return /KeyConditionExpression: "pk /.test(text) ? [table, ...indexes] : indexes;
}

function tableOf(text: string): Table {
  const tables: Record<string, Table> = {
    TICKETS_TABLE: 'tickets',
    DESK_TABLE: 'desk',
    KNOWLEDGE_TABLE: 'knowledge',
    INSIGHTS_TABLE: 'insights',
  };
  const table = tables[all(text, /\b([A-Z]+_TABLE)\d*\b/g)[0] ?? ''];
  if (!table) throw new Error('a store does not say which table is its own');
  return table;
}

/** What a pattern's group matches: each once, in order of appearance. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, group = '']) => group))];
}
