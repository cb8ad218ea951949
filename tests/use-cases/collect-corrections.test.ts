import { describe, expect, it } from 'vitest';
import type { Correction } from '../../schemas/correction.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { collectCorrections } from '../../functions/use-cases/collect-corrections.ts';
import { aHistory, anEvent, isoAt, TICKET_ID } from '../support/builders.ts';

const said = (number: number, text: string) => anEvent({ number, type: 'MessageSent', body: { text } });
const agent = { kind: 'agent', id: 'agent-1' } as const;
const bot = { kind: 'bot', id: 'kefu' } as const;
const classified = (number: number, actor: TicketEvent['actor'] = agent) =>
  anEvent({
    number,
    actor,
    type: 'TicketClassified',
    body: {
      intentId: 'buyer.refund.refused',
      intents: [],
      priority: 'normal',
      language: 'zh',
      queueId: 'after-sales',
      reasons: [],
      throughNumber: 1,
    },
  });
const reopened = (number: number) =>
  anEvent({ number, type: 'TicketReopened', body: { reason: 'wrote again' } });

async function collected(...events: TicketEvent[]): Promise<Correction[]> {
  const kept: Correction[] = [];
  const collect = collectCorrections({
    tickets: { get: () => Promise.resolve({ ...aHistory(), events }) },
    corrections: { put: (it) => Promise.resolve(void kept.push(it)) },
    log: () => undefined,
  });
  for (const event of events) await collect(event);
  return kept;
}

describe('corrections', () => {
  it('keep what the customer wrote, and what an agent says it is about', async () => {
    expect(await collected(said(1, '商家不给退'), said(2, '电话13812345678'), classified(3))).toEqual([
      {
        ticketId: TICKET_ID,
        number: 3,
        occurredAt: isoAt(0),
        agentId: 'agent-1',
        text: '商家不给退 电话#',
        intent: 'buyer.refund.refused',
        language: 'zh',
      },
    ]);
  });

  it('keep only what was written since the ticket was opened again', async () => {
    const kept = await collected(said(1, '验证码收不到'), reopened(2), said(3, '商家不给退'), classified(4));

    expect(kept.map(({ text }) => text)).toEqual(['商家不给退']);
  });

  it.each([
    ['the machine classified', [said(1, '商家不给退'), classified(2, bot)]],
    ['the customer wrote nothing', [classified(1)]],
  ])('are none where %s', async (_name, events) => {
    expect(await collected(...events)).toEqual([]);
  });
});
