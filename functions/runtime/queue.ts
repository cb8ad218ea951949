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

/** The Lambda handler of a table's stream: in order, and from the first record that fails on again. */
export function follow(work: (record: DynamoDBStreamEvent['Records'][number]) => Promise<unknown>) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      try {
        await work(record);
      } catch (error) {
        const sequenceNumber = record.dynamodb?.SequenceNumber ?? '';
        log('error', 'stream record failed', { sequenceNumber, ...describe(error) });
        return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
