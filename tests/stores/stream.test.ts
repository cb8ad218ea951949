import { describe, expect, it } from 'vitest';
import { writtenBy } from '../../functions/stores/stream.ts';
import { anEvent, anOpening, aTicket } from '../support/builders.ts';
import { image } from '../support/stub-aws.ts';

describe('a record of the tickets table', () => {
  it('is an event when one was put', () => {
    expect(writtenBy({ dynamodb: { NewImage: image({ event: anEvent() }) } })).toEqual({
      kind: 'event',
      event: anEvent(),
    });
  });

  it('tells by how many events the ticket’s row is behind', () => {
    expect(writtenBy({ dynamodb: { NewImage: image({ event: anEvent(), version: 1, behind: 2 }) } })).toEqual(
      {
        kind: 'event',
        event: anEvent(),
        behind: 2,
      },
    );
  });

  it('is a new ticket when there was none before', () => {
    const { ticket } = anOpening();

    expect(writtenBy({ dynamodb: { NewImage: image({ ticket }) } })).toEqual({
      kind: 'ticket',
      before: undefined,
      after: ticket,
    });
  });

  it('is a ticket with what it was before', () => {
    const before = aTicket();
    const after = aTicket({ version: 2, priority: 'urgent' });

    const written = writtenBy({
      dynamodb: { OldImage: image({ ticket: before }), NewImage: image({ ticket: after }) },
    });

    expect(written).toEqual({ kind: 'ticket', before, after });
  });

  it.each([
    ['a removal', { dynamodb: { OldImage: image({ event: anEvent() }) } }],
    ['a record without images', { dynamodb: {} }],
    ['an empty record', {}],
  ])('is nothing to hand on: %s', (_name, record) => {
    expect(writtenBy(record)).toBeUndefined();
  });

  it.each([
    ['an event nobody knows', { event: { ...anEvent(), type: 'Unknown' } }],
    ['an event without its hash', { event: { ...anEvent(), hash: undefined } }],
    ['a ticket with a field too many', { ticket: { ...aTicket(), more: 1 } }],
  ])('is refused when it is broken: %s', (_name, data) => {
    expect(() => writtenBy({ dynamodb: { NewImage: image(data) } })).toThrow();
  });
});
