import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArtefact } from '../functions/domain/understanding/model/bytes.ts';
import { readVectors } from '../functions/domain/understanding/model/vectors.ts';
import type { Settings } from './fit.ts';
import { TrainingDataError } from './rows.ts';

const vectors = readVectors(
  readArtefact('KFWV', readFileSync(join(import.meta.dirname, 'vectors/english.bin'))).arrays,
);
if (!vectors) throw new TrainingDataError('training/vectors/english.bin holds no word vectors');

/** For the project's own messages; chosen on its dev split. */
export const productSettings: Settings = {
  leastTexts: 2,
  cost: 0.5,
  mostFeatures: 45_000,
  seed: 1,
  words: { vectors, weight: 1 },
};

/** For any other set of texts and labels; chosen on the dev splits of public sets. */
export const publicSettings: Settings = {
  leastTexts: 1,
  cost: 1,
  mostFeatures: 200_000,
  seed: 1,
  words: { vectors, weight: 1.5 },
};
