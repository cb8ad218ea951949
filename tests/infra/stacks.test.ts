import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { budgetOf, bundleOf, functionNames } from '../../lib/shared/bundle.ts';
import { apis } from '../../schemas/api.ts';
import type { Operation } from '../../schemas/operation.ts';
import { environmentsWith, ofType, synthesise, textOf, type Resource, type Stored } from './synthesised.ts';

let data: Stored;
let service: Stored;
let elsewhere: Stored[];

beforeAll(async () => {
  ({ data, service } = await synthesise());
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'CDK_DEFAULT_REGION']) {
    vi.stubEnv(name, 'cn-north-1');
  }
  const inChina = await synthesise();
  elsewhere = [inChina.data, inChina.service];
  vi.unstubAllEnvs();
}, 120_000);

describe('the data stack', () => {
  const Table = z.looseObject({
    BillingMode: z.literal('PAY_PER_REQUEST'),
    SSESpecification: z.looseObject({ SSEEnabled: z.literal(true) }),
    Replicas: z.tuple([
      z.looseObject({
        DeletionProtectionEnabled: z.literal(true),
        PointInTimeRecoverySpecification: z.looseObject({ PointInTimeRecoveryEnabled: z.literal(true) }),
      }),
    ]),
  });

  it('keeps four tables, encrypted, protected and recoverable to the second', () => {
    const tables = ofType(data, 'AWS::DynamoDB::GlobalTable');

    expect(tables).toHaveLength(4);
    for (const [, { Properties }] of tables) expect(() => Table.parse(Properties)).not.toThrow();
  });

  it('keeps everything it has when it is deleted or a resource is replaced', () => {
    const lost = Object.entries(data.Resources).filter(
      ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
        DeletionPolicy !== 'Retain' || UpdateReplacePolicy !== 'Retain',
    );

    expect(lost).toEqual([]);
  });

  it('has the tables under the ids they were first made with', () => {
    const ids = ofType(data, 'AWS::DynamoDB::GlobalTable').map(([id]) => id);

    // A changed id is a new, empty table.
    expect(ids.toSorted()).toEqual([
      'DeskTableC54AC915',
      'InsightsTable114BD06F',
      'KnowledgeTable15ACD058',
      'TicketsTable99936E8C',
    ]);
  });
});

