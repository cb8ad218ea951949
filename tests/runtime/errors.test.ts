import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  CommandReusedError,
  ForbiddenError,
  IllegalTransitionError,
  NotFoundError,
  SeatUnavailableError,
  UnauthorizedError,
  VersionConflictError,
} from '../../functions/domain/errors.ts';
import {
  InvalidInputError,
  parseInput,
  parseJson,
  PayloadTooLargeError,
  statusOf,
  toApiError,
} from '../../functions/runtime/errors.ts';
import { CursorError } from '../../functions/stores/cursor.ts';
import { ApiError, ErrorCode } from '../../schemas/errors.ts';

describe('an error for the caller', () => {
  it.each<[Error, ErrorCode, number]>([
    [new InvalidInputError([{ field: 'text', rule: 'is required' }]), 'bad_request', 400],
    [new CursorError('cursor is not one of ours'), 'bad_request', 400],
    [new UnauthorizedError('who are you'), 'unauthorized', 401],
    [new ForbiddenError('not yours'), 'forbidden', 403],
    [new NotFoundError('ticket'), 'not_found', 404],
    [new VersionConflictError(), 'conflict', 409],
    [new SeatUnavailableError('mei'), 'conflict', 409],
    [new IllegalTransitionError('resolve', 'it is closed'), 'illegal_transition', 409],
    [new CommandReusedError(), 'command_reused', 409],
    [new PayloadTooLargeError('too long'), 'payload_too_large', 413],
    [new TypeError('x is not a function'), 'internal', 500],
  ])('%s is %s, status %i', (error, code, status) => {
    const answer = toApiError(error, 'request-1');

    expect(ApiError.parse(answer).error.code).toBe(code);
    expect(statusOf[code]).toBe(status);
  });

  it.each([
    new Error('SECRET'),
    'SECRET',
    { message: 'SECRET' },
    null,
    undefined,
    Object.assign(new Error('SECRET'), { name: 'NotFoundError' }),
  ])('says nothing of what nobody expected: %s', (error) => {
    expect(toApiError(error, 'request-1')).toEqual({
      error: {
        code: 'internal',
        message: 'something went wrong on our side',
        issues: undefined,
        requestId: 'request-1',
      },
    });
  });

  it('always has a sentence', () => {
    expect(toApiError(new VersionConflictError(), 'request-1').error.message).toBe(
      'somebody else was faster; try again',
    );
  });

  it('has a status for every code', () => {
    expect(Object.keys(statusOf).sort()).toEqual([...ErrorCode.options].sort());
  });
});

describe('input', () => {
  const Input = z.strictObject({
    text: z.string().check(z.minLength(2), z.maxLength(4)),
    count: z.optional(z.int().check(z.gte(1), z.lte(5))),
    kind: z.optional(z.enum(['a', 'b'])),
    list: z.optional(z.array(z.string()).check(z.maxLength(1))),
    at: z.optional(z.iso.datetime()),
    id: z.optional(z.string().check(z.regex(/^x/, 'must begin with x'))),
    deep: z.optional(z.strictObject({ flag: z.boolean() })),
    any: z.optional(z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })])),
  });

  it.each<[unknown, string, string]>([
    [{}, 'text', 'is required'],
    [{ text: 42 }, 'text', 'must be text'],
    [{ text: null }, 'text', 'must be text'],
    [{ text: 'x' }, 'text', 'must have at least 2 characters'],
    [{ text: 'xxxxx' }, 'text', 'must have at most 4 characters'],
    [{ text: 'xx', count: '1' }, 'count', 'must be a number'],
    [{ text: 'xx', count: 1.5 }, 'count', 'must be a whole number'],
    [{ text: 'xx', count: 0 }, 'count', 'must be at least 1'],
    [{ text: 'xx', count: 6 }, 'count', 'must be at most 5'],
    [{ text: 'xx', kind: 'c' }, 'kind', 'must be one of a, b'],
    [{ text: 'xx', list: ['a', 'b'] }, 'list', 'must have at most 1 entries'],
    [{ text: 'xx', list: [1] }, 'list.0', 'must be text'],
    [{ text: 'xx', at: 'today' }, 'at', 'is not a valid datetime'],
    [{ text: 'xx', id: 'y' }, 'id', 'must begin with x'],
    [{ text: 'xx', deep: {} }, 'deep.flag', 'is required'],
    [{ text: 'xx', deep: { flag: true, more: 1 } }, 'deep.more', 'is not a known field; known here: flag'],
    [{ text: 'xx', any: { kind: 'z' } }, 'any.kind', 'must be a'],
    [
      { text: 'xx', more: 1 },
      'more',
      'is not a known field; known here: text, count, kind, list, at, id, deep, any',
    ],
    [[], 'body', 'must be an object'],
    [null, 'body', 'must be an object'],
    ['text', 'body', 'must be an object'],
    [undefined, 'body', 'is required'],
  ])('%j is refused by field and rule: %s %s', (input, field, rule) => {
    const parse = () => parseInput(Input, input);

    expect(parse).toThrow(InvalidInputError);
    expect(parse).toThrow(expect.objectContaining({ issues: [{ field, rule }] }));
  });

  it('is told every fault at once', () => {
    expect(() => parseInput(Input, { count: 9, a: 1, b: 2 })).toThrow(
      expect.objectContaining({
        issues: [
          { field: 'text', rule: 'is required' },
          { field: 'count', rule: 'must be at most 5' },
          {
            field: 'a',
            rule: 'is not a known field; known here: text, count, kind, list, at, id, deep, any',
          },
          {
            field: 'b',
            rule: 'is not a known field; known here: text, count, kind, list, at, id, deep, any',
          },
        ],
      }),
    );
  });

  it('never has its values in an error', () => {
    const refuse = () => parseInput(Input, { text: 'SECRET-WORDS', kind: 'SECRET-WORDS' });

    expect(refuse).toThrow(InvalidInputError);
    expect(JSON.stringify(toApiError(thrownBy(refuse), 'request-1'))).not.toContain('SECRET');
  });

  it.each(['', '{', 'undefined', "{'a':1}", '{"a":1,}', 'NaN'])('that is no JSON is refused: %s', (text) => {
    expect(() => parseJson(text)).toThrow(
      expect.objectContaining({ issues: [{ field: 'body', rule: 'must be JSON' }] }),
    );
  });
});

function thrownBy(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error;
  }
  return undefined;
}
