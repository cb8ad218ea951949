import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import {
  DeleteProvisionedConcurrencyConfigCommand,
  LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as capacity } from '../../functions/capacity.ts';
import { get } from '../../functions/stores/capacity.ts';
import { advance, cursorOf } from '../../functions/stores/sweeps.ts';
import { save } from '../../functions/stores/tickets.ts';
import { handler as sweep } from '../../functions/sweep.ts';
import { anOpening, at, aTimer, isoAt } from '../support/builders.ts';
import { keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const sqs = mockClient(SQSClient);
const lambda = mockClient(LambdaClient);

beforeEach(() => {
  vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
  keepRows(dynamodb);
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  lambda.reset();
});

describe('the sweep', () => {
  const sent = () =>
    sqs
      .commandCalls(SendMessageBatchCommand)
      .flatMap(({ args }) => args[0].input.Entries ?? [])
      .map(({ MessageBody, DelaySeconds }) => [MessageBody, DelaySeconds]);
  const warning = JSON.stringify(aTimer('resolution-warning', 69_120));

  it.each([
    [69_120 - 120, 120],
    [69_120 - 59.5, 60],
    [69_120, 0],
    [69_120 + 600, 0],
  ])('at %d s sends a timer due at 69120 with %i s to go', async (seconds, delay) => {
    await save(anOpening());
    vi.setSystemTime(at(seconds));

    await sweep();

    expect(sent()).toContainEqual([warning, delay]);
  });

  it.each([69_120 - 181, 0])('at %d s leaves it in the index', async (seconds) => {
    await save(anOpening());
    vi.setSystemTime(at(seconds));

    await sweep();

    expect(sent()).toEqual([]);
  });

  it('catches up in order after an outage', async () => {
    for (const shard of [0, 1, 2, 3]) await advance(shard, '2026-11-21T09:00');

    await sweep();

    const minutes = dynamodb
      .commandCalls(QueryCommand)
      .map(({ args }) => args[0].input.ExpressionAttributeValues?.[':pk']?.S ?? '')
      .filter((pk) => pk.endsWith('#0'));
    expect(minutes).toHaveLength(183);
    expect(minutes).toEqual(minutes.toSorted());
  });

  it('moves each shard on to the minute it began in', async () => {
    await sweep();

    expect(await Promise.all([0, 1, 2, 3].map(cursorOf))).toEqual(Array(4).fill('2026-11-21T12:00'));
  });

  it('does not move on when a timer could not be sent', async () => {
    await save(anOpening());
    await advance(0, '2026-11-22T07:10');
    vi.setSystemTime(at(69_120));
    sqs.on(SendMessageBatchCommand).rejects(new Error('down'));

    await expect(sweep()).rejects.toThrow('down');

    expect(await cursorOf(0)).toBe('2026-11-22T07:10');
  });
});

describe('capacity', () => {
  const pollers = () =>
    lambda
      .commandCalls(UpdateEventSourceMappingCommand)
      .map(({ args: [{ input }] }) => [input.UUID, input.ScalingConfig?.MaximumConcurrency]);

  it('rises when the peak window begins', async () => {
    await capacity({ profile: 'peak' });

    expect(pollers()).toEqual([
      ['mapping-1', 50],
      ['mapping-2', 50],
    ]);
    expect(lambda.commandCalls(PutProvisionedConcurrencyConfigCommand)[0]?.args[0].input).toEqual({
      FunctionName: 'intake',
      Qualifier: 'live',
      ProvisionedConcurrentExecutions: 2,
    });
    expect(await get()).toEqual({ profile: 'peak', standbyOpen: true, changedAt: isoAt(0) });
  });

  it('falls when it ends', async () => {
    await capacity({ profile: 'off-peak' });

    expect(pollers()).toEqual([
      ['mapping-1', 5],
      ['mapping-2', 5],
    ]);
    expect(lambda.commandCalls(DeleteProvisionedConcurrencyConfigCommand)).toHaveLength(1);
    expect(await get()).toEqual({ profile: 'off-peak', standbyOpen: false, changedAt: isoAt(0) });
  });

  it('switched twice is as it was switched once', async () => {
    await capacity({ profile: 'peak' });
    await capacity({ profile: 'peak' });

    expect(await get()).toEqual({ profile: 'peak', standbyOpen: true, changedAt: isoAt(0) });
  });

  it.each([undefined, null, {}, { profile: 'holiday' }, 'peak'])(
    'refuses %j and changes nothing',
    async (input) => {
      await expect(async () => capacity(input)).rejects.toThrow();
      expect([...lambda.calls(), ...dynamodb.calls()]).toEqual([]);
    },
  );

  it('is not in force when it could not be set', async () => {
    lambda.on(UpdateEventSourceMappingCommand).rejects(new Error('in use'));

    await expect(capacity({ profile: 'peak' })).rejects.toThrow('in use');

    expect(dynamodb.commandCalls(PutItemCommand)).toEqual([]);
  });
});
