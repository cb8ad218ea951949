import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  Alias,
  Architecture,
  CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { LogGroup, LogGroupClass } from 'aws-cdk-lib/aws-logs';
import { Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bundleOf, type FunctionName } from './bundle.ts';

export interface ServiceFunctionProps {
  /** The file in `functions/`, without its ending. */
  readonly name: FunctionName;
  /** What it does, for people who find it in the console. */
  readonly description: string;
  /** Days its logs are kept. */
  readonly logRetentionDays: number;
  /** @default 512 MB: the first call takes 3 ms instead of the 14 ms of the smallest size. */
  readonly memorySize?: number;
  /** @default 10 s */
  readonly timeout?: Duration;
  /** Gives it an alias that provisioned concurrency can be set on. @default false */
  readonly hot?: boolean;
}

/**
 * A Lambda function as every one of ours is: Node 24 on arm64, its bundle from `bundle.ts`, its own log group and a
 * role that may do nothing until a construct grants it something.
 */
export class ServiceFunction extends Construct {
  readonly worker: LambdaFunction;
  /** What triggers should call: the alias when there is one. */
  readonly target: IFunction;
  readonly alias?: Alias;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, description, hot = false, memorySize = 512, timeout = Duration.seconds(10) } = props;
    const logGroup: ILogGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetentionDays,
      logGroupClass: LogGroupClass.STANDARD,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.worker = new LambdaFunction(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleOf(name).directory),
      memorySize,
      timeout,
      logGroup,
      // Three lines about every invocation that went well would be most of the logs; metrics tell the same.
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      role,
      environment: { AWS_URL_SUFFIX: Stack.of(this).urlSuffix },
    });
    // Only its own log group, and only writing: the managed basic role may do this to every group of the account.
    const policy = new Policy(this, 'WriteLogs', { roles: [role] });
    logGroup.grantWrite(policy);
    if (hot) this.alias = new Alias(this, 'Live', { aliasName: 'live', version: this.worker.currentVersion });
    this.target = this.alias ?? this.worker;
  }

  /** Keeps what fails for good of a function whose caller does not wait for the answer, such as a schedule. */
  keepFailures(deadLetters: IQueue): void {
    const resource = this.worker.node.defaultChild;
    if (resource instanceof CfnFunction) resource.deadLetterConfig = { targetArn: deadLetters.queueArn };
    deadLetters.grant(this.worker, 'sqs:SendMessage');
  }
}
