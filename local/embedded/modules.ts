import { registerHooks } from 'node:module';

/** What stands in for a module of `functions`, by its path there without the extension. */
export type StandIns = Record<string, object>;

/** Modules that are what they are everywhere: no AWS in them. */
const PURE = new Set(['stores/keys', 'stores/cursor']);

const known = new Map<string, object>();

/**
 * From now on whoever imports a store, a gateway or the log gets what is given here, so that the very handlers that run on
 * Lambda run in this process. Call it before the first handler is imported.
 */
export function standIn(parts: StandIns): void {
  for (const [name, part] of Object.entries(parts)) known.set(name, part);
  registerHooks({
    load(url, context, nextLoad) {
      const name = /\/functions\/((?:stores|gateways)\/[\w-]+|runtime\/log)\.ts$/.exec(url)?.[1];
      if (name === undefined || PURE.has(name)) return nextLoad(url, context);
      const exported = Object.keys(partOf(name)).join(', ');
      const source =
        `import { partOf } from ${JSON.stringify(import.meta.url)};\n` +
        `export const { ${exported} } = partOf(${JSON.stringify(name)});\n`;
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** What stands in for a module. @throws Error that names it when nothing does. */
export function partOf(name: string): object {
  const part = known.get(name);
  if (!part) throw new Error(`nothing in memory stands in for functions/${name}.ts`);
  return part;
}
