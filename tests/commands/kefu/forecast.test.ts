import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Forecast } from '../../../schemas/forecast.ts';
import { hourly, ordinary } from '../../support/counts.ts';
import { kefu } from '../../support/kefu.ts';

const folder = mkdtempSync(join(tmpdir(), 'kefu-forecast-'));
const rows = hourly(21, ordinary);
const csv = ['time,count', ...rows.map(({ from, count }) => `${from},${count}`)].join('\n');
const hour = ['--interval-minutes', '60'];

/** Writes a file and says where it is. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('kefu forecast', () => {
  it('prints one line of JSON', () => {
    const { stdout, status } = kefu(['forecast', ...hour, '--days', '2', '--json'], csv);

    const forecast = Forecast.parse(JSON.parse(stdout));
    expect(forecast.intervals).toHaveLength(48);
    expect(status).toBe(0);
  });

  it('reads CSV and JSON Lines alike, from a file or standard input', () => {
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');

    const fromCsv = kefu(['forecast', ...hour, '--json', file('counts.csv', csv)]);
    const fromLines = kefu(['forecast', ...hour, '--json'], lines);

    expect(fromLines.stdout).toBe(fromCsv.stdout);
  });

  it('prints days for people, and writes a plot', () => {
    const svg = join(folder, 'forecast.svg');

    const { stdout } = kefu(['forecast', ...hour, '--svg', svg], csv);

    expect(stdout).toMatch(/Mon 2026-06-22 +\d+ +2\d:00 \d+\.\d \(\d+ to \d+\) +[▁-█]{24}/);
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^>]*>[\s\S]*<polygon[\s\S]*<polyline[\s\S]*<\/svg>\n$/);
  });

  it.each([
    [['counts.csv'], '--api: a platform has counts of its own; leave out counts.csv'],
    [['--interval-minutes', '15'], '--interval-minutes: says how a file is read; with --api there is none'],
    [['--missing', 'gap'], '--missing: says how a file is read; with --api there is none'],
  ])('refuses %s where a platform is asked', (more, rule) => {
    const { stderr, status } = kefu(['forecast', '--api', 'https://api.test', '--token', 'token', ...more]);

    expect(stderr).toContain(rule);
    expect(status).toBe(2);
  });

  it('takes events and hours from files', () => {
    const events = file(
      'events.json',
      JSON.stringify([{ name: 'sale', from: '2026-06-22 00:00', to: '2026-06-23 00:00', multiplier: 3 }]),
    );
    const nine = [{ from: '09:00', to: '18:00' }];
    const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] };
    const hours = file('hours.json', JSON.stringify({ calendarId: 'shop', timeZone: 'Asia/Shanghai', week }));

    const { stdout } = kefu(
      ['forecast', ...hour, '--days', '2', '--json', '--events', events, '--hours', hours],
      csv,
    );

    const { intervals } = Forecast.parse(JSON.parse(stdout));
    expect(intervals).toHaveLength(18);
    expect((intervals[0]?.mean ?? 0) / (intervals[9]?.mean ?? 1)).toBeGreaterThan(2);
  });

  it('prints the rule of thumb and its cross-check for a new install', () => {
    const { stdout, stderr, status } = kefu([
      'forecast',
      '--daily-users',
      '50000',
      '--from',
      '2026-06-01 00:00',
    ]);

    expect(stdout).toContain('It rests on the rule of thumb alone.');
    expect(stderr).toContain('25.0 to 40.0 seats');
    expect(stderr).toContain('0.4 to 0.6 questions of every user every day');
    expect(status).toBe(0);
  });

  it('says what is missing instead of guessing', () => {
    const { stdout, stderr, status } = kefu(['forecast', '--json'], '{"from":"2026-06-01 10:00","count":1}');

    expect(JSON.parse(stdout)).toMatchObject({ kind: 'not-enough-data' });
    expect(stderr).toContain('not enough data yet:\n  days: 1 of at least 3 have counts');
    expect(status).toBe(1);
  });

  it.each([
    [['--time-zone', 'Mars/Olympus'], csv, '--time-zone: Mars/Olympus is no time zone', 2],
    [['--interval-minutes', '7'], csv, '--interval-minutes: must be 5, 10, 15, 20, 30 or 60', 2],
    [['--from', '2026-13-01 10:00'], csv, '--from: 2026-13-01 10:00 is not a day', 2],
    [['--days', '0'], csv, '--days: must be 1 or more', 2],
    [['a.csv', 'b.csv'], csv, 'one file at most', 2],
    [[join(folder, 'none.csv')], '', 'there is no such file', 1],
    [[], '2026-06-01 10:00,-4', 'line 1: count: must be 0 or more', 1],
    [[], 'time,count\n2026-06-01 10:00,', 'line 2: count: is required', 1],
    [[], '{"from": ', 'line 1: not JSON', 1],
    [['--events', join(folder, 'none.json')], csv, 'there is no such file', 1],
  ])('refuses %o without a stack', (args, input, rule, code) => {
    const { stderr, status } = kefu(['forecast', ...args], input);

    expect(stderr).toContain(rule);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(code);
  });
});
