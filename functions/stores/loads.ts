import { LoadRow, LoadSample } from '../../schemas/load.ts';
import type { LoadsWanted } from '../domain/insights/load.ts';
import { putRow, removeAt, rowsOf, unlessThere } from './insights-table.ts';
import { loadKey, loadPartition, sampleKey, samplePartition } from './keys.ts';

/** Loads stay as long as the figures of tickets; what they are made of goes after two days. */
const SAMPLES_KEPT_DAYS = 2;

/** Keeps who was at work in a minute, unless that is known already. */
export async function putSample(sample: LoadSample): Promise<void> {
  await putRow(
    { ...sampleKey(sample), removeAt: removeAt(sample.minute, SAMPLES_KEPT_DAYS), sample },
    unlessThere,
  );
}

/** Who was at work in the minutes of a quarter of an hour. */
export async function listSamples(quarter: string): Promise<LoadSample[]> {
  return (await rowsOf(samplePartition(quarter))).map(({ sample }) => LoadSample.parse(sample));
}

/** The load of a day's hours or a month's days, in the order of their time. */
export async function listLoads(wanted: LoadsWanted): Promise<LoadRow[]> {
  return (await rowsOf(loadPartition(wanted))).map(({ row }) => LoadRow.parse(row));
}

/** Writes a load in the place of the one that stood there. */
export async function putLoad(row: LoadRow): Promise<void> {
  await putRow({ ...loadKey(row), removeAt: removeAt(row.start), row });
}
