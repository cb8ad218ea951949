import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError } from '../../functions/domain/errors.ts';
import * as agents from '../../functions/stores/agents.ts';
import { CursorError } from '../../functions/stores/cursor.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import { AgentProfile } from '../../schemas/agent.ts';
import { at, isoAt, TICKET_ID } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

const updates = () => dynamodb.commandCalls(UpdateItemCommand).map(({ args }) => args[0].input);

function aProfile(overrides: Partial<AgentProfile> = {}): AgentProfile {
  return AgentProfile.parse({
    name: 'Mei',
    queues: ['support'],
    languages: ['zh'],
    tier: 'basic',
    pool: 'regular',
    capacity: 3,
    ...overrides,
  });
}

describe('a profile', () => {
  it('begins offline, without a lease and without seats taken', async () => {
    const agent = await agents.putProfile('mei', aProfile(), at(0));

    expect(agent).toEqual({
      ...aProfile(),
      agentId: 'mei',
      availability: 'offline',
      leaseUntil: isoAt(0),
      idleSince: isoAt(0),
      seats: [],
    });
  });

  it('leaves presence as it is when it changes', async () => {
    await agents.putProfile('mei', aProfile(), at(0));
    await agents.setPresence('mei', 'available', at(75));

    const agent = await agents.putProfile('mei', aProfile({ capacity: 5 }), at(10));

    expect(agent).toMatchObject({
      capacity: 5,
      availability: 'available',
      leaseUntil: isoAt(75),
      idleSince: isoAt(0),
    });
  });

  it('never writes seats', async () => {
    await agents.putProfile('mei', aProfile(), at(0));

    expect(updates()[0]?.UpdateExpression).not.toContain('seats');
  });
});

describe('presence', () => {
  it('is set only for an agent who exists', async () => {
    await agents.putProfile('mei', aProfile(), at(0));

    await agents.setPresence('mei', 'break', at(75));

    expect(updates()[1]).toMatchObject({
      TableName: 'desk',
      Key: toItem({ pk: 'AGENTS', sk: 'mei' }),
      ConditionExpression: 'attribute_exists(pk)',
      ReturnValues: 'ALL_NEW',
    });
  });

  it('of an unknown agent is refused', async () => {
    await expect(agents.setPresence('nobody', 'available', at(75))).rejects.toBeInstanceOf(NotFoundError);
  });

  it('passes on what it cannot act on', async () => {
    const trouble = refused('InternalServerError');
    dynamodb.on(UpdateItemCommand).rejects(trouble);

    await expect(agents.setPresence('mei', 'available', at(75))).rejects.toBe(trouble);
  });
});

describe('reading', () => {
  it('brings the seats taken, none when there is no set', async () => {
    await agents.putProfile('mei', aProfile(), at(0));
    const row = toItem({
      ...aProfile(),
      pk: 'AGENTS',
      sk: 'ann',
      availability: 'offline',
      leaseUntil: isoAt(0),
      idleSince: isoAt(0),
    });
    dynamodb.on(QueryCommand).resolves({ Items: [{ ...row, seats: { SS: [TICKET_ID] } }, row] });

    const [seated, idle] = await agents.list();

    expect([seated?.seats, idle?.seats]).toEqual([[TICKET_ID], []]);
  });

  it('finds one agent', async () => {
    await agents.putProfile('mei', aProfile(), at(0));

    expect(await agents.get('mei')).toMatchObject({ agentId: 'mei', name: 'Mei' });
  });

  it('refuses an unknown one', async () => {
    await expect(agents.get('nobody')).rejects.toBeInstanceOf(NotFoundError);
  });

  it('leads through all agents page by page', async () => {
    for (const agentId of ['a', 'b', 'c']) await agents.putProfile(agentId, aProfile(), at(0));

    const first = await agents.listPage(2);
    const second = await agents.listPage(2, first.cursor);

    expect([first, second].map(({ rows }) => rows.map(({ agentId }) => agentId))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('refuses a cursor that is not one of ours', async () => {
    await expect(agents.listPage(2, 'garbage')).rejects.toBeInstanceOf(CursorError);
  });
});
