// Loads one bundle in this new process, calls it once, and prints both times in milliseconds.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
for (const name of ['http', 'https', 'tls', 'zlib', 'crypto', 'stream']) require(`node:${name}`);

const [file, event] = process.argv.slice(2);
const started = performance.now();
const { handler } = await import(pathToFileURL(file).href);
const loaded = performance.now();
try {
  await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 10_000 });
} catch {
  // The stub knows nothing; the way there and back is what is measured.
}
const called = performance.now();
process.stdout.write(`\n${loaded - started} ${called - loaded}\n`);
process.exit(0);
