import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../../functions/gateways/bus.ts';
import { anEvent, at } from '../support/builders.ts';

const bus = mockClient(EventBridgeClient);
beforeEach(() => {
  bus.reset();
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

const batches = () => bus.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
const events = (count: number) => Array.from({ length: count }, (_, index) => anEvent({ number: index + 1 }));

describe('publishing', () => {
  it('tells who says what, when, whole', async () => {
    await publish([anEvent()]);

    expect(batches()).toEqual([
      [
        {
          EventBusName: 'bus',
          Source: 'kefu.tickets',
          DetailType: 'MessageSent',
          Detail: JSON.stringify(anEvent()),
          Time: at(0),
        },
      ],
    ]);
  });

  it.each([
    [0, []],
    [10, [10]],
    [21, [10, 10, 1]],
  ])('%i events takes batches of %j', async (count, sizes) => {
    await publish(events(count));

    expect(batches().map(({ length }) => length)).toEqual(sizes);
  });

  it('keeps the order', async () => {
    await publish(events(21));

    expect(batches().flatMap((batch) => batch.map(({ Detail }) => Detail))).toEqual(
      events(21).map((event) => JSON.stringify(event)),
    );
  });

  it('fails when any event was not accepted', async () => {
    bus
      .on(PutEventsCommand)
      .resolves({ FailedEntryCount: 1, Entries: [{ EventId: '1' }, { ErrorCode: 'ThrottlingException' }] });

    await expect(publish(events(2))).rejects.toThrow('1 events were not accepted: ThrottlingException');
  });

  it('passes on the service’s own failure', async () => {
    const trouble = new Error('no network');
    bus.on(PutEventsCommand).rejects(trouble);

    await expect(publish(events(1))).rejects.toBe(trouble);
  });
});
