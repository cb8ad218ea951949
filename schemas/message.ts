import * as z from 'zod/mini';

/** Longest text of one message, in UTF-16 units; fits a 32 KB socket frame in any script. */
export const MAX_TEXT_LENGTH = 4000;

/** What somebody typed: at least one visible character. */
export const MessageText = z.string().check(z.maxLength(MAX_TEXT_LENGTH), z.regex(/\S/, 'must not be empty'));
export type MessageText = z.infer<typeof MessageText>;

/** A file already stored elsewhere that belongs to a message. */
export const Attachment = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'file']),
  url: z.url({ protocol: /^https$/ }).check(z.maxLength(2000)),
  name: z.optional(z.string().check(z.maxLength(200))),
  bytes: z.optional(z.int().check(z.nonnegative())),
});
export type Attachment = z.infer<typeof Attachment>;

/** The article and version an answer was taken from. */
export const Citation = z.strictObject({
  articleId: z.string(),
  version: z.int().check(z.positive()),
  title: z.string(),
});
export type Citation = z.infer<typeof Citation>;
