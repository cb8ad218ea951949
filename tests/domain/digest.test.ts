import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../functions/domain/digest.ts';

describe('canonical JSON', () => {
  it.each([
    { what: 'the order of keys', one: { a: 1, b: { c: 2, d: 3 } }, other: { b: { d: 3, c: 2 }, a: 1 } },
    { what: 'keys without a value', one: { a: 1 }, other: { a: 1, b: undefined } },
    { what: 'keys inside lists', one: [{ a: 1, b: 2 }], other: [{ b: 2, a: 1 }] },
  ])('does not tell $what apart', ({ one, other }) => {
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  });

  it.each([
    { what: 'null and nothing', one: { a: null }, other: {} },
    { what: 'numbers and texts', one: { a: 1 }, other: { a: '1' } },
    { what: 'the order of lists', one: [1, 2], other: [2, 1] },
    { what: 'lists and objects', one: ['a'], other: { 0: 'a' } },
    { what: 'nesting', one: { a: { b: 1 } }, other: { a: {}, b: 1 } },
  ])('tells $what apart', ({ one, other }) => {
    expect(canonicalJson(one)).not.toBe(canonicalJson(other));
  });

  it.each([
    { value: { b: '退款', a: [true, null, 1.5] }, text: '{"a":[true,null,1.5],"b":"退款"}' },
    { value: '“quoted”\n', text: '"“quoted”\\n"' },
    { value: {}, text: '{}' },
  ])('is JSON: $text', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('a digest', () => {
  it('is SHA-256 in hex', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('reads text as UTF-8', () => {
    expect(sha256('客服')).toBe(sha256(new TextDecoder().decode(new TextEncoder().encode('客服'))));
  });
});
