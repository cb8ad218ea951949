import { beforeEach, describe, expect, it } from 'vitest';
import { BrokenHistoryError } from '../../functions/domain/restore.ts';
import { CrashError } from '../../functions/memory/faults.ts';
import { ConflictingHistoryError, restore } from '../../functions/use-cases/restore.ts';
import type { Tickets } from '../../functions/use-cases/platform.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import { aCaller } from '../support/builders.ts';
import { aCustomer, aMemoryPlatform, aProfile } from '../support/memory.ts';

/** The history of a ticket that a person has settled, after so many messages; closed unless told otherwise. */
async function aHistoryWith(messages: number, { closed = true } = {}): Promise<TicketEvent[]> {
  const whole = aMemoryPlatform();
  whole.start();
  await whole.desk.putAgent({ agentId: 'mei', ...aProfile() }, aCaller());
  await whole.desk.setPresence({ availability: 'available' }, aCaller());
  const opening = { commandId: 'open-0001', text: '转人工', channel: 'app', locale: 'zh-CN' } as const;
  const { ticketId } = await whole.customer.openTicket(opening, aCustomer());
  await whole.pass(2);
  await whole.desk.acceptTicket({ ticketId, commandId: 'accept-01' }, aCaller());
  for (let number = 0; number < messages; number += 1)
    await whole.desk.replyToCustomer(
      { ticketId, commandId: `reply-${number}-x`, text: `第 ${number}` },
      aCaller(),
    );
  await whole.desk.resolveTicket({ ticketId, commandId: 'resolve-1', reason: '好了' }, aCaller());
  if (closed) {
    await whole.pass(5);
    await whole.customer.answerSurvey(
      { ticketId, commandId: 'survey-01', score: 5, solved: true },
      aCustomer(),
    );
  }
  await whole.pass(5);
  return [...(await whole.platform.tickets.get(ticketId, 0)).events];
}

let whole: ReturnType<typeof aMemoryPlatform>;
let tickets: Tickets;
beforeEach(() => {
  whole = aMemoryPlatform();
  tickets = whole.platform.tickets;
});

describe('a history that is brought back', () => {
  it('is the very same, event by event, and stays so', async () => {
    const events = await aHistoryWith(40);
    expect(events.length).toBeGreaterThan(45);

    expect(await restore({ tickets })(events)).toBe('restored');
    whole.start();
    await whole.pass(86_400);

    const id = events[0]?.ticketId ?? '';
    expect(JSON.stringify((await tickets.get(id, 0)).events)).toBe(JSON.stringify(events));
    expect((await tickets.get(id)).ticket.status).toBe('closed');
    expect((await whole.platform.capacity.get()).standbyOpen).toBe(false);
    expect(Object.values(whole.queues).flatMap(({ deadLetters }): unknown[] => deadLetters)).toEqual([]);
  });

  it('has its facts again', async () => {
    const events = await aHistoryWith(1);

    await restore({ tickets })(events);
    await whole.pass(300);

    const quarter = '2026-11-21T12:00:00.000Z';
    expect(await whole.platform.insights.listFacts(quarter)).toMatchObject([
      { ticketId: events[0]?.ticketId },
    ]);
  });

  it('is known when it comes again', async () => {
    const events = await aHistoryWith(30);
    await restore({ tickets })(events);

    expect(await restore({ tickets })(events)).toBe('known');
  });

  it.each([1, 5, 12])('is gone on with after a crash at write %i', async (write) => {
    const events = await aHistoryWith(40);
    let writes = 0;
    const crashing: Tickets = {
      ...tickets,
      save: async (change) => {
        await tickets.save(change);
        if ((writes += 1) === write) throw new CrashError('the process ended');
      },
    };
    await expect(restore({ tickets: crashing })(events)).rejects.toThrow(CrashError);

    expect(await restore({ tickets })(events)).toBe('restored');

    const id = events[0]?.ticketId ?? '';
    expect((await tickets.get(id, 0)).events).toEqual(events);
  });

  it('is left out while the ticket goes on', async () => {
    const events = await aHistoryWith(1, { closed: false });

    expect(await restore({ tickets })(events)).toBe('not closed');
    expect(await tickets.find(events[0]?.ticketId ?? '')).toBeUndefined();
  });

  it.each<[string, (events: TicketEvent[]) => TicketEvent[]]>([
    [
      'a word was changed',
      (all) => all.map((it) => (it.type === 'MessageSent' ? { ...it, body: { text: '别的' } } : it)),
    ],
    ['an event was taken away', (all) => all.filter(({ number }) => number !== 3)],
    ['the first one is missing', (all) => all.slice(1)],
    ['two were exchanged', ([a, b, c, ...rest]) => [a, c, b, ...rest].filter((it) => it !== undefined)],
    ['one comes twice', ([a, ...rest]) => [a, a, ...rest].filter((it) => it !== undefined)],
  ])('is refused when %s', async (_, spoil) => {
    const events = await aHistoryWith(2);

    await expect(restore({ tickets })(spoil(events))).rejects.toThrow(BrokenHistoryError);

    expect(await tickets.find(events[0]?.ticketId ?? '')).toBeUndefined();
  });

  it('is refused where the table has another one of the ticket, which stays', async () => {
    const [ours, theirs] = [await aHistoryWith(2), await aHistoryWith(3)];
    expect(ours[0]?.ticketId).toBe(theirs[0]?.ticketId);
    await restore({ tickets })(theirs);

    await expect(restore({ tickets })(ours)).rejects.toThrow(ConflictingHistoryError);

    expect((await tickets.get(theirs[0]?.ticketId ?? '', 0)).events).toEqual(theirs);
  });

  it('is refused where the table has the ticket at an earlier time: it may go on there', async () => {
    const events = await aHistoryWith(2);
    const [first, ...rest] = events.slice(0, 4);
    const found = await tickets.find(events[0]?.ticketId ?? '');
    expect(found).toBeUndefined();
    const { ticketFrom } = await import('../../functions/domain/restore.ts');
    if (first)
      await tickets.save({
        before: undefined,
        ticket: ticketFrom([first, ...rest]),
        events: [first, ...rest],
      });

    await expect(restore({ tickets })(events)).rejects.toThrow(/up to event 4 only/);
  });

  it('is refused where somebody writes the ticket meanwhile', async () => {
    const events = await aHistoryWith(2);
    const busy: Tickets = { ...tickets, listEvents: async () => [] };
    await restore({ tickets })(events);

    await expect(restore({ tickets: busy })(events)).rejects.toThrow(/somebody else writes it/);
  });
});
