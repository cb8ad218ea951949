import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import * as capacityPlan from '../../schemas/capacity-plan.ts';
import * as budget from '../../schemas/budget.ts';
import * as qualityReview from '../../schemas/quality-review.ts';
import * as environments from '../../schemas/environment.ts';
import { functionNames, type FunctionName } from '../../lib/shared/bundle.ts';
import { bundledCommands, needsOf, type Needs } from './needs.ts';
import { listOf, ofType, synthesise, textOf, type Resource, type Stored } from './synthesised.ts';

const Statement = z.looseObject({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
});
const Policy = z.looseObject({
  Roles: z.array(z.strictObject({ Ref: z.string() })),
  PolicyDocument: z.looseObject({ Statement: z.array(Statement) }),
});
const FunctionProperties = z.looseObject({
  Role: z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.unknown()) }),
  DeadLetterConfig: z.optional(z.looseObject({ TargetArn: z.unknown() })),
  LoggingConfig: z.looseObject({ LogGroup: z.strictObject({ Ref: z.string() }) }),
});
const Mapping = z.looseObject({
  FunctionName: z.strictObject({ Ref: z.string() }),
  EventSourceArn: z.unknown(),
  DestinationConfig: z.optional(
    z.looseObject({ OnFailure: z.optional(z.looseObject({ Destination: z.unknown() })) }),
  ),
});

/** Logical ids of the functions: their construct's id begins it. */
const ids: Record<FunctionName, string> = {
  sessions: 'Sessions',
  intake: 'Intake',
  desk: 'DeskApi',
  knowledge: 'KnowledgeApi',
  safety: 'SafetyApi',
  settings: 'SettingsApi',
  contracts: 'Contracts',
  authorizer: 'Authorizer',
  socket: 'Socket',
  classification: 'Classification',
  assignment: 'Assignment',
  escalation: 'Escalation',
  survey: 'Survey',
  questions: 'Questions',
  replies: 'Replies',
  signals: 'Signals',
  delivery: 'Delivery',
  standby: 'Standby',
  relay: 'Relay',
  live: 'LiveReader',
  sweep: 'Sweep',
  capacity: 'Capacity',
  plan: 'Plan',
  facts: 'Facts',
  rollup: 'RollUp',
  insights: 'InsightsApi',
  planning: 'PlanningApi',
  roster: 'RosterApi',
  simulation: 'Simulation',
  exports: 'ExportsApi',
  exporter: 'Exporter',
};

/** What resources are called here, by how policies name them. */
const resources: [RegExp, string][] = [
  [/^<TicketsTable\w+\.Arn>(\/index\/by\w+)?$/, 'tickets'],
  [/^<DeskTable\w+\.Arn>$/, 'desk'],
  [/^<KnowledgeTable\w+\.Arn>$/, 'knowledge'],
  [/^<InsightsTable\w+\.Arn>$/, 'insights'],
  [/^<Secrets(Session|Host)\w+>$/, 'keys'],
  [/^<TimersQueue\w+\.Arn>$/, 'timers'],
  [/^<MessagesQueue\w+\.Arn>$/, 'messages'],
  [/^<PushesQueue\w+\.Arn>$/, 'pushes'],
  [/^<TurnsQueue\w+\.Arn>$/, 'turns'],
  [/^<SimulationsQueue\w+\.Arn>$/, 'simulations'],
  [/^<ExportsWorkQueue\w+\.Arn>$/, 'exporting'],
  [/^<ExportsBucket\w+\.Arn>\/\*$/, 'exports'],
  [/^<EventsBus\w+\.Arn>$/, 'bus'],
  [/:<SocketApi\w+>\/live\/POST\/@connections\/\*$/, 'sockets'],
  [/^arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model\/<BotWriterModelId>$/, 'model'],
  [/^<BotWriterModelArns>$/, 'model'],
  [/:event-source-mapping:<\w+Mapping\w+>$/, 'mappings'],
  [/^<(Intake|Socket)Live\w+>$/, 'hot functions'],
];

/** What Lambda itself does in the function's name, and to what. */
const logging = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const receiving = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueUrl',
  'sqs:GetQueueAttributes',
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];
const failing = ['sqs:SendMessage', 'sqs:GetQueueUrl', 'sqs:GetQueueAttributes'];

let data: Stored;
let service: Stored;
const needs = new Map<FunctionName, Needs>();

beforeAll(async () => {
  ({ data, service } = await synthesise());
  const all = await Promise.all(functionNames.map(async (name) => [name, await needsOf(name)] as const));
  for (const [name, needed] of all) needs.set(name, needed);
}, 120_000);

