import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadRiskList } from '../functions/domain/risk/list/load.ts';
import { loadModel } from '../functions/domain/understanding/model/model.ts';

const usage = `KNOWLEDGE_TABLE=… npm run --silent publish-artefact -- --kind risk|understanding --file FILE

Publishes compiled word lists (npx node risk/compile.ts) or a trained model (npm run train) to a running installation, which goes
over to it within a minute, without a deployment. The file is read first: a broken one is refused with the reason. KNOWLEDGE_TABLE is
the name of the knowledge table; keys and Region come from the environment, as for the AWS command line.`;

/** What can be published, and what reads it. */
const loaders = { risk: loadRiskList, understanding: loadModel };
type Kind = keyof typeof loaders;

const { values } = parseArgs({
  options: { kind: { type: 'string' }, file: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const { kind, file, help } = values;

if (help) console.log(usage);
else if (!isKind(kind) || file === undefined) fail(usage);
else await publish(kind, file);

async function publish(wanted: Kind, path: string): Promise<void> {
  const bytes = readFileSync(path);
  try {
    loaders[wanted](bytes);
  } catch (error) {
    fail(`${path} is refused: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  // Only now: the store wants to know its table as soon as it is loaded.
  const store = await import('../functions/stores/artefacts.ts');
  const previous = await store.head(wanted);
  const step = { previous, covers: (previous?.covers ?? 0) + 1, now: new Date() };
  const { version, digest } = await store.publish(wanted, bytes, step);
  console.log(`${wanted} version ${version}, ${bytes.length} bytes, SHA-256 ${digest}`);
}

function isKind(given: string | undefined): given is Kind {
  return given !== undefined && given in loaders;
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
