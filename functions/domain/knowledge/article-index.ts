import type { Article, ArticleText } from '../../../schemas/article.ts';
import type { Segment } from '../../../schemas/ticket-facts.ts';
import type { Retrieval } from '../retrieval/build.ts';
import { Finder } from '../retrieval/find.ts';
import { u32 } from '../retrieval/numbers.ts';
import { type Artefact, BrokenArtefactError, readArtefact } from '../understanding/model/bytes.ts';
import { parentOf } from '../understanding/taxonomy.ts';

export const INDEX_MAGIC = 'KFKI';
/** Raised when features or layout change, so that older code refuses newer snapshots and the other way round. */
export const INDEX_FORMAT = 1;

/** What the header of a snapshot says of its articles, each known by its place. */
export interface IndexHeader {
  readonly format: number;
  /** Id of the article at each place; versions of one article share it. */
  readonly ids: readonly string[];
  /** Places of the articles about each intent. */
  readonly intents: Readonly<Record<string, readonly number[]>>;
  /** Places of the articles written for some segments only. */
  readonly audiences: readonly (readonly [place: number, segments: readonly Segment[]])[];
  /** When those answer that do not always do, in milliseconds since 1970; null is open. */
  readonly spans: readonly (readonly [place: number, from: number | null, until: number | null])[];
}

/** Articles that are kept after they were read: most questions are about few. */
const MOST_READ = 500;

/** The knowledge base made ready to be searched: views of a snapshot's bytes. Articles are read when they are asked for. */
export class ArticleIndex {
  readonly finder: Finder;
  /** The place of the article of each entry. */
  readonly placeOf: Uint32Array;
  private readonly header: IndexHeader;
  private readonly texts: Uint8Array;
  private readonly textStarts: Uint32Array;
  private readonly read = new Map<number, Article>();
  private readonly intents: readonly (readonly string[])[];
  private readonly audiences: ReadonlyMap<number, readonly Segment[]>;
  private readonly spans: ReadonlyMap<number, readonly [from: number | null, until: number | null]>;
  private readonly entriesAbout = new Map<string, number[]>();

  constructor(header: IndexHeader, retrieval: Retrieval, articles: ArticleArrays) {
    this.header = header;
    this.finder = new Finder(retrieval);
    this.placeOf = articles.placeOf;
    this.texts = articles.texts;
    this.textStarts = articles.textStarts;
    this.intents = intentsByPlace(header);
    this.audiences = new Map(header.audiences);
    this.spans = new Map(header.spans.map(([place, from, until]) => [place, [from, until]]));
  }

  /** How many versions of articles it holds. */
  get size(): number {
    return this.header.ids.length;
  }

  /** What the article at a place is about. */
  intentsAt(place: number): readonly string[] {
    return this.intents[place] ?? [];
  }

  /** The article at a place. */
  articleAt(place: number): Article {
    const known = this.read.get(place);
    if (known) return known;
    if (this.read.size >= MOST_READ) this.read.clear();
    const bytes = this.texts.subarray(this.textStarts[place], this.textStarts[place + 1]);
    const article: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isArticle(article)) throw new BrokenArtefactError(`the snapshot holds no article at ${place}`);
    this.read.set(place, article);
    return article;
  }

  /** What an entry was made of: one language of an article. */
  textOf(entry: number): ArticleText {
    const place = u32(this.placeOf, entry);
    const text = Object.values(this.articleAt(place).texts)[entry - this.placeOf.indexOf(place)];
    if (!text) throw new BrokenArtefactError(`the snapshot holds no text for entry ${entry}`);
    return text;
  }

  /** Entries of the articles about an intent, as the leaf itself or as its topic. */
  about(intentId: string): readonly number[] {
    const known = this.entriesAbout.get(intentId);
    if (known) return known;
    const { intents } = this.header;
    const named = [intentId, parentOf(intentId) ?? intentId];
    const places = new Set(named.flatMap((id) => intents[id] ?? []));
    const entries = [...this.placeOf.keys()].filter((entry) => places.has(u32(this.placeOf, entry)));
    this.entriesAbout.set(intentId, entries);
    return entries;
  }

  /** Whether the article at a place is in force, and written for this segment; an unknown segment may read everything. */
  mayAnswer(place: number, now: Date, segment?: Segment): boolean {
    const [from = null, until = null] = this.spans.get(place) ?? [];
    const time = now.getTime();
    if ((from !== null && time < from) || (until !== null && time >= until)) return false;
    const audience = this.audiences.get(place);
    return !audience || segment === undefined || audience.includes(segment);
  }

  /** The version of an article that is in force; nothing when there is none. */
  articleInForce(articleId: string, now: Date): Article | undefined {
    const place = this.header.ids.findIndex((id, at) => id === articleId && this.mayAnswer(at, now));
    return place < 0 ? undefined : this.articleAt(place);
  }
}

