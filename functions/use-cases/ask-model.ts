import type { ClassificationRequest } from '../../schemas/work.ts';
import { afterCall, calm, mayAsk } from '../domain/language-model/breaker.ts';
import type { Prompt } from '../domain/language-model/prompt.ts';
import type { LanguageModel, ModelUse, Platform } from './platform.ts';

type Needs = Pick<Platform, 'languageModel' | 'now' | 'log'>;

/** What a reply is good for: something to use, or the reason why it is not. */
export type Judgement<T> = { readonly use: T } | { readonly refused: string };

export interface Task<T> {
  readonly purpose: ModelUse;
  readonly prompt: Prompt;
  readonly judge: (reply: string) => Judgement<T>;
}

/** Something to use from the model; undefined whenever the platform must do without it. */
export type Ask = <T>(task: Task<T>) => Promise<T | undefined>;

/**
 * The way to the language model. For each message it may be asked once; a decision that is taken again, because somebody else was
 * faster, gets the same reply for the same question and none for another. The model is left alone while it fails, and when the
 * hour's budget is spent or cannot be read. Every call leaves one line in the log: ids and what came of it.
 */
export function askModel({ languageModel, now, log }: Needs): (message: ClassificationRequest) => Ask {
  let breaker = calm;

  async function call(model: LanguageModel, prompt: Prompt): Promise<Judgement<string> & { error?: string }> {
    if (!mayAsk(breaker, now())) return { refused: 'paused' };
    try {
      if (!(await model.takeCall(now()))) return { refused: 'over budget' };
    } catch (error) {
      return { refused: 'budget not read', error: nameOf(error) };
    }
    try {
      const reply = await model.ask(prompt);
      breaker = afterCall(breaker, true, now());
      return { use: reply };
    } catch (error) {
      breaker = afterCall(breaker, false, now());
      return { refused: nameOf(error) === 'TimeoutError' ? 'slow' : 'failed', error: nameOf(error) };
    }
  }

  return ({ ticketId, number }) => {
    let asked: { of: string; reply: ReturnType<typeof call> } | undefined;
    return async ({ purpose, prompt, judge }) => {
      if (!languageModel?.uses.includes(purpose)) return undefined;
      const of = `${purpose}\n${prompt.user}`;
      if (asked && asked.of !== of) return undefined;
      const isFirst = !asked;
      const started = now().getTime();
      asked ??= { of, reply: call(languageModel, prompt) };
      const answered = await asked.reply;
      const judged = 'use' in answered ? judge(answered.use) : answered;
      if (isFirst) {
        const outcome = 'use' in judged ? 'used' : judged.refused;
        log(answered.error === undefined ? 'info' : 'warn', 'language model', {
          ticketId,
          number,
          purpose,
          outcome,
          milliseconds: now().getTime() - started,
          ...(answered.error !== undefined && { error: answered.error }),
        });
      }
      return 'use' in judged ? judged.use : undefined;
    };
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
