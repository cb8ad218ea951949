import { stdout } from 'node:process';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { latenessOf } from '../../bench/timers/bench.ts';
import { poll } from '../../local/poll.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { queues } from './aws.ts';
import { aCustomer, aDesk } from './cloud.ts';

const TICKETS = 10;
const MESSAGES = 10;
const DELAY_SECONDS = 5;

describe('real timers on the local cloud', () => {
  it('are never early, and are printed with what the emulator alone takes', async () => {
    const { chen } = await aDesk();
    const opened = Array.from({ length: TICKETS }, async () => {
      const customer = await aCustomer();
      return customer.open('我的账号被盗了，钱正在被人转走，快冻结！');
    });
    const bare = bareDelays();
    const histories = await Promise.all(
      (await Promise.all(opened)).map(({ ticketId }) =>
        poll(
          `the breach of ${ticketId}`,
          async () => {
            const events = await chen.history(ticketId);
            return events.some(isBreach) ? events : undefined;
          },
          60,
        ),
      ),
    );
    const breaches = histories.flatMap((events) => events.filter(isBreach));
    const timers = breaches.map(({ occurredAt, body }) => Date.parse(occurredAt) - Date.parse(body.dueAt));
    const hops = histories.flatMap(hopOf);

    const rows = [
      ['timers of 15 s, from due to written', timers],
      [`bare messages delayed by ${DELAY_SECONDS} s, from due to received`, await bare],
      ['hops: stream, bus, queue, function, without any delay', hops],
    ] as const;
    for (const [what, lateness] of rows) stdout.write(`${what}: ${figuresOf(lateness)}\n`);
    expect(timers).toHaveLength(TICKETS);
    expect(Math.min(...timers)).toBeGreaterThanOrEqual(0);
  });
});

type Breach = Extract<TicketEvent, { type: 'TargetBreached' }>;

function isBreach(event: TicketEvent): event is Breach {
  return event.type === 'TargetBreached' && event.body.target === 'reached';
}

/** From the event that puts a ticket into a queue to the one that routes it there: one hop through the emulator. */
function hopOf(events: readonly TicketEvent[]): number[] {
  const time = (type: TicketEvent['type']) =>
    Date.parse(events.find((event) => event.type === type)?.occurredAt ?? '');
  const hop = time('TicketRouted') - time('TicketQueued');
  return Number.isNaN(hop) ? [] : [hop];
}

/** Milliseconds by which delayed messages of a queue of their own are late, with somebody always waiting for them. */
async function bareDelays(): Promise<number[]> {
  const sqs = queues();
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `bare-${Date.now()}` }));
  for (let message = 0; message < MESSAGES; message += 1) {
    const MessageBody = String(Date.now() + DELAY_SECONDS * 1000);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds: DELAY_SECONDS }));
  }
  const late: number[] = [];
  while (late.length < MESSAGES) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    late.push(...Messages.map(({ Body }) => Date.now() - Number(Body)));
  }
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  return late;
}

function figuresOf(lateness: number[]): string {
  const at = (share: number) => (latenessOf({ lateness }, share) / 1000).toFixed(2);
  return `${lateness.length}; half within ${at(0.5)} s, the latest ${at(1)} s`;
}
