import {
  DeleteProvisionedConcurrencyConfigCommand,
  LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { setPollers, setProvisioned } from '../../functions/gateways/lambda.ts';

const lambda = mockClient(LambdaClient);
beforeEach(() => {
  lambda.reset();
});

describe('capacity of functions', () => {
  it('limits the pollers of a work queue', async () => {
    await setPollers('mapping-1', 50);

    expect(lambda.commandCalls(UpdateEventSourceMappingCommand)[0]?.args[0].input).toEqual({
      UUID: 'mapping-1',
      ScalingConfig: { MaximumConcurrency: 50 },
    });
  });

  it('keeps environments of an alias warm', async () => {
    await setProvisioned('intake', 'live', 2);

    expect(lambda.commandCalls(PutProvisionedConcurrencyConfigCommand)[0]?.args[0].input).toEqual({
      FunctionName: 'intake',
      Qualifier: 'live',
      ProvisionedConcurrentExecutions: 2,
    });
  });

  it('keeps none warm by deleting the setting, as 0 is no value it can have', async () => {
    await setProvisioned('intake', 'live', 0);

    expect(lambda.commandCalls(DeleteProvisionedConcurrencyConfigCommand)[0]?.args[0].input).toEqual({
      FunctionName: 'intake',
      Qualifier: 'live',
    });
    expect(lambda.commandCalls(PutProvisionedConcurrencyConfigCommand)).toEqual([]);
  });
});
