import { describe, expect, it } from 'vitest';
import { hears, subscribersOf } from '../../functions/domain/hearing.ts';
import { anEvent, isoAt } from '../support/builders.ts';

const turn = { startedAt: isoAt(0), step: 'begun' } as const;
const said = anEvent({});

describe('a reaction', () => {
  it.each([
    ['pushes', said, true],
    ['turns', said, false],
    ['turns', { ...said, turn }, true],
    ['surveys', said, false],
  ] as const)('%s hears of what it reacts to', (name, event, expected) => {
    expect(hears(name, event)).toBe(expected);
  });

  it.each([
    ['what is said', [said, { ...said, turn }], []],
    ['a settled matter', [{ type: 'TicketResolved' }], ['seating', 'surveys', 'figures']],
    ['a rung of the ladder', [{ type: 'TicketEscalated' }], ['seating', 'reserve']],
  ] as const)('subscribes to %s or not', (_what, events, names) => {
    expect([...new Set(events.flatMap(subscribersOf))]).toEqual(names);
  });
});
