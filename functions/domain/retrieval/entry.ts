/** One thing that can be found: an article in one language, or a plain document. */
export interface Entry {
  /** Entries of one group are the same matter, as an article's languages and versions are, and never rivals. */
  readonly group: number;
  readonly title: string;
  /** How people ask for it, each in its own words. */
  readonly phrasings: readonly string[];
  readonly body: string;
}
