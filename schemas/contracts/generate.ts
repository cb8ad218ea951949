import { writeFileSync } from 'node:fs';
import { asyncApi } from './asyncapi.ts';
import { openApi } from './openapi.ts';

const documents = { 'openapi.json': openApi(), 'asyncapi.json': asyncApi() };

for (const [name, document] of Object.entries(documents)) {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
}
