import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/mini';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { VirtualClock } from '../../functions/memory/clock.ts';
import { lightModels } from '../../functions/memory/light-models.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { reactions } from '../../functions/memory/reactions.ts';
import { memoryPlatform } from '../../functions/memory/whole.ts';
import type { consume } from '../../functions/runtime/queue.ts';
import { classify } from '../../functions/use-cases/classify.ts';
import { customer } from '../../functions/use-cases/customer.ts';
import { placeIn } from '../../functions/use-cases/place.ts';
import { timerDue } from '../../functions/use-cases/timers.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { Timer } from '../../schemas/timer.ts';
import { MOST_RECEIVES } from '../../schemas/work-queues.ts';
import { ClassificationRequest } from '../../schemas/work.ts';
import { pill } from './pills.ts';

const START = new Date('2026-11-21T12:00:00.000Z');
const BATCH = 10;
const BAD_SHARE = 0.5;
/** Good messages that fail until the store they need is there again. */
const UNLUCKY_SHARE = 0.1;

export interface Report {
  bad: number;
  good: number;
  /** Good ones among the dead letters, all of which succeed once they are sent again. */
  redriven: number;
  /** What went wrong, in words. */
  faults: string[];
}

interface Letter {
  id: string;
  body: string;
  kind: 'bad' | 'good' | 'unlucky';
  receives: number;
  treated: number;
}

type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>;

export interface PoisonSettings {
  seed: number;
  /** Messages for each handler, good and bad. */
  messages: number;
  /** What makes a handler of a schema and a use case. */
  consume: typeof consume;
}

/** Poison among good messages in every work queue, delivered until treated or dead; then the dead letters once more. */
export async function playPoison({ seed, messages, consume }: PoisonSettings): Promise<Report> {
  const random = seededRandom(seed);
  const report: Report = { bad: 0, good: 0, redriven: 0, faults: [] };
  for (const { name, schema, good, work } of await workers(seed)) {
    let isBroken = true;
    const letters = Array.from({ length: messages }, (_, index) =>
      aLetter(`${name}-${index}`, random, schema, good),
    );
    report.bad += letters.filter(({ kind }) => kind === 'bad').length;
    report.good += letters.filter(({ kind }) => kind !== 'bad').length;
    // A message does not say which letter it came from.
    let inHand: Letter | undefined;
    const handler = consume(schema, async (message) => {
      const letter = inHand;
      if (letter?.kind === 'unlucky' && isBroken) throw new Error('the store does not answer');
      await work(message);
      if (letter) letter.treated += 1;
    });
    const deliver: Handler = async ({ Records }) => {
      // One record at a time, so that it is known which letter is being treated.
      const failures = [];
      for (const record of Records) {
        inHand = letters[Number(record.messageId.slice(name.length + 1))];
        failures.push(...(await handler({ Records: [record] })).batchItemFailures);
      }
      return { batchItemFailures: failures };
    };
    const dead = await drain(name, letters, deliver, report.faults);
    const expected = letters.filter(({ kind }) => kind !== 'good');
    if (!isSame(dead, expected)) report.faults.push(`${name}: the dead letters are not the bad ones`);
    isBroken = false;
    for (const letter of dead) letter.receives = 0;
    const returned = await drain(name, dead, deliver, report.faults);
    if (returned.some(({ kind }) => kind !== 'bad')) report.faults.push(`${name}: a good one died again`);
    report.redriven += dead.length - returned.length;
    for (const { id, kind, treated } of letters)
      if (treated !== (kind === 'bad' ? 0 : 1))
        report.faults.push(`${id}: ${kind}, treated ${treated} times`);
    await wholeBatches(name, letters, consume(schema, work), report.faults);
  }
  return report;
}

