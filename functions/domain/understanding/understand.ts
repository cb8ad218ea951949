import type { Risk } from '../../../schemas/risk.ts';
import type { Understanding } from '../../../schemas/understanding.ts';
import { type RiskEngine, risksIn } from '../risk/engine.ts';
import { despairs } from '../risk/screening.ts';
import { headChance, sentimentOf } from './heads.ts';
import { isForeign } from './foreign.ts';
import { decide, guess, type MessageContext } from './intents.ts';
import { languageOf } from './language.ts';
import type { Model } from './model/model.ts';
import { fold } from './normalize.ts';
import { assess, urgencySigns } from './priority.ts';
import { humanSigns } from './wants-human.ts';

/**
 * Reads a message as this model understands it: language, intents, priority, urgency, sentiment, whether a person is asked for, and
 * with a risk engine what is risky. Despair is urgent even where the model does not see it.
 */
export function understand(
  text: string,
  context: MessageContext,
  model: Model,
  risk?: RiskEngine,
): Understanding {
  const message = fold(text);
  const language = languageOf(text);
  const { guesses: all, reading } = guess(model, message, context);
  // What the model makes of a language it never learned is noise; authored rules may still find a word they know.
  const guesses = isForeign(language) ? [] : all;
  const decision = decide(guesses, model.surely);
  const signs = urgencySigns(message, guesses);
  const known = guesses.length > 0;
  const risks = risk ? risksIn(text, risk, 'customer') : [];
  const despair = despairs(risks);
  const words = despair
    ? [...signs.words, ...risks.filter(isDespair).flatMap(({ reasons }) => reasons)]
    : signs.words;
  const judged = known
    ? !signs.denied && headChance(model, reading.scores, 'urgent', signs) >= 0.5
    : isForeign(language) && signs.ruled;
  const urgent = despair || signs.certain || judged;
  const human = humanSigns(message.text, guesses);
  return {
    language,
    ...decision,
    ...assess(message, guesses, decision, { ...signs, words, urgent }),
    sentiment: known ? sentimentOf(model, reading.scores) : 'neutral',
    wantsHuman:
      human.ruled || (known && !human.denied && headChance(model, reading.scores, 'human', human) >= 0.5),
    risks,
    normalized: message.text,
  };
}

function isDespair(risk: Risk): boolean {
  return despairs([risk]);
}
