import { describe, expect, it } from 'vitest';
import { mutants } from '../support/sessions/mutants.ts';
import { playSession } from '../support/sessions/session.ts';

/** `npm run bench sessions` plays a million clients; here is a taste of them. */
const CONVERSATIONS = 500;
const SEARCHED = 200;

describe('clients in a storm', () => {
  it('all end with exactly the log of the server, and every message once and in order', async () => {
    const faults: string[] = [];
    let clients = 0;
    for (let seed = 1; seed <= CONVERSATIONS; seed += 1) {
      const verdict = await playSession(seed);
      clients += verdict.clients;
      faults.push(...verdict.faults.map((fault) => `seed ${seed}: ${fault}`));
    }

    expect(clients).toBe(3 * CONVERSATIONS);
    expect(faults).toEqual([]);
  }, 60_000);

  // Storms that once found something: a cursor of a past that is gone, before it was known and after a reload; a delayed copy with
  // such a cursor; a receipt of such a past.
  it.each([179, 2029, 10_425, 10_130, 29_264, 49_233, 24_028, 35_215])(
    'come through storm %i',
    async (seed) => {
      expect((await playSession(seed)).faults).toEqual([]);
    },
  );

  it.each(Object.entries(mutants))(
    'a client that %s is found out',
    async (_name, step) => {
      let found: readonly string[] = [];
      for (let seed = 1; seed <= SEARCHED && found.length === 0; seed += 1)
        found = (await playSession(seed, step)).faults;

      expect(found).not.toEqual([]);
    },
    60_000,
  );
});
