import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Findings of cdk-nag and of the Control Tower rules (cfn-guard) that we accept, and why. */
export interface Suppression {
  readonly rules: readonly string[];
  /** Paths of the resources it holds for; any other resource with the finding stops the synthesis. */
  readonly where: RegExp;
  readonly reason: string;
}

export const suppressions: readonly Suppression[] = [
  {
    rules: ['AwsSolutions-APIG4', 'api_gw_v2_authorization_type_configured_check'],
    where: /^KefuService\/HttpApi\/Api\/.+\/Resource$/,
    reason:
      'Every operation names its callers in its contract, and runtime/callers.ts refuses all others before the operation ' +
      'is run. A gateway authorizer would need a second call for session tokens, and cannot read roles from the claim an ' +
      'operator names.',
  },
  {
    rules: ['AwsSolutions-APIG4', 'api_gw_v2_authorization_type_configured_check'],
    where: /^KefuService\/SocketApi\/Api\/(\$default|\$disconnect|seen|typing)-Route\/Resource$/,
    reason: 'A WebSocket API authorizes $connect only; what it found out stays with the connection.',
  },
  {
    rules: ['AwsSolutions-APIG1', 'Serverless-APIGWAccessLogging', 'api_gw_v2_access_logs_enabled_check'],
    where: /^KefuService\/SocketApi\/Stage\/Resource$/,
    reason:
      'Access logs of a WebSocket API need the API Gateway role of the whole account, which this stack would take from ' +
      'its neighbours. The socket function logs one line per decision.',
  },
  {
    rules: ['AwsSolutions-COG2'],
    where: /^KefuService\/SignIn\/Pool\/Resource$/,
    reason:
      'The built-in pool is for a start: a second factor comes with the issuer a company names with OidcIssuer.',
  },
  {
    rules: ['AwsSolutions-COG8'],
    where: /^KefuService\/SignIn\/Pool\/Resource$/,
    reason:
      'The Plus plan is billed for every agent and month; the pool has no self sign-up and long passwords.',
  },
  {
    rules: ['AwsSolutions-SMG4'],
    where: /^KefuData\/Secrets\/(Session|Host)\/Resource$/,
    reason:
      'The host key is shared with a back end outside this account and the session key makes repeated starts the same ' +
      'session: both change together with people, not by themselves.',
  },
  {
    rules: [
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<SocketApi9DED0CBC>/live/POST/@connections/*]',
    ],
    where: /^KefuService\/(LiveReader|Delivery|Signals)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Connections get their ids when they open; it is one action on one stage of one API.',
  },
  {
    rules: [
      'AwsSolutions-IAM5[Resource::<SweepFunctionA7728703.Arn>:*]',
      'AwsSolutions-IAM5[Resource::<CapacityFunctionD9DE2EFA.Arn>:*]',
      'AwsSolutions-IAM5[Resource::<RollUpFunction5F84EE80.Arn>:*]',
    ],
    where: /^KefuService\/SchedulerRoleForTarget-\w+\/DefaultPolicy\/Resource$/,
    reason: 'The CDK grants a schedule the versions of the one function it calls along with the function.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::<ExportsBucket54D5CE64.Arn>/*]'],
    where: /^KefuService\/(Exporter|ExportsApi)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'The bucket holds nothing but exports, whose names are made when they are asked for.',
  },
  {
    rules: ['AwsSolutions-S1', 's3_bucket_logging_enabled_check', 's3_event_notifications_enabled_check'],
    where: /^KefuService\/Exports\/Bucket\/Resource$/,
    reason:
      'Who asks for an export and who is given links to its files is kept with the export and logged; access logs of the bucket would ' +
      'need another bucket that nobody looks into.',
  },
  {
    rules: ['s3_bucket_versioning_enabled_check', 's3_bucket_object_lock_enabled_check'],
    where: /^KefuService\/Exports\/Bucket\/Resource$/,
    reason:
      'A file is written once and never again, and may be made anew from the histories. It holds what customers wrote, and has to ' +
      'be gone after its days, not kept in an earlier version.',
  },
  {
    rules: ['s3_bucket_default_encryption_kms_check'],
    where: /^KefuService\/Exports\/Bucket\/Resource$/,
    reason: 'S3 encrypts with its own key; a customer-managed one is billed by the month and by the request.',
  },
  {
    rules: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy', 'sqs_dlq_check'],
    where: /\/DeadLetters\/Resource$/,
    reason: 'It is a dead-letter queue: what is in it waits 14 days for people, with an alarm.',
  },
  {
    rules: ['Serverless-LambdaEventSourceMappingDestination'],
    where: /^KefuService\/(?!RelayStream)(\w+\/)+Mapping\/Resource$/,
    reason:
      'Its source is a queue: the queue’s redrive policy keeps what fails, a mapping of a queue has no destination.',
  },
  {
    rules: ['Serverless-LambdaDLQ'],
    where: /^KefuService\/(?!Sweep|Capacity|RollUp)\w+\/Function\/Resource$/,
    reason:
      'Nothing calls it and goes away: API Gateway waits for the answer, and queues and the stream keep what fails in ' +
      'dead-letter queues of their own.',
  },
  {
    rules: ['Serverless-LambdaTracing'],
    where: /^KefuService\/\w+\/Function\/Resource$/,
    reason:
      'X-Ray needs a permission on every resource (*) and milliseconds of every start. A ticket’s history says what ' +
      'happened and when; requests are joined by their ids in the logs.',
  },
  {
    rules: ['lambda_inside_vpc_check'],
    where: /^KefuService\/\w+\/Function\/Resource$/,
    reason:
      'A function in a VPC reaches AWS through a NAT gateway or endpoints, billed by the hour; it has nothing in a VPC to talk to.',
  },
  {
    rules: ['lambda_function_public_access_prohibited_check'],
    where: /^KefuService\/(HttpApi|SocketApi)\/.+Permission/,
    reason:
      'The permission names the one API and route of this account that may call. The rule cannot read an ARN made of ' +
      'the partition and Region of the deployment.',
  },
  {
    rules: ['cloudwatch_log_group_retention_period_check'],
    where: /\/(Logs|AccessLogs)\/Resource$/,
    reason:
      'LogRetentionDays is the operator’s. Logs are for finding faults; what must be proven later is in the tickets’ histories.',
  },
  {
    rules: ['cloudwatch_log_group_encrypted_check'],
    where: /\/(Logs|AccessLogs)\/Resource$/,
    reason:
      'CloudWatch encrypts with its own key; a customer-managed one is billed by the month, and logs hold ids, never a customer’s words.',
  },
];

/** Tells the checks which findings we accept. */
export function acceptFindings(below: IConstruct): void {
  for (const construct of below.node.findAll()) {
    for (const { rules, where, reason } of suppressions) {
      if (!where.test(construct.node.path)) continue;
      Validations.of(construct).acknowledge(...rules.map((id) => ({ id, reason })));
    }
  }
}
