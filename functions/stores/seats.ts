import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { DeskEnvironment } from '../../schemas/environment.ts';
import type { TicketChange } from '../domain/change.ts';
import { passReasonOf } from '../domain/pass-reason.ts';
import { environment } from '../runtime/environment.ts';
import { toItem } from './dynamodb.ts';
import { agentKey } from './keys.ts';

/** The parts of a change's transaction that take and free seats. */
export interface SeatWrite {
  agentId: string;
  write: TransactWriteItem;
}

/**
 * A seat is the ticket's id in the agent's set, and once more in the set of its channel: taking and freeing it twice is the same as
 * once. A seat is taken only at an agent who is available, reachable, and below both limits.
 */
export function seatWrites({ takeSeat, freeSeat, ticket, events }: TicketChange): SeatWrite[] {
  const { channel, ticketId } = ticket;
  const now = events[0].occurredAt;
  const names = { '#seats': `seats-${channel}` };
  const values = { ':seat': { SS: [ticketId] }, ':now': { S: now } };
  const writes: SeatWrite[] = [];
  // Only functions that seat people are told where the desk table is.
  const deskTable = () => environment(DeskEnvironment).DESK_TABLE;
  if (takeSeat) {
    writes.push({
      agentId: takeSeat,
      write: {
        Update: {
          TableName: deskTable(),
          Key: toItem(agentKey(takeSeat)),
          UpdateExpression: 'ADD seats :seat, #seats :seat SET idleSince = :now',
          ConditionExpression:
            'availability = :available AND leaseUntil > :now AND (attribute_not_exists(seats) OR size(seats) < #capacity) ' +
            'AND (attribute_not_exists(#limits.#channel) OR attribute_not_exists(#seats) OR size(#seats) < #limits.#channel)',
          ExpressionAttributeNames: {
            ...names,
            '#capacity': 'capacity',
            '#limits': 'limits',
            '#channel': channel,
          },
          ExpressionAttributeValues: { ...values, ':available': { S: 'available' } },
        },
      },
    });
  }
  if (freeSeat) {
    const passed = passReasonOf(freeSeat, events);
    writes.push({
      agentId: freeSeat,
      write: {
        Update: {
          TableName: deskTable(),
          Key: toItem(agentKey(freeSeat)),
          UpdateExpression: `DELETE seats :seat, #seats :seat SET idleSince = :now${passed ? ' ADD #passed :one' : ''}`,
          ExpressionAttributeNames: { ...names, ...(passed && { '#passed': `passed-${passed}` }) },
          ExpressionAttributeValues: { ...values, ...(passed && { ':one': { N: '1' } }) },
        },
      },
    });
  }
  return writes;
}
