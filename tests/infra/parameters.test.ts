import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SeatPlan } from '../../schemas/seat-plan.ts';
import { ofType, synthesise } from './synthesised.ts';

const synthesisedWith = (kefu: unknown) => synthesise({ context: { kefu } });

// The first synthesis bundles every function.
beforeAll(() => synthesise(), 120_000);

describe('the page of parameters', () => {
  it('names every one', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/parameters.md'), 'utf8');
    const { service } = await synthesise();
    const named = (id: string) =>
      page.includes(`\`${id}\``) || page.includes(`\`${id.replace(/^(Urgent|High|Normal|Low)/, '<P>')}\``);

    // What belongs to the language model has a page too.
    const others = Object.keys(service.Parameters).filter((id) => !/^BootstrapVersion$|^BotWriter./.test(id));
    expect(others.filter((id) => !named(id))).toEqual([]);
  });
});

describe('values in cdk.json', () => {
  it('are the defaults of the parameters', async () => {
    const { service } = await synthesisedWith({
      RegularSeats: 40,
      PeakWindows: 'sat,sun 10:00-14:00',
      BotWriter: 'answers',
    });

    expect(service.Parameters['RegularSeats']).toMatchObject({ Default: 40 });
    expect(service.Parameters['PeakWindows']).toMatchObject({ Default: 'sat,sun 10:00-14:00' });
    expect(service.Parameters['BotWriter']).toMatchObject({ Default: 'answers' });
  });

  it.each<[unknown, string]>([
    [{ RegularSeat: 40 }, 'kefu sets RegularSeat, which is no parameter of this stack'],
    [{ RegularSeats: -1 }, 'kefu.RegularSeats is -1, but it must be 0 or more'],
    [{ PeakPollers: 1001 }, 'kefu.PeakPollers is 1001, but it must be 1000 or less'],
    [{ PeakPollers: 'all' }, 'kefu.PeakPollers is all, but it must be a number'],
    [{ PeakWindows: '9-10' }, 'kefu.PeakWindows is 9-10, but it must be such as'],
    [{ BotWriter: 'always' }, 'kefu.BotWriter is always, but it must be one of off, answers, intents, both'],
    [{ RegularSeats: [40] }, 'kefu.RegularSeats must be a text or a number'],
    [{ PeakPollers: 5 }, 'PeakPollers (5) is below OffPeakPollers (10)'],
    [{ BudgetWarning: 90 }, 'BudgetWarning (90 %) is below BudgetNotice (100 %)'],
    [
      { PeakConversationsPerHour: 2000 },
      'RegularSeats + StandbySeats = 30 cannot keep the promise at the forecast peak',
    ],
  ])('%j are refused at synthesis', async (kefu, message) => {
    await expect(synthesisedWith(kefu)).rejects.toThrow(message);
  });
});

describe('the plan that a deployment is checked by', () => {
  it('is made of the parameters, whose defaults can be kept', async () => {
    const { service } = await synthesise();
    const [found] = ofType(service, 'Custom::KefuCapacityPlan');
    const { ServiceToken, ...references } = found?.[1].Properties ?? {};
    const names = JSON.stringify(references).match(/(?<="Ref":")\w+/g) ?? [];

    expect(Object.keys(references).sort()).toEqual(Object.keys(SeatPlan.shape).sort());
    expect(names.filter((name) => service.Parameters[name] === undefined)).toEqual([]);
    expect(names).toHaveLength(17);
    expect(ServiceToken).toBeDefined();
  });
});
