import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files stand beside a bundle, and in risk/model in the repository. */
const compiled = join(import.meta.dirname, '../../risk/model');

/** The bytes of the risk filter that ships: the compiled lists, and the learnt model. */
export function shippedRisk(): { list: Uint8Array; model: Uint8Array } {
  return { list: shipped('risk.list.bin'), model: shipped('risk.model.bin') };
}

function shipped(name: string): Uint8Array {
  const bundled = join(import.meta.dirname, name);
  return readFileSync(existsSync(bundled) ? bundled : join(compiled, name));
}
