import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { count, listTallies, listUnanswered } from '../../functions/stores/replies.ts';
import { at, isoAt, TICKET_ID } from '../support/builders.ts';
import { cancelled, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const day = '2026-11-21';
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

beforeEach(() => {
  keepRows(dynamodb);
});

describe('turns', () => {
  it('are counted once each, however often their steps are told', async () => {
    const outcomes = [];
    for (const step of [begun, begun, kept, kept, begun]) outcomes.push(await count(step, at(1)));

    expect(outcomes).toEqual(['counted', 'known', 'counted', 'known', 'known']);
    expect(await listTallies(day)).toEqual([{ begun: 1 }, { kept: 1, team: '夜班' }]);
  });

  it('end once, whichever end is told first', async () => {
    await count(kept, at(1));

    expect(await count({ ...kept, tally: 'missed' }, at(2))).toBe('known');
    expect(await listTallies(day)).toEqual([{ kept: 1, team: '夜班' }]);
  });

  it('are counted on their own day', async () => {
    await count(begun, at(1));

    expect(await listTallies('2026-11-22')).toEqual([]);
  });

  it('are unanswered from their begin to their end', async () => {
    const other = { ...begun, ticketId: 'KF-ZZZZ-ZZZZ-ZZZZ' };
    await count(begun, at(1));
    await count(other, at(1));
    await count(kept, at(30));

    expect(await listUnanswered(at(0))).toEqual([{ ticketId: other.ticketId, startedAt: isoAt(0) }]);
    expect(await listUnanswered(at(1))).toEqual([]);
  });

  it('are not open when their end was told before their begin', async () => {
    await count(kept, at(30));
    await count(begun, at(31));

    expect(await listUnanswered(at(0))).toEqual([]);
  });

  it('are marked and counted in one transaction, and kept for a while', async () => {
    await count(kept, at(0));

    const [call] = dynamodb.commandCalls(TransactWriteItemsCommand);
    const updates = call?.args[0].input.TransactItems?.map(({ Update }) => Update) ?? [];
    expect(updates.map((it) => [it?.Key?.['pk']?.S, it?.ConditionExpression])).toEqual([
      [expect.stringMatching(/^TURNS#[0-3]$/), 'attribute_not_exists(#mark)'],
      [`REPLIES#${day}`, undefined],
    ]);
    expect(updates.every((it) => it?.ExpressionAttributeValues?.[':removeAt']?.N)).toBe(true);
  });

  it('fail aloud when the table takes nothing, so that they are told again', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ThrottlingError'));

    await expect(count(begun, at(0))).rejects.toThrow(VersionConflictError);
  });
});
