import type { SocketMessage } from '../../schemas/socket.ts';
import type { Platform, Uses } from './platform.ts';

/** Most pushes a function has under way at once. */
const PARALLEL = 8;

/** How often a push is tried while API Gateway asks for patience, and the first of the doubling waits between, in milliseconds. */
const TRIES = 4;
const FIRST_WAIT_MS = 100;

/** What pushing takes. */
export type Pushing = Uses<{ connections: 'list' | 'forget' }> &
  Pick<Platform, 'push' | 'pause' | 'random' | 'now'>;

/** API Gateway does not take the push, and went on not taking it. */
export class SocketsBusyError extends Error {
  override readonly name = 'SocketsBusyError';
  constructor() {
    super('sockets are busy');
  }
}

export interface PushOptions {
  /** Sockets that have it already; those pushed to join them. */
  reached?: Set<string>;
  /** Not worth a second try. */
  sheddable?: boolean;
}

/**
 * Pushes to every socket at an address; those that are gone are forgotten. All pushes of one function share 8 places, so that a
 * burst does not become a storm. A message given as a function is made only if somebody listens. @throws SocketsBusyError when a socket would not take it after several tries
 */
export const pusher = ({ connections, push, pause, random, now }: Pushing) => {
  const inTurn = places(PARALLEL);

  return async (
    address: string,
    message: SocketMessage | (() => SocketMessage),
    { reached = new Set(), sheddable = false }: PushOptions = {},
  ): Promise<void> => {
    const open = (await connections.list(address)).filter((connectionId) => !reached.has(connectionId));
    if (open.length === 0) return;
    for (const connectionId of open) reached.add(connectionId);
    const said = typeof message === 'function' ? message() : message;
    await Promise.all(
      open.map((connectionId) =>
        inTurn(async () => {
          const outcome = await tried(connectionId, said, sheddable ? 1 : TRIES);
          if (outcome === 'busy') throw new SocketsBusyError();
          if (outcome === 'gone') await connections.forget(address, connectionId, now());
        }),
      ),
    );
  };

  async function tried(connectionId: string, message: SocketMessage, tries: number) {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await push(connectionId, message);
      if (outcome !== 'busy' || attempt === tries) return outcome;
      await pause(random() * FIRST_WAIT_MS * 2 ** attempt);
    }
  }
};

/** Runs at most so many pieces of work at once; the others wait for a place. */
export function places(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((proceed) => waiting.push(proceed));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