describe('a work queue', () => {
  const Queue = z.looseObject({
    SqsManagedSseEnabled: z.literal(true),
    RedrivePolicy: z.optional(
      z.looseObject({ maxReceiveCount: z.literal(5), deadLetterTargetArn: z.unknown() }),
    ),
  });

  it('is encrypted, and refuses what does not come over TLS', () => {
    const queues = ofType(service, 'AWS::SQS::Queue');
    const refusals = ofType(service, 'AWS::SQS::QueuePolicy')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'))
      .map(([, { Properties }]) => JSON.stringify(Properties['Queues']));

    expect(queues.map(([id]) => JSON.stringify([{ Ref: id }])).toSorted()).toEqual(refusals.toSorted());
    for (const [, { Properties }] of queues) expect(() => Queue.parse(Properties)).not.toThrow();
  });

  it('gives up a message after five tries, into dead letters of its own', () => {
    const redrives = ofType(service, 'AWS::SQS::Queue').flatMap(([, { Properties }]) => {
      const { RedrivePolicy } = Queue.parse(Properties);
      return RedrivePolicy ? [textOf(RedrivePolicy.deadLetterTargetArn, data)] : [];
    });

    expect(redrives).toHaveLength(11);
    expect(new Set(redrives).size).toBe(11);
  });

  it('is worked again for the failed messages of a batch only', () => {
    const mappings = ofType(service, 'AWS::Lambda::EventSourceMapping');

    expect(mappings).toHaveLength(13);
    for (const [, { Properties }] of mappings) {
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('hides a message longer than its worker may take', () => {
    const Mapping = z.looseObject({
      FunctionName: z.looseObject({ Ref: z.string() }),
      EventSourceArn: z.looseObject({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
    });
    const margins = ofType(service, 'AWS::Lambda::EventSourceMapping')
      .filter(([, { Properties }]) => Properties['BisectBatchOnFunctionError'] === undefined)
      .map(([, { Properties }]) => Mapping.parse(Properties))
      .map(({ FunctionName, EventSourceArn }) => {
        const worker = service.Resources[FunctionName.Ref]?.Properties['Timeout'];
        const queue = service.Resources[EventSourceArn['Fn::GetAtt'][0]]?.Properties['VisibilityTimeout'];
        return Number(queue) - Number(worker);
      });

    expect(Math.min(...margins)).toBeGreaterThan(0);
  });
});

describe('an alarm', () => {
  it('watches every queue of dead letters', () => {
    const deadLetters = ofType(service, 'AWS::SQS::Queue')
      .filter(([, { Properties }]) => Properties['RedrivePolicy'] === undefined)
      .map(([id]) => id);
    const watched = ofType(service, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
      JSON.stringify(Properties['Dimensions'] ?? []),
    );

    expect(deadLetters).toHaveLength(15);
    for (const id of deadLetters) expect(watched.filter((one) => one.includes(`"${id}"`))).toHaveLength(1);
  });

  it.each([
    ['a risk filter that cannot be read', 'RiskFilterBroken', 1],
    ['a quality review that is open', 'QualityReviewsOpen', 1],
    ['people who wait', 'LongestWaitSeconds', { Ref: 'WaitAlarmSeconds' }],
  ])('tells of %s', (_what, MetricName, Threshold) => {
    const alarms = ofType(service, 'AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties['MetricName'] === MetricName,
    );

    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.[1].Properties).toMatchObject({ Namespace: 'Kefu', Threshold });
  });

  it('tells of a month that costs too much, at two levels', () => {
    const thresholds = ofType(service, 'AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties['MetricName'] === 'BudgetLevel')
      .map(([, { Properties }]) => Properties['Threshold']);

    expect(thresholds.toSorted()).toEqual([2, 3]);
  });

  it('names a section of the runbook that there is', () => {
    const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
    const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z ]/g, '')
        .replaceAll(' ', '-'),
    );
    const named = ofType(service, 'AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) =>
        /runbook\.md#([a-z-]+)$/.exec(String(Properties['AlarmDescription']))?.[1] ?? '',
    );

    expect([...new Set(named)].filter((section) => !sections.includes(section))).toEqual([]);
  });

  it('is heard', () => {
    const [topic] = ofType(service, 'AWS::SNS::Topic').map(([id]) => id);

    for (const [, { Properties }] of ofType(service, 'AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmActions']).toEqual([{ Ref: topic }]);
    }
  });
});

describe('the dashboard', () => {
  it('shows fewer metrics than are free, each of a resource that there is', () => {
    const [page] = ofType(service, 'AWS::CloudWatch::Dashboard');
    const text = JSON.stringify(page?.[1].Properties['DashboardBody']);
    const metrics = text.match(/\\\\?"(AWS\/(Lambda|SQS)|Kefu)\\\\?"/g) ?? [];
    const referred = [...text.matchAll(/"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/g)].map(([, id = '']) => id);

    expect(metrics.length).toBeGreaterThan(20);
    expect(metrics.length).toBeLessThanOrEqual(50);
    expect(referred.filter((id) => !service.Resources[id] && !id.startsWith('AWS'))).toEqual([]);
  });
});

describe('the stream of the tickets table', () => {
  it('is read in order, past a record that fails, and keeps what fails for good', () => {
    const [mapping] = ofType(service, 'AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .filter(({ StartingPosition }) => StartingPosition !== undefined);

    expect(textOf(mapping?.['EventSourceArn'], data)).toMatch(/^<TicketsTable\w+\.StreamArn>$/);
    expect(mapping).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(mapping?.['DestinationConfig']).toHaveProperty('OnFailure.Destination');
  });
});

describe('the HTTP API', () => {
  const operations: [string, Operation][] = Object.values(apis).flatMap((api) =>
    Object.entries<Operation>(api),
  );

  it.each(operations)('has a route for %s', (_name, { method, path }) => {
    expect(routeKeys()).toContain(`${method} ${path}`);
  });

  it('answers every other route too, and serves its contracts', () => {
    const contracts = ['$default', 'GET /v1/openapi.json', 'GET /v1/asyncapi.json'];
    const socket = ['$connect', '$default', '$disconnect', 'seen', 'typing'];

    expect(routeKeys()).toHaveLength(operations.length + contracts.length + socket.length);
    expect(routeKeys()).toEqual(expect.arrayContaining([...contracts, ...socket]));
  });

  it('logs each request as JSON', () => {
    const formats = ofType(service, 'AWS::ApiGatewayV2::Stage').flatMap(
      ([, { Properties }]) => z.safeParse(AccessLog, Properties['AccessLogSettings']).data?.Format ?? [],
    );

    expect(formats).toHaveLength(1);
    expect(z.record(z.string(), z.string()).parse(JSON.parse(formats[0] ?? ''))).toHaveProperty(
      'requestId',
      '$context.requestId',
    );
  });

  const AccessLog = z.looseObject({ Format: z.string() });
});

describe('the WebSocket API', () => {
  it('lets a socket open for those the authorizer knows', () => {
    const [authorizer] = ofType(service, 'AWS::ApiGatewayV2::Authorizer');
    const [connect] = ofType(service, 'AWS::ApiGatewayV2::Route').filter(
      ([, { Properties }]) => Properties['RouteKey'] === '$connect',
    );

    expect(authorizer?.[1].Properties).toMatchObject({
      AuthorizerType: 'REQUEST',
      IdentitySource: ['route.request.querystring.token'],
    });
    expect(connect?.[1].Properties).toMatchObject({
      AuthorizationType: 'CUSTOM',
      AuthorizerId: { Ref: authorizer?.[0] },
    });
  });
});

describe('the bucket of exports', () => {
  it('is private, encrypted, and empties itself after the days an operator chose', () => {
    const [bucket] = ofType(service, 'AWS::S3::Bucket');

    expect(bucket?.[1]).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: { Ref: 'ExportDays' }, Status: 'Enabled' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });

  it('refuses what does not come over TLS', () => {
    const policies = JSON.stringify(ofType(service, 'AWS::S3::BucketPolicy'));

    expect(policies).toContain('"aws:SecureTransport":"false"');
    expect(policies).not.toContain('"Effect":"Allow"');
  });

  it('is filled every night, at half past three on the clock of the business', () => {
    const [schedule] = ofType(service, 'AWS::Scheduler::Schedule').filter(([id]) =>
      id.startsWith('ExportsDaily'),
    );

    expect(schedule?.[1].Properties).toMatchObject({
      ScheduleExpression: 'cron(30 3 * * ? *)',
      ScheduleExpressionTimezone: { Ref: 'TimeZone' },
      Target: { Input: '{"kind":"daily"}' },
    });
  });
});

describe('a schedule', () => {
  it('sweeps every minute', () => {
    const [sweep] = ofType(service, 'AWS::Scheduler::Schedule').filter(([id]) =>
      id.startsWith('TimersSweep'),
    );

    expect(sweep?.[1].Properties['ScheduleExpression']).toBe('rate(1 minute)');
  });

  it('keeps capacity every minute, and what fails for good', () => {
    const [minute] = ofType(service, 'AWS::Scheduler::Schedule').filter(([id]) =>
      id.startsWith('CapacityPlanMinute'),
    );

    expect(minute?.[1].Properties['ScheduleExpression']).toBe('rate(1 minute)');
    expect(minute?.[1].Properties['Target']).toHaveProperty('DeadLetterConfig');
  });
});

describe('insights', () => {
  it('are added up every five minutes, and what fails for good is kept', () => {
    const [schedule] = ofType(service, 'AWS::Scheduler::Schedule').filter(([id]) =>
      id.startsWith('InsightsRollUp'),
    );

    expect(schedule?.[1].Properties['ScheduleExpression']).toBe('rate(5 minutes)');
    expect(schedule?.[1].Properties['Target']).toHaveProperty('DeadLetterConfig');
  });

  it('count on the clock of the business', () => {
    expect(environmentsWith(service, 'TIME_ZONE').map(({ TIME_ZONE }) => TIME_ZONE)).toEqual(
      Array.from({ length: 7 }, () => ({ Ref: 'TimeZone' })),
    );
  });
});

describe('both stacks', () => {
  it('have only what is billed by use', () => {
    const billedByUse = [
      'AWS::ApiGatewayV2',
      'AWS::CloudWatch::Alarm',
      // The first three of an account, with up to 50 metrics each, are free.
      'AWS::CloudWatch::Dashboard',
      'AWS::Cognito',
      'AWS::DynamoDB::GlobalTable',
      'AWS::Events',
      'AWS::IAM',
      'AWS::Lambda',
      'AWS::Logs::LogGroup',
      'AWS::S3',
      'AWS::SNS',
      'AWS::SQS',
      'AWS::Scheduler',
      'Custom::KefuCapacityPlan',
      // By the month and key: two of them, 0.40 USD each.
      'AWS::SecretsManager::Secret',
    ];

    const other = all()
      .map(([, { Type }]) => Type)
      .filter((type) => !billedByUse.some((prefix) => `${type}:`.startsWith(`${prefix}:`)));

    expect([...new Set(other)]).toEqual([]);
  });

  it('reserve nothing: no VPC, no provisioned concurrency, no capacity of tables, no key of our own', () => {
    const reserved =
      /"(VpcConfig|ProvisionedConcurrencyConfig|\w*Provisioned(Throughput|ThroughputSettings)|\w*K[Mm][Ss]\w*KeyId)"/g;

    expect(templates().match(reserved)).toBeNull();
  });

  it('keep nothing warm by the hour unless a deployment asks for it', () => {
    const warm = ['PeakProvisioned', 'OffPeakProvisioned'].map(
      (name) => service.Parameters[name]?.['Default'],
    );

    expect(warm).toEqual([0, 0]);
  });

  it('run Node 24 on arm64', () => {
    const functions = ofType(service, 'AWS::Lambda::Function');

    expect(functions).toHaveLength(functionNames.length);
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('spell out no partition, Region, account or host name', () => {
    // Service principals are the same in every partition.
    const text = templates().replace(/"(Service|Principal)":"[a-z]+\.amazonaws\.com"/g, '');

    expect(
      text.match(
        /.{0,40}(arn:aws|amazonaws\.com|us-east-1|[a-z]{2}-(north|south|east|west)-\d|(?<![\da-f])\d{12}(?![\da-f])).{0,20}/g,
      ),
    ).toBeNull();
  });

  it('are the same wherever they are synthesised', () => {
    expect(elsewhere).toEqual([data, service]);
  });

  it('name nothing that CloudFormation can name', () => {
    const names = [
      'FunctionName',
      'QueueName',
      'TableName',
      'RoleName',
      'LogGroupName',
      'TopicName',
      'UserPoolName',
    ];
    const named = all().filter(
      ([, { Type, Properties }]) =>
        ![
          'AWS::Lambda::EventSourceMapping',
          'AWS::Lambda::Permission',
          'AWS::Lambda::Alias',
          'AWS::Lambda::Version',
        ].includes(Type) && names.some((name) => name in Properties),
    );

    expect(named).toEqual([]);
  });
});

describe('a bundle', () => {
  it.each(functionNames)('of %s stays within its budget', (name) => {
    expect(bundleOf(name).bytes).toBeLessThanOrEqual(budgetOf(name));
  });
});

function all(): [string, Resource][] {
  return [...Object.entries(data.Resources), ...Object.entries(service.Resources)];
}

function templates(): string {
  return JSON.stringify([data, service]);
}

function routeKeys(): string[] {
  return ofType(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) =>
    String(Properties['RouteKey']),
  );
}
