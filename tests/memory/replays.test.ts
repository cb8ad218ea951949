import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, replayWorld, type World, writeNames } from '../support/replays/world.ts';
import { type Sent, type Write, writes } from '../support/replays/writes.ts';
import { listenToLog } from '../support/requests.ts';

const MOST_COPIES = 5;
const copies = Array.from({ length: MOST_COPIES }, (_, index) => index + 1);

/** Refused because the id stands for something else. */
const REUSED = [409, 422];

describe('a write that is sent again', { timeout: 60_000 }, () => {
  let world: World;
  beforeAll(async () => {
    listenToLog();
    world = await replayWorld(1);
  });

  it('is known here for every operation of the contracts that is not only read', () => {
    expect(Object.keys(writes).sort()).toEqual(writeNames().sort());
  });

  describe.each(Object.entries<Write>(writes))('%s', (name, write) => {
    it('is answered as at first, byte for byte, one after the other', async () => {
      const request = await prepared(world, write);

      const answers: Answer[] = [];
      for (let copy = 0; copy <= MOST_COPIES; copy += 1) {
        answers.push(await world.through(() => world.send(name, request)));
        await world.pass(Math.floor(world.platform.random() * 30));
      }

      expect(answers[0]?.statusCode).toBeLessThan(300);
      expect(distinct(answers, write)).toHaveLength(1);
    });

    it.each(copies)('is answered as at first, byte for byte, at once: %s times and later', async (count) => {
      const request = await prepared(world, write);

      const answers = await sentAtOnce(world, count, name, request);
      await world.pass(60);
      const later = await world.through(() => world.send(name, request));

      expect(later.statusCode).toBeLessThan(300);
      expect(distinct([...answers, later], write)).toHaveLength(1);
    });

    const { changed } = write;
    it.runIf(!('free' in changed))('is refused when it says something else under the same id', async () => {
      const request = await prepared(world, write);
      const before = await world.through(() => world.send(name, request));

      const refused = await world.through(() => world.send(...otherUnder(request, name, write)));
      const after = await world.through(() => world.send(name, request));

      expect(REUSED).toContain(refused.statusCode);
      expect(after).toEqual(before);
    });

    it.runIf(!('free' in changed))('is one of two things said at once, never both', async () => {
      const request = await prepared(world, write);

      const [some, others] = await world.through(() =>
        Promise.all([
          Promise.all(copies.map(() => world.send(name, request))),
          Promise.all(copies.map(() => world.send(...otherUnder(request, name, write)))),
        ]),
      );

      const [accepted, refused] = isAccepted(some[0]) ? [some, others] : [others, some];
      expect(isAccepted(accepted[0])).toBe(true);
      expect(distinct(accepted, write)).toHaveLength(1);
      expect(refused.filter(({ statusCode }) => !REUSED.includes(statusCode))).toEqual([]);
    });
  });
});

/** A request in a situation of its own: what was before is settled, and whoever was at work has gone home. */
async function prepared(world: World, { prepare }: Write): Promise<Sent> {
  const { agents } = world.platform;
  for (const ticket of world.unsettled.splice(0))
    await world.through(() =>
      world.send('resolveMyTicket', { ...ticket, body: { commandId: world.newId('settle') } }),
    );
  for (const { agentId, availability } of await world.through(() => agents.list()))
    if (availability !== 'offline')
      await world.through(() => agents.setPresence(agentId, 'offline', world.now()));
  return prepare(world);
}

function sentAtOnce(world: World, count: number, name: string, request: Sent): Promise<Answer[]> {
  return world.through(() => Promise.all(Array.from({ length: count }, () => world.send(name, request))));
}

/** Something else under the id of this request. */
function otherUnder(request: Sent, name: string, { changed }: Write): [name: string, request: Sent] {
  if ('free' in changed) throw new Error(`${name} has no id`);
  const body = { ...request.body, ...('fields' in changed && changed.fields) };
  return ['by' in changed ? changed.by : name, { ...request, body }];
}

function isAccepted(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.statusCode < 300;
}

/** The answers that differ: status, headers and body, without what may differ. */
function distinct(answers: readonly Answer[], { changed }: Write): string[] {
  const except = 'except' in changed ? changed.except : [];
  const same = answers.map(({ statusCode, headers, body }) =>
    JSON.stringify([statusCode, headers, except.length > 0 ? without(body, except) : body]),
  );
  return [...new Set(same)];
}

/** A JSON object without some of its fields. */
function without(body: string, names: readonly string[]): string {
  return JSON.stringify(JSON.parse(body), (key, value: unknown) => (names.includes(key) ? undefined : value));
}
