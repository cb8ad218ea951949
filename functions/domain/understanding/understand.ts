import type { Understanding } from '../../../schemas/understanding.ts';
import { decide, guessByLexicon, type IntentModel, type MessageContext } from './intents.ts';
import { languageOf } from './language.ts';
import { fold } from './normalize.ts';
import { assess } from './priority.ts';
import { wantsHuman } from './wants-human.ts';

/** Reads a message: language, intents, priority, urgency, and whether a person is asked for. */
export function understand(
  text: string,
  context: MessageContext = {},
  model: IntentModel = guessByLexicon,
): Understanding {
  const message = fold(text);
  const guesses = model(message, context);
  const decision = decide(guesses);
  return {
    language: languageOf(text),
    ...decision,
    ...assess(message, guesses, decision),
    wantsHuman: wantsHuman(message.text),
    normalized: message.text,
  };
}
