import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { putProfile, setPresence } from '../../functions/stores/agents.ts';
import { listSamples } from '../../functions/stores/loads.ts';
import { advance, cursorOf } from '../../functions/stores/sweeps.ts';
import { save } from '../../functions/stores/tickets.ts';
import { handler as sweep } from '../../functions/sweep.ts';
import { anOpening, at, aTimer, isoAt } from '../support/builders.ts';
import { aProfile } from '../support/memory.ts';
import { keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const sqs = mockClient(SQSClient);

beforeEach(() => {
  vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
  keepRows(dynamodb);
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
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
      .filter((pk) => /^D#.*#0$/.test(pk));
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

  it('notes once a minute how many seats of those at work are taken', async () => {
    await putProfile('mei', aProfile({ team: '夜班', capacity: 3 }), at(0));
    await setPresence('mei', 'available', at(75));

    await sweep();
    vi.setSystemTime(at(30));
    await setPresence('mei', 'break', at(105));
    await sweep();

    expect(await listSamples(isoAt(0))).toEqual([
      { minute: isoAt(0), part: 0, agents: [{ agentId: 'mei', team: '夜班', held: 0, offered: 3 }] },
    ]);
  });
});
