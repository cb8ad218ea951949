import type * as z from 'zod/mini';
import type { ApiError, ErrorCode } from '../../schemas/errors.ts';
import {
  CommandReusedError,
  FaultyInputError,
  ForbiddenError,
  IllegalTransitionError,
  MessageRefusedError,
  NotFoundError,
  SeatUnavailableError,
  StaleCursorError,
  TooSoonError,
  UnauthorizedError,
  VersionConflictError,
} from '../domain/errors.ts';
import { shaped } from '../domain/faults.ts';
import { CursorError } from '../stores/cursor.ts';

/** Input that breaks the contract: each field and the rule it breaks. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  readonly issues: { field: string; rule: string }[];
  constructor(issues: { field: string; rule: string }[]) {
    super('the request is not as the contract says');
    this.issues = issues;
  }
}

/** More than one request may carry. */
export class PayloadTooLargeError extends Error {
  override readonly name = 'PayloadTooLargeError';
}

export const statusOf: Record<ErrorCode, number> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale_cursor: 409,
  illegal_transition: 409,
  command_reused: 409,
  payload_too_large: 413,
  message_refused: 422,
  too_many_requests: 429,
  internal: 500,
};

const codeOf: readonly [new (...args: never[]) => Error, ErrorCode][] = [
  [InvalidInputError, 'bad_request'],
  [CursorError, 'bad_request'],
  [FaultyInputError, 'bad_request'],
  [UnauthorizedError, 'unauthorized'],
  [ForbiddenError, 'forbidden'],
  [NotFoundError, 'not_found'],
  [IllegalTransitionError, 'illegal_transition'],
  [CommandReusedError, 'command_reused'],
  [VersionConflictError, 'conflict'],
  [SeatUnavailableError, 'conflict'],
  [StaleCursorError, 'stale_cursor'],
  [MessageRefusedError, 'message_refused'],
  [PayloadTooLargeError, 'payload_too_large'],
  [TooSoonError, 'too_many_requests'],
];

/** The one error shape. What nobody expected says nothing but that it happened. */
export function toApiError(error: unknown, requestId: string): ApiError {
  const code = codeOf.find(([kind]) => error instanceof kind)?.[1] ?? 'internal';
  const message =
    code === 'internal' || !(error instanceof Error) ? 'something went wrong on our side' : error.message;
  return {
    error: {
      code,
      message: message || 'somebody else was faster; try again',
      issues: issuesIn(error),
      requestId,
    },
  };
}

function issuesIn(error: unknown): { field: string; rule: string }[] | undefined {
  if (error instanceof InvalidInputError) return error.issues;
  if (error instanceof FaultyInputError) return [...error.faults];
  if (error instanceof MessageRefusedError)
    return error.categories.map((category) => ({ field: 'text', rule: category }));
  return undefined;
}

/** Parses what came from outside. @throws InvalidInputError that names every field and rule. */
export function parseInput<T extends z.ZodMiniType>(schema: T, input: unknown): z.output<T> {
  const read = shaped(schema, input);
  if (read.success) return read.data;
  throw new InvalidInputError(read.faults.map(({ field, rule }) => ({ field: field || 'body', rule })));
}

/** JSON from outside. @throws InvalidInputError when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInputError([{ field: 'body', rule: 'must be JSON' }]);
  }
}
