import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../functions/memory/random.ts';
import { Agenda } from '../../functions/simulation/agenda.ts';

describe('the agenda', () => {
  it('gives back everything, the earliest first, of the same time what was asked for first', () => {
    const random = seededRandom(7);
    const agenda = new Agenda();
    const asked = Array.from({ length: 3000 }, (_, who) => ({ time: Math.floor(random() * 500), who }));
    for (const { time, who } of asked) agenda.add(time, who % 7, who, 2 * who);

    const taken: { time: number; who: number }[] = [];
    while (agenda.take()) {
      const { time, who, kind, extra } = agenda.next;
      expect([kind, extra]).toEqual([who % 7, 2 * who]);
      taken.push({ time, who });
    }

    expect(taken).toEqual(asked.toSorted((a, b) => a.time - b.time || a.who - b.who));
  });

  it('can be added to while it is worked off', () => {
    const agenda = new Agenda();
    agenda.add(10, 0, 1);
    agenda.add(30, 0, 3);
    agenda.take();
    agenda.add(20, 0, 2);

    agenda.take();

    expect(agenda.next).toEqual({ time: 20, kind: 0, who: 2, extra: 0 });
  });
});
