import {
  type DailyFormat,
  type ExportFormat,
  type ExportPart,
  type ExportPosition,
  type ExportRequest,
  ExportWhat,
  type KeptExport,
} from '../../../schemas/export.ts';
import { canonicalJson, idFrom } from '../digest.ts';
import { type Fault, FaultyInputError } from '../errors.ts';
import { addDays, daysBetween, daysOf, FACTS_KEPT_DAYS, faultsInDay } from '../insights/range.ts';
import { QUARTER_MS, startOfDay } from '../insights/roll-up.ts';
import { dayOf } from '../reply-rate.ts';
import { SHARDS } from '../timer-plan.ts';

const DAY_MS = 86_400_000;
/**
 * What is written every night: days as they were that night, and once more when nearly all of their tickets are closed. So many days before
 * yesterday.
 */
const editions = { daily: 0, settled: 7 } as const;
type Edition = keyof typeof editions;
/** Days that each of them looks back, for those on which it did not run. */
const LOOK_BACK = 7;
/** Last in its folder. Athena reads no file whose name begins with an underscore. */
export const MANIFEST = '_manifest.json';

/** Who asked, and when. */
interface Asked {
  readonly exportId: string;
  readonly requestedBy: string;
  readonly folder: string;
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * An export as it begins. Its days must be over: a day that still runs cannot be complete. They must not be older than facts are kept,
 * for then tickets would be missing without a word. @throws FaultyInputError naming the field
 */
export function exportFrom(request: ExportRequest, { timeZone, now, ...asked }: Asked): KeptExport {
  const faults = faultsIn(request, timeZone, now);
  if (faults.length > 0) throw new FaultyInputError('this cannot be exported', faults);
  const { from } = daysOf(request, timeZone);
  return {
    ...request,
    ...asked,
    timeZone,
    requestedAt: now.toISOString(),
    state: 'running',
    version: 1,
    position: { quarter: from, shard: 0 },
    parts: 0,
    rows: 0,
    bytes: 0,
    tries: 0,
    updatedAt: now.toISOString(),
  };
}

/** The id of what somebody asks for: the same write is the same export. */
export function exportIdOf(agentId: string, commandId: string): string {
  return idFrom(agentId, commandId, 24);
}

/** Whether an export is what the request asks for. */
export function isOf(kept: KeptExport, request: ExportRequest): boolean {
  return canonicalJson(requestIn(kept)) === canonicalJson(requestIn(request));
}

/** The exports of yesterday and of the day a week before it, and of days before on which none was made: one of each kind. */
export function dailyExports(format: DailyFormat, timeZone: string, now: Date): KeptExport[] {
  if (format === 'none') return [];
  const yesterday = addDays(dayOf(timeZone, now.getTime()), -1);
  const exportsOf = (edition: Edition) => {
    const last = addDays(yesterday, -editions[edition]);
    const days = daysBetween(addDays(last, 1 - LOOK_BACK), last);
    return days.flatMap((day) =>
      ExportWhat.options.map((what) =>
        exportFrom(
          { what, format, from: day, to: day, personalData: 'masked' },
          {
            exportId: `${edition}-${day}-${what}`,
            requestedBy: 'schedule',
            folder: folderOf(edition, format, what, day),
            timeZone,
            now,
          },
        ),
      ),
    );
  };
  return [...exportsOf('daily'), ...exportsOf('settled')];
}

/** Where the tickets of a shard of a quarter are followed by those of the next; undefined at the end of the export. */
export function placeAfter(
  { quarter, shard }: ExportPosition,
  { to, timeZone }: Pick<KeptExport, 'to' | 'timeZone'>,
): ExportPosition | undefined {
  if (shard + 1 < SHARDS) return { quarter, shard: shard + 1 };
  const next = new Date(Date.parse(quarter) + QUARTER_MS).toISOString();
  return next < startOfDay(timeZone, addDays(to, 1)) ? { quarter: next, shard: 0 } : undefined;
}

/** What the next part of an export is called: it follows from its position alone. */
export function nextPart({ parts, format }: Pick<KeptExport, 'parts' | 'format'>): string {
  return `part-${String(parts).padStart(5, '0')}.${format}`;
}

/** The export after a step: with a part, or with nothing found so far. */
export function advanced(
  kept: KeptExport,
  { part, next }: { part: ExportPart | undefined; next: ExportPosition | undefined },
  now: Date,
): KeptExport {
  return {
    ...kept,
    version: kept.version + 1,
    position: next,
    parts: kept.parts + (part ? 1 : 0),
    rows: kept.rows + (part?.rows ?? 0),
    bytes: kept.bytes + (part?.bytes ?? 0),
    tries: 0,
    updatedAt: now.toISOString(),
  };
}

/** How many of its days are out. */
export function daysDone({ state, position, from, to, timeZone }: KeptExport): {
  done: number;
  total: number;
} {
  const total = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (!position || state === 'done') return { done: total, total };
  const day = dayOf(timeZone, Date.parse(position.quarter));
  return { done: (Date.parse(day) - Date.parse(from)) / DAY_MS, total };
}

function faultsIn(request: ExportRequest, timeZone: string, now: Date): Fault[] {
  const faults = [...faultsInDay('from', request.from), ...faultsInDay('to', request.to)];
  if (faults.length > 0) return faults;
  // Order and length come first: a range of ten years is told to be too long, not too old.
  daysOf(request, timeZone);
  const yesterday = addDays(dayOf(timeZone, now.getTime()), -1);
  if (request.to > yesterday)
    return [{ field: 'to', rule: `must be a day that is over; the last one is ${yesterday}` }];
  // A day less than they are kept: while the export runs, time passes.
  const first = addDays(yesterday, 2 - FACTS_KEPT_DAYS);
  if (request.from < first)
    return [{ field: 'from', rule: `must not be before ${first}: what is older is no longer listed` }];
  return [];
}

/** Formats stand apart, so that a table over one of them stays readable when another is chosen. */
function folderOf(edition: Edition, format: ExportFormat, what: ExportWhat, day: string): string {
  return `${edition}/${format}/what=${what}/day=${day}`;
}

function requestIn({ what, format, from, to, personalData }: ExportRequest): ExportRequest {
  return { what, format, from, to, personalData };
}
