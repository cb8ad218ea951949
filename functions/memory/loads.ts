import type { LoadRow, LoadSample } from '../../schemas/load.ts';
import { loadKey, loadPartition, sampleKey, samplePartition } from '../stores/keys.ts';
import type { Loads } from '../use-cases/platform-of-figures.ts';
import { frozen } from './frozen.ts';
import { SortedRows } from './rows.ts';

/** How many seats were taken, minute by minute and added up. */
export function memoryLoads(): Loads {
  const samples = new Map<string, SortedRows<LoadSample>>();
  const loads = new Map<string, SortedRows<LoadRow>>();

  return {
    async putSample(sample) {
      const { pk, sk } = sampleKey(sample);
      const rows = samples.get(pk) ?? new SortedRows<LoadSample>();
      if (!rows.get(sk)) rows.set(sk, frozen({ ...sample }));
      samples.set(pk, rows);
    },
    async listSamples(quarter) {
      return samples.get(samplePartition(quarter))?.all() ?? [];
    },
    async listLoads(wanted) {
      return loads.get(loadPartition(wanted))?.all() ?? [];
    },
    async putLoad(row) {
      const { pk, sk } = loadKey(row);
      const rows = loads.get(pk) ?? new SortedRows<LoadRow>();
      rows.set(sk, frozen({ ...row }));
      loads.set(pk, rows);
    },
  };
}
