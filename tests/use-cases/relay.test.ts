import { describe, expect, it } from 'vitest';
import { relay } from '../../functions/use-cases/relay.ts';
import type { Published } from '../../schemas/environment.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { Timer } from '../../schemas/timer.ts';
import { anEvent, aTimer, at, isoAt } from '../support/builders.ts';

const nothing = async () => undefined;

/** The numbers of the events that go on the bus. */
async function onBus(published: Published, events: readonly TicketEvent[]): Promise<number[]> {
  const numbers: number[] = [];
  const publish = async (told: readonly TicketEvent[]) => {
    numbers.push(...told.map(({ number }) => number));
  };
  const now = () => at(0);
  const handOn = relay({
    published,
    publish,
    sendTimers: nothing,
    requestClassification: nothing,
    now,
  });
  await handOn(events.map((event) => ({ kind: 'event', event })));
  return numbers;
}

describe('the bus', () => {
  const said = anEvent({ number: 2 });
  const resolved = anEvent({
    number: 3,
    type: 'TicketResolved',
    body: { resolutionCount: 1, reason: 'shipped' },
  });

  it.each<[Published, number[]]>([
    ['subscribed', [3]],
    ['every', [2, 3]],
  ])('hears of %s', async (published, numbers) => {
    expect(await onBus(published, [said, resolved])).toEqual(numbers);
  });
});

describe('the queue of timers', () => {
  it('hears of an event alone only where the row of its ticket is behind', async () => {
    const sent: Timer[] = [];
    const handOn = relay({
      published: 'subscribed',
      publish: nothing,
      sendTimers: async (timers) => {
        sent.push(...timers);
      },
      requestClassification: nothing,
      now: () => at(0),
    });
    const event = anEvent({ occurredAt: isoAt(0), timers: { 'next-reply-due': isoAt(180) } });

    await handOn([{ kind: 'event', event }]);
    expect(sent).toEqual([]);
    await handOn([{ kind: 'event', event, behind: 1 }]);

    expect(sent).toEqual([aTimer('next-reply-due', 180)]);
  });
});
