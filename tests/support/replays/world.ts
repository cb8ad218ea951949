import { join } from 'node:path';
import { vi } from 'vitest';
import * as z from 'zod/mini';
import { VirtualClock } from '../../../functions/memory/clock.ts';
import { lightModels } from '../../../functions/memory/light-models.ts';
import { memoryPlatform } from '../../../functions/memory/whole.ts';
import { loadHandlers } from '../../../local/embedded/handlers.ts';
import { Role } from '../../../schemas/agent.ts';
import { apis } from '../../../schemas/api.ts';
import type { Operation } from '../../../schemas/operation.ts';
import { at, someSla } from '../builders.ts';
import { invocation } from '../../../local/embedded/invocation.ts';
import { aRequest, type Carried } from '../requests.ts';

const FUNCTIONS = join(import.meta.dirname, '../../../functions');

type WritesIn<C> = { [N in keyof C]: C[N] extends { method: 'GET' } ? never : N }[keyof C] & string;
/** Every operation that is not only read, by its name in the contracts. */
export type WriteName = { [A in keyof typeof apis]: WritesIn<(typeof apis)[A]> }[keyof typeof apis];

/** The whole answer as it goes over the line. */
export const Answer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type Answer = z.infer<typeof Answer>;

export type World = Awaited<ReturnType<typeof replayWorld>>;

/** The names of all writes, as the contracts list them. */
export function writeNames(): string[] {
  return Object.values(apis).flatMap((api) =>
    Object.entries<Operation>(api).flatMap(([name, { method }]) => (method === 'GET' ? [] : [name])),
  );
}

/**
 * The handlers of the HTTP API on the platform in memory. Every call of a store takes up to 20 ms of virtual time, drawn from the
 * seed, so that requests sent at once overlap in many ways. A token of the desk is the agent's id, with every role.
 */
export async function replayWorld(seed: number) {
  const clock = new VirtualClock(at(0), { interleaved: true });
  const faults = { latencyMs: 20 };
  const whole = memoryPlatform({ clock, seed, policy: someSla(), models: lightModels, faults });
  const { now, random, pause } = whole.platform;
  const roles = Role.options;
  const verifySignIn = async (agentId: string) => ({ agentId, name: agentId, roles });
  const { routes } = await loadHandlers(whole, (parts) => {
    const bound = { ...parts, 'gateways/sign-in': { verifySignIn }, 'runtime/clock': { now, random, pause } };
    // A module has every function of its part, each as it is read now.
    for (const [name, part] of Object.entries<object>(bound))
      vi.doMock(join(FUNCTIONS, `${name}.ts`), () => ({ ...part }));
  });
  const routeOf = new Map<string, string>(
    Object.values(apis).flatMap((api) =>
      Object.entries<Operation>(api).map(([name, { method, path }]) => [name, `${method} ${path}`] as const),
    ),
  );

  /** Sends a request; for callers that let time pass themselves. */
  const send = async (name: string, carried: Carried): Promise<Answer> => {
    const route = routes.find(({ routeKey }) => routeKey === routeOf.get(name));
    if (!route) throw new Error(`no handler answers ${name}`);
    return Answer.parse(await route.handler(aRequest(route.routeKey, carried), invocation));
  };

  /** Starts work and lets time pass until it has ended, also while it waits for something outside of virtual time. */
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    const state = { ended: false };
    const result = work().finally(() => {
      state.ended = true;
    });
    result.catch(() => undefined);
    await nextTurn();
    while (!state.ended) if (!(await clock.step())) await nextTurn();
    return result;
  };

  let ids = 0;
  return {
    platform: whole.platform,
    send,
    through,
    /** Lets so many seconds pass, with everything that falls due. */
    pass: (seconds: number) => clock.advance(seconds * 1000),
    /** An id nobody else has. */
    newId: (what: string) => `${what}-${seed}-${String((ids += 1)).padStart(22, '0')}`,
    now,
    /** Tickets that somebody may still have in hand, with their customers' tokens. */
    unsettled: new Array<Pick<Carried, 'token' | 'path'>>(),
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
