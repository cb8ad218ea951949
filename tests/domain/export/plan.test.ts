import { describe, expect, it } from 'vitest';
import { FaultyInputError } from '../../../functions/domain/errors.ts';
import {
  advanced,
  dailyExports,
  daysDone,
  exportFrom,
  exportIdOf,
  isOf,
  nextPart,
  placeAfter,
} from '../../../functions/domain/export/plan.ts';
import { SHARDS } from '../../../functions/domain/timer-plan.ts';
import { type ExportPosition, ExportRequest, KeptExport } from '../../../schemas/export.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const timeZone = 'Asia/Shanghai';
const asked = { exportId: 'abcdef012345', requestedBy: 'lin', folder: 'exports/abcdef012345', timeZone, now };
const request = (more: object = {}) =>
  ExportRequest.parse({ what: 'tickets', format: 'csv', from: '2026-11-19', to: '2026-11-20', ...more });

function faultOf(more: object, at = now): unknown {
  try {
    exportFrom(request(more), { ...asked, now: at });
    return undefined;
  } catch (error) {
    return error instanceof FaultyInputError ? error.faults[0] : error;
  }
}

describe('an export', () => {
  it('begins with the first quarter of its first day, on the clock of the business', () => {
    const kept = exportFrom(request(), asked);

    expect(KeptExport.parse(kept)).toEqual(kept);
    expect(kept).toMatchObject({
      position: { quarter: '2026-11-18T16:00:00.000Z', shard: 0 },
      personalData: 'masked',
      version: 1,
    });
  });

  it.each([
    ['ten years', { from: '2016-11-21', to: '2026-11-20' }, 'to', /at most 400 days; this one has 3652/],
    ['days the wrong way round', { from: '2026-11-20', to: '2026-11-19' }, 'to', /not be before from/],
    ['a day that still runs', { to: '2026-11-21' }, 'to', /over; the last one is 2026-11-20/],
    ['the future', { from: '2027-01-01', to: '2027-01-02' }, 'to', /must be a day that is over/],
    [
      'what is no longer listed',
      { from: '2025-09-01', to: '2025-09-02' },
      'from',
      /must not be before 2025-09-18/,
    ],
    ['no day of the calendar', { from: '2026-02-30' }, 'from', /day of the calendar/],
    ['no day of the calendar at the end', { to: '2026-11-31' }, 'to', /day of the calendar/],
  ])('of %s is refused', (_, more, field, rule) => {
    expect(faultOf(more)).toMatchObject({ field, rule: expect.stringMatching(rule) as unknown });
  });

  it('may have 400 days, and begin as early as anything is listed', () => {
    expect(faultOf({ from: '2025-10-17' })).toBeUndefined();
    expect(faultOf({ from: '2025-09-18', to: '2025-09-18' })).toBeUndefined();
    expect(faultOf({ from: '2025-09-17', to: '2025-09-18' })).toMatchObject({ field: 'from' });
  });

  it('of yesterday may be asked for as soon as the business’s day is over', () => {
    expect(faultOf({}, new Date('2026-11-20T15:59:59.999Z'))).toMatchObject({ field: 'to' });
    expect(faultOf({}, new Date('2026-11-20T16:00:00.000Z'))).toBeUndefined();
  });

  it('has one id for one write', () => {
    expect(exportIdOf('lin', 'command-1')).toBe(exportIdOf('lin', 'command-1'));
    expect(exportIdOf('lin', 'command-1')).not.toBe(exportIdOf('mei', 'command-1'));
  });

  it('is of a request that asks for the same', () => {
    const kept = exportFrom(request(), asked);

    expect(isOf(kept, request())).toBe(true);
    expect(isOf(kept, request({ format: 'parquet' }))).toBe(false);
    expect(isOf(kept, request({ personalData: 'whole' }))).toBe(false);
  });

  it.each([
    ['2026-11-19', '2026-11-20', 'Asia/Shanghai', 2 * 96],
    ['2026-11-01', '2026-11-01', 'America/New_York', 25 * 4],
    ['2026-03-08', '2026-03-08', 'America/New_York', 23 * 4],
    ['2026-10-04', '2026-10-04', 'Australia/Lord_Howe', 23.5 * 4],
    ['2026-11-20', '2026-11-20', 'Asia/Kathmandu', 96],
  ])('from %s to %s in %s goes through every quarter and shard once', (from, to, zone, quarters) => {
    const kept = exportFrom(request({ from, to }), { ...asked, timeZone: zone });
    const seen: ExportPosition[] = [];

    for (let at = kept.position; at; at = placeAfter(at, kept)) seen.push(at);

    expect(seen).toHaveLength(quarters * SHARDS);
    expect(new Set(seen.map(({ quarter, shard }) => `${quarter} ${shard}`)).size).toBe(seen.length);
    expect(seen.every(({ quarter }) => Date.parse(quarter) % 900_000 === 0)).toBe(true);
  });

  it('tells how many of its days are out', () => {
    const kept = exportFrom(request(), asked);
    const inSecond = { ...kept, position: { quarter: '2026-11-19T17:00:00.000Z', shard: 0 } };

    expect(daysDone(kept)).toEqual({ done: 0, total: 2 });
    expect(daysDone(inSecond)).toEqual({ done: 1, total: 2 });
    expect(daysDone({ ...kept, position: undefined })).toEqual({ done: 2, total: 2 });
  });

  it('names its parts by their place, and counts what is in them', () => {
    const kept = exportFrom(request({ format: 'parquet' }), asked);
    const part = { name: nextPart(kept), rows: 3, bytes: 10, sha256: '0'.repeat(64) };

    const after = advanced({ ...kept, tries: 2 }, { part, next: undefined }, now);

    expect(part.name).toBe('part-00000.parquet');
    expect(nextPart(after)).toBe('part-00001.parquet');
    expect(after).toMatchObject({ version: 2, parts: 1, rows: 3, bytes: 10, tries: 0, position: undefined });
    expect(advanced(after, { part: undefined, next: undefined }, now)).toMatchObject({
      version: 3,
      parts: 1,
    });
  });
});

describe('daily exports', () => {
  it('are of yesterday and of the six days before, each kind once, in folders that Athena reads', () => {
    const all = dailyExports('parquet', timeZone, new Date('2026-11-20T19:30:00.000Z'));
    const daily = all.filter(({ exportId }) => exportId.startsWith('daily-'));

    expect(daily).toHaveLength(21);
    expect(daily[0]?.from).toBe('2026-11-14');
    expect(daily.at(-1)).toMatchObject({
      exportId: 'daily-2026-11-20-events',
      from: '2026-11-20',
      to: '2026-11-20',
      requestedBy: 'schedule',
      personalData: 'masked',
      folder: 'daily/parquet/what=events/day=2026-11-20',
    });
    expect(all.map((kept) => KeptExport.parse(kept))).toEqual(all);
  });

  it('are written once more a week later, when what was open is settled, apart from the first', () => {
    const all = dailyExports('parquet', timeZone, new Date('2026-11-20T19:30:00.000Z'));
    const settled = all.filter(({ exportId }) => exportId.startsWith('settled-'));

    expect(settled).toHaveLength(21);
    expect(settled[0]?.from).toBe('2026-11-07');
    expect(settled.at(-1)).toMatchObject({
      exportId: 'settled-2026-11-13-events',
      from: '2026-11-13',
      folder: 'settled/parquet/what=events/day=2026-11-13',
    });
    expect(new Set(all.map(({ folder }) => folder)).size).toBe(42);
  });

  it('are none unless an operator wants them', () => {
    expect(dailyExports('none', timeZone, now)).toEqual([]);
  });
});
