import {
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

/** Does at once what a schedule does every minute; returns what went wrong. */
export async function holdCapacity(): Promise<string | undefined> {
  const lambda = client();
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 50 }));
  const capacity = Functions.find(({ FunctionName }) => FunctionName?.includes('CapacityFunction'));
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: capacity?.FunctionName }),
  );
  return FunctionError && new TextDecoder().decode(Payload);
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
