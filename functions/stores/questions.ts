import {
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { KnowledgeEnvironment } from '../../schemas/environment.ts';
import { Question } from '../../schemas/question.ts';
import { NotFoundError, VersionConflictError } from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, queryAll, toItem } from './dynamodb.ts';
import { askedKey, questionKey, QUESTIONS_PARTITION } from './keys.ts';

const { KNOWLEDGE_TABLE } = environment(KnowledgeEnvironment);

/** Questions nobody asks any more go after this many days. */
const KEPT_DAYS = 180;
const DAY = 86_400;

/** Every question, open and resolved. */
export async function list(): Promise<Question[]> {
  const rows = await queryAll({
    TableName: KNOWLEDGE_TABLE,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': QUESTIONS_PARTITION }),
  });
  return rows.map((row) => Question.parse(row['question']));
}

export async function get(questionId: string): Promise<Question> {
  const row = await getItem(KNOWLEDGE_TABLE, questionKey(questionId));
  if (!row) throw new NotFoundError('question');
  return Question.parse(row['question']);
}

/** Writes the next version of a question; VersionConflictError when somebody else was faster. */
export async function save(question: Question): Promise<void> {
  try {
    await dynamodb.send(new PutItemCommand(putOf(question)));
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new VersionConflictError(undefined, { cause: error });
    throw error;
  }
}

/**
 * Writes a question that was asked once more, together with a note that this event was counted; does nothing when it was counted
 * before. @throws VersionConflictError when somebody else counted at the same time.
 */
export async function count(
  question: Question,
  { ticketId, number, occurredAt }: { ticketId: string; number: number; occurredAt: string },
): Promise<void> {
  const noted = {
    TableName: KNOWLEDGE_TABLE,
    Item: toItem({
      ...askedKey(ticketId, number),
      questionId: question.questionId,
      removeAt: removeAt(occurredAt),
    }),
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  try {
    await dynamodb.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: noted }, { Put: putOf(question) }] }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    if (error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed') return;
    throw new VersionConflictError(undefined, { cause: error });
  }
}

function putOf(question: Question) {
  const { questionId, version, lastAskedAt } = question;
  return {
    TableName: KNOWLEDGE_TABLE,
    Item: toItem({ ...questionKey(questionId), version, question, removeAt: removeAt(lastAskedAt) }),
    ...(version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :previous',
          ExpressionAttributeValues: toItem({ ':previous': version - 1 }),
        }),
  };
}

function removeAt(time: string): number {
  return Math.floor(Date.parse(time) / 1000) + KEPT_DAYS * DAY;
}
