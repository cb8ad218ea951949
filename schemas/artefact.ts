import * as z from 'zod/mini';
import { IsoTime } from './ids.ts';

/** What is made from data by a program and read by the functions: kept in versions, published whole. */
export const ArtefactKind = z.enum(['knowledge-index', 'understanding', 'risk', 'risk-settings']);
export type ArtefactKind = z.infer<typeof ArtefactKind>;

/** One version of an artefact: where its parts are, and what they must add up to. */
export const ArtefactVersion = z.strictObject({
  version: z.int().check(z.positive()),
  /** SHA-256 of its bytes, in hex. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** How many parts it is kept in. */
  chunks: z.int().check(z.nonnegative()),
});
export type ArtefactVersion = z.infer<typeof ArtefactVersion>;

/** The current version of an artefact, and the one before it. */
export const ArtefactHead = z.extend(ArtefactVersion, {
  /** The revision of the data it was made from; it holds every change up to this one. */
  covers: z.int().check(z.nonnegative()),
  publishedAt: IsoTime,
  before: z.optional(ArtefactVersion),
});
export type ArtefactHead = z.infer<typeof ArtefactHead>;
