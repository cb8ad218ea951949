import {
  DeleteProvisionedConcurrencyConfigCommand,
  GetEventSourceMappingCommand,
  GetProvisionedConcurrencyConfigCommand,
  LambdaClient,
  ProvisionedConcurrencyConfigNotFoundException,
  PutProvisionedConcurrencyConfigCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import type { QueueCapacity } from '../../schemas/capacity.ts';

const lambda = new LambdaClient({});

/** How much of a work queue is treated at the same time now; what was never limited is absent. */
export async function readQueue(eventSourceMapping: string): Promise<Partial<QueueCapacity>> {
  const { ScalingConfig, BatchSize } = await lambda.send(
    new GetEventSourceMappingCommand({ UUID: eventSourceMapping }),
  );
  return {
    ...(ScalingConfig?.MaximumConcurrency !== undefined && { pollers: ScalingConfig.MaximumConcurrency }),
    ...(BatchSize !== undefined && { batchSize: BatchSize }),
  };
}

/** Limits how much of a work queue is treated at the same time. */
export async function setQueue(
  eventSourceMapping: string,
  { pollers, batchSize }: QueueCapacity,
): Promise<void> {
  await lambda.send(
    new UpdateEventSourceMappingCommand({
      UUID: eventSourceMapping,
      BatchSize: batchSize,
      ScalingConfig: { MaximumConcurrency: pollers },
    }),
  );
}

/** Environments of a function that are kept warm, or are being made so. */
export async function readProvisioned(functionName: string, alias: string): Promise<number> {
  try {
    const { RequestedProvisionedConcurrentExecutions: requested = 0 } = await lambda.send(
      new GetProvisionedConcurrencyConfigCommand({ FunctionName: functionName, Qualifier: alias }),
    );
    return requested;
  } catch (error) {
    if (error instanceof ProvisionedConcurrencyConfigNotFoundException) return 0;
    throw error;
  }
}

/** Keeps this many environments of a function warm; 0 keeps none. */
export async function setProvisioned(
  functionName: string,
  alias: string,
  environments: number,
): Promise<void> {
  const target = { FunctionName: functionName, Qualifier: alias };
  await (environments > 0
    ? lambda.send(
        new PutProvisionedConcurrencyConfigCommand({
          ...target,
          ProvisionedConcurrentExecutions: environments,
        }),
      )
    : lambda.send(new DeleteProvisionedConcurrencyConfigCommand(target)));
}
