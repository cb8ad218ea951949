import { type AskPostings, directionOf, type NumberedViews, postAsks, raritiesOf } from './asks.ts';
import { type Dictionary, DictionaryBuilder } from './dictionary.ts';
import type { Entry } from './entry.ts';
import { numbersBelow, u32 } from './numbers.ts';
import type { Bodies } from './passages.ts';
import { singleKey, viewsOf, wordTerms } from './terms.ts';
import { tokensOf } from './tokens.ts';
import { learnAsks } from './tune.ts';
import { type Counted, postWords, type WordPostings } from './words.ts';

/** Everything a search reads; made by `buildRetrieval`, or read from a snapshot. */
export interface Retrieval {
  readonly size: number;
  readonly dictionary: Dictionary;
  readonly words: WordPostings;
  readonly asks: AskPostings;
  readonly bodies: Bodies;
}

/** How much a word counts by where it stands. */
const TITLE = 3;
const PHRASING = 2;
const BODY = 1;

/** Makes entries ready to be searched. */
export function buildRetrieval(entries: readonly Entry[]): Retrieval {
  const builder = new DictionaryBuilder();
  const readings = entries.map((entry) => readEntry(entry, builder));
  const asked = readings.flatMap(({ asked: views }, entry) => views.map((it) => ({ entry, views: it })));
  const { rarity, unheard } = raritiesOf(
    asked.map(({ views }) => views),
    builder.size,
  );
  const learned = learnAsks(
    asked.map(({ entry, views }) => ({ entry, ...directionOf(views, rarity, unheard) })),
    entries.map(({ group }) => group),
    builder.size,
  );
  return {
    size: entries.length,
    dictionary: builder.build(),
    words: postWords(
      readings.map(({ counted }) => counted),
      builder.size,
    ),
    asks: { ...postAsks(learned, builder.size), rarity },
    bodies: bodiesOf(readings, builder.size),
  };
}

/** An entry in numbers of terms. */
interface Reading {
  readonly counted: Counted;
  /** Its ways of asking; none for an entry without phrasings, which is known by its words alone. */
  readonly asked: readonly NumberedViews[];
  readonly body: Uint32Array;
}

function readEntry({ title, phrasings, body }: Entry, builder: DictionaryBuilder): Reading {
  const counts = new Map<number, number>();
  let length = 0;
  const read = (text: string, weight: number) => {
    const tokens = tokensOf(text);
    for (const { key } of wordTerms(tokens)) {
      const term = builder.number(key);
      counts.set(term, (counts.get(term) ?? 0) + weight);
      length += weight;
    }
    return tokens;
  };
  const said = read(body, BODY);
  const asked = [read(title, TITLE), ...phrasings.map((phrasing) => read(phrasing, PHRASING))];
  return {
    counted: { terms: Uint32Array.from(counts.keys()), values: Float32Array.from(counts.values()), length },
    asked: asked
      .filter((tokens) => phrasings.length > 0 && tokens.length > 0)
      .map((tokens) => viewsOf(tokens).map((keys) => keys.map((key) => builder.number(key)))),
    body: Uint32Array.from(said, (token) => builder.number(singleKey(token))),
  };
}

function bodiesOf(readings: readonly Reading[], size: number): Bodies {
  const starts = new Uint32Array(readings.length + 1);
  for (const [entry, { body }] of readings.entries()) starts[entry + 1] = u32(starts, entry) + body.length;
  const total = u32(starts, readings.length);
  const tokens = numbersBelow(size, total);
  for (const [entry, { body }] of readings.entries()) tokens.set(body, starts[entry]);
  return { starts, tokens };
}
