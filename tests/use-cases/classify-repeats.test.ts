import { describe, expect, it } from 'vitest';
import type { History } from '../../functions/domain/change.ts';
import { noIncident } from '../../functions/domain/incident.ts';
import { SURE } from '../../functions/domain/knowledge/coefficients.ts';
import { classify } from '../../functions/use-cases/classify.ts';
import {
  aHistoryOf,
  anOpening,
  anUnderstanding,
  aPolicy,
  aTicket,
  at,
  isoAt,
  saved,
  TICKET_ID,
} from '../support/builders.ts';
import { clear } from '../support/risk.ts';

const refund = 'buyer.refund.not-arrived';
const earlier = (serial: string, daysAgo: number) =>
  aTicket({ ticketId: `KF-0000-0000-000${serial}`, intentId: refund, createdAt: isoAt(-daysAgo * 86_400) });

/** Classifies a message of somebody who had these tickets before, and counts how often they were asked for. */
async function classified(before: History, number: number) {
  let history = before;
  let asked = 0;
  const work = classify({
    tickets: {
      get: async () => history,
      listOfCustomer: async () => {
        asked += 1;
        return { rows: [history.ticket, earlier('1', 2), earlier('2', 4)] };
      },
      save: async (change) => {
        history = saved(history.events, change);
      },
    },
    articles: { list: async () => [], revision: async () => 1 },
    artefacts: { head: async () => undefined, read: async () => new Uint8Array() },
    meaningOf: () => undefined,
    reader: async () => ({
      understand: (text) =>
        anUnderstanding({
          abstained: false,
          intents: [{ id: refund, confidence: 0.95, reasons: ['退款'] }],
          normalized: text,
        }),
      screen: () => clear,
    }),
    policy: async () => aPolicy(),
    incident: async () => noIncident,
    sureFrom: async () => SURE,
    now: () => at(1),
    log: () => undefined,
  });
  await work({ ticketId: TICKET_ID, number });
  return { ticket: history.ticket, asked };
}

describe('the classification of a first message', () => {
  it('knows the tickets its customer had before about the same matter', async () => {
    const { ticket } = await classified(aHistoryOf(anOpening({ text: '退款还没有到账' })), 2);

    expect(ticket).toMatchObject({ contacts: 3, priority: 'high', holder: { kind: 'queue' } });
    expect(ticket.summary).toContain('第3次来访');
  });

  it('is the only one that asks for them', async () => {
    const first = aHistoryOf(anOpening({ text: '退款还没有到账' }));
    const known = { ...first, ticket: { ...first.ticket, intentId: refund, botHandledNumber: 1 } };

    expect((await classified(first, 2)).asked).toBe(1);
    expect((await classified(known, 2)).asked).toBe(0);
  });
});
