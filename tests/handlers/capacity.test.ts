import {
  DeleteProvisionedConcurrencyConfigCommand,
  GetEventSourceMappingCommand,
  type GetEventSourceMappingCommandInput,
  GetProvisionedConcurrencyConfigCommand,
  LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
  type PutProvisionedConcurrencyConfigCommandInput,
  UpdateEventSourceMappingCommand,
  type UpdateEventSourceMappingCommandInput,
} from '@aws-sdk/client-lambda';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/capacity.ts';
import { get, openStandby, putOverride } from '../../functions/stores/capacity.ts';
import { save } from '../../functions/stores/tickets.ts';
import { histories } from '../support/builders.ts';
import { CapacitySwitched } from '../../schemas/capacity.ts';
import { listenToLog } from '../support/requests.ts';
import { keepRows, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const lambda = mockClient(LambdaClient);
const eventBridge = mockClient(EventBridgeClient);
let log: ReturnType<typeof listenToLog>;

/** What Lambda has, as the last call left it. */
let queues: Map<string, { pollers: number | undefined; batchSize: number | undefined }>;
let warm: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  log = listenToLog();
  keepRows(dynamodb);
  queues = new Map(['mapping-1', 'mapping-2'].map((id) => [id, { pollers: 5, batchSize: 10 }]));
  warm = 0;
  lambda.reset();
  lambda.on(GetEventSourceMappingCommand).callsFake(({ UUID = '' }: GetEventSourceMappingCommandInput) => {
    const { pollers, batchSize } = queues.get(UUID) ?? {};
    return { ScalingConfig: { MaximumConcurrency: pollers }, BatchSize: batchSize };
  });
  lambda.on(UpdateEventSourceMappingCommand).callsFake((input: UpdateEventSourceMappingCommandInput) => {
    const { UUID = '', ScalingConfig, BatchSize } = input;
    queues.set(UUID, { pollers: ScalingConfig?.MaximumConcurrency, batchSize: BatchSize });
    return {};
  });
  lambda
    .on(GetProvisionedConcurrencyConfigCommand)
    .callsFake(() => ({ RequestedProvisionedConcurrentExecutions: warm }));
  lambda
    .on(PutProvisionedConcurrencyConfigCommand)
    .callsFake((input: PutProvisionedConcurrencyConfigCommandInput) => {
      warm = input.ProvisionedConcurrentExecutions ?? 0;
      return {};
    });
  lambda.on(DeleteProvisionedConcurrencyConfigCommand).callsFake(() => {
    warm = 0;
    return {};
  });
  eventBridge.reset();
  eventBridge.on(PutEventsCommand).resolves({});
});

/** What the schedule does at a time of the 21st in Shanghai, where it is peak from 20:20, lead included, to 23:00. */
const minute = (time: string) => {
  vi.setSystemTime(new Date(`2026-11-21T${time}+08:00`));
  return handler();
};
const iso = (time: string) => new Date(`2026-11-21T${time}+08:00`).toISOString();
const switched = () =>
  eventBridge
    .commandCalls(PutEventsCommand)
    .flatMap(({ args: [{ input }] }) => input.Entries ?? [])
    .map(({ Source, DetailType, Detail = '' }) => ({
      Source,
      DetailType,
      ...CapacitySwitched.parse(JSON.parse(Detail)),
    }));
const changes = () => [
  ...lambda.commandCalls(UpdateEventSourceMappingCommand),
  ...lambda.commandCalls(PutProvisionedConcurrencyConfigCommand),
  ...lambda.commandCalls(DeleteProvisionedConcurrencyConfigCommand),
];

