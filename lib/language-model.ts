import { CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import { CfnPolicy, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { BotWriterEnvironment, BotWriterSettings } from '../schemas/environment.ts';
import type { Parameters } from './parameters.ts';
import type { ServiceFunction } from './shared/service-function.ts';

export interface LanguageModelProps {
  readonly parameters: Parameters;
  /** The function that may ask it. */
  readonly worker: ServiceFunction;
}

/** A language model on Bedrock, off unless an operator says otherwise: while it is off, no role may invoke anything. */
export class LanguageModel extends Construct {
  private readonly worker: ServiceFunction;

  constructor(scope: Construct, id: string, { parameters, worker }: LanguageModelProps) {
    super(scope, id);
    this.worker = worker;
    const { botWriter, botWriterModelId, botWriterModelArns } = parameters;
    const profile = Fn.select(0, botWriterModelArns);
    const isOn = Fn.conditionNot(Fn.conditionEquals(botWriter, 'off'));
    const hasProfile = new CfnCondition(this, 'HasProfile', {
      expression: Fn.conditionNot(Fn.conditionEquals(profile, '')),
    });
    const modelArn = Stack.of(this).formatArn({
      service: 'bedrock',
      account: '',
      resource: 'foundation-model',
      resourceName: botWriterModelId,
    });
    this.allow('InvokeModel', [modelArn], Fn.conditionAnd(isOn, Fn.conditionNot(hasProfile)));
    this.allow('InvokeProfile', botWriterModelArns, Fn.conditionAnd(isOn, hasProfile));
    const name: keyof BotWriterEnvironment = 'BOT_WRITER';
    const model = Fn.conditionIf(hasProfile.logicalId, profile, botWriterModelId);
    worker.worker.addEnvironment(name, Fn.sub(settings, { Model: model.toString() }));
  }

  /** A policy that exists only while the condition holds. */
  private allow(id: string, resources: string[], expression: CfnCondition['expression']): void {
    const { role } = this.worker.worker;
    const policy = new Policy(this, id, {
      roles: role ? [role] : [],
      statements: [new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources })],
    });
    const resource = policy.node.defaultChild;
    if (resource instanceof CfnPolicy)
      resource.cfnOptions.condition = new CfnCondition(this, `May${id}`, { expression });
  }
}

const template: Record<keyof BotWriterSettings, string> = {
  use: '${BotWriter}',
  modelId: '${Model}',
  callsPerHour: '${BotWriterCallsPerHour}',
  timeoutMs: '${BotWriterTimeoutMs}',
};

/** The settings as JSON: what is a number goes without quotation marks. */
const settings = JSON.stringify(template).replace(
  /"(\$\{(?:BotWriterCallsPerHour|BotWriterTimeoutMs)\})"/g,
  '$1',
);
