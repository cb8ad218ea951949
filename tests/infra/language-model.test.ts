import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bundleOf } from '../../lib/shared/bundle.ts';
import { BotWriterEnvironment } from '../../schemas/environment.ts';
import { ofType, synthesise, textOf, type Stored } from './synthesised.ts';

const Expression = z.union([
  z.strictObject({ 'Fn::Not': z.tuple([z.unknown()]) }),
  z.strictObject({ 'Fn::And': z.array(z.unknown()) }),
  z.strictObject({ 'Fn::Equals': z.tuple([z.unknown(), z.string()]) }),
  z.strictObject({ Condition: z.string() }),
]);
const Conditions = z.looseObject({ Conditions: z.record(z.string(), z.unknown()) });
const Policy = z.looseObject({
  Roles: z.tuple([z.strictObject({ Ref: z.string() })]),
  PolicyDocument: z.looseObject({
    Statement: z.tuple([z.looseObject({ Action: z.string(), Resource: z.unknown() })]),
  }),
});
const Conditional = z.looseObject({ Condition: z.string() });
const Settings = z.looseObject({
  Environment: z.looseObject({
    Variables: z.looseObject({
      BOT_WRITER: z.strictObject({
        'Fn::Sub': z.tuple([
          z.string(),
          z.strictObject({
            Model: z.strictObject({ 'Fn::If': z.tuple([z.string(), z.unknown(), z.unknown()]) }),
          }),
        ]),
      }),
    }),
  }),
});
const Value = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::Select': z.tuple([z.literal(0), z.strictObject({ Ref: z.string() })]) }),
]);

const PROFILE = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0';
const MODELS = [
  'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
  'arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0',
];
const BotWriterModelArns = [PROFILE, ...MODELS].join(',');

type Given = Record<string, string>;

let data: Stored;
let service: Stored;

beforeAll(async () => {
  ({ data, service } = await synthesise());
}, 120_000);

describe('the language model', () => {
  it('is off, and nobody may invoke any model, unless an operator says otherwise', () => {
    expect(allowed({})).toEqual([]);
    expect(told({})).toMatchObject({ use: 'off' });
  });

  it.each(['answers', 'intents', 'both'])('may be invoked by the classification alone (%s)', (BotWriter) => {
    const [only, ...others] = allowed({ BotWriter });

    expect(others).toEqual([]);
    expect(only?.role).toMatch(/^ClassificationRole/);
    expect(only).toMatchObject({
      action: 'bedrock:InvokeModel',
      resource: 'arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model/<BotWriterModelId>',
    });
  });

  it('is allowed with an inference profile and the models behind it, instead of a model of this Region', () => {
    const given = { BotWriter: 'answers', BotWriterModelArns };

    expect(allowed(given)).toMatchObject([
      { action: 'bedrock:InvokeModel', resource: '<BotWriterModelArns>' },
    ]);
    expect(told(given)).toMatchObject({ modelId: PROFILE });
  });

  it('stays forbidden while it is off, whatever it would be', () => {
    expect(allowed({ BotWriterModelArns })).toEqual([]);
  });

  it('has code that nobody loads before it is asked', () => {
    const { directory } = bundleOf('classification');

    expect(readFileSync(join(directory, 'index.mjs'), 'utf8')).not.toContain('/converse');
    expect(readFileSync(join(directory, 'language-model.mjs'), 'utf8')).toContain('/converse');
  });

  it('has settings that the function can read', () => {
    const given = { BotWriter: 'both', BotWriterCallsPerHour: '50', BotWriterTimeoutMs: '1200' };

    expect(told(given)).toEqual({
      use: 'both',
      modelId: 'amazon.nova-lite-v1:0',
      callsPerHour: 50,
      timeoutMs: 1200,
    });
  });

  it.each([
    ['BotWriterModelId', 'amazon.nova-lite-v1:0', true],
    ['BotWriterModelId', 'anthropic.claude-3-haiku-20240307-v1:0', true],
    ['BotWriterModelId', '*', false],
    ['BotWriterModelId', 'amazon.*', false],
    ['BotWriterModelId', '', false],
    ['BotWriterModelArns', '', true],
    ['BotWriterModelArns', BotWriterModelArns, true],
    ['BotWriterModelArns', 'us.amazon.nova-lite-v1:0', false],
    ['BotWriterModelArns', 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/*', false],
    ['BotWriterModelArns', `${PROFILE},arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0`, false],
  ])('takes no wildcard: %s = %s (%s)', (name, value, isTaken) => {
    const { AllowedPattern } = z.looseObject({ AllowedPattern: z.string() }).parse(service.Parameters[name]);

    // Of a list, CloudFormation holds every part to the pattern.
    expect(value.split(',').every((part) => new RegExp(AllowedPattern).test(part))).toBe(isTaken);
  });
});

/** Who may invoke what, with these parameters. */
function allowed(given: Given) {
  return ofType(service, 'AWS::IAM::Policy').flatMap(([, resource]) => {
    if (!JSON.stringify(resource.Properties).includes('bedrock:')) return [];
    const { Condition } = Conditional.parse(resource);
    const { Roles, PolicyDocument } = Policy.parse(resource.Properties);
    const [{ Action, Resource }] = PolicyDocument.Statement;
    return holds({ Condition }, given)
      ? [{ role: Roles[0].Ref, action: Action, resource: textOf(Resource, data) }]
      : [];
  });
}

/** The settings as the function reads them, with these parameters. */
function told(given: Given) {
  const [, worker] =
    ofType(service, 'AWS::Lambda::Function').find(([id]) => id.startsWith('Classification')) ?? [];
  const [text, { Model }] = Settings.parse(worker?.Properties).Environment.Variables.BOT_WRITER['Fn::Sub'];
  const [condition, byProfile, inRegion] = Model['Fn::If'];
  const modelId = valueOf(holds({ Condition: condition }, given) ? byProfile : inRegion, given);
  return BotWriterEnvironment.parse({
    BOT_WRITER: text.replace(/\$\{(\w+)\}/g, (_, name: string) =>
      name === 'Model' ? modelId : parameter(name, given),
    ),
  }).BOT_WRITER;
}

function holds(condition: unknown, given: Given): boolean {
  const expression = Expression.parse(condition);
  if ('Fn::Not' in expression) return !holds(expression['Fn::Not'][0], given);
  if ('Fn::And' in expression) return expression['Fn::And'].every((part) => holds(part, given));
  if ('Condition' in expression)
    return holds(Conditions.parse(service).Conditions[expression.Condition], given);
  const [left, right] = expression['Fn::Equals'];
  return valueOf(left, given) === right;
}

function valueOf(value: unknown, given: Given): string {
  const written = Value.parse(value);
  if ('Ref' in written) return parameter(written.Ref, given);
  return parameter(written['Fn::Select'][1].Ref, given).split(',')[0] ?? '';
}

function parameter(name: string, given: Given): string {
  return given[name] ?? String(service.Parameters[name]?.['Default']);
}
