import { BotWriterEnvironment, type BotWriterSettings } from '../../schemas/environment.ts';
import type { ModelUse } from '../use-cases/platform.ts';
import { environment } from './environment.ts';

const usesOf: Record<BotWriterSettings['use'], readonly ModelUse[]> = {
  off: [],
  answers: ['answers'],
  intents: ['intents'],
  both: ['answers', 'intents'],
};

const settings = environment(BotWriterEnvironment).BOT_WRITER;

/** What the language model may do and cost, as the stack parameters say. */
export const botWriter = { ...settings, uses: usesOf[settings.use] };
