import { beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../schemas/correction.ts';
import * as corrections from '../../functions/stores/corrections.ts';
import { isoAt, TICKET_ID } from '../support/builders.ts';
import { keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
beforeEach(() => {
  keepRows(dynamodb);
});

const correction = (seconds: number): Correction => ({
  ticketId: TICKET_ID,
  number: seconds + 1,
  occurredAt: isoAt(seconds),
  agentId: 'agent-1',
  text: '商家不给退',
  intent: 'buyer.refund.refused',
  language: 'zh',
});

describe('corrections', () => {
  it('are listed oldest first, page by page', async () => {
    for (const seconds of [60, 0, 30]) await corrections.put(correction(seconds));

    const first = await corrections.listPage(2);
    const second = await corrections.listPage(2, first.cursor);

    expect([first.rows, second.rows]).toEqual([[correction(0), correction(30)], [correction(60)]]);
  });
});
