import { BedrockRuntimeClient, ConverseCommand, type StopReason } from '@aws-sdk/client-bedrock-runtime';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../../functions/gateways/language-model.ts';

const MODEL = 'amazon.nova-lite-v1:0';
const prompt = { system: 'rules', user: 'data' };
const bedrock = mockClient(BedrockRuntimeClient);
const replies = (texts: string[], stopReason: StopReason = 'end_turn') => ({
  output: { message: { role: 'assistant' as const, content: texts.map((text) => ({ text })) } },
  stopReason,
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bedrock.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the language model', () => {
  it('is asked with rules and data apart, as exactly as it can be', async () => {
    bedrock.on(ConverseCommand).resolves(replies(['{"text":', '"好"}']));

    expect(await ask(MODEL, prompt, 2500)).toBe('{"text":"好"}');

    expect(bedrock.commandCalls(ConverseCommand).map(({ args }) => args[0].input)).toEqual([
      {
        modelId: MODEL,
        system: [{ text: 'rules' }],
        messages: [{ role: 'user', content: [{ text: 'data' }] }],
        inferenceConfig: { maxTokens: 1200, temperature: 0 },
      },
    ]);
  });

  it('is left when its time is over, and the call is broken off', async () => {
    bedrock.on(ConverseCommand).callsFake(() => new Promise(() => undefined));

    const answer = ask(MODEL, prompt, 2500);
    const refused = expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    await vi.advanceTimersByTimeAsync(2499);
    const [, options]: unknown[] = bedrock.send.firstCall.args;
    expect(options).toMatchObject({ abortSignal: { aborted: false } });
    await vi.advanceTimersByTimeAsync(1);

    await refused;
    expect(options).toMatchObject({ abortSignal: { aborted: true } });
  });

  it('leaves no timer behind when it answers', async () => {
    bedrock.on(ConverseCommand).resolves(replies(['好']));

    await ask(MODEL, prompt, 2500);

    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<StopReason>(['max_tokens', 'guardrail_intervened', 'content_filtered', 'tool_use'])(
    'has not answered when it stopped for %s',
    async (reason) => {
      bedrock.on(ConverseCommand).resolves(replies(['好'], reason));

      await expect(ask(MODEL, prompt, 2500)).rejects.toThrow(`stopped early: ${reason}`);
    },
  );

  it('says what AWS says when it is refused', async () => {
    bedrock
      .on(ConverseCommand)
      .rejects(Object.assign(new Error('no access to the model'), { name: 'AccessDeniedException' }));

    await expect(ask(MODEL, prompt, 2500)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('has an empty reply when it says nothing', async () => {
    bedrock.on(ConverseCommand).resolves(replies([]));

    expect(await ask(MODEL, prompt, 2500)).toBe('');
  });
});
