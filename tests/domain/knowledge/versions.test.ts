import { describe, expect, it } from 'vitest';
import { IllegalTransitionError } from '../../../functions/domain/errors.ts';
import { answering, inForce, withVersion } from '../../../functions/domain/knowledge/versions.ts';
import { at, isoAt } from '../../support/builders.ts';
import { anArticle } from '../../support/knowledge.ts';

const now = anArticle({ version: 1 });
const later = anArticle({ version: 2, effectiveAt: isoAt(100) });
const latest = anArticle({ version: 3, effectiveAt: isoAt(200), expiresAt: isoAt(300) });

describe('the version in force', () => {
  it.each([
    ['before any other takes effect', 99, 1],
    ['from the very moment the second does', 100, 2],
    ['until the third does', 199, 2],
    ['from then on', 200, 3],
    ['until it expires', 299, 3],
  ])('is, %s, at second %i version %i', (_when, second, version) => {
    expect(inForce([latest, now, later], at(second))?.version).toBe(version);
  });

  it('is none once the last has expired: what was replaced never comes back', () => {
    expect(inForce([now, later, latest], at(300))).toBeUndefined();
  });

  it('is none before the first takes effect', () => {
    expect(inForce([later], at(99))).toBeUndefined();
    expect(inForce([], at(0))).toBeUndefined();
  });

  it('is the newer one where an older one was to begin later', () => {
    const sooner = anArticle({ version: 3, effectiveAt: isoAt(50) });

    expect(inForce([now, later, sooner], at(150))?.version).toBe(3);
  });

  it('switches at midnight of the business time zone, which is an instant', () => {
    const rule = anArticle({ version: 2, effectiveAt: '2026-11-30T16:00:00.000Z' });

    expect(inForce([now, rule], new Date('2026-11-30T23:59:59.999+08:00'))?.version).toBe(1);
    expect(inForce([now, rule], new Date('2026-12-01T00:00:00.000+08:00'))?.version).toBe(2);
  });
});

describe('an article with a new version', () => {
  it('keeps the one that answers until the new one takes effect', () => {
    expect(withVersion({ article: now, earlier: [] }, later, at(0))).toEqual({
      article: later,
      earlier: [now],
    });
  });

  it('keeps nothing when the new one answers at once', () => {
    const kept = withVersion({ article: now, earlier: [] }, anArticle({ version: 2 }), at(0));

    expect(kept.earlier).toEqual([]);
  });

  it('keeps the whole chain of those that wait, and drops what is over', () => {
    const first = withVersion({ article: now, earlier: [] }, later, at(0));

    expect(withVersion(first, latest, at(10)).earlier).toEqual([now, later]);
    expect(withVersion(first, latest, at(150)).earlier).toEqual([later]);
  });

  it('drops one that could never answer', () => {
    const first = withVersion({ article: now, earlier: [] }, later, at(0));
    const sooner = anArticle({ version: 3, effectiveAt: isoAt(50) });

    expect(withVersion(first, sooner, at(0)).earlier).toEqual([now]);
  });

  it('is new without anything before it', () => {
    expect(withVersion(undefined, now, at(0))).toEqual({ article: now, earlier: [] });
  });

  it('has at most five that wait for their time', () => {
    const versions = Array.from({ length: 7 }, (_, i) =>
      anArticle({ version: i + 1, ...(i > 0 && { effectiveAt: isoAt(i * 10) }) }),
    );
    const [first = now, ...others] = versions;
    const write = () =>
      others.reduce(
        (kept, version) => withVersion(kept, version, at(0)),
        withVersion(undefined, first, at(0)),
      );

    expect(write).toThrow(IllegalTransitionError);
  });

  it('is searched with all its versions', () => {
    expect(answering([{ article: later, earlier: [now] }])).toEqual([now, later]);
  });
});
