import { benchStart } from './start.ts';

const benches: Record<string, () => Promise<void>> = { start: benchStart };

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  process.stderr.write(`npm run bench -- <name>, where name is one of: ${Object.keys(benches).join(', ')}\n`);
  process.exit(1);
}
await bench();
