import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { shaped } from '../../functions/domain/faults.ts';

const Shape = z.strictObject({
  number: z.optional(z.number().check(z.gt(0), z.lt(9), z.multipleOf(0.5))),
  flag: z.optional(z.boolean()),
  names: z.optional(z.record(z.string().check(z.regex(/^x/, 'must begin with x')), z.int())),
  list: z.optional(z.array(z.int()).check(z.minLength(2))),
  code: z.optional(z.string().check(z.regex(/^[a-f]+$/))),
  either: z.optional(z.union([z.int(), z.boolean()])),
  own: z.optional(z.number('must be seconds')),
});

describe('what breaks a shape', () => {
  it.each<[object, string, string]>([
    [{ number: Number.NaN }, 'number', 'must be a number'],
    [{ number: 0 }, 'number', 'must be more than 0'],
    [{ number: 9 }, 'number', 'must be below 9'],
    [{ number: 1.3 }, 'number', 'must be a multiple of 0.5'],
    [{ flag: 1 }, 'flag', 'must be true or false'],
    [{ names: 'a' }, 'names', 'must be an object'],
    [{ names: { y: 1 } }, 'names.y', 'is not a name for it: must begin with x'],
    [{ list: 1 }, 'list', 'must be a list'],
    [{ list: [1] }, 'list', 'must have at least 2 entries'],
    [{ code: 'xyz' }, 'code', 'must match /^[a-f]+$/'],
    [{ either: 'a' }, 'either', 'is none of the known kinds'],
    [{ own: 'a' }, 'own', 'must be seconds'],
    [{ x: 1 }, 'x', 'is not a known field; known here: number, flag, names, list, code, either, own'],
  ])('%j is named by field and rule: %s %s', (given, field, rule) => {
    expect(shaped(Shape, given)).toEqual({ success: false, faults: [{ field, rule }] });
  });
});