/** Delivers until everything is treated or has been received as often as a queue allows; returns what died. */
async function drain(name: string, letters: readonly Letter[], handler: Handler, faults: string[]) {
  const dead: Letter[] = [];
  let waiting = [...letters];
  while (waiting.length > 0) {
    const again: Letter[] = [];
    for (let at = 0; at < waiting.length; at += BATCH) {
      const batch = waiting.slice(at, at + BATCH);
      for (const letter of batch) letter.receives += 1;
      const failed = await failuresOf(name, batch, handler, faults);
      for (const letter of batch.filter(({ id }) => failed.has(id)))
        (letter.receives >= MOST_RECEIVES ? dead : again).push(letter);
    }
    waiting = again;
  }
  return dead;
}

/** The handler itself on whole batches: exactly the bad records come back. */
async function wholeBatches(name: string, letters: readonly Letter[], handler: Handler, faults: string[]) {
  for (let at = 0; at < letters.length; at += BATCH) {
    const batch = letters.slice(at, at + BATCH);
    const failed = await failuresOf(name, batch, handler, faults);
    for (const { id, kind } of batch)
      if (failed.has(id) !== (kind === 'bad'))
        faults.push(`${id}: ${kind}, but ${failed.has(id) ? '' : 'not '}returned`);
  }
}

async function failuresOf(name: string, batch: readonly Letter[], handler: Handler, faults: string[]) {
  try {
    const { batchItemFailures } = await handler({ Records: batch.map(recordOf) });
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  } catch (error) {
    faults.push(`${name}: a whole batch failed: ${String(error)}`);
    return new Set(batch.map(({ id }) => id));
  }
}

function isSame(some: readonly Letter[], others: readonly Letter[]): boolean {
  return some.length === others.length && others.every((letter) => some.includes(letter));
}

function aLetter(id: string, random: () => number, schema: z.ZodMiniType, good: string): Letter {
  if (random() < BAD_SHARE) {
    const body = pill(random, good);
    if (!isAsTheSchemaSays(schema, body)) return { id, body, kind: 'bad', receives: 0, treated: 0 };
  }
  const kind = random() < UNLUCKY_SHARE ? 'unlucky' : 'good';
  return { id, body: good, kind, receives: 0, treated: 0 };
}

function isAsTheSchemaSays(schema: z.ZodMiniType, body: string): boolean {
  try {
    return schema.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}

function recordOf({ id, body }: Letter): SQSRecord {
  return {
    messageId: id,
    body,
    receiptHandle: id,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'kefu',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue',
    awsRegion: 'us-east-1',
  };
}

interface Worker {
  name: string;
  schema: z.ZodMiniType;
  /** A body that is treated without an error, as often as it comes. */
  good: string;
  work: (message: unknown) => Promise<unknown>;
}

/** Every work queue's handler, on a platform in memory that knows one ticket. */
async function workers(seed: number): Promise<Worker[]> {
  const clock = new VirtualClock(START);
  const { platform } = memoryPlatform({
    clock,
    seed,
    policy: shippedSla(defaultPolicy),
    models: lightModels,
  });
  const session = {
    customerId: 'customer-1',
    segment: 'ordinary' as const,
    expiresAt: '2027-11-21T12:00:00.000Z',
  };
  const content = { commandId: 'open-0001', text: '转人工', channel: 'app', locale: 'zh-CN' } as const;
  const opening = customer({ ...platform, placeOf: placeIn(platform) });
  const { ticketId } = await opening.openTicket(content, session);
  await clock.settle();
  const { events } = await platform.tickets.get(ticketId, 0);
  const event = JSON.stringify(events[0]);
  const timer = JSON.stringify({ ticketId, kind: 'auto-close', dueAt: START.toISOString() });
  const request = JSON.stringify({ ticketId, number: 2 });
  return [
    worker('timers', Timer, timer, timerDue(platform)),
    worker('messages', ClassificationRequest, request, classify(platform)),
    ...Object.entries(reactions(platform)).map(([name, work]) => worker(name, TicketEvent, event, work)),
  ];
}

function worker<T extends z.ZodMiniType>(
  name: string,
  schema: T,
  good: string,
  work: (message: z.output<T>) => Promise<unknown>,
): Worker {
  return { name, schema, good, work: (message) => work(schema.parse(message)) };
}
