import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { QueuePerformance } from '../../../schemas/staffing.ts';
import { kefu } from '../../support/kefu.ts';

const { abandonment: _, ...performance } = QueuePerformance.shape;

describe('the command line', () => {
  it('lists its commands', () => {
    const { stdout, status } = kefu(['--help']);

    expect(stdout).toMatch(/erlang +seats that keep a promise/);
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
