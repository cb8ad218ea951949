import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { type App, CfnResource, type IPolicyValidationPlugin, Stack } from 'aws-cdk-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../lib/checks.ts';
import { functionNames } from '../../lib/shared/bundle.ts';
import { acceptFindings, suppressions } from '../../lib/suppressions.ts';
import { apis } from '../../schemas/api.ts';
import { synthesise } from './synthesised.ts';

interface Finding {
  rule: string;
  path: string;
}

const functions = functionNames.length;
/** Every operation, both contracts, the answer to unknown routes, and the socket's routes after $connect. */
const openRoutes = Object.values(apis).flatMap((api) => Object.keys(api)).length + 2 + 1 + 4;
/** Of eleven work queues, the two readers of the stream, the capacity plan and the roll-up. */
const deadLetters = 15;

/** There is no cfn-guard for Windows in the package. */
const withGuard = process.platform !== 'win32';

let found: Finding[];
let accepted: Finding[];

beforeAll(async () => {
  const { app } = await synthesise();
  const templatePaths = app.synth().stacks.map(({ templateFullPath }) => templateFullPath);
  const guard = withGuard ? [new CfnGuardValidator()] : [];
  found = [...checks(), ...guard].flatMap((plugin) => findingsOf(plugin, app, templatePaths));
  acceptFindings(app);
  const left = checks().flatMap((plugin) => findingsOf(plugin, app, templatePaths));
  expect(left).toEqual([]);
  accepted = found.filter((finding) => suppressions.some((one) => covers(one, finding)));
}, 180_000);

describe('the rules of AwsSolutions, Serverless and Control Tower', () => {
  it('find nothing that nobody has accepted', () => {
    expect(found.filter((finding) => !accepted.includes(finding))).toEqual([]);
  });

  it('find nothing more to accept than yesterday', () => {
    const counts = new Map<string, number>();
    for (const { rule } of accepted) {
      const name = rule.replace(/\[.*\]$/, '');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }

    const guard = {
      api_gw_v2_access_logs_enabled_check: 1,
      api_gw_v2_authorization_type_configured_check: openRoutes,
      cloudwatch_log_group_encrypted_check: functions + 1,
      cloudwatch_log_group_retention_period_check: functions + 1,
      // A permission for each route of both APIs and for the authorizer.
      lambda_function_public_access_prohibited_check: openRoutes + 2,
      lambda_inside_vpc_check: functions,
      s3_bucket_default_encryption_kms_check: 1,
      s3_bucket_logging_enabled_check: 1,
      s3_bucket_object_lock_enabled_check: 1,
      s3_bucket_versioning_enabled_check: 1,
      s3_event_notifications_enabled_check: 1,
      sqs_dlq_check: deadLetters,
    };
    expect(Object.fromEntries(counts)).toEqual({
      'AwsSolutions-APIG1': 1,
      'AwsSolutions-APIG4': openRoutes,
      'AwsSolutions-COG2': 1,
      'AwsSolutions-COG8': 1,
      'AwsSolutions-IAM5': 8,
      'AwsSolutions-S1': 1,
      'AwsSolutions-SMG4': 2,
      'AwsSolutions-SQS3': 2,
      'Serverless-APIGWAccessLogging': 1,
      'Serverless-LambdaDLQ': functions - 3,
      'Serverless-LambdaEventSourceMappingDestination': 11,
      'Serverless-LambdaTracing': functions,
      'Serverless-SQSRedrivePolicy': deadLetters,
      ...(withGuard && guard),
    });
  });

  it('still find everything that is accepted', () => {
    const idle = suppressions.flatMap((one) =>
      one.rules.filter((rule) => !found.some((finding) => finding.rule === rule && covers(one, finding))),
    );

    expect(idle.filter((rule) => withGuard || !rule.endsWith('_check'))).toEqual([]);
  });

  it('are accepted with a reason', () => {
    expect(suppressions.filter(({ reason }) => reason.length < 60)).toEqual([]);
  });
});

function covers({ rules, where }: (typeof suppressions)[number], { rule, path }: Finding): boolean {
  return rules.includes(rule) && where.test(path);
}

function findingsOf(plugin: IPolicyValidationPlugin, app: App, templatePaths: string[]): Finding[] {
  const context = { templatePaths, stackTemplates: [], appConstruct: app };
  const paths = pathsByLogicalId(app);
  return plugin.validate(context).violations.flatMap(({ ruleName: rule, violatingResources }) =>
    violatingResources.map(({ constructPath, resourceLogicalId = '' }) => ({
      rule,
      path: constructPath ?? paths.get(resourceLogicalId) ?? resourceLogicalId,
    })),
  );
}

function pathsByLogicalId(app: App): Map<string, string> {
  const resources = app.node.findAll().filter((one) => CfnResource.isCfnResource(one));
  return new Map(
    resources.map((one) => [String(Stack.of(one).resolve(one.logicalId)), one.node.path] as const),
  );
}