describe('capacity', () => {
  it('rises the lead before the window, is told on the bus, and falls when the window ends', async () => {
    await minute('20:19');
    const before = await get();
    await minute('20:20');
    const peak = { state: await get(), queues: [...queues.values()], warm };
    await minute('22:59');
    const still = await get();
    await minute('23:00');

    expect(before.profile).toBe('off-peak');
    expect(peak).toEqual({
      state: { profile: 'peak', standbyOpen: true, changedAt: iso('20:20') },
      queues: Array(2).fill({ pollers: 50, batchSize: 5 }),
      warm: 2,
    });
    expect(still.profile).toBe('peak');
    expect(await get()).toEqual({ profile: 'off-peak', standbyOpen: false, changedAt: iso('23:00') });
    expect([...queues.values()]).toEqual(Array(2).fill({ pollers: 5, batchSize: 10 }));
    expect(warm).toBe(0);
    expect(switched()).toEqual([
      {
        Source: 'kefu.capacity',
        DetailType: 'CapacitySwitched',
        profile: 'peak',
        reason: 'window',
        until: iso('23:00'),
        at: iso('20:20'),
      },
      {
        Source: 'kefu.capacity',
        DetailType: 'CapacitySwitched',
        profile: 'off-peak',
        reason: 'window',
        until: new Date('2026-11-22T20:20+08:00').toISOString(),
        at: iso('23:00'),
      },
    ]);
  });

  it('catches up with a window whose beginning it has missed', async () => {
    await minute('22:17');

    expect(await get()).toMatchObject({ profile: 'peak', changedAt: iso('22:17') });
  });

  it('is left alone while it is as it is to be', async () => {
    await minute('20:20');
    const { length } = changes();

    await minute('20:20');
    await minute('20:21');
    await minute('20:25');

    expect(changes()).toHaveLength(length);
    expect(switched()).toHaveLength(1);
  });

  it('is mended within five minutes when somebody else changes it', async () => {
    await minute('20:20');
    queues.set('mapping-2', { pollers: 3, batchSize: 5 });
    warm = 9;

    await minute('20:24');
    const later = queues.get('mapping-2')?.pollers;
    await minute('20:25');

    expect(later).toBe(3);
    expect([queues.get('mapping-2')?.pollers, warm]).toEqual([50, 2]);
    expect(JSON.parse(log().at(-1) ?? '')).toMatchObject({
      message: 'capacity held',
      CapacityDrift: 2,
      PeakProfile: 1,
    });
  });

  it('is not in force when it could not be set, and is a minute later', async () => {
    lambda.on(UpdateEventSourceMappingCommand).rejectsOnce(new Error('in use'));

    await expect(minute('20:20')).rejects.toThrow('in use');
    const { profile } = await get();
    await minute('20:21');

    expect(profile).toBe('off-peak');
    expect(await get()).toMatchObject({ profile: 'peak' });
  });

  it('follows what somebody has set by hand until its end', async () => {
    await putOverride({ profile: 'peak', until: iso('12:30'), by: 'sun' });

    await minute('12:00');
    const set = await get();
    await minute('12:30');

    expect(set.profile).toBe('peak');
    expect((await get()).profile).toBe('off-peak');
    expect(switched().map(({ reason }) => reason)).toEqual(['override', 'window']);
  });
});

describe('the standby pool', () => {
  const waitsSince = async (time: string) => {
    vi.setSystemTime(new Date(`2026-11-21T${time}+08:00`));
    const { ticket, events } = histories.inQueue();
    const since = iso(time);
    const [first, ...rest] = events;
    if (!first) throw new Error('a history has events');
    const waiting = { ...ticket, holder: { kind: 'queue' as const, since } };
    await save({ before: undefined, ticket: waiting, events: [first, ...rest] });
  };

  it('opens when somebody has waited longer than a minute', async () => {
    await waitsSince('12:00');

    await minute('12:01');
    const patient = await get();
    await minute('12:02');

    expect(patient.standbyOpen).toBe(false);
    expect(await get()).toEqual({ profile: 'off-peak', standbyOpen: true, changedAt: iso('12:02') });
    expect(JSON.parse(log().at(-1) ?? '')).toMatchObject({ StandbyOpen: 1, LongestWaitSeconds: 120 });
  });

  it('closes when that has not happened for ten minutes', async () => {
    await minute('11:59');
    await openStandby(new Date(iso('12:00')));

    await minute('12:09');
    const open = await get();
    await minute('12:10');

    expect(open.standbyOpen).toBe(true);
    expect(await get()).toEqual({ profile: 'off-peak', standbyOpen: false, changedAt: iso('12:10') });
  });

  it('stays open while the peak wants it open', async () => {
    await minute('20:20');
    await minute('20:45');

    expect(await get()).toMatchObject({ profile: 'peak', standbyOpen: true });
  });

  it('stays open beyond the peak when people still wait', async () => {
    await minute('20:20');
    await waitsSince('22:58');

    await minute('23:00');

    expect(await get()).toMatchObject({ profile: 'off-peak', standbyOpen: true });
  });
});
