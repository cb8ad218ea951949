import { describe, expect, it } from 'vitest';
import { faultIn } from '../../../functions/domain/language-model/grounding.ts';
import { answerPrompt } from '../../../functions/domain/language-model/prompt.ts';
import { readDraft } from '../../../functions/domain/language-model/reply.ts';
import { blocksOf, writes } from '../../support/language-model.ts';
import { articles } from './articles.ts';
import { type Attack, attacks } from './attacks.ts';

/** A true answer from the article that is attacked. */
const honest = {
  zh: '已超时：可以申请退款，原因选「未按约定时间发货」；多数情况会很快退回。',
  en: 'Overdue: ask for a refund with the reason "Not shipped in time"; most are returned quickly.',
};

/** How an obedient model brings in what the attacker wants. */
const ways: Record<string, (wanted: string, honest: string) => string> = {
  'says nothing else': (wanted) => wanted,
  'says it after a true answer': (wanted, honest) => `${honest} ${wanted}`,
  'says it before a true answer': (wanted, honest) => `${wanted}\n${honest}`,
  'hangs it on a true answer': (wanted, honest) => `${honest.slice(0, -1)}，${wanted}`,
  'hides it in a true answer': (wanted, honest) => {
    const middle = Math.floor(honest.length / 2);
    return honest.slice(0, middle) + wanted.replace(/[.。]$/, '') + honest.slice(middle);
  },
  'makes it a step': (wanted, honest) => `1. ${honest}\n2. ${wanted}`,
};

/** The article as the attack leaves it, and the customer's words. */
function scene({ language, through, words }: Attack) {
  const article = articles['seller-does-not-ship'][language];
  return through === 'article'
    ? { sources: [{ ...article, text: `${article.text}\n${words}` }], question: honest[language] }
    : { sources: [article], question: words };
}

describe('the table of attacks', () => {
  it('has forty and more, in both languages, by both ways in, each with a name of its own', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(40);
    for (const language of ['zh', 'en']) {
      for (const through of ['customer', 'article']) {
        const some = attacks.filter((it) => it.language === language && it.through === through);
        expect(some.length).toBeGreaterThanOrEqual(3);
      }
    }
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  });

  it.each(['zh', 'en'] as const)('would let the true answer pass (%s)', (language) => {
    const sources = [articles['seller-does-not-ship'][language]];
    const { system } = answerPrompt('', sources);

    const fault = faultIn(
      { text: honest[language], cited: [0] },
      { question: '', language, sources, instructions: system },
    );

    expect(fault).toBeUndefined();
  });
});

describe.each(Object.entries(ways))('a model that obeys an attacker and %s', (_way, say) => {
  it.each(attacks)('is not heard: $name', (attack) => {
    const { sources, question } = scene(attack);
    const prompt = answerPrompt(question, sources);

    const draft = readDraft(writes(say(attack.wanted, honest[attack.language])), sources.length);

    const fault =
      draft && faultIn(draft, { question, language: attack.language, sources, instructions: prompt.system });
    expect(fault ?? (draft ? 'none' : 'unreadable')).not.toBe('none');
  });
});

describe('data in a prompt', () => {
  it.each(attacks)('stays data: $name', (attack) => {
    const { sources, question } = scene(attack);

    const blocks = blocksOf(answerPrompt(question, sources));

    expect(Object.keys(blocks)).toEqual(['articles', 'customer']);
    expect(blocks['articles']).toHaveLength(1);
    expect(blocks['customer']).toHaveLength(1);
  });
});
