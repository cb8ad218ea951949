import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageContext } from '../../functions/domain/understanding/intents.ts';
import { loadModel } from '../../functions/domain/understanding/model/model.ts';
import { understand as understandBy } from '../../functions/domain/understanding/understand.ts';

/** The model that ships. */
export const model = loadModel(
  readFileSync(join(import.meta.dirname, '../../training/model/understanding.bin')),
);

/** Reads a message with the model that ships. */
export const understand = (text: string, context: MessageContext = {}) => understandBy(text, context, model);
