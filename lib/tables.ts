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
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { DeskEnvironment, KnowledgeEnvironment, TicketsEnvironment } from '../schemas/environment.ts';

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

/** Tickets and their histories. Its stream is what everything else follows from. */
export class TicketsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const index = (name: string) => ({
      indexName: `by${name}`,
      partitionKey: string(`${name.toLowerCase()}Pk`),
      sortKey: string(`${name.toLowerCase()}Sk`),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.table = new TableV2(this, 'Table', {
      ...kept,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      globalSecondaryIndexes: [index('Work'), index('Customer'), index('Due')],
    });
  }

  /** Lets the function read tickets and their histories. */
  grantRead(worker: LambdaFunction): void {
    this.locate(worker);
    this.table.grant(worker, 'dynamodb:Query');
  }

  /** Lets the function read tickets and save what it decides about them. */
  grantDecide(worker: LambdaFunction): void {
    this.grantRead(worker);
    this.table.grant(worker, 'dynamodb:PutItem');
  }

  /** Lets the function list tickets by queue, agent, customer or deadline. */
  grantList(worker: LambdaFunction): void {
    this.grantRead(worker);
    this.table.grant(worker, 'dynamodb:BatchGetItem');
  }

  /** Lets the function read what an index says, without the tickets. */
  grantQuery(worker: LambdaFunction): void {
    this.grantRead(worker);
  }

  private locate(worker: LambdaFunction): void {
    const name: keyof TicketsEnvironment = 'TICKETS_TABLE';
    worker.addEnvironment(name, this.table.tableName);
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

/** Articles and their earlier versions. */
export class KnowledgeTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', kept);
  }

  /** Lets the function read every article. */
  grantList(worker: LambdaFunction): void {
    this.grant(worker, 'Query');
  }

  /** Lets the function read and write articles. */
  grantEdit(worker: LambdaFunction): void {
    this.grant(worker, 'Query', 'GetItem', 'PutItem');
  }

  private grant(worker: LambdaFunction, ...actions: string[]): void {
    const name: keyof KnowledgeEnvironment = 'KNOWLEDGE_TABLE';
    worker.addEnvironment(name, this.table.tableName);
    this.table.grant(worker, ...actions.map((action) => `dynamodb:${action}`));
  }
}
