import { describe, expect, it } from 'vitest';
import { kits } from '../../../functions/domain/kits/all.ts';
import type { History } from '../../../functions/domain/change.ts';
import { botLines, handedOver, lastOfBot, talk } from '../../support/talks.ts';
import { type Way, ways } from '../../support/walks.ts';

/** A first message that says surely what it is about, not urgent, and replies that mean nothing by themselves. */
function walk({ about, says: [first, ...replies] }: Way): History {
  const calm = { priority: 'normal' as const, urgency: { urgent: false, reasons: [] } };
  return talk([{ text: first, about, means: calm }, ...replies]);
}

describe.each(Object.entries(ways))('%s', (id, branches) => {
  it.each(branches)('leads from “$says” to $end', (way) => {
    const history = walk(way);

    expect(lastOfBot(history).dialogue?.step).toBe(`${id}.${way.end}`);
  });

  it.each(branches)('cites its article where it advises ($says)', (way) => {
    const history = walk(way);

    const kit = kits.find((it) => it.id === id);
    expect(lastOfBot(history).citations?.[0]?.articleId).toBe(kit?.article(way.about));
  });

  it.each(branches)('never says the same twice ($says)', (way) => {
    const lines = botLines(walk(way));

    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('the ways', () => {
  // `protect` is what an urgent customer hears while a person comes; no branch leads there.
  const aside = ['GK-09.protect'];

  it('reach every end of every kit', () => {
    const ends = kits.flatMap((kit) => Object.keys(kit.ends).map((end) => `${kit.id}.${end}`));

    const walked = new Set(Object.entries(ways).flatMap(([id, all]) => all.map(({ end }) => `${id}.${end}`)));
    expect(ends.filter((end) => !walked.has(end))).toEqual(aside);
  });

  it('bring every case that only a person may settle to a person', () => {
    const persons = Object.values(ways)
      .flat()
      .filter(
        ({ about }) =>
          !/^(?:content\.(?:upload|reach)|buyer\.(?:quality|return)|account\.(?:profile|verification))/.test(
            about,
          ),
      );

    expect(persons.filter((way) => handedOver(walk(way)) === undefined)).toEqual([]);
  });
});
