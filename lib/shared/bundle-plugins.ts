import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/** A static import of `node:http` alone costs 30 ms; asking the process for the module costs a tenth (nodejs/node#59686). */
export const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    const names = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    onResolve({ filter: /.*/ }, ({ path }) =>
      names.has(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)})`,
      loader: 'js',
    }));
  },
};

/**
 * A module that is imported on demand becomes a file of its own beside the bundle, so that whoever never needs it never loads it.
 * Its path is told to `found`.
 */
export const onDemand = (found: Set<string>): Plugin => ({
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.+\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      found.add(join(resolveDir, path));
      return { path: `./${basename(path, '.ts')}.mjs`, external: true };
    });
  },
});

const unused = (...names: string[]) =>
  names
    .map(
      (name) =>
        `export const ${name} = class { constructor() { throw new Error('${name} is not bundled'); } };`,
    )
    .join('\n');

/**
 * Parts of the SDK that no function here uses, and what stands in for them: files by the end of their path. The paths are
 * internal to the SDK, which is therefore pinned; when an upgrade moves one, its budget fails the build.
 */
const replacements: Record<string, string> = {
  // Keys come by environment: the rest of the credential chain is more than half of a client.
  '@aws-sdk/credential-provider-node/dist-es/index.js': `export { defaultProvider } from ${JSON.stringify(
    join(ROOT, 'functions/runtime/credentials.ts'),
  )};`,
  // No table is reached through endpoint discovery.
  '@aws-sdk/middleware-endpoint-discovery/dist-es/index.js': `
    export const resolveEndpointDiscoveryConfig = (config) => ({ ...config, endpointDiscoveryEnabled: async () => false });
    export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
      environmentVariableSelector: () => false, configFileSelector: () => false, default: false,
    };`,
  // No operation here streams events.
  '@smithy/core/dist-es/submodules/event-streams/index.js': `
    ${unused('EventStreamSerde')}
    export const eventStreamSerdeProvider = () => ({});
    export const resolveEventStreamSerdeConfig = (config) => config;`,
  // The language model is asked once and answers once: no streams, no WebSocket, no bearer token.
  '@aws-sdk/eventstream-handler-node/dist-es/index.js':
    'export const eventStreamPayloadHandlerProvider = () => ({});',
  '@aws-sdk/middleware-eventstream/dist-es/index.js': `
    ${unused('getEventStreamPlugin')}
    export const resolveEventStreamConfig = (config) => config;`,
  '@aws-sdk/middleware-websocket/dist-es/index.js': `
    ${unused('getWebSocketPlugin')}
    export const resolveWebSocketConfig = (config) => config;`,
  '@aws-sdk/token-providers/dist-es/index.js': unused('fromEnvSigningName', 'nodeProvider'),
  // Node hashes by itself.
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js': unused('Sha256Js'),
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256WebCrypto.js': unused('Sha256WebCrypto'),
  // Host names are made by functions/runtime/endpoint.ts, which knows the partition from the deployment.
  'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js': `
    export const partitionsInfo = { partitions: [], version: '1' };`,
  // No client here retries adaptively.
  '@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js': unused('DefaultRateLimiter'),
  // A function here serves one invocation at a time: the trace's id stands in the environment.
  '@aws/lambda-invoke-store/dist-es/invoke-store.js': `
    export const InvokeStore = { getInstanceAsync: async () => undefined };`,
  // Lambda has no ~/.aws.
  '@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js': `
    export const CONFIG_PREFIX_SEPARATOR = '.';
    export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  '@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js':
    'export const getInstanceMetadataRegion = async () => undefined;',
};

/** The host name each client's service answers under. */
const serviceOf: Record<string, string> = {
  dynamodb: 'dynamodb',
  sqs: 'sqs',
  eventbridge: 'events',
  'secrets-manager': 'secretsmanager',
  lambda: 'lambda',
  apigatewaymanagementapi: 'execute-api',
  'bedrock-runtime': 'bedrock-runtime',
};

