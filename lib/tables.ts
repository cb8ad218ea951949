import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type TablePropsV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type {
  DeskEnvironment,
  InsightsEnvironment,
  KnowledgeEnvironment,
  TicketsEnvironment,
} from '../schemas/environment.ts';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** What every table here is: billed by request, encrypted, recoverable to any second of 35 days, and kept. */
const kept: TablePropsV2 = {
  partitionKey: string('pk'),
  sortKey: string('sk'),
  billing: Billing.onDemand(),
  encryption: TableEncryptionV2.awsManagedKey(),
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** Where tickets are found by something else than their id. */
const indexes = ['byWork', 'byCustomer', 'byDue'] as const;
type TicketsIndex = (typeof indexes)[number];

/** Tickets and their histories. Its stream is what everything else follows from. */
export class TicketsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      ...kept,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      globalSecondaryIndexes: indexes.map((indexName) => {
        const key = indexName.replace('by', '').toLowerCase();
        return {
          indexName,
          partitionKey: string(`${key}Pk`),
          sortKey: string(`${key}Sk`),
          projectionType: ProjectionType.KEYS_ONLY,
        };
      }),
    });
  }

  /** Lets the function read tickets and their histories. */
  grantRead(worker: LambdaFunction): void {
    this.grant(worker, this.table.tableArn, 'Query');
  }

  /** Lets the function read tickets and save what it decides about them. */
  grantDecide(worker: LambdaFunction): void {
    this.grant(worker, this.table.tableArn, 'Query', 'PutItem');
  }

  /** Lets the function list the tickets that these indexes find, with the last events of those whose row may be behind. */
  grantList(worker: LambdaFunction, ...found: TicketsIndex[]): void {
    this.grantFind(worker, ...found);
    this.grant(worker, this.table.tableArn, 'BatchGetItem', 'Query');
  }

  /** Lets the function read what these indexes say, without the tickets. */
  grantFind(worker: LambdaFunction, ...found: TicketsIndex[]): void {
    for (const index of found) this.grant(worker, `${this.table.tableArn}/index/${index}`, 'Query');
  }

  // The table's own `grant` would open every index with it.
  private grant(worker: LambdaFunction, resource: string, ...actions: string[]): void {
    const name: keyof TicketsEnvironment = 'TICKETS_TABLE';
    worker.addEnvironment(name, this.table.tableName);
    Grant.addToPrincipal({
      grantee: worker,
      actions: actions.map((action) => `dynamodb:${action}`),
      resourceArns: [resource],
    });
  }
}

/** What a desk table function may do. */
type DeskAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';

/** Agents, sessions, open sockets and capacity. */
export class DeskTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', { ...kept, timeToLiveAttribute: 'removeAt' });
  }

  /** Lets the function do just these things with agents, sessions, sockets and capacity. */
  grant(worker: LambdaFunction, ...actions: DeskAction[]): void {
    const name: keyof DeskEnvironment = 'DESK_TABLE';
    worker.addEnvironment(name, this.table.tableName);
    this.table.grant(worker, ...actions.map((action) => `dynamodb:${action}`));
  }
}

/** Articles and their versions, what programs made of them, and questions that wait for an article. */
export class KnowledgeTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', { ...kept, timeToLiveAttribute: 'removeAt' });
  }

  /** Lets the function read every article, and what programs made of them. */
  grantRead(worker: LambdaFunction): void {
    this.grant(worker, 'Query', 'GetItem');
  }

  /** Lets the function read what programs made, or publish it too, and nothing else of this table. */
  grantArtefacts(worker: LambdaFunction, may: 'read' | 'publish' = 'read'): void {
    const more = may === 'publish' ? ['dynamodb:PutItem', 'dynamodb:DeleteItem'] : [];
    const name: keyof KnowledgeEnvironment = 'KNOWLEDGE_TABLE';
    worker.addEnvironment(name, this.table.tableName);
    Grant.addToPrincipal({
      grantee: worker,
      actions: ['dynamodb:GetItem', 'dynamodb:Query', ...more],
      resourceArns: [this.table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ARTEFACT', 'X#*'] } },
    });
  }

  /** Lets the function write articles, publish what is made of them, and settle questions. */
  grantEdit(worker: LambdaFunction): void {
    this.grant(worker, 'Query', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
  }

  /** Lets the function count questions. */
  grantCollect(worker: LambdaFunction): void {
    this.grant(worker, 'Query', 'PutItem');
  }

  private grant(worker: LambdaFunction, ...actions: string[]): void {
    const name: keyof KnowledgeEnvironment = 'KNOWLEDGE_TABLE';
    worker.addEnvironment(name, this.table.tableName);
    this.table.grant(worker, ...actions.map((action) => `dynamodb:${action}`));
  }
}

/** What an insights table function may do. */
type InsightsAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';

/** Figures of tickets, what they add up to, and who exported what: nothing anybody wrote. */
export class InsightsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', { ...kept, timeToLiveAttribute: 'removeAt' });
  }

  /** Lets the function do just these things with figures. */
  grant(worker: LambdaFunction, ...actions: InsightsAction[]): void {
    const name: keyof InsightsEnvironment = 'INSIGHTS_TABLE';
    worker.addEnvironment(name, this.table.tableName);
    this.table.grant(worker, ...actions.map((action) => `dynamodb:${action}`));
  }
}
