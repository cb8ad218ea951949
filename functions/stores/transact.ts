import {
  type CancellationReason,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { pause, random } from '../runtime/clock.ts';
import { dynamodb } from './dynamodb.ts';

/** Most tries of one transaction, and the longest pause before the second in milliseconds; it doubles from try to try. */
const TRIES = 5;
const FIRST_PAUSE = 20;

/** Cancelled for these reasons, the very same transaction may succeed a moment later. */
const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * Writes everything or nothing. A failed condition is a decision: the reasons come back, one for each item, for the caller to read. Only
 * where others were just writing the same items, or the table was throttled, is it tried again, after a pause drawn at random (full jitter)
 * so that those who collided do not collide again.
 */
export async function transact(
  TransactItems: TransactWriteItem[],
): Promise<CancellationReason[] | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      await dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      if (tries >= TRIES || !isPassing(reasons)) return reasons;
      await pause(random() * FIRST_PAUSE * 2 ** (tries - 1));
    }
  }
}

/** Whether a reason says that the item's condition does not hold. */
export function failedCondition(reason: CancellationReason | undefined): boolean {
  return reason?.Code === 'ConditionalCheckFailed';
}

function isPassing(reasons: readonly CancellationReason[]): boolean {
  return !reasons.some(failedCondition) && reasons.some(({ Code = '' }) => passing.includes(Code));
}
