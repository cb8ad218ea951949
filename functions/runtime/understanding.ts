import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeaningOf } from '../domain/knowledge/meanings.ts';
import { meaningBy } from '../domain/understanding/meaning.ts';
import { loadModel, type Model } from '../domain/understanding/model/model.ts';

/** The model's file stands beside a bundle, and in training/model in the repository. */
const bundled = join(import.meta.dirname, 'understanding.bin');
const trained = join(import.meta.dirname, '../../training/model/understanding.bin');

let model: Model | undefined;
let meaning: MeaningOf | undefined;

/** What the words of a text mean to the model that ships. */
export const meaningOf: MeaningOf = (text) => {
  meaning ??= meaningBy(shippedModel());
  return meaning(text);
};

/** The model of messages that ships; it is read from disk when it is first asked for. */
export function shippedModel(): Model {
  model ??= loadModel(readFileSync(existsSync(bundled) ? bundled : trained));
  return model;
}
