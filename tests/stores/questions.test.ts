import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError, VersionConflictError } from '../../functions/domain/errors.ts';
import { type Asked, counted } from '../../functions/domain/knowledge/questions.ts';
import { toItem } from '../../functions/stores/dynamodb.ts';
import { askedKey } from '../../functions/stores/keys.ts';
import * as questions from '../../functions/stores/questions.ts';
import { isoAt, TICKET_ID } from '../support/builders.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

const asked: Asked = {
  ticketId: TICKET_ID,
  number: 3,
  occurredAt: isoAt(0),
  sort: 'unsure',
  language: 'zh',
  text: '背景音乐怎么关',
  intents: [],
};
const first = counted(undefined, asked);
const next = { ...asked, number: 9 };

describe('a question', () => {
  it('is written together with a note of the event, for half a year', async () => {
    await questions.count(first, asked);

    const removeAt = Math.floor(Date.parse(isoAt(0)) / 1000) + 180 * 86_400;
    expect(dynamodb.commandCalls(TransactWriteItemsCommand)[0]?.args[0].input.TransactItems).toEqual([
      {
        Put: {
          TableName: 'knowledge',
          Item: toItem({ ...askedKey(TICKET_ID, 3), questionId: first.questionId, removeAt }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      {
        Put: {
          TableName: 'knowledge',
          Item: toItem({ pk: 'QUESTIONS', sk: first.questionId, version: 1, question: first, removeAt }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
  });

  it('is found alone and among all', async () => {
    await questions.count(first, asked);

    expect(await questions.get(first.questionId)).toEqual(first);
    expect(await questions.list()).toEqual([first]);
  });

  it('does not count an event twice', async () => {
    await questions.count(first, asked);
    await questions.count(counted(first, asked), asked);

    expect(await questions.get(first.questionId)).toEqual(first);
  });

  it('is not overwritten by whoever read an older version', async () => {
    await questions.count(first, asked);
    await questions.count(counted(first, next), next);

    const late = { ...next, number: 12 };
    await expect(questions.count(counted(first, late), late)).rejects.toBeInstanceOf(VersionConflictError);
    await expect(questions.save({ ...first, version: 2 })).rejects.toBeInstanceOf(VersionConflictError);
  });

  it('is saved as the next version', async () => {
    await questions.count(first, asked);
    await questions.save({ ...first, version: 2, status: 'resolved' });

    expect((await questions.get(first.questionId)).status).toBe('resolved');
  });

  it('that is unknown is not found', async () => {
    await expect(questions.get('0'.repeat(20))).rejects.toBeInstanceOf(NotFoundError);
  });

  it('passes on what else DynamoDB says', async () => {
    dynamodb.on(PutItemCommand).rejects(refused('ThrottlingException'));
    dynamodb.on(TransactWriteItemsCommand).rejects(refused('ThrottlingException'));

    await expect(questions.save(first)).rejects.toThrow('SECRET-DETAIL');
    await expect(questions.count(first, asked)).rejects.toThrow('SECRET-DETAIL');
  });
});