/** Dozens of classes that differ in name only, made by one function: 8 kB less for DynamoDB. */
function compactErrors(source: string): string {
  const base = /import \{ (\w+) as __BaseException \} from "(.+?)"/.exec(source);
  const classes = [
    ...source.matchAll(/export class (\w+) extends __BaseException \{[^]*?\$fault = "(\w+)"/g),
  ];
  const shapes = /static shapeId = "(.+?)#/.exec(source)?.[1];
  if (!base || !shapes || classes.length === 0)
    throw new Error('the SDK writes its errors differently now: mend compactErrors');
  return [
    `import { ${base[1]} as Base } from "${base[2]}";`,
    `const make = (name, $fault) => class Kind extends Base {
      static shapeId = "${shapes}#" + name;
      constructor(options) {
        const { message, $metadata, ...details } = options;
        super({ name, $fault, message, $metadata });
        Object.setPrototypeOf(Object.assign(this, details), Kind.prototype);
      }
    };`,
    ...classes.map(
      ([, name, fault]) => `export const ${name} = /* @__PURE__ */ make("${name}", "${fault}");`,
    ),
  ].join('\n');
}

/** What a conversation in plain text is made of; images, tools, guardrails and streams are three quarters of the shapes. */
const textOnly =
  /^(Converse(Request|Response|Output)|Messages?|(System)?ContentBlocks?|InferenceConfiguration)\$?$/;

/** Shapes that no text needs become plain JSON, so that nothing refers to them any more: 17 kB less. */
function textShapes(source: string): string {
  const shapes = source.replace(/\(\) => (\w+\$?)/g, (reference, name: string) =>
    textOnly.test(name) ? reference : '15',
  );
  if (shapes === source) throw new Error('the SDK writes its shapes differently now: mend textShapes');
  return shapes;
}

function overHttp1(source: string): string {
  const changed = source.replace('NodeHttp2Handler as RequestHandler', 'NodeHttpHandler as RequestHandler');
  if (changed === source) throw new Error('the SDK chooses its HTTP client differently now: mend overHttp1');
  return changed;
}

/** Leaves out of the SDK what no function here uses. */
export const trimmed: Plugin = {
  name: 'trimmed',
  setup({ onLoad }) {
    const filter = new RegExp(`(${Object.keys(replacements).map(escaped).join('|')})$`);
    onLoad({ filter }, ({ path }) => {
      const replaced = Object.keys(replacements).find((end) => path.replaceAll('\\', '/').endsWith(end));
      return { contents: replaced && replacements[replaced], loader: 'js' };
    });
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/endpoint\/endpointResolver\.js$/ }, ({ path }) => {
      const service = serviceOf[/client-([a-z-]+)/.exec(path)?.[1] ?? ''] ?? '';
      return {
        contents: `import { endpointOf } from ${JSON.stringify(join(ROOT, 'functions/runtime/endpoint.ts'))};
          export const defaultEndpointResolver = endpointOf(${JSON.stringify(service)});`,
        loader: 'js',
      };
    });
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/models\/errors\.js$/ }, async ({ path }) => ({
      contents: compactErrors(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    // Its HTTP/2 client serves streams only; plain calls go over HTTP/1.1, like those of every other client.
    onLoad({ filter: /@aws-sdk\/client-bedrock-runtime\/dist-es\/runtimeConfig\.js$/ }, async ({ path }) => ({
      contents: overHttp1(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onLoad(
      { filter: /@aws-sdk\/client-bedrock-runtime\/dist-es\/schemas\/schemas_0\.js$/ },
      async ({ path }) => ({
        contents: textShapes(await readFile(path, 'utf8')),
        loader: 'js',
      }),
    );
    // A client names its own version in its requests and needs nothing else of its manifest.
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/package\.json$/ }, async ({ path }) => {
      const { default: manifest } = (await import(path, { with: { type: 'json' } })) as {
        default: { version: string };
      };
      return { contents: JSON.stringify({ version: manifest.version }), loader: 'json' };
    });
  },
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
