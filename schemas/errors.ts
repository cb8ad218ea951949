import * as z from 'zod/mini';

export const ErrorCode = z.enum([
  'bad_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'stale_cursor',
  'illegal_transition',
  'command_reused',
  'message_refused',
  'payload_too_large',
  'too_many_requests',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** The one shape of every error, over HTTPS and WebSocket alike. */
export const ApiError = z.strictObject({
  error: z.strictObject({
    code: ErrorCode,
    /** One sentence for developers; for `message_refused`, one that may be shown to who wrote it. */
    message: z.string(),
    /** For `bad_request` and `message_refused`: each field that breaks a rule, and the rule (a category of risk). */
    issues: z.optional(z.array(z.strictObject({ field: z.string(), rule: z.string() }))),
    requestId: z.string(),
  }),
});
export type ApiError = z.infer<typeof ApiError>;
