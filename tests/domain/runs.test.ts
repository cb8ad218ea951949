import { describe, expect, it } from 'vitest';
import { runsOf } from '../../functions/domain/runs.ts';
import { anEvent, TICKET_ID } from '../support/builders.ts';

const OTHER = 'KF-ZZZZ-ZZZZ-ZZZZ';
const numbersOf = (events: readonly [string, number][]) =>
  runsOf(events.map(([ticketId, number]) => anEvent({ ticketId, number }))).map((run) =>
    run.map(({ number }) => number),
  );

describe('events of a ticket', () => {
  it('that follow one another are one run, whatever lies between them', () => {
    const runs = numbersOf([
      [TICKET_ID, 4],
      [OTHER, 1],
      [TICKET_ID, 5],
      [OTHER, 2],
    ]);

    expect(runs).toEqual([
      [4, 5],
      [1, 2],
    ]);
  });

  it.each([
    ['a gap', [4, 6]],
    ['a repetition', [4, 4]],
    ['a step back', [4, 3]],
  ])('are two runs at %s', (_name, numbers) => {
    expect(numbersOf(numbers.map((number) => [TICKET_ID, number]))).toEqual(
      numbers.map((number) => [number]),
    );
  });

  it('are at most eight together', () => {
    const runs = numbersOf(Array.from({ length: 10 }, (_, index) => [TICKET_ID, index + 1]));

    expect(runs.map(({ length }) => length)).toEqual([8, 2]);
  });
});
