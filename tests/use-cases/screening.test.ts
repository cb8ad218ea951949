import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../functions/domain/risk/policy.ts';
import { compileRiskList } from '../../functions/domain/risk/list/compile.ts';
import { shippedRisk } from '../../functions/runtime/risk.ts';
import { shippedModel } from '../../functions/runtime/understanding.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import { hotReader } from '../../functions/use-cases/reader.ts';
import { screening } from '../../functions/use-cases/screening.ts';
import type { ArtefactHead, ArtefactKind } from '../../schemas/artefact.ts';
import { at, isoAt } from '../support/builders.ts';

const compiled = (line: string) => compileRiskList([{ name: 'fraud.txt', text: line }]).bytes;
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A platform whose operator publishes artefacts, and what it logs. */
function aPlatform(shipped: Platform['shippedRisk'] = shippedRisk) {
  const kept = new Map<ArtefactKind, { head: ArtefactHead; bytes: Uint8Array }>();
  const lines: { message: string; ids: Record<string, unknown> }[] = [];
  let seconds = 0;
  let broken = false;
  const platform = {
    artefacts: {
      head: async (kind: ArtefactKind) => {
        if (broken) throw new Error('no table');
        return kept.get(kind)?.head;
      },
      read: async (kind: ArtefactKind) => kept.get(kind)?.bytes ?? new Uint8Array(),
    },
    shippedRisk: shipped,
    shippedModel,
    now: () => at(seconds),
    log: (_level: string, message: string, ids: Record<string, unknown> = {}) =>
      void lines.push({ message, ids }),
  };
  return {
    platform,
    lines,
    publish(kind: ArtefactKind, bytes: Uint8Array) {
      const version = (kept.get(kind)?.head.version ?? 0) + 1;
      const digest = String(version).repeat(64);
      kept.set(kind, { head: { version, digest, chunks: 1, covers: version, publishedAt: isoAt(0) }, bytes });
      seconds += 60;
    },
    fail() {
      broken = true;
      seconds += 60;
    },
  };
}

describe('the filter', () => {
  it('is the one that ships as long as nothing is published', async () => {
    const screen = screening(aPlatform().platform);

    expect((await screen('出售冰毒，现货包邮', 'customer')).verdict).toBe('refuse');
    expect((await screen('退款没到账', 'customer')).verdict).toBe('send');
  });

  it('goes over to published lists within a minute', async () => {
    const { platform, publish } = aPlatform();
    const screen = screening(platform);
    const before = await screen('甲乙丙丁', 'customer');

    publish('risk', compiled('high 甲乙丙丁'));

    expect([before.verdict, (await screen('甲乙丙丁', 'customer')).verdict]).toEqual(['send', 'refuse']);
  });

  it('refuses broken lists with the reason, and goes on with those before', async () => {
    const { platform, publish, lines } = aPlatform();
    const screen = screening(platform);
    publish('risk', compiled('high 甲乙丙丁'));
    await screen('甲乙丙丁', 'customer');

    publish('risk', compiled('high 甲乙丙丁').subarray(0, 40));

    expect((await screen('甲乙丙丁', 'customer')).verdict).toBe('refuse');
    expect(lines.find(({ message }) => message === 'artefact refused')?.ids).toMatchObject({
      kind: 'risk',
      serving: 1,
      error: 'BrokenRiskListError',
    });
  });

  it('goes by published settings, and not by broken ones', async () => {
    const { platform, publish } = aPlatform();
    const screen = screening(platform);
    const { policy, review } = defaultSettings;
    const contraband = { low: 'off', medium: 'off', high: 'review' };
    publish(
      'risk-settings',
      json({
        policy: { ...policy, customer: { ...policy.customer, contraband } },
        review: { ...review, customerSeconds: 60 },
      }),
    );
    const changed = await screen('出售冰毒', 'customer');

    publish('risk-settings', json({ policy: {} }));

    expect(changed).toMatchObject({ verdict: 'hold', review: { seconds: 60, whenDue: 'refuse' } });
    expect(await screen('出售冰毒', 'customer')).toEqual(changed);
  });

  it('goes on when the artefacts cannot be reached', async () => {
    const { platform, fail } = aPlatform();
    const screen = screening(platform);
    fail();

    expect((await screen('出售冰毒，现货包邮', 'customer')).verdict).toBe('refuse');
  });

  it('lets messages pass when what ships is broken, and raises the alarm once', async () => {
    const { platform, lines } = aPlatform(() => ({ list: new Uint8Array(100), model: shippedRisk().model }));
    const screen = screening(platform);

    const verdicts = [await screen('出售冰毒', 'customer'), await screen('出售冰毒', 'customer')];

    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['send', 'send']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      message: 'risk filter is not whole',
      ids: { what: 'list', reason: 'risk list refused: not a risk list (magic number)', RiskFilterBroken: 1 },
    });
  });

  it('works by its lists alone when only the learnt part is broken', async () => {
    const screen = screening(
      aPlatform(() => ({ list: shippedRisk().list, model: new Uint8Array(100) })).platform,
    );

    expect((await screen('出售冰毒，现货包邮', 'customer')).verdict).toBe('refuse');
  });
});

describe('the reader of messages', () => {
  it('understands, and says what is risky', async () => {
    const reader = await hotReader(aPlatform().platform)();

    expect(reader.understand('退款三天了还没到账', {}).intents[0]?.id).toBe('buyer.refund.not-arrived');
    expect(reader.understand('我不想活了', {})).toMatchObject({
      urgency: { urgent: true },
      priority: 'urgent',
      risks: [{ category: 'self-harm', action: 'flag' }],
    });
    expect(reader.screen('请把您收到的验证码发给我们').verdict).toBe('refuse');
  });

  it('goes on with the model that ships when a published one is broken', async () => {
    const { platform, publish, lines } = aPlatform();
    const read = hotReader(platform);
    publish('understanding', new Uint8Array(50));

    const { understand } = await read();

    expect(understand('退款三天了还没到账', {}).abstained).toBe(false);
    expect(lines.map(({ ids }) => ids['kind'])).toEqual(['understanding']);
  });
});
