import { parseArgs } from 'node:util';
import { knowledgeApi } from '../schemas/knowledge-api.ts';

const usage = `npm run --silent corrections -- --api URL > corrected.jsonl

Writes what agents corrected as JSON Lines {text, intent, language}, ready for \`npm run train -- --data corrected.jsonl\`. The token of a
lead, supervisor, editor or administrator is read from the environment variable KEFU_TOKEN.`;

const { values } = parseArgs({
  options: { api: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const token = process.env['KEFU_TOKEN'];

if (values.help || values.api === undefined || !token) {
  console.error(usage);
  process.exitCode = values.help ? 0 : 2;
} else await write(values.api, token);

async function write(api: string, bearer: string): Promise<void> {
  const { path, response } = knowledgeApi.listCorrections;
  let cursor: string | undefined;
  do {
    const url = new URL(api.replace(/\/$/, '') + path);
    url.searchParams.set('limit', '100');
    if (cursor) url.searchParams.set('cursor', cursor);
    const answer = await fetch(url, { headers: { authorization: `Bearer ${bearer}` } });
    if (!answer.ok) {
      console.error(`${url.origin} answered ${answer.status}: ${await answer.text()}`);
      process.exitCode = 1;
      return;
    }
    const page = response.parse(await answer.json());
    for (const { text, intent, language } of page.rows)
      process.stdout.write(`${JSON.stringify({ text, intent, language })}\n`);
    cursor = page.cursor;
  } while (cursor);
}