interface ArticleArrays {
  readonly placeOf: Uint32Array;
  readonly texts: Uint8Array;
  readonly textStarts: Uint32Array;
}

/** Reads a snapshot made by `serializeIndex`. @throws BrokenArtefactError that says what is wrong. */
export function loadIndex(bytes: Uint8Array): ArticleIndex {
  const { header, arrays } = readArtefact(INDEX_MAGIC, bytes);
  if (!isHeader(header)) throw new BrokenArtefactError('the snapshot of the knowledge base has no header');
  if (header.format !== INDEX_FORMAT)
    throw new BrokenArtefactError(
      `the snapshot has format ${header.format}, this code reads ${INDEX_FORMAT}`,
    );
  const whole = (name: string) => viewOf(arrays, name, Uint32Array);
  const retrieval: Retrieval = {
    size: whole('placeOf').length,
    dictionary: { proofs: whole('proofs'), slots: whole('slots') },
    words: {
      starts: whole('wordStarts'),
      entries: numbersOf(arrays, 'wordEntries'),
      impacts: viewOf(arrays, 'wordImpacts', Uint8Array),
      rarity: viewOf(arrays, 'wordRarity', Float32Array),
    },
    asks: {
      starts: whole('askStarts'),
      entries: numbersOf(arrays, 'askEntries'),
      weights: viewOf(arrays, 'askWeights', Uint8Array),
      scale: viewOf(arrays, 'askScale', Float32Array),
      rarity: viewOf(arrays, 'askRarity', Float32Array),
    },
    bodies: { starts: whole('bodyStarts'), tokens: numbersOf(arrays, 'bodyTokens') },
  };
  return new ArticleIndex(header, retrieval, {
    placeOf: whole('placeOf'),
    texts: viewOf(arrays, 'texts', Uint8Array),
    textStarts: whole('textStarts'),
  });
}

type Arrays = Artefact['arrays'];

function viewOf<T extends Arrays[string]>(
  arrays: Arrays,
  name: string,
  kind: new (...args: never[]) => T,
): T {
  const view = arrays[name];
  if (view instanceof kind) return view;
  throw new BrokenArtefactError(`the snapshot lacks ${name}`);
}

function numbersOf(arrays: Arrays, name: string): Uint16Array | Uint32Array {
  return arrays[name] instanceof Uint16Array
    ? viewOf(arrays, name, Uint16Array)
    : viewOf(arrays, name, Uint32Array);
}

/** The checksum already proves who wrote it; this only tells the compiler. */
function isHeader(value: object): value is IndexHeader {
  return 'format' in value && 'ids' in value && 'intents' in value;
}

function isArticle(value: unknown): value is Article {
  return typeof value === 'object' && value !== null && 'articleId' in value && 'texts' in value;
}

function intentsByPlace({ ids, intents }: IndexHeader): string[][] {
  const byPlace = ids.map((): string[] => []);
  for (const [intent, places] of Object.entries(intents))
    for (const place of places) byPlace[place]?.push(intent);
  return byPlace;
}
