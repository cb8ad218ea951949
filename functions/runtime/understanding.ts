import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understanding } from '../../schemas/understanding.ts';
import type { MeaningOf } from '../domain/knowledge/meanings.ts';
import type { MessageContext } from '../domain/understanding/intents.ts';
import { meaningBy } from '../domain/understanding/meaning.ts';
import { loadModel, type Model } from '../domain/understanding/model/model.ts';
import { understand as understandBy } from '../domain/understanding/understand.ts';

/** The model's file stands beside a bundle, and in training/model in the repository. */
const bundled = join(import.meta.dirname, 'understanding.bin');
const trained = join(import.meta.dirname, '../../training/model/understanding.bin');

let model: Model | undefined;
let meaning: MeaningOf | undefined;

/** Reads a message with the model that was shipped; it is read from disk at the first message. */
export function understand(text: string, context: MessageContext): Understanding {
  return understandBy(text, context, shipped());
}

/** What the words of a text mean to that model. */
export const meaningOf: MeaningOf = (text) => {
  meaning ??= meaningBy(shipped());
  return meaning(text);
};

function shipped(): Model {
  model ??= loadModel(readFileSync(existsSync(bundled) ? bundled : trained));
  return model;
}
