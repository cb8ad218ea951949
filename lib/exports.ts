import { CfnOutput, Duration, RemovalPolicy, Stack, TimeZone } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type {
  DailyExportEnvironment,
  ExportQueueEnvironment,
  ExportsEnvironment,
  TimeZoneEnvironment,
} from '../schemas/environment.ts';
import type { ExportWork } from '../schemas/export.ts';
import { hiddenSeconds } from '../schemas/work-queues.ts';
import type { Parameters } from './parameters.ts';
import type { ServiceFunction, ServiceFunctionProps } from './shared/service-function.ts';
import { WorkQueue } from './shared/work-queue.ts';
import type { InsightsTable, TicketsTable } from './tables.ts';

export interface ExportsProps {
  readonly parameters: Pick<Parameters, 'timeZone' | 'exportFormat' | 'exportDays'>;
  readonly tickets: TicketsTable;
  readonly insights: InsightsTable;
  /** Makes a function of the stack. */
  readonly make: (id: string, props: Omit<ServiceFunctionProps, 'logRetentionDays'>) => ServiceFunction;
}

/** Rows of tickets, messages and events as files: a private bucket, the work that fills it, and a schedule of every night. */
export class Exports extends Construct {
  /** Takes what is asked for, and hands out links. */
  readonly api: ServiceFunction;
  private readonly bucket: Bucket;
  private readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { parameters, tickets, insights, make }: ExportsProps) {
    super(scope, id);
    this.api = make('ExportsApi', { name: 'exports', description: 'Who exports what' });
    const exporter = make('Exporter', {
      name: 'exporter',
      description: 'Writes rows to files',
      // A whole processor: a part is some ten megabytes.
      memorySize: 1769,
      timeout: Duration.seconds(240),
    });
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Files go by themselves after their days; a bucket that still has some cannot be deleted with the stack.
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          expiration: Duration.days(parameters.exportDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.work = new WorkQueue(this, 'Work', {
      worker: exporter,
      pollers: 2,
      batchSize: 1,
      visibility: Duration.seconds(hiddenSeconds.exports),
    });
    for (const { worker } of [exporter, this.api]) {
      const zone: keyof TimeZoneEnvironment = 'TIME_ZONE';
      worker.addEnvironment(zone, parameters.timeZone);
      this.grantSend(worker);
    }
    this.grantFiles(exporter.worker, 's3:PutObject', 's3:GetObject');
    this.grantFiles(this.api.worker, 's3:GetObject');
    const format: keyof DailyExportEnvironment = 'EXPORT_FORMAT';
    exporter.worker.addEnvironment(format, parameters.exportFormat);
    tickets.grantRead(exporter.worker);
    for (const { worker } of [exporter, this.api]) insights.grant(worker, 'GetItem', 'PutItem', 'Query');

    const daily: ExportWork = { kind: 'daily' };
    new Schedule(this, 'Daily', {
      description:
        'Kefu: exports yesterday, once the last silences of it are over, and the day a week before',
      schedule: ScheduleExpression.cron({
        hour: '3',
        minute: '30',
        timeZone: TimeZone.of(parameters.timeZone),
      }),
      target: new SqsSendMessage(this.work.queue, {
        input: ScheduleTargetInput.fromObject(daily),
        deadLetterQueue: this.work.deadLetters,
      }),
    });
    new CfnOutput(Stack.of(this), 'ExportsBucket', { value: this.bucket.bucketName });
  }

  /** Lets the function send work of exports. */
  private grantSend(worker: LambdaFunction): void {
    const name: keyof ExportQueueEnvironment = 'EXPORTS_QUEUE_URL';
    worker.addEnvironment(name, this.work.queue.queueUrl);
    this.work.queue.grant(worker, 'sqs:SendMessage');
  }

  /** Lets the function do just this with files, and tells it where they are. */
  private grantFiles(worker: LambdaFunction, ...actions: string[]): void {
    const name: keyof ExportsEnvironment = 'EXPORTS_BUCKET';
    worker.addEnvironment(name, this.bucket.bucketName);
    Grant.addToPrincipal({ grantee: worker, actions, resourceArns: [this.bucket.arnForObjects('*')] });
  }
}
