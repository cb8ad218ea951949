import { benchAppends } from './append/bench-appends.ts';
import { benchKills } from './append/bench-kills.ts';
import { benchCost } from './cost/bench.ts';
import { benchCrashes } from './crash/bench.ts';
import { benchDialogue } from './dialogue.ts';
import { benchExports } from './exports.ts';
import { benchForecast } from './forecast/bench.ts';
import { benchLoad } from './load/bench.ts';
import { benchPoison } from './poison/bench.ts';
import { benchRisk } from './risk.ts';
import { benchRouting } from './routing.ts';
import { benchSearch } from './search.ts';
import { benchSessions } from './sessions.ts';
import { benchSimulator } from './simulator/bench.ts';
import { benchStart } from './start.ts';
import { benchStorage } from './storage/bench.ts';
import { benchTimers } from './timers/bench.ts';
import { benchUnderstanding } from './understanding.ts';

const benches: Record<string, () => Promise<void>> = {
  appends: benchAppends,
  cost: benchCost,
  crashes: benchCrashes,
  dialogue: benchDialogue,
  exports: benchExports,
  forecast: benchForecast,
  kills: benchKills,
  load: benchLoad,
  poison: benchPoison,
  risk: benchRisk,
  routing: benchRouting,
  search: benchSearch,
  sessions: benchSessions,
  simulator: benchSimulator,
  start: benchStart,
  storage: benchStorage,
  timers: benchTimers,
  understanding: benchUnderstanding,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  process.stderr.write(`npm run bench -- <name>, where name is one of: ${Object.keys(benches).join(', ')}\n`);
  process.exit(1);
}
await bench();
