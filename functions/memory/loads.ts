import type { LoadRow, LoadSample } from '../../schemas/load.ts';
import { loadKey, loadPartition, sampleKey, samplePartition } from '../stores/keys.ts';
import type { Loads } from '../use-cases/platform-of-figures.ts';
import { Partitions } from './rows.ts';

/** How many seats were taken, minute by minute and added up. */
export function memoryLoads(): Loads {
  const samples = new Partitions<LoadSample>();
  const loads = new Partitions<LoadRow>();

  return {
    async putSample(sample) {
      const key = sampleKey(sample);
      if (!samples.get(key)) samples.set(key, sample);
    },
    async listSamples(quarter) {
      return samples.all(samplePartition(quarter));
    },
    async listLoads(wanted) {
      return loads.all(loadPartition(wanted));
    },
    async putLoad(row) {
      loads.set(loadKey(row), row);
    },
  };
}
