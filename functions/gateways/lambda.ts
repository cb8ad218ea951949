import {
  DeleteProvisionedConcurrencyConfigCommand,
  LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';

const lambda = new LambdaClient({});

/** Limits how many batches of a work queue are treated at the same time. */
export async function setPollers(eventSourceMapping: string, pollers: number): Promise<void> {
  await lambda.send(
    new UpdateEventSourceMappingCommand({
      UUID: eventSourceMapping,
      ScalingConfig: { MaximumConcurrency: pollers },
    }),
  );
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
