import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppProps, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { kefuApp } from '../../lib/app.ts';

const Named = z.record(z.string(), z.unknown());
const Resource = z.looseObject({
  Type: z.string(),
  Properties: z._default(Named, {}),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
});
export type Resource = z.infer<typeof Resource>;
const Stored = z.looseObject({
  Parameters: z._default(z.record(z.string(), Named), {}),
  Resources: z.record(z.string(), Resource),
  Outputs: z._default(z.record(z.string(), z.looseObject({ Value: z.unknown() })), {}),
});
export type Stored = z.infer<typeof Stored>;

/** Both stacks as CloudFormation gets them. */
export async function synthesise(props: AppProps = {}) {
  const made = await kefuApp({ outdir: mkdtempSync(join(tmpdir(), 'kefu-infra-')), ...props });
  return { ...made, data: read(made.data), service: read(made.service) };
}

function read(stack: Stack): Stored {
  return Stored.parse(Template.fromStack(stack).toJSON());
}

/** The resources of a type, by logical id. */
export function ofType({ Resources }: Stored, type: string): [string, Resource][] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}

/** The environments of the functions that are handed a variable. */
export function environmentsWith(service: Stored, name: string): Record<string, unknown>[] {
  const Variables = z.looseObject({ Variables: z.record(z.string(), z.unknown()) });
  return ofType(service, 'AWS::Lambda::Function')
    .map(([, { Properties }]) => Variables.parse(Properties['Environment']).Variables)
    .filter((variables) => name in variables);
}

const Intrinsic = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.strictObject({ 'Fn::ImportValue': z.string() }),
  z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
]);

/** A value with its intrinsic functions written out: `<Id>`, `<Id.Attribute>`; imports as what they import. */
export function textOf(value: unknown, data: Stored): string {
  if (typeof value === 'string') return value;
  const intrinsic = Intrinsic.parse(value);
  if ('Ref' in intrinsic) return `<${intrinsic.Ref}>`;
  if ('Fn::GetAtt' in intrinsic) return `<${intrinsic['Fn::GetAtt'].join('.')}>`;
  if ('Fn::Join' in intrinsic) {
    const [separator, parts] = intrinsic['Fn::Join'];
    return parts.map((part) => textOf(part, data)).join(separator);
  }
  const output = data.Outputs[intrinsic['Fn::ImportValue'].replace(/^\w+:/, '')];
  return textOf(output?.Value, data);
}

/** A value that may stand alone or in a list, as a list. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
