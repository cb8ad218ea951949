import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { leafIds } from '../../functions/domain/understanding/taxonomy.ts';

const COMMAND = join(import.meta.dirname, '../../commands/search-knowledge.ts');
const folder = mkdtempSync(join(tmpdir(), 'search-knowledge-'));
const Answer = z.strictObject({
  id: z.union([z.string(), z.number()]),
  articles: z.array(
    z.strictObject({
      id: z.string(),
      intents: z.array(z.string()),
      score: z.number().check(z.gte(0), z.lte(1)),
    }),
  ),
  answered: z.boolean(),
});

/** Runs the command on these lines; what is no text is written as JSON. */
function searched(lines: readonly unknown[], ...options: string[]) {
  const input = lines.map((it) => (typeof it === 'string' ? it : JSON.stringify(it))).join('\n');
  const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...options], {
    input,
    encoding: 'utf8',
  });
  const answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Answer.parse(JSON.parse(line)));
  return { answers, stderr, status, stdout };
}

let files = 0;
/** A file of JSON Lines. */
function fileOf(...lines: unknown[]): string {
  files += 1;
  const file = join(folder, `${files}.jsonl`);
  writeFileSync(file, lines.map((it) => (typeof it === 'string' ? it : JSON.stringify(it))).join('\n'));
  return file;
}

const documents = fileOf(
  { id: 'p1', title: '尤金袋鼠', text: '尤金袋鼠是袋鼠科中细小的成员，分布在澳洲南部岛屿。' },
  { id: 'p2', text: '黄蝉花为聚繖花序顶生，鲜黄色，花冠呈漏斗形，原产巴西。' },
  { id: 3, title: 'Card lost', phrasings: ['i lost my card', 'cannot find my card'], intents: ['lost_card'] },
  {
    id: 'faq',
    title: 'Top up',
    body: 'Open the wallet and choose an amount.',
    phrasings: ['how to add money'],
  },
);

describe('the starter articles', () => {
  const { answers } = searched([
    { id: 'a', text: '密码忘了登不上去怎么办' },
    { id: 2, text: 'how do i reset my password', relevant: 'more fields are no harm' },
    { id: 'c', text: '转人工！！我的号被盗了' },
    { id: 'd', text: '' },
  ]);

  it('are searched as the bot would', () => {
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'c', 'd']);
    expect(answers.map(({ articles }) => articles[0]?.intents[0]).slice(0, 2)).toEqual([
      'account.login.forgot-password',
      'account.login.forgot-password',
    ]);
    expect(answers[0]?.answered).toBe(true);
  });

  it('are not said where the bot hands over, and not without a question', () => {
    expect(answers.slice(2).map(({ answered }) => answered)).toEqual([false, false]);
    expect(answers[3]?.articles).toEqual([]);
  });

  it('are five at most, best first, about intents of the taxonomy', () => {
    const articles = answers.flatMap((it) => it.articles);

    expect(Math.max(...answers.map((it) => it.articles.length))).toBe(5);
    for (const { articles: found } of answers)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    expect(
      articles.flatMap(({ intents }) => intents).every((id) => leafIds.some((leaf) => leaf.startsWith(id))),
    ).toBe(true);
  });
});

describe('articles of a file', () => {
  it.each([
    ['袋鼠分布在哪里？', 'p1'],
    ['黄蝉的花是什么颜色', 'p2'],
    ['my card is missing, i lost it', '3'],
    ['how can i add money', 'faq'],
    ['open the wallet', 'faq'],
  ])('are found for “%s” by their own ids: %s', (text, id) => {
    const { answers } = searched([{ id: 1, text }], '--articles', documents, '--top', '2');

    expect(answers[0]?.articles[0]?.id).toBe(id);
    expect(answers[0]?.articles.length).toBeLessThanOrEqual(2);
  });

  it('keep their intents, and are answered when sure', () => {
    const { answers } = searched([{ id: 1, text: 'i lost my card' }], '--articles', documents);

    expect(answers[0]).toMatchObject({ articles: [{ id: '3', intents: ['lost_card'] }], answered: true });
  });

  it('may be whole articles, in the versions that are in force', () => {
    const article = {
      articleId: 'fee',
      intents: ['x'],
      texts: { zh: { title: '手续费', phrasings: [], answer: '一元' } },
    };
    const later = { ...article, version: 2, effectiveAt: '2999-01-01T00:00:00.000Z' };
    const file = fileOf(article, later, {
      ...article,
      articleId: 'gone',
      expiresAt: '2020-01-01T00:00:00.000Z',
    });

    const { answers } = searched([{ id: 1, text: '手续费' }], '--articles', file);

    expect(answers[0]?.articles.map(({ id }) => id)).toEqual(['fee']);
  });

  it('are taken from the folder of a model when it has some', () => {
    writeFileSync(join(folder, 'articles.jsonl'), JSON.stringify({ id: 'own', text: '只有这一篇，讲袋鼠' }));

    const { answers } = searched([{ id: 1, text: '袋鼠' }], '--model', folder);

    expect(answers[0]?.articles).toMatchObject([{ id: 'own' }]);
  });
});

describe('bad input', () => {
  const good = { id: 1, text: '你好' };

  it.each([
    ['no JSON', '{"id": 1,', 'line 2: not JSON'],
    ['no text', { id: 2 }, 'line 2: text: '],
    ['a text that is none', { id: 2, text: 5 }, 'line 2: text: '],
    ['no id', { text: '你好' }, 'line 2: id: '],
    ['no object', '7', 'line 2: the line: '],
  ])('ends with the line and the field: %s', (_what, bad, message) => {
    const { answers, stderr, status } = searched([good, bad, good], '--articles', documents);

    expect([answers.length, status]).toEqual([1, 1]);
    expect(stderr).toContain(message);
  });

  it('is borne where it is a text: empty, 32 KB, lone surrogates, control characters', () => {
    const texts = ['', '退'.repeat(32_768), '\ud800\udfff\udc00', '\u0000\u202e\u200b', '👍👍', '　'];

    const { answers, status } = searched(
      texts.map((text, id) => ({ id, text })),
      '--articles',
      documents,
    );

    expect(status).toBe(0);
    expect(answers.map(({ answered }) => answered)).toEqual(texts.map(() => false));
  });

  it.each([
    ['no JSON', ['x'], '1: not JSON'],
    ['no id', [{ text: 'a' }], '1: id: '],
    ['nothing to read', [{ id: 'a', title: 'b' }], '1: text: is required'],
    ['a bad date', [{ articleId: 'a', texts: {}, effectiveAt: 'soon' }], '1: effectiveAt: '],
  ])('names file, line and field of a bad article: %s', (_what, lines, message) => {
    const file = fileOf(...lines);

    const { stderr, status } = searched([good], '--articles', file);

    expect(status).toBe(1);
    expect(stderr).toContain(`${file}:${message}`);
  });

  it.each([
    [['--top', '0'], '--top: must be a whole number from 1'],
    [['--model', '/nowhere'], '--model: there is no folder /nowhere'],
    [['--articles', '/nowhere.jsonl'], 'no such file'],
  ])('of options is refused: %j', (options, message) => {
    const { stderr, status } = searched([good], ...options);

    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});
