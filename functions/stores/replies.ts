import { type TransactWriteItem, type Update, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import type { Turn } from '../../schemas/events.ts';
import { VersionConflictError } from '../domain/errors.ts';
import { isLate, TALLY_DAYS, TURN_DAYS } from '../domain/marked-turns.ts';
import type { Tally } from '../domain/reply-rate.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, ifAllowed, toItem } from './dynamodb.ts';
import { replyTallyKey, turnKey } from './keys.ts';
import { failedCondition, transact } from './transact.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

const DAY = 86_400;

/**
 * Marks a step of a turn on the turn's row: once, however often it is told, and in whatever order. A turn begins once and ends once. One
 * that is told late is counted on its day as well, in one transaction. @throws VersionConflictError when others were counting all the time
 */
export async function count(
  step: { ticketId: string; turn: Turn; day: string; tally: Tally; team?: string | undefined },
  now: Date,
): Promise<'counted' | 'known'> {
  const { startedAt } = step.turn;
  if (!isLate(startedAt, now)) {
    const marked = await ifAllowed(dynamodb.send(new UpdateItemCommand(markOf(step, step.tally, now))));
    return marked ? 'counted' : 'known';
  }
  const reasons = await transact([{ Update: markOf(step, 'counted', now) }, tallyOf(step, now)]);
  if (!reasons) return 'counted';
  if (failedCondition(reasons[0])) return 'known';
  throw new VersionConflictError();
}

type Step = Parameters<typeof count>[0];

function markOf({ ticketId, turn, day, tally, team }: Step, value: Tally | 'counted', now: Date): Update {
  const kept = { ticketId, startedAt: turn.startedAt, agentId: turn.agentId, team };
  const set = Object.entries({ ...kept, removeAt: secondsOf(now) + TURN_DAYS * DAY }).filter(
    ([, it]) => it !== undefined,
  );
  return {
    TableName: DESK_TABLE,
    Key: toItem(turnKey(turn.startedAt, ticketId)),
    // Should the zone change meanwhile, both steps count on the day of the first.
    UpdateExpression: `SET #mark = :mark, #day = if_not_exists(#day, :day), ${set.map(([name]) => `${name} = :${name}`).join(', ')}`,
    ConditionExpression: 'attribute_not_exists(#mark)',
    ExpressionAttributeNames: { '#mark': tally === 'begun' ? 'begun' : 'ended', '#day': 'day' },
    ExpressionAttributeValues: toItem({
      ':mark': value,
      ':day': day,
      ...Object.fromEntries(set.map(([name, it]) => [`:${name}`, it])),
    }),
  };
}

function tallyOf({ ticketId, day, tally, team }: Step, now: Date): TransactWriteItem {
  return {
    Update: {
      TableName: DESK_TABLE,
      Key: toItem(replyTallyKey(day, ticketId, team)),
      UpdateExpression: `ADD #tally :one SET removeAt = :removeAt${team === undefined ? '' : ', team = :team'}`,
      ExpressionAttributeNames: { '#tally': tally },
      ExpressionAttributeValues: toItem({
        ':one': 1,
        ':removeAt': secondsOf(now) + TALLY_DAYS * DAY,
        ':team': team,
      }),
    },
  };
}

function secondsOf(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
