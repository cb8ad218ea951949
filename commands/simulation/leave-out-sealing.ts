import { registerHooks } from 'node:module';

const SEAL = /\/functions\/domain\/seal\.ts$/;

/**
 * From now on decisions loaded in this thread neither chain nor check the events they make: that is half of what they cost, and a
 * simulation throws its histories away. Everything they decide stays as it is. Call it before the first of them is imported.
 */
export function leaveOutSealing(): void {
  const unsealed = new URL('../../functions/simulation/unsealed.ts', import.meta.url).href;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const found = nextResolve(specifier, context);
      return SEAL.test(found.url) ? { ...found, url: unsealed } : found;
    },
  });
}
