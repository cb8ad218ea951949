import { CfnParameter, type CfnParameterProps, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import * as z from 'zod/mini';

/** Where operators may keep values of their own, so that no deployment has to name them: `"context": {"kefu": {"RegularSeats": 40}}`. */
const CONTEXT = 'kefu';
const Values = z.record(z.string(), z.union([z.string(), z.number()]));

/** A parameter of the stack; its default is what cdk.json says, if that says anything. @throws Error for a value that the parameter refuses */
export function parameter(stack: Construct, id: string, props: CfnParameterProps): CfnParameter {
  const given = valuesIn(stack)[id];
  if (given === undefined) return new CfnParameter(stack, id, props);
  const fault = faultIn(given, props);
  if (fault !== undefined) throw new Error(`cdk.json: ${CONTEXT}.${id} is ${given}, but ${fault}`);
  return new CfnParameter(stack, id, { ...props, default: given });
}

/** The value a parameter has when a deployment names none. */
export function defaultOf(scope: Construct, id: string): unknown {
  const found = Stack.of(scope).node.tryFindChild(id);
  return found instanceof CfnParameter ? found.default : undefined;
}

/** @throws Error that names what cdk.json sets although it is no parameter */
export function refuseUnknown(stack: Construct): void {
  const unknown = Object.keys(valuesIn(stack)).filter((id) => defaultOf(stack, id) === undefined);
  if (unknown.length === 0) return;
  throw new Error(`cdk.json: ${CONTEXT} sets ${unknown.join(', ')}, which is no parameter of this stack`);
}

function valuesIn(stack: Construct): Record<string, string | number> {
  const { success, data, error } = Values.safeParse(stack.node.tryGetContext(CONTEXT) ?? {});
  if (success) return data;
  const [issue] = error.issues;
  throw new Error(`cdk.json: ${[CONTEXT, ...(issue?.path ?? [])].join('.')} must be a text or a number`);
}

function faultIn(
  value: string | number,
  { type = 'String', minValue, maxValue, allowedPattern, allowedValues }: CfnParameterProps,
): string | undefined {
  if (type === 'Number' && typeof value !== 'number') return 'it must be a number';
  if (minValue !== undefined && Number(value) < minValue) return `it must be ${minValue} or more`;
  if (maxValue !== undefined && Number(value) > maxValue) return `it must be ${maxValue} or less`;
  if (allowedValues && !allowedValues.includes(String(value)))
    return `it must be one of ${allowedValues.join(', ')}`;
  if (allowedPattern !== undefined && !new RegExp(allowedPattern).test(String(value)))
    return `it must be such as ${allowedPattern}`;
  return undefined;
}
