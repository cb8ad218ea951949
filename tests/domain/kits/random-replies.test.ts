import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sentiment } from '../../../schemas/understanding.ts';
import type { History } from '../../../functions/domain/change.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import { leafIds } from '../../../functions/domain/understanding/taxonomy.ts';
import { answered, botLines, handedOver, type Line, written } from '../../support/talks.ts';
import { type Way, ways } from '../../support/walks.ts';

const habits = (
  '嗯嗯|木有|nope|是的|不是|1|第二个|3|最后一个|不清楚|啥|？？？|好的|哦|还是不行|没解决|没用|谢谢|解决了|我试试|等一下|算了|15块|4个g|' +
  'mp4|avi|昨天|上周三|晚上8点|6921234567890123456|他说我搬运|退全款|转人工|换个问题|都不是|still not|idk|thanks|it works now|' +
  'the first one|no idea|商家不理我|我验证码告诉他了|😡😡|\u200b|在吗'
).split('|');

const line: fc.Arbitrary<Line> = fc
  .record(
    {
      text: fc.oneof(
        { arbitrary: fc.constantFrom(...habits), weight: 8 },
        {
          arbitrary: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((it) => `${it}字`),
          weight: 1,
        },
      ),
      about: fc.option(fc.constantFrom(...leafIds), { freq: 4, nil: undefined }),
      sentiment: fc.constantFrom(...Sentiment.options),
    },
    { requiredKeys: ['text', 'sentiment'] },
  )
  .map(({ about, ...rest }) => ({ ...rest, ...(about !== undefined && { about, answer: answerTo(about) }) }));

function answerTo(about: string) {
  return { text: `关于 ${about} 的答复`, citations: [{ articleId: about, version: 1, title: about }] };
}

const openings = Object.values(ways).flat();

/** Talks until somebody else has the ticket. */
function run({ about, says: [first] }: Way, lines: readonly Line[]): History {
  const calm = { priority: 'normal' as const, urgency: { urgent: false, reasons: [] } };
  const opening = { text: first, about, means: calm };
  let history = answered(written(undefined, opening, 0), opening, 1);
  for (const [index, it] of lines.entries()) {
    if (history.ticket.holder.kind !== 'bot') return history;
    history = answered(written(history, it, index * 10 + 10), it, index * 10 + 11);
  }
  return history;
}

describe('a conversation with whatever replies', () => {
  it('never repeats a text, never fails twice in a row, and stays a history that replays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...openings), fc.array(line, { maxLength: 25 }), (opening, lines) => {
        const history = run(opening, lines);

        const texts = botLines(history);
        expect(new Set(texts).size).toBe(texts.length);
        for (const event of history.events) {
          if (event.type === 'MessageSent') expect(event.body.dialogue?.failures ?? 0).toBeLessThan(2);
        }
        expect(replay(history.events)).toEqual(history.ticket);
      }),
      { numRuns: 600, seed: 20_261_121 },
    );
  }, 60_000);

  it('comes to an end: settled, or with a person, within a few questions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openings),
        fc.array(
          line.filter(({ text }) => !/等一下|我试试|好的|哦|嗯嗯/.test(text)),
          { minLength: 40, maxLength: 40 },
        ),
        (opening, lines) => {
          const history = run(opening, lines);

          expect(history.ticket.holder.kind).not.toBe('bot');
          expect(botLines(history).length).toBeLessThanOrEqual(25);
        },
      ),
      { numRuns: 300, seed: 20_261_121 },
    );
  }, 60_000);

  it.each([
    '一',
    '1',
    '嗯嗯,',
    'twenty ',
    '运费花1',
    '/',
    '1/',
    '没',
    'a',
    '\u{1F621}',
    '\ud83d',
    '\u202e',
    '第三',
  ])('takes a flood of “%s” like any other reply', (part) => {
    const flood = { text: `${part.repeat(Math.floor(3990 / part.length))}x` };

    const history = run(openings[0] ?? { about: '', says: [''], end: '' }, [flood, flood, flood]);

    const texts = botLines(history);
    expect(new Set(texts).size).toBe(texts.length);
    expect(replay(history.events)).toEqual(history.ticket);
  });

  it.each(openings)('that nobody can follow asks two questions at most ($says)', (opening) => {
    const history = run(
      opening,
      ['啥', '???', '哈', '哦哦', '呃'].map((text) => ({ text })),
    );

    const questions = history.events.filter(
      ({ type, actor }) => type === 'MessageSent' && actor.kind === 'bot',
    );
    expect(handedOver(history)).toBeDefined();
    expect(questions.length).toBeLessThanOrEqual(3);
  });
});
