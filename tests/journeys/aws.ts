import {
  type FunctionConfiguration,
  GetEventSourceMappingCommand,
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SignJWT } from 'jose';
import type { Segment } from '../../schemas/ticket-facts.ts';
import { deployment } from './cloud.ts';

const reachable = () => {
  const { environment, endpoint } = deployment().cloud;
  return {
    endpoint,
    region: environment['AWS_REGION'] ?? 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
};

const client = () => new LambdaClient(reachable());

/** The queues of the local cloud. */
export const queues = () => new SQSClient(reachable());

/** The word of the app for a customer, signed with the host secret as its back end would. */
export async function hostToken(sub: string, claims: { name: string; segment: Segment }): Promise<string> {
  const secrets = new SecretsManagerClient(reachable());
  const { SecretList = [] } = await secrets.send(new ListSecretsCommand({}));
  const host = SecretList.find(({ Name }) => Name?.includes('SecretsHost'));
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: host?.ARN }));
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime('1 hour')
    .sign(new TextEncoder().encode(SecretString));
}

/** Does at once what a schedule does by and by; returns what went wrong. */
export async function runNow(name: 'Capacity' | 'RollUp'): Promise<string | undefined> {
  const { FunctionName } = await functionOf(name);
  const { FunctionError, Payload } = await client().send(new InvokeCommand({ FunctionName }));
  return FunctionError && new TextDecoder().decode(Payload);
}

/** What a function is told, such as the name of a table. */
export async function toldTo(name: string, variable: string): Promise<string> {
  const { Environment } = await functionOf(name);
  const value = Environment?.Variables?.[variable];
  if (value === undefined) throw new Error(`${name} is not told ${variable}`);
  return value;
}

async function functionOf(name: string): Promise<FunctionConfiguration> {
  const { Functions = [] } = await client().send(new ListFunctionsCommand({ MaxItems: 50 }));
  const found = Functions.find(({ FunctionName }) => FunctionName?.includes(`${name}Function`));
  if (!found) throw new Error(`no function is called ${name}`);
  return found;
}

/** Poller limits of every work queue. */
export async function pollersOf(): Promise<(number | undefined)[]> {
  const lambda = client();
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
  const queues = EventSourceMappings.filter(({ EventSourceArn }) => EventSourceArn?.includes(':sqs:'));
  return Promise.all(
    queues.map(async ({ UUID }) => {
      const { ScalingConfig } = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
      return ScalingConfig?.MaximumConcurrency;
    }),
  );
}
