import { PutItemCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { DeskEnvironment } from '../../schemas/environment.ts';
import {
  type AddedUp,
  type MarkedTurn,
  type Span,
  spanOf,
  TALLY_DAYS,
  talliesWith,
  unansweredOf,
} from '../domain/marked-turns.ts';
import type { Tallies, Unanswered } from '../domain/reply-rate.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, ifAllowed, queryAll, toItem } from './dynamodb.ts';
import { addedUpKey, repliesPartition, turnPartitions } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

const DAY = 86_400;
/** That a day has come so far without a turn is not worth writing down. */
const UNWRITTEN_MS = 600_000;
/** Most turns of a shard that are added up at once: 20 000 a minute together. */
const MOST_ADDED = 5000;

/**
 * Adds up what turns of a day were marked with, of those that began before `end` and are not among what was added up before. Whoever does
 * the same at the same time does it once. A step marked later in what was added up is lost: so `end` is where marks end.
 */
export async function addUp(day: string, end: Date, now: Date): Promise<void> {
  const row = await getItem(DESK_TABLE, addedUpKey(day));
  const before = row && KeptSum.parse(row);
  const span = spanOf(day);
  const from = before?.until ?? span.from;
  const until = end.toISOString() < span.to ? end.toISOString() : span.to;
  if (from >= until) return;
  const shards = await turnsIn({ from, to: until }, { ConsistentRead: true }, MOST_ADDED);
  // Of a shard that has more, only those before the last one are known to be all.
  const ends = shards.flatMap((turns) => (turns.length < MOST_ADDED ? [] : (turns.at(-1)?.startedAt ?? [])));
  const to = [until, ...ends].sort()[0] ?? until;
  const turns = shards.flat().filter((turn) => turn.startedAt < to && turn.day === day);
  const mayWait = to < span.to && Date.parse(to) - Date.parse(from) < UNWRITTEN_MS;
  if (turns.length === 0 && mayWait) return;
  const sum: AddedUp = { until: to, tallies: talliesWith(before?.tallies ?? [], turns) };
  await putSum(day, { ...sum, removeAt: Math.floor(now.getTime() / 1000) + TALLY_DAYS * DAY }, before?.until);
}

/** The counts of a day, in rows that can be added up, and which of its turns have not ended. */
export async function readDay(day: string): Promise<{ tallies: Tallies[]; unanswered: Unanswered[] }> {
  const rows = await queryAll(inDesk('pk = :pk', { ':pk': repliesPartition(day) }));
  const isSum = (row: Record<string, unknown>) => row['sk'] === addedUpKey(day).sk;
  const sum = rows.filter(isSum).map((row) => KeptSum.parse(row))[0];
  const late = rows.filter((row) => !isSum(row)).map((row) => KeptTallies.parse(row));
  const { from, to } = spanOf(day);
  const all = (await turnsIn({ from: sum?.until ?? from, to })).flat();
  const turns = all.filter((turn) => turn.day === day);
  return {
    tallies: [...late, ...talliesWith(sum?.tallies ?? [], turns)],
    unanswered: unansweredOf(turns),
  };
}

async function turnsIn(
  { from, to }: Span,
  how: Pick<QueryCommandInput, 'ConsistentRead'> = {},
  most?: number,
): Promise<MarkedTurn[][]> {
  if (from >= to) return [];
  return Promise.all(
    turnPartitions.map(async (pk) => {
      const values = { ':pk': pk, ':from': from, ':to': to };
      const rows = await queryAll(
        { ...inDesk('pk = :pk AND sk BETWEEN :from AND :to', values), ...how },
        most,
      );
      return rows.map((row) => KeptTurn.parse(row));
    }),
  );
}

async function putSum(day: string, sum: object, previous: string | undefined): Promise<void> {
  const condition =
    previous === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#until = :until',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: toItem({ ':until': previous }),
        };
  const Item = toItem({ ...addedUpKey(day), ...sum });
  await ifAllowed(dynamodb.send(new PutItemCommand({ TableName: DESK_TABLE, Item, ...condition })));
}

function inDesk(KeyConditionExpression: string, values: object) {
  return {
    TableName: DESK_TABLE,
    KeyConditionExpression,
    ExpressionAttributeValues: toItem(values),
  };
}

const KeptTallies = z.object({
  team: z.optional(z.string()),
  begun: z.optional(z.int()),
  kept: z.optional(z.int()),
  missed: z.optional(z.int()),
});

const KeptSum = z.object({ until: z.string(), tallies: z.array(KeptTallies) });

const KeptTurn = z.object({
  /** Rows from before days were kept on them are of none: they were counted when they were written. */
  day: z._default(z.string(), ''),
  ticketId: z.string(),
  agentId: z.optional(z.string()),
  startedAt: z.string(),
  begun: z.optional(z.enum(['begun', 'counted'])),
  ended: z.optional(z.enum(['kept', 'missed', 'counted'])),
  team: z.optional(z.string()),
});
