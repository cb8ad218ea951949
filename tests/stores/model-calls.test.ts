import { ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { toItem } from '../../functions/stores/dynamodb.ts';
import { takeCall } from '../../functions/stores/model-calls.ts';
import { at } from '../support/builders.ts';

const dynamodb = mockClient(DynamoDBClient);
beforeEach(() => {
  dynamodb.reset();
  dynamodb.on(UpdateItemCommand).resolves({});
});

describe('the calls of the language model', () => {
  it('are counted by the hour, in one write that a spent budget refuses', async () => {
    expect(await takeCall(600, at(0))).toBe(true);

    expect(dynamodb.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input)).toEqual([
      {
        TableName: 'desk',
        Key: toItem({ pk: 'BUDGET', sk: 'MODEL#2026-11-21T12' }),
        UpdateExpression: 'SET calls = if_not_exists(calls, :none) + :one, removeAt = :removeAt',
        ConditionExpression: 'attribute_not_exists(calls) OR calls < :limit',
        ExpressionAttributeValues: toItem({
          ':none': 0,
          ':one': 1,
          ':limit': 600,
          ':removeAt': at(7 * 86_400).getTime() / 1000,
        }),
      },
    ]);
  });

  it.each([
    [3599, 'MODEL#2026-11-21T12'],
    [3600, 'MODEL#2026-11-21T13'],
  ])('of second %i belong to %s', async (seconds, sk) => {
    await takeCall(600, at(seconds));

    expect(dynamodb.commandCalls(UpdateItemCommand)[0]?.args[0].input.Key?.['sk']).toEqual({ S: sk });
  });

  it('are none when the budget is spent', async () => {
    dynamodb
      .on(UpdateItemCommand)
      .rejects(
        new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' }),
      );

    expect(await takeCall(600, at(0))).toBe(false);
  });

  it('fail when the table does', async () => {
    dynamodb.on(UpdateItemCommand).rejects(new Error('ProvisionedThroughputExceeded'));

    await expect(takeCall(600, at(0))).rejects.toThrow('ProvisionedThroughputExceeded');
  });
});
