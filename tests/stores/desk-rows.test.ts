import { DeleteItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import * as capacity from '../../functions/stores/capacity.ts';
import * as connections from '../../functions/stores/connections.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import * as sweeps from '../../functions/stores/sweeps.ts';
import { at, isoAt } from '../support/builders.ts';
import { keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

describe('connections', () => {
  it('outlive the two hours of a socket by ten minutes', async () => {
    await connections.add('customer:customer-1', 'connection-1', at(0));

    expect(dynamodb.commandCalls(PutItemCommand)[0]?.args[0].input).toEqual({
      TableName: 'desk',
      Item: toItem({
        pk: 'P#customer:customer-1',
        sk: 'connection-1',
        removeAt: at(0).getTime() / 1000 + 7800,
      }),
    });
  });

  it('are listed by participant, on every device', async () => {
    await connections.add('customer:customer-1', 'phone', at(0));
    await connections.add('customer:customer-1', 'tablet', at(0));
    await connections.add('agent:customer-1', 'desk', at(0));

    expect(await connections.list('customer:customer-1')).toEqual(['phone', 'tablet']);
  });

  it('read no more than their ids', async () => {
    await connections.list('agent:mei');

    expect(dynamodb.commandCalls(QueryCommand)[0]?.args[0].input.ProjectionExpression).toBe('sk');
  });

  it('are forgotten one at a time', async () => {
    await connections.remove('agent:mei', 'connection-1');

    expect(dynamodb.commandCalls(DeleteItemCommand)[0]?.args[0].input).toEqual({
      TableName: 'desk',
      Key: toItem({ pk: 'P#agent:mei', sk: 'connection-1' }),
    });
  });

  it('may be forgotten twice', async () => {
    await connections.add('agent:mei', 'connection-1', at(0));

    await connections.remove('agent:mei', 'connection-1');
    await connections.remove('agent:mei', 'connection-1');

    expect(await connections.list('agent:mei')).toEqual([]);
  });
});

describe('capacity', () => {
  it('is off-peak with the standby pool closed before anything was set', async () => {
    expect(await capacity.get()).toEqual({
      profile: 'off-peak',
      standbyOpen: false,
      changedAt: '1970-01-01T00:00:00.000Z',
    });
  });

  it('is what was set last', async () => {
    const peak = { profile: 'peak', standbyOpen: true, changedAt: isoAt(0) } as const;

    await capacity.set(peak);

    expect(await capacity.get()).toEqual(peak);
  });

  it.each([
    ['peak', [{ profile: 'peak', standbyOpen: false, changedAt: isoAt(0) }]],
    ['off-peak', []],
  ] as const)('keeps its profile (%s) when the standby pool opens', async (profile, before) => {
    for (const state of before) await capacity.set(state);

    await capacity.openStandby(at(60));

    expect(await capacity.get()).toEqual({ profile, standbyOpen: true, changedAt: isoAt(60) });
  });

  it('opens the pool of the one row there is', async () => {
    await capacity.openStandby(at(60));

    expect(dynamodb.commandCalls(UpdateItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'desk',
      Key: toItem({ pk: 'CAPACITY', sk: 'PROFILE' }),
    });
  });
});

describe('sweeps', () => {
  it('have no cursor before the first', async () => {
    expect(await sweeps.cursorOf(0)).toBeUndefined();
  });

  it('remember how far each shard has come', async () => {
    await sweeps.advance(0, '2026-11-21T12:00');
    await sweeps.advance(1, '2026-11-21T12:05');
    await sweeps.advance(0, '2026-11-21T12:01');

    expect([await sweeps.cursorOf(0), await sweeps.cursorOf(1)]).toEqual([
      '2026-11-21T12:01',
      '2026-11-21T12:05',
    ]);
  });
});
