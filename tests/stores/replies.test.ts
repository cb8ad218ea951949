import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { count } from '../../functions/stores/replies.ts';
import { spanOf } from '../../functions/domain/marked-turns.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import { turnKey } from '../../functions/stores/keys.ts';
import { addUp, readDay } from '../../functions/stores/reply-days.ts';
import { at, isoAt, TICKET_ID } from '../support/builders.ts';
import { cancelled, conditionFailed, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const day = '2026-11-21';
const OTHER_ID = 'KF-ZZZZ-ZZZZ-ZZZZ';
const begun = {
  ticketId: TICKET_ID,
  turn: { startedAt: isoAt(0), step: 'begun' },
  day,
  tally: 'begun',
} as const;
const kept = {
  ...begun,
  turn: { startedAt: isoAt(0), step: 'answered', agentId: 'mei' },
  tally: 'kept',
  team: '夜班',
} as const;
const dynamodbPut = (row: object) =>
  new DynamoDBClient({}).send(new PutItemCommand({ TableName: 'desk', Item: toItem(row) }));
const talliesNow = async () => (await readDay(day)).tallies;
const unansweredNow = async () => (await readDay(day)).unanswered;

beforeEach(() => {
  keepRows(dynamodb);
});

describe('turns', () => {
  it('are counted once each, however often their steps are told', async () => {
    const outcomes = [];
    for (const step of [begun, begun, kept, kept, begun]) outcomes.push(await count(step, at(1)));

    expect(outcomes).toEqual(['counted', 'known', 'counted', 'known', 'known']);
    expect(await talliesNow()).toEqual([
      { begun: 1, kept: 0, missed: 0 },
      { team: '夜班', begun: 0, kept: 1, missed: 0 },
    ]);
  });

  it('end once, whichever end is told first', async () => {
    await count(kept, at(1));

    expect(await count({ ...kept, tally: 'missed' }, at(2))).toBe('known');
    expect(await talliesNow()).toEqual([{ team: '夜班', begun: 0, kept: 1, missed: 0 }]);
  });

  it('are counted on their own day', async () => {
    await count(begun, at(1));

    expect(await readDay('2026-11-22')).toEqual({
      tallies: [],
      unanswered: [],
    });
  });

  it('are unanswered from their begin to their end, the oldest first', async () => {
    const later = { ...begun, turn: { ...begun.turn, startedAt: isoAt(5) } };
    await count(later, at(6));
    await count({ ...begun, ticketId: OTHER_ID }, at(1));
    await count(begun, at(1));
    await count(kept, at(30));

    expect(await unansweredNow()).toEqual([
      { ticketId: OTHER_ID, startedAt: isoAt(0) },
      { ticketId: TICKET_ID, startedAt: isoAt(5) },
    ]);
  });

  it('are not open when their end was told before their begin', async () => {
    await count(kept, at(30));
    await count(begun, at(31));

    expect(await unansweredNow()).toEqual([]);
  });

  it('take one conditioned write each step, and stay for a while', async () => {
    await count(begun, at(299));

    const [update] = dynamodb.commandCalls(UpdateItemCommand).map(({ args: [{ input }] }) => input);
    expect(update?.ConditionExpression).toBe('attribute_not_exists(#mark)');
    expect(update?.ExpressionAttributeValues?.[':removeAt']).toBeDefined();
    expect(dynamodb.commandCalls(TransactWriteItemsCommand)).toEqual([]);
  });
});

describe('a step that is told late', () => {
  it('is counted on its day at once, in one transaction with its mark', async () => {
    await count(begun, at(1));
    await addUp(day, at(60), at(420));

    expect([await count(kept, at(421)), await count(kept, at(422))]).toEqual(['counted', 'known']);

    expect(dynamodb.commandCalls(TransactWriteItemsCommand)).toHaveLength(2);
    expect(await talliesNow()).toEqual([
      { team: '夜班', kept: 1 },
      { begun: 1, kept: 0, missed: 0 },
    ]);
  });

  it('is not added up a second time', async () => {
    await count(begun, at(300));
    await addUp(day, at(3600), at(4000));

    expect(await talliesNow()).toEqual([{ begun: 1 }]);
  });

  it('fails aloud when the table takes nothing, so that it is told again', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ThrottlingError'));

    await expect(count(begun, at(300))).rejects.toThrow(VersionConflictError);
  });
});

