import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});
const BATCH = 10;

export interface Outgoing {
  body: object;
  delaySeconds?: number;
}

/** Sends messages in batches; throws when any was not accepted, so that the caller's source is retried. */
export async function send(queueUrl: string, messages: readonly Outgoing[]): Promise<void> {
  for (let at = 0; at < messages.length; at += BATCH) {
    const { Failed } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.slice(at, at + BATCH).map(({ body, delaySeconds }, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(body),
          DelaySeconds: delaySeconds,
        })),
      }),
    );
    if (Failed && Failed.length > 0)
      throw new Error(`${Failed.length} messages were not accepted: ${Failed[0]?.Code}`);
  }
}
