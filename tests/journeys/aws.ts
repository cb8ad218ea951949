import {
  GetEventSourceMappingCommand,
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { deployment } from './cloud.ts';

const client = () => {
  const { environment, endpoint } = deployment().cloud;
  return new LambdaClient({
    endpoint,
    region: environment['AWS_REGION'] ?? 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
};

/** Does what the schedule of a window does. */
export async function invokeCapacity(profile: 'peak' | 'off-peak'): Promise<string | undefined> {
  const lambda = client();
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 50 }));
  const capacity = Functions.find(({ FunctionName }) => FunctionName?.includes('CapacityFunction'));
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: capacity?.FunctionName,
      Payload: new TextEncoder().encode(JSON.stringify({ profile })),
    }),
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
