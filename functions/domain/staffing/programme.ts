/** A row of an integer programme: a weighted sum of variables and its bounds. */
export interface Row {
  /** What the row stands for, in words a planner understands. */
  readonly says: string;
  readonly terms: readonly { readonly variable: number; readonly times: number }[];
  readonly least?: number;
  readonly most?: number;
}

/** Find whole numbers from 0 that keep every row, at the least cost. */
export interface Programme {
  /** The cost of one of each variable. */
  readonly costs: readonly number[];
  readonly rows: readonly Row[];
}

/** Whole numbers of least cost, or nothing when no numbers keep every row. */
export type Solution =
  | { readonly kind: 'solved'; readonly values: readonly number[] }
  | { readonly kind: 'impossible' }
  /** It would have taken too long. */
  | { readonly kind: 'gave-up'; readonly why: string };

/** Solves integer programmes: the library is whoever calls' choice. The same programme has the same solution. */
export type Solve = (programme: Programme) => Solution;
