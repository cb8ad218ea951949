import type { Settings } from './fit.ts';
import { allWords, commonWords } from './words.ts';

/** For the project's own messages; chosen on its dev split. */
export const productSettings: Settings = {
  leastTexts: 2,
  cost: 0.5,
  mostFeatures: 43_000,
  ratios: true,
  seed: 1,
  words: { vectors: commonWords(14_000, 64), weight: 1 },
};

/** For any other set of texts and labels; chosen on the dev splits of public sets. */
export const publicSettings: Settings = {
  leastTexts: 1,
  cost: 1,
  mostFeatures: 200_000,
  learnNames: true,
  ratios: true,
  seed: 1,
  words: { vectors: allWords, weight: 1.5 },
};
