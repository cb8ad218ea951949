import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import type { Prompt } from '../domain/language-model/prompt.ts';

// Made with the first call, because most installations never make one.
let bedrock: BedrockRuntimeClient | undefined;

/** Tokens a reply may have; the longest answer in Chinese fits. */
const MOST_TOKENS = 1200;

/** The model's reply to one prompt. @throws TimeoutError after `timeoutMs`; an error when the reply is not whole. */
export async function ask(modelId: string, { system, user }: Prompt, timeoutMs: number): Promise<string> {
  const abort = new AbortController();
  const late = new DOMException('the language model took too long', 'TimeoutError');
  const timeout = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(late), { once: true });
  });
  const timer = setTimeout(() => abort.abort(late), timeoutMs);
  try {
    // A second try would not come in time.
    bedrock ??= new BedrockRuntimeClient({ maxAttempts: 1 });
    const answered = bedrock.send(
      new ConverseCommand({
        modelId,
        system: [{ text: system }],
        messages: [{ role: 'user', content: [{ text: user }] }],
        inferenceConfig: { maxTokens: MOST_TOKENS, temperature: 0 },
      }),
      { abortSignal: abort.signal },
    );
    // Not even a client that does not hear the signal keeps the customer waiting.
    return textOf(await Promise.race([answered, timeout]));
  } finally {
    clearTimeout(timer);
  }
}

function textOf({ output, stopReason }: ConverseCommandOutput): string {
  if (stopReason !== 'end_turn') throw new Error(`the language model stopped early: ${stopReason}`);
  const parts = output?.message?.content ?? [];
  return parts.map(({ text = '' }) => text).join('');
}
