import type { DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod/mini';
import { parseJson } from './errors.ts';
import { describe, log } from './log.ts';

/** The Lambda handler of a work queue: one message at a time for the code; what throws comes back alone. */
export function consume<T extends z.ZodMiniType>(
  schema: T,
  work: (message: z.output<T>) => Promise<unknown>,
) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failures = await Promise.all(
      Records.map(async ({ body, messageId }) => {
        try {
          await work(schema.parse(parseJson(body)));
          return [];
        } catch (error) {
          log('error', 'message failed', { messageId, ...describe(error) });
          return [{ itemIdentifier: messageId }];
        }
      }),
    );
    return { batchItemFailures: failures.flat() };
  };
}

type StreamRecord = DynamoDBStreamEvent['Records'][number];

/**
 * The Lambda handler of a table's stream: all records of a batch together. When that fails, one after the other, and from the first that
 * fails on again: so the one at fault is known, and those before it are done with.
 */
export function follow(work: (records: readonly StreamRecord[]) => Promise<unknown>) {
  const isDone = async (records: readonly StreamRecord[]): Promise<boolean> => {
    try {
      await work(records);
      return true;
    } catch (error) {
      const sequenceNumbers = records.map(sequenceOf);
      log('error', 'stream records failed', { sequenceNumbers, ...describe(error) });
      return false;
    }
  };
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    if (await isDone(Records)) return { batchItemFailures: [] };
    for (const record of Records) {
      if (Records.length > 1 && (await isDone([record]))) continue;
      return { batchItemFailures: [{ itemIdentifier: sequenceOf(record) }] };
    }
    return { batchItemFailures: [] };
  };
}

const sequenceOf = ({ dynamodb }: StreamRecord): string => dynamodb?.SequenceNumber ?? '';
