import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bundleFunctions } from '../../lib/shared/bundle.ts';

const run = promisify(execFile);
const Request = z.looseObject({
  system: z.tuple([z.object({ text: z.string() })]),
  messages: z.tuple([z.object({ role: z.string(), content: z.tuple([z.object({ text: z.string() })]) })]),
  inferenceConfig: z.object({ maxTokens: z.number(), temperature: z.number() }),
});

/** What came in, and what Bedrock would answer to it. */
const calls: { path: string; authorization: string; body: z.infer<typeof Request> }[] = [];
let server: Server;
let endpoint: string;
let module: string;

beforeAll(async () => {
  const bundles = await bundleFunctions();
  module = pathToFileURL(join(bundles.get('classification')?.directory ?? '', 'language-model.mjs')).href;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Request.parse(JSON.parse(Buffer.concat(chunks).toString()));
      calls.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
      // A model by this name never answers.
      if (request.url?.includes('mute')) return;
      const refused = request.url?.includes('throttled');
      response.writeHead(refused ? 429 : 200, {
        'content-type': 'application/json',
        ...(refused && { 'x-amzn-errortype': 'ThrottlingException' }),
      });
      response.end(
        JSON.stringify(
          refused
            ? { message: 'too many requests' }
            : {
                output: {
                  message: { role: 'assistant', content: [{ text: '{"text":' }, { text: '"好"}' }] },
                },
                stopReason: request.url?.includes('chatty') ? 'max_tokens' : 'end_turn',
                usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
                metrics: { latencyMs: 1 },
              },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}, 120_000);

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Asks as the function does, with the code that is deployed, in a process of its own. */
async function ask(modelId: string, timeoutMs = 5000): Promise<string> {
  const script = `
    const { ask } = await import(${JSON.stringify(module)});
    const said = await ask(${JSON.stringify(modelId)}, { system: 'rules', user: 'data' }, ${timeoutMs})
      .catch((error) => 'ERROR ' + error.name + ': ' + error.message);
    process.stdout.write(said);
    process.exit(0);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, AWS_ENDPOINT_URL: endpoint, AWS_URL_SUFFIX: 'amazonaws.com' },
  });
  return stdout;
}

describe('the part of the SDK that is left for the language model', () => {
  it('asks once, signed, and reads the whole reply', async () => {
    expect(await ask('amazon.nova-lite-v1:0')).toBe('{"text":"好"}');

    expect(calls).toHaveLength(1);
    expect(calls[0]?.path).toBe('/model/amazon.nova-lite-v1%3A0/converse');
    expect(calls[0]?.authorization).toContain('/us-east-1/bedrock/aws4_request');
    expect(calls[0]?.body).toMatchObject({
      system: [{ text: 'rules' }],
      messages: [{ role: 'user', content: [{ text: 'data' }] }],
      inferenceConfig: { temperature: 0 },
    });
  }, 30_000);

  it('invokes an inference profile by its ARN', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0';

    expect(await ask(arn)).toBe('{"text":"好"}');

    expect(decodeURIComponent(calls.at(-1)?.path ?? '')).toBe(`/model/${arn}/converse`);
  }, 30_000);

  it('gives up in time', async () => {
    expect(await ask('mute', 300)).toBe('ERROR TimeoutError: the language model took too long');
  }, 30_000);

  it('does not try twice', async () => {
    const before = calls.length;

    expect(await ask('throttled')).toMatch(/^ERROR ThrottlingException/);

    expect(calls.length - before).toBe(1);
  }, 30_000);

  it('takes no reply that was cut off', async () => {
    expect(await ask('chatty')).toBe('ERROR Error: the language model stopped early: max_tokens');
  }, 30_000);
});
