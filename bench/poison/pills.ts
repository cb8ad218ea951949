/** Chance, uniform in [0, 1). */
type Random = () => number;
type Maker = (random: Random, good: string) => string;

/** Ways a body can be wrong; some leave it as it should be by chance, so the schema has the last word. */
const makers: readonly Maker[] = [
  () => '',
  (random) => bytes(random, 1 + Math.floor(random() * 64)),
  (random) => JSON.stringify(anyJson(random, 3)),
  (random, good) => good.slice(0, Math.floor(random() * good.length)),
  (random, good) => good + bytes(random, 1),
  (random, good) => changed(random, good, () => anyJson(random, 1)),
  (random, good) => changed(random, good, () => undefined),
  (_random, good) => `{"surplus":1,${good.slice(1)}`,
  (random) => '['.repeat(1 + Math.floor(random() * 2000)),
  (_random, good) => `[${good}]`,
  (_random, good) => JSON.stringify(good),
  () => '{"__proto__":{"ticketId":"KF-0000-0000-0000"},"constructor":null}',
];

/** A body no handler can be expected to treat: any bytes, any JSON, or a good body with one thing wrong. */
export function pill(random: Random, good: string): string {
  const make = makers[Math.floor(random() * makers.length)];
  return make ? make(random, good) : '';
}

function bytes(random: Random, length: number): string {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256))).toString('latin1');
}

function anyJson(random: Random, depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 8 : 6));
  if (kind === 6) return Array.from({ length: Math.floor(random() * 4) }, () => anyJson(random, depth - 1));
  if (kind === 7) return { [bytes(random, 4)]: anyJson(random, depth - 1) };
  return [null, true, random() * 1e9, -1, '', bytes(random, 12)][kind];
}

/** One field of a good body with another value; without it when there is none. */
function changed(random: Random, good: string, value: () => unknown): string {
  const body: unknown = JSON.parse(good);
  const entries = Object.entries(body instanceof Object ? body : {});
  const at = Math.floor(random() * entries.length);
  return JSON.stringify(
    Object.fromEntries(entries.map(([name, old], index) => [name, index === at ? value() : old])),
  );
}
