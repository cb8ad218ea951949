import { type AttributeValue, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesOf } from '../../bench/cost/item-size.ts';
import { READ_UNIT_BYTES, WRITE_UNIT_BYTES } from '../../functions/domain/cost/prices.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { handler as socket } from '../../functions/socket.ts';
import { at, aCommand, histories, saved, TICKET_ID, when } from '../support/builders.ts';
import { listenToLog, say } from '../support/requests.ts';
import { keepHistory, keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
vi.useFakeTimers({ now: at(100), toFake: ['Date'] });

const customer = { kind: 'customer', id: 'customer-1', segment: 'ordinary' } as const;
const words = '我的订单三天了还没有发货，帮我看一下，物流一直没有更新，我很着急';
const send = (commandId: string, after: number) =>
  say(socket, customer, { action: 'send', ticketId: TICKET_ID, commandId, after, text: words });

/** A conversation in which the agent owes an answer already. */
const owing = () => {
  const before = histories.answered();
  const message = { text: words, command: aCommand('first') };
  return saved(before.events, receiveMessage(before, message, when(60)));
};

beforeEach(async () => {
  listenToLog();
  keepRows(dynamodb);
  await keepHistory(owing());
});

describe('a plain message', () => {
  it('costs one strongly consistent read and one write, each of one unit', async () => {
    const { number } = owing();
    // Settings, filter and epoch are looked at now and then, whatever the traffic.
    await send('warm-up-1', number);
    dynamodb.resetHistory();

    const receipt = await send('command-1', number + 1);

    const [query, ...queries] = dynamodb.commandCalls(QueryCommand);
    const [put, ...puts] = dynamodb.commandCalls(PutItemCommand);
    const read = (await query?.returnValue)?.Items ?? [];
    expect(receipt).toMatchObject({ type: 'receipt', number: number + 2 });
    expect(dynamodb.calls()).toHaveLength(2);
    expect([queries, puts]).toEqual([[], []]);
    expect(query?.args[0].input).toMatchObject({ TableName: 'tickets', ConsistentRead: true });
    expect(sizeOf(read)).toBeGreaterThan(0);
    expect(sizeOf(read)).toBeLessThanOrEqual(READ_UNIT_BYTES);
    expect(sizeOf([put?.args[0].input.Item ?? {}])).toBeLessThanOrEqual(WRITE_UNIT_BYTES);
  });
});

function sizeOf(items: readonly Record<string, AttributeValue>[]): number {
  return items.reduce((sum, item) => sum + bytesOf(item), 0);
}