describe('adding up', () => {
  const later = { ...kept, ticketId: OTHER_ID, turn: { ...kept.turn, startedAt: isoAt(70) } };

  it('changes no count, and reads each turn once', async () => {
    await count(begun, at(1));
    await count(kept, at(20));
    await count(later, at(80));
    const before = await talliesNow();
    const after = [];
    for (const seconds of [60, 60, 120]) {
      await addUp(day, at(seconds), at(600));
      after.push(await talliesNow());
    }

    expect(after).toEqual([before, before, before]);
    const ranges = dynamodb
      .commandCalls(QueryCommand)
      .map(({ args: [{ input }] }) => input)
      .filter(({ ConsistentRead }) => ConsistentRead)
      .map(({ ExpressionAttributeValues: values }) => [values?.[':from']?.S, values?.[':to']?.S]);
    expect([...new Set(ranges.map(String))]).toEqual([
      `${spanOf(day).from},${isoAt(60)}`,
      `${isoAt(60)},${isoAt(120)}`,
    ]);
  });

  it('writes nothing down for a while when there are no turns, and then that the day is over', async () => {
    const { from, to } = spanOf(day);
    const untils = [];
    for (const minutes of [9, 11, 12, 60 * 60]) {
      await addUp(day, new Date(Date.parse(from) + minutes * 60_000), at(0));
      const [last] = dynamodb.commandCalls(PutItemCommand).slice(-1);
      untils.push(last?.args[0].input.Item?.['until']?.S);
    }

    expect(untils).toEqual([undefined, '2026-11-20T10:11:00.000Z', '2026-11-20T10:11:00.000Z', to]);
  });

  it('leaves turns of other days, and those that were counted before there were sums, to themselves', async () => {
    await count({ ...begun, day: '2026-11-22' }, at(1));
    await dynamodbPut({
      ...turnKey(isoAt(3), OTHER_ID),
      ticketId: OTHER_ID,
      startedAt: isoAt(3),
      begun: 'begun',
    });

    expect(await talliesNow()).toEqual([]);
    await addUp(day, at(3600), at(4000));
    expect(await talliesNow()).toEqual([]);
    expect((await readDay('2026-11-22')).tallies).toEqual([{ begun: 1, kept: 0, missed: 0 }]);
  });

  it('of a turn that ends after the zone has changed is of the day it began', async () => {
    await count(begun, at(1));
    await count({ ...kept, day: '2026-11-20' }, at(20));

    expect((await readDay('2026-11-20')).tallies).toEqual([]);
    expect(await talliesNow()).toHaveLength(2);
  });

  it('at the same time as somebody else does it once', async () => {
    await count(kept, at(20));
    dynamodb.on(PutItemCommand).rejectsOnce(conditionFailed());

    await addUp(day, at(3600), at(4000));
    await addUp(day, at(3600), at(4000));

    expect(await talliesNow()).toEqual([{ team: '夜班', begun: 0, kept: 1, missed: 0 }]);
  });

  it('goes only as far as it has read, however many there are', async () => {
    const turns = Array.from({ length: 5003 }, (_, second) => ({
      ...begun,
      turn: { ...begun.turn, startedAt: isoAt(second) },
    }));
    for (const turn of turns) await count(turn, at(0));

    await addUp(day, at(10_000), at(20_000));
    const [first] = dynamodb.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input.Item);
    await addUp(day, at(10_000), at(20_000));

    expect(first?.['until']).toEqual({ S: isoAt(4999) });
    expect(await readDay(day)).toMatchObject({ tallies: [{ begun: 5003 }], unanswered: [] });
  });
});
