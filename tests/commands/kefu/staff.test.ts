import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { kefu } from '../../support/kefu.ts';

const folder = mkdtempSync(join(tmpdir(), 'kefu-staff-'));
const asked = [
  '--daily-users',
  '2000',
  '--from',
  '2026-06-01 00:00',
  '--days',
  '2',
  '--interval-minutes',
  '60',
];
const forecast = kefu(['forecast', ...asked, '--json']).stdout;
const Answer = z.object({
  needs: z.optional(z.array(z.object({ seats: z.int(), agents: z.int() }))),
  roster: z.object({
    kind: z.literal('roster'),
    cost: z.number(),
    outsourceShare: z.number(),
    cover: z.array(z.object({ needed: z.int(), least: z.int(), covered: z.int() })),
  }),
});

describe('kefu staff', () => {
  it('makes a roster of what kefu forecast prints', () => {
    const { stdout, status } = kefu(['staff', '--json', '--concurrency', '2'], forecast);

    const { needs, roster } = Answer.parse(JSON.parse(stdout));
    expect(needs).toHaveLength(48);
    expect(roster.cover.every(({ least, covered }) => covered >= least)).toBe(true);
    expect(roster.outsourceShare).toBeLessThanOrEqual(0.4501);
    expect(status).toBe(0);
  });

  it('makes a roster of requirements, with a plan from a file, and plots it', () => {
    const svg = join(folder, 'roster.svg');
    const plan = join(folder, 'plan.json');
    const office = { name: 'office', from: 'own', time: 'full', earliest: '09:00', latest: '10:00' };
    writeFileSync(
      plan,
      JSON.stringify({ roster: { shifts: [{ ...office, everyMinutes: 60, hours: 8, costPerHour: 2 }] } }),
    );
    const requirements = {
      kind: 'requirements',
      timeZone: 'Asia/Shanghai',
      intervalMinutes: 60,
      intervals: Array.from({ length: 9 }, (_, at) => ({
        from: new Date(Date.UTC(2026, 5, 1, 1 + at)).toISOString(),
        agents: 3,
      })),
    };

    const { stdout, status } = kefu(['staff', '--plan', plan, '--svg', svg], JSON.stringify(requirements));

    expect(stdout).toContain('2026-06-01  09:00 to 17:00       3  office');
    expect(stdout).toContain('10:00 to 18:00       3  office');
    expect(stdout).toContain('people, at five days a week: 6 office');
    expect(readFileSync(svg, 'utf8')).toContain('covered');
    expect(status).toBe(0);
  });

  it('ends with 1 when no roster is possible, and says why', () => {
    const plan = join(folder, 'short.json');
    const few = { name: 'few', from: 'own', time: 'full', earliest: '00:00', latest: '23:00', most: 1 };
    writeFileSync(
      plan,
      JSON.stringify({ roster: { shifts: [{ ...few, everyMinutes: 60, hours: 8, costPerHour: 2 }] } }),
    );

    const { stderr, status } = kefu(['staff', '--plan', plan], forecast);

    expect(stderr).toContain('no roster keeps every limit');
    expect(stderr).toContain('it would be possible without this limit: at most 1 people work few on');
    expect(status).toBe(1);
  });

  it.each([
    [['--outsource-share', '0.9'], forecast, '--outsource-share: must be at most 0.6', 2],
    [['--service-level', '1'], forecast, '--service-level: must be below 1', 2],
    [[], '{"kind": "guess"}', 'must be what kefu forecast --json prints', 1],
    [[], 'nothing', 'standard input: not JSON', 1],
    [
      [],
      '{"kind": "not-enough-data", "missing": ["days: 1 of at least 3 have counts"], "notes": []}',
      'not enough data yet:\n  days: 1 of at least 3 have counts',
      1,
    ],
  ])('refuses %o without a stack', (args, input, rule, code) => {
    const { stderr, status } = kefu(['staff', ...args], input);

    expect(stderr).toContain(rule);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(code);
  });

  it('plays the days, corrects the seats, and says by how much', () => {
    const within = { low: 0, high: 5 };
    const intervals = [14, 15].map((hour) => ({
      from: `2026-06-01T0${hour - 8}:00:00.000Z`,
      mean: 3,
      within50: within,
      within80: within,
      within95: within,
    }));
    const afternoon = {
      kind: 'forecast',
      timeZone: 'Asia/Shanghai',
      intervalMinutes: 60,
      basis: 'counts',
      notes: [],
      intervals,
    };
    const Played = z.object({
      factor: z.number(),
      needs: z.array(z.object({ seats: z.int(), played: z.object({ seats: z.int(), agents: z.int() }) })),
      roster: z.object({ cover: z.array(z.object({ needed: z.int() })) }),
    });

    const { stdout, status } = kefu(
      ['staff', '--simulate', '--json', '--target-seconds', '60'],
      JSON.stringify(afternoon),
    );

    const { factor, needs, roster } = Played.parse(JSON.parse(stdout));
    const total = (of: readonly number[]) => of.reduce((sum, it) => sum + it, 0);
    expect(status).toBe(0);
    expect(factor).toBeCloseTo(
      total(needs.map(({ played }) => played.seats)) / total(needs.map(({ seats }) => seats)),
    );
    expect(roster.cover.map(({ needed }) => needed)).toEqual(needs.map(({ played }) => played.agents));
  }, 60_000);

  it('plays no requirements: they say no customers', () => {
    const intervals = [{ from: '2026-06-01T06:00:00Z', agents: 3 }];
    const requirements = { kind: 'requirements', timeZone: 'Asia/Shanghai', intervalMinutes: 60, intervals };

    const { stderr, status } = kefu(['staff', '--simulate'], JSON.stringify(requirements));

    expect(stderr).toContain('--simulate: requirements say no customers');
    expect(status).toBe(2);
  });
});
