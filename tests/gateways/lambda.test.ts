import {
  GetEventSourceMappingCommand,
  GetProvisionedConcurrencyConfigCommand,
  ProvisionedConcurrencyConfigNotFoundException,
  DeleteProvisionedConcurrencyConfigCommand,
  LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { readProvisioned, readQueue, setProvisioned, setQueue } from '../../functions/gateways/lambda.ts';

const lambda = mockClient(LambdaClient);
beforeEach(() => {
  lambda.reset();
});

describe('capacity of functions', () => {
  it('limits how much of a work queue is treated', async () => {
    await setQueue('mapping-1', { pollers: 50, batchSize: 5 });

    expect(lambda.commandCalls(UpdateEventSourceMappingCommand)[0]?.args[0].input).toEqual({
      UUID: 'mapping-1',
      BatchSize: 5,
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

  it.each([
    [
      { ScalingConfig: { MaximumConcurrency: 50 }, BatchSize: 10 },
      { pollers: 50, batchSize: 10 },
    ],
    [{ BatchSize: 10 }, { batchSize: 10 }],
    [{ ScalingConfig: {} }, {}],
  ])('reads a work queue that is %j', async (answer, capacity) => {
    lambda.on(GetEventSourceMappingCommand, { UUID: 'mapping-1' }).resolves(answer);

    expect(await readQueue('mapping-1')).toEqual(capacity);
  });

  it('reads what is kept warm, and is to be', async () => {
    lambda
      .on(GetProvisionedConcurrencyConfigCommand, { FunctionName: 'intake', Qualifier: 'live' })
      .resolves({
        RequestedProvisionedConcurrentExecutions: 3,
        AvailableProvisionedConcurrentExecutions: 1,
      });

    expect(await readProvisioned('intake', 'live')).toBe(3);
  });

  it('reads nothing where nothing was set, and no other error so', async () => {
    const none = new ProvisionedConcurrencyConfigNotFoundException({ $metadata: {}, message: 'none' });
    lambda.on(GetProvisionedConcurrencyConfigCommand).rejectsOnce(none).rejects(new Error('down'));

    expect(await readProvisioned('intake', 'live')).toBe(0);
    await expect(readProvisioned('intake', 'live')).rejects.toThrow('down');
  });
});