describe('a function', () => {
  it.each(functionNames)('%s may do exactly what its code does', (name) => {
    expect(grantedTo(name)).toEqual(needs.get(name)?.grants);
  });

  it.each(functionNames)('%s is deployed with exactly the commands of its code', (name) => {
    const written = needs.get(name)?.commands ?? [];

    expect(bundledCommands(name).toSorted()).toEqual(written.toSorted());
  });

  it.each(functionNames)('%s is told exactly what its code reads', (name) => {
    const read = needs.get(name)?.environments ?? [];

    const told = Object.keys(propertiesOf(name).Environment.Variables);

    // The SDK's endpoints are made from the URL suffix, by lib/shared/bundle-plugins.ts.
    expect(told.toSorted()).toEqual([...read.flatMap(variablesOf), 'AWS_URL_SUFFIX'].toSorted());
  });

  it.each(functionNames)('%s has a role of its own', (name) => {
    const [role] = propertiesOf(name).Role['Fn::GetAtt'];

    const sharing = functionNames.filter((other) => propertiesOf(other).Role['Fn::GetAtt'][0] === role);

    expect(sharing).toEqual([name]);
    expect(service.Resources[role]?.Properties['ManagedPolicyArns']).toBeUndefined();
    expect(service.Resources[role]?.Properties['Policies']).toBeUndefined();
  });
});

describe('a policy', () => {
  it('grants no wildcard action', () => {
    const wild = statements().flatMap(({ Action }) =>
      listOf(Action).filter((action) => String(action).includes('*')),
    );

    expect(wild).toEqual([]);
  });

  it('names its resources', () => {
    const wild = new Set(
      statements()
        .flatMap(({ Resource: resource }) => listOf(resource).map((one) => textOf(one, data)))
        .filter((resource) => resource.includes('*')),
    );

    expect([...wild].toSorted()).toEqual([
      // Versions and aliases of the one function a schedule calls; the CDK's grant says so.
      expect.stringMatching(/^<CapacityFunction\w+\.Arn>:\*$/),
      // Files get their names when they are made.
      expect.stringMatching(/^<ExportsBucket\w+\.Arn>\/\*$/),
      expect.stringMatching(/^<RollUpFunction\w+\.Arn>:\*$/),
      expect.stringMatching(/^<SweepFunction\w+\.Arn>:\*$/),
      // Connections get their ids when they open.
      expect.stringMatching(/:<SocketApi\w+>\/live\/POST\/@connections\/\*$/),
    ]);
  });
});

function functionOf(name: FunctionName): [string, Resource] {
  const found = ofType(service, 'AWS::Lambda::Function').find(([id]) =>
    id.startsWith(`${ids[name]}Function`),
  );
  if (!found) throw new Error(`${name} is not in the template`);
  return found;
}

function propertiesOf(name: FunctionName): z.infer<typeof FunctionProperties> {
  return FunctionProperties.parse(functionOf(name)[1].Properties);
}

function policies(): z.infer<typeof Policy>[] {
  return ofType(service, 'AWS::IAM::Policy').map(([, { Properties }]) => Policy.parse(Properties));
}

function statements(): z.infer<typeof Statement>[] {
  return policies().flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** `action resource` of everything the role may do, less what Lambda does with it. */
function grantedTo(name: FunctionName): string[] {
  const { LoggingConfig, Role } = propertiesOf(name);
  const byLambda = new Set([
    ...logging.map((action) => `${action} <${LoggingConfig.LogGroup.Ref}.Arn>`),
    ...triggersOf(name),
  ]);
  const granted = policies()
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === Role['Fn::GetAtt'][0]))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource: resource }) =>
      listOf(resource).flatMap((one) =>
        listOf(Action).map((action) => `${String(action)} ${textOf(one, data)}`),
      ),
    )
    .filter((grant) => !byLambda.has(grant));
  return [...new Set(granted.map(named))].sort();
}

function triggersOf(name: FunctionName): string[] {
  const { DeadLetterConfig } = propertiesOf(name);
  const mappings = ofType(service, 'AWS::Lambda::EventSourceMapping')
    .map(([, { Properties }]) => Mapping.parse(Properties))
    .filter(({ FunctionName: { Ref } }) => Ref === functionOf(name)[0]);
  const sources = mappings.map(({ EventSourceArn }) => textOf(EventSourceArn, data));
  const failures = [
    ...mappings.map(({ DestinationConfig }) => DestinationConfig?.OnFailure?.Destination),
    DeadLetterConfig?.TargetArn,
  ].filter((target) => target !== undefined);
  return [
    ...sources.flatMap((source) => receiving.map((action) => `${action} ${source}`)),
    ...failures.flatMap((target) => failing.map((action) => `${action} ${textOf(target, data)}`)),
  ];
}

function named(grant: string): string {
  const [action = '', resource = ''] = grant.split(' ');
  for (const [pattern, name] of resources) {
    const match = pattern.exec(resource);
    const index = name === 'tickets' ? (match?.[1] ?? '').replace('/index', '') : '';
    if (match) return `${action} ${name}${index}`;
  }
  return grant;
}

function variablesOf(schema: string): string[] {
  const found = Object.entries({ ...environments, ...capacityPlan, ...budget, ...qualityReview }).find(
    ([name]) => name === schema,
  )?.[1];
  if (!(found instanceof z.ZodMiniObject)) throw new Error(`schemas has no ${schema}`);
  return Object.keys(found.shape);
}
