import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../functions/domain/understanding/normalize.ts';
import { botMayAnswer, leafIds } from '../../functions/domain/understanding/taxonomy.ts';
import { seedArticles } from '../../local/seed.ts';
import { overlapsOf } from '../../training/overlap.ts';
import { readUtterances, type Row } from '../../training/rows.ts';

// Read through the schema: an article that breaks it fails every test here.
const articles = seedArticles();
const texts = articles.flatMap(({ articleId, texts: all }) =>
  Object.entries(all).map(([language, text]) => ({ ...text, language, at: `${articleId} ${language}` })),
);

describe('the starter articles', () => {
  it('have ids of their own, begin with version 1, and come in Chinese and English', () => {
    expect(new Set(articles.map(({ articleId }) => articleId)).size).toBe(articles.length);
    expect(new Set(articles.map(({ version }) => version))).toEqual(new Set([1]));
    expect(articles.filter(({ texts: { zh, en } }) => !zh || !en)).toEqual([]);
  });

  it('are about leaves of the taxonomy', () => {
    const unknown = articles.flatMap(({ intents }) => intents).filter((id) => !leafIds.includes(id));

    expect(unknown).toEqual([]);
  });

  it.each(leafIds.filter(botMayAnswer))('answer %s, which the bot may settle', (id) => {
    expect(articles.some(({ intents }) => intents.includes(id))).toBe(true);
  });

  it('are asked for in at least twelve ways in either language, none said twice', () => {
    const scarce = texts.filter(({ phrasings }) => phrasings.length < 12);
    const repeated = texts.filter(
      ({ phrasings }) => new Set(phrasings.map(normalize)).size < phrasings.length,
    );

    expect([...scarce, ...repeated].map(({ at }) => at)).toEqual([]);
  });

  it('share no way of asking with another matter', () => {
    const matters = Map.groupBy(
      texts.flatMap(({ phrasings, at }) => phrasings.map((it) => ({ words: normalize(it), at }))),
      ({ words }) => words,
    );
    const shared = [...matters.values()].filter((them) => new Set(them.map(({ at }) => at)).size > 1);

    expect(shared).toEqual([]);
  });

  it.each(['dev', 'test'] as const)(
    'share at most 0.6 of their pairs of characters with a message of %s',
    (split) => {
      const asked = texts.flatMap(({ title, phrasings, at }) =>
        [title, ...phrasings].map((text): Row => ({ text, intent: '', split: 'train', at, author: '' })),
      );
      const exam = readUtterances(
        join(import.meta.dirname, '../../training/utterances'),
        [split],
        new Set(leafIds),
      );

      const found = overlapsOf(asked, exam, 0.6);

      expect(found.map(({ one, other }) => `${one.at}: ${one.text} ~ ${other.at}`)).toEqual([]);
    },
  );
});
