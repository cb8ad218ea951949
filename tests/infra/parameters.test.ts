import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SURE } from '../../functions/domain/knowledge/coefficients.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { CapacityEnvironment } from '../../schemas/capacity-plan.ts';
import { BotEnvironment, PolicyEnvironment } from '../../schemas/environment.ts';
import { SeatPlan } from '../../schemas/seat-plan.ts';
import { environmentsWith, ofType, synthesise, type Stored } from './synthesised.ts';

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

describe('the parameters', () => {
  let service: Stored;

  beforeAll(async () => {
    ({ service } = await synthesise());
  });

  it.each([
    ['UrgentReachedSeconds', 15],
    ['NormalReachedSeconds', 180],
    ['UrgentResolutionSeconds', 86_400],
    ['NormalResolutionSeconds', 86_400],
    ['LowResolutionSeconds', 86_400],
  ])('promise %s: %i', (name, seconds) => {
    expect(service.Parameters[name]).toMatchObject({
      Type: 'Number',
      Default: seconds,
      MinValue: 1,
      MaxValue: 2_592_000,
    });
  });

  it.each([
    ['PeakPollers', 2, 1000],
    ['OffPeakPollers', 2, 1000],
    ['PeakProvisioned', 0, 1000],
    ['OffPeakProvisioned', 0, 1000],
    ['PeakBatchSize', 1, 10],
    ['OffPeakBatchSize', 1, 10],
    ['PeakLeadMinutes', 0, 240],
    ['SlaWarnShare', 0.1, 0.95],
  ])('keep %s between %d and %d', (name, MinValue, MaxValue) => {
    expect(service.Parameters[name]).toMatchObject({ Type: 'Number', MinValue, MaxValue });
  });

  it.each([
    [
      'TimeZone',
      'Asia/Shanghai',
      ['UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT-8'],
      ['Asia Shanghai', ''],
    ],
    [
      'PeakWindows',
      '20:00-23:00',
      ['', 'mon-fri,sun 20:00-24:00; sat 22:00-02:00'],
      ['20:00-24:30', '9:00-10:00', '20:00-23:00, 10:00-12:00', 'Mon 20:00-23:00'],
    ],
    ['OidcIssuer', '', ['https://id.example'], ['http://id.example', 'id.example']],
  ])('take only what %s can mean', (name, value, good, bad) => {
    const { Default, AllowedPattern } = z
      .looseObject({ Default: z.string(), AllowedPattern: z.string() })
      .parse(service.Parameters[name]);
    const pattern = new RegExp(AllowedPattern);

    expect(Default).toBe(value);
    expect([Default, ...good].filter((one) => !pattern.test(one))).toEqual([]);
    expect(bad.filter((one) => pattern.test(one))).toEqual([]);
  });

  it('explain themselves, with a default for each', () => {
    const mute = Object.entries(service.Parameters).filter(
      ([name, { Description, Default }]) =>
        name !== 'BootstrapVersion' && (!Description || Default === undefined),
    );

    expect(mute).toEqual([]);
  });

  it('make the policy that functions read', () => {
    for (const variables of environmentsWith(service, 'SLA_POLICY')) {
      expect(PolicyEnvironment.parse({ SLA_POLICY: substituted(service, variables['SLA_POLICY']) })).toEqual({
        SLA_POLICY: defaultPolicy,
      });
    }
    expect(environmentsWith(service, 'SLA_POLICY')).toHaveLength(14);
  });

  it('say from where on the bot is sure', () => {
    const [variables, ...others] = environmentsWith(service, 'BOT_SURE_FROM');

    expect(others).toEqual([]);
    expect(
      BotEnvironment.parse({ BOT_SURE_FROM: substituted(service, variables?.['BOT_SURE_FROM']) }),
    ).toEqual({
      BOT_SURE_FROM: { peak: SURE, 'off-peak': SURE },
    });
  });

  it('make the plan that capacity follows', () => {
    const [variables] = environmentsWith(service, 'CAPACITY_PLAN');

    const { CAPACITY_PLAN: plan } = CapacityEnvironment.parse({
      CAPACITY_PLAN: substituted(service, variables?.['CAPACITY_PLAN']),
    });

    expect(plan).toMatchObject({ timeZone: 'Asia/Shanghai', leadMinutes: 10 });
    expect(plan.windows.sun).toEqual([{ from: '20:00', to: '23:00' }]);
    expect(plan.peak).toEqual({ pollers: 50, batchSize: 10, provisioned: 0, standbyOpen: true });
    expect(plan['off-peak']).toEqual({ pollers: 10, batchSize: 10, provisioned: 0, standbyOpen: false });
    expect(plan.standby).toEqual({ openAfterSeconds: 60, closeAfterMinutes: 10 });
    expect(plan.eventSourceMappings).toHaveLength(9);
    expect(plan.hotFunctions.map(({ alias }) => alias)).toEqual(['live', 'live']);
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

/** What `Fn::Sub` makes when every parameter has its default; other references become their logical ids. */
function substituted(service: Stored, value: unknown): string {
  const Sub = z.strictObject({
    'Fn::Sub': z.union([
      z.string(),
      z.tuple([z.string(), z.record(z.string(), z.strictObject({ Ref: z.string() }))]),
    ]),
  });
  const { 'Fn::Sub': sub } = Sub.parse(value);
  const [text, references] = typeof sub === 'string' ? [sub, {}] : sub;
  const ids = new Map(Object.entries(references).map(([name, { Ref }]) => [name, Ref] as const));
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = service.Parameters[name]?.['Default'] ?? ids.get(name);
    return z.coerce.string().parse(value);
  });
}
