import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../functions/domain/digest.ts';
import { CustomerSession, find, start } from '../../functions/stores/sessions.ts';
import { at, isoAt } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

const session = (overrides: Partial<CustomerSession> = {}) =>
  CustomerSession.parse({ customerId: 'customer-1', segment: 'vip', expiresAt: isoAt(60), ...overrides });

describe('a session', () => {
  it('is kept under the hash of its token, and removed once it has expired', async () => {
    await start('token', session());

    expect(dynamodb.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'desk',
      Item: {
        pk: { S: `S#${sha256('token')}` },
        sk: { S: 'SESSION' },
        removeAt: { N: String(at(60).getTime() / 1000) },
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  });

  it('is never kept under the token itself', async () => {
    await start('the-token-itself', session());

    expect(JSON.stringify(dynamodb.commandCalls(PutItemCommand)[0]?.args[0].input)).not.toContain(
      'the-token',
    );
  });

  it('stays as it was first started', async () => {
    await start('token', session());

    const again = await start('token', session({ expiresAt: isoAt(120), segment: 'ordinary' }));

    expect(again).toEqual(session());
  });

  it('passes on what it cannot act on', async () => {
    const trouble = refused('InternalServerError');
    dynamodb.on(PutItemCommand).rejects(trouble);

    await expect(start('token', session())).rejects.toBe(trouble);
  });

  it.each([
    [59, session()],
    [60, undefined],
    [61, undefined],
  ])('at %i s is found: %j', async (seconds, found) => {
    await start('token', session());

    expect(await find('token', at(seconds))).toEqual(found);
  });

  it('of another token is not found', async () => {
    await start('token', session());

    expect(await find('other', at(0))).toBeUndefined();
  });

  it('is read consistently', async () => {
    await find('token', at(0));

    expect(dynamodb.commandCalls(GetItemCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });
});
