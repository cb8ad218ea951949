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
  // Without the input an issue cannot tell a wrong type from a missing field.
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInputError(result.error.issues.flatMap(issuesOf));
}

/** JSON from outside. @throws InvalidInputError when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInputError([{ field: 'body', rule: 'must be JSON' }]);
  }
}

function issuesOf(issue: z.core.$ZodIssue): { field: string; rule: string }[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      rule: 'is not a known field',
    }));
  }
  return [{ field: field || 'body', rule: ruleOf(issue) }];
}

function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must have at least ${issue.minimum} characters`
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `must have at most ${issue.maximum} entries`
          : `must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.message.startsWith('must') ? issue.message : `is not a valid ${issue.format}`;
    case 'invalid_union':
      return 'is none of the known kinds';
    default:
      return issue.message || 'is not valid';
  }
}
