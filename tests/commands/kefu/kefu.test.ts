import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { QueuePerformance } from '../../../schemas/staffing.ts';
import { kefu } from '../../support/kefu.ts';

const { abandonment: _, ...performance } = QueuePerformance.shape;

describe('the command line', () => {
  it('lists its commands', () => {
    const { stdout, status } = kefu(['--help']);

    expect(stdout).toMatch(/^ {2}erlang +seats that keep a promise/m);
    expect(status).toBe(0);
  });

  it.each([[[]], [['nope']]])('says what there is when asked for %o', (args) => {
    const { stderr, status } = kefu(args);

    expect(stderr).toContain('npm run --silent kefu -- <command>');
    expect(status).toBe(2);
  });
});

describe('kefu erlang', () => {
  const ask = ['erlang', '--handling-seconds', '360', '--target-seconds', '15', '--service-level', '0.95'];
  const asked = [...ask, '--arrivals-per-hour', '480'];

  it('prints one line of JSON, without abandonment when nobody gives up', () => {
    const { stdout, status } = kefu([...asked, '--json']);

    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(z.strictObject({ seats: z.int(), ...performance }).parse(JSON.parse(stdout))).toMatchObject({
      seats: 60,
      occupancy: 0.8,
    });
    expect(status).toBe(0);
  });

  it('prints abandonment when customers have a patience', () => {
    const { stdout } = kefu([...asked, '--patience-seconds', '300', '--json']);

    const { seats, abandonment } = z
      .strictObject({ seats: z.int(), ...performance, abandonment: z.number() })
      .parse(JSON.parse(stdout));
    expect(seats).toBe(58);
    expect(abandonment).toBeCloseTo(0.00605, 4);
  });

  it('prints seats and slots for people', () => {
    const { stdout } = kefu([...asked, '--concurrency', '3']);

    expect(stdout).toContain('20, for 60 conversations at once');
  });

  it('shows examples', () => {
    expect(kefu(['erlang', '--help']).stdout).toContain('Examples:');
  });

  it.each([
    [[...ask, '--arrivals-per-hour', '-5'], '--arrivals-per-hour: must be 0 or more'],
    [[...ask, '--arrivals-per-hour', 'many'], '--arrivals-per-hour: must be a number'],
    [ask, '--arrivals-per-hour is missing'],
    [[...asked, '--concurrency', '1.5'], '--concurrency: must be a whole number'],
    [[...asked, '--bogus'], "Unknown option '--bogus'"],
    [[...asked, 'file.csv'], "Unexpected argument 'file.csv'"],
    [[...asked, '--patience-seconds'], "'--patience-seconds <value>' argument missing"],
  ])('refuses %o without a stack', (args, rule) => {
    const { stdout, stderr, status } = kefu(args);

    expect(stderr).toContain(rule);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('kefu simulate and what-if', () => {
  const small = ['--set', 'arrivals.perDay=300', '--set', 'arrivals.bursts=[]'];

  it('prints the same bytes for the same seed', () => {
    const [first, second] = [kefu(['simulate', ...small, '--json']), kefu(['simulate', ...small, '--json'])];

    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ days: 1, counts: { unfinished: 0 } });
    expect(second.stdout).toBe(first.stdout);
  }, 60_000);

  it('puts what a setting changes side by side', () => {
    const { stdout, status } = kefu(['what-if', ...small, '--set', 'roster.early=13']);

    expect(status).toBe(0);
    expect(stdout).toMatch(/^figure +as it is +what if +change$/m);
    expect(stdout).toMatch(/occupancy\.early\.hours +208 +104 +-50\.0 %/);
  }, 60_000);

  it.each([
    { args: ['what-if'], says: 'name it by --set PATH=VALUE' },
    { args: ['simulate', '--set', 'roster.regular'], says: 'must be such as sla.urgent.reached=10s' },
    {
      args: ['simulate', '--set', 'bot.treshold=1'],
      says: 'there is no treshold; there are threshold, seconds',
    },
    { args: ['simulate', 'no-such-file.json'], says: 'no-such-file.json: there is no such file' },
    { args: ['simulate', '--set', 'bot.threshold=yes'], says: '--set: bot.threshold: must be a number' },
    { args: ['simulate', '--seed', '-3'], says: '--seed: must be at least 0' },
    { args: ['simulate', '--seed', '3e9'], says: '--seed: must be at most 2147483647' },
    { args: ['what-if', '--log', tmpdir()], says: `${tmpdir()}: it is a folder, not a file` },
    { args: ['staff', '--svg', 'nowhere/roster.svg'], says: '--svg: nowhere: there is no such file' },
    { args: ['import', 'past', '--table', ''], says: '--table: must not be empty' },
    { args: ['simulate', '--days', '0'], says: '--days: must be 1 or more' },
  ])('refuses $args', ({ args, says }) => {
    const { stderr, status } = kefu(args);

    expect(stderr).toContain(says);
    expect(status).toBeGreaterThan(0);
  });

  it('names the file that is wrong, and where in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefu-wrong-'));
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const scenario = file('scenario.json', '{"roster": {"regular": 10}}');
    const log = file('log.jsonl', '\nnot JSON');

    expect(kefu(['simulate', scenario]).stderr).toContain(`${scenario}: roster: is not a known field`);
    expect(kefu(['what-if', '--log', log]).stderr).toContain(`${log}:2: not JSON`);
  });
});
