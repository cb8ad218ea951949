import { describe, expect, it } from 'vitest';
import type { History } from '../../functions/domain/change.ts';
import { noIncident } from '../../functions/domain/incident.ts';
import { SURE } from '../../functions/domain/knowledge/coefficients.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { classify } from '../../functions/use-cases/classify.ts';
import type { LanguageModel } from '../../functions/use-cases/platform.ts';
import { Article } from '../../schemas/article.ts';
import { articles } from '../domain/language-model/articles.ts';
import {
  aHistoryOf,
  anOpening,
  anUnderstanding,
  aPolicy,
  at,
  isoAt,
  saved,
  TICKET_ID,
} from '../support/builders.ts';
import { clear } from '../support/risk.ts';
import { aModel, writes } from '../support/language-model.ts';

const QUESTION = '退款到信用卡一般要几天到账';
const WRITTEN = '原路退回信用卡一般1至7个工作日，以银行入账为准，节假日顺延。';
const source = articles['refund-not-arrived'].zh;
const article = Article.parse({
  articleId: 'refund-not-arrived',
  version: 2,
  intents: ['buyer.refund.not-arrived'],
  texts: { zh: { title: source.title, phrasings: [QUESTION], answer: source.text } },
  reviewAt: isoAt(86_400),
});

/** Classifies the first message of a ticket; somebody else is faster as often as it is told. */
async function classified(languageModel?: LanguageModel, conflicts = 0) {
  let history: History = aHistoryOf(anOpening({ text: QUESTION }));
  const work = classify({
    tickets: {
      get: async () => history,
      listOfCustomer: async () => ({ rows: [] }),
      save: async (change) => {
        conflicts -= 1;
        if (conflicts >= 0) throw new VersionConflictError();
        history = saved(history.events, change);
      },
    },
    articles: { list: async () => [{ article, earlier: [] }], revision: async () => 1 },
    artefacts: { head: async () => undefined, read: async () => new Uint8Array() },
    meaningOf: () => undefined,
    reader: async () => ({
      understand: (text) =>
        anUnderstanding({
          abstained: false,
          intents: [{ id: 'buyer.refund.not-arrived', confidence: 0.95, reasons: ['退款'] }],
          normalized: text,
        }),
      screen: () => clear,
    }),
    languageModel,
    policy: async () => aPolicy(),
    incident: async () => noIncident,
    sureFrom: async () => SURE,
    now: () => at(1),
    log: () => undefined,
  });
  await work({ ticketId: TICKET_ID, number: 2 });
  const last = history.events.at(-1);
  return { said: last?.type === 'MessageSent' ? last.body : undefined, hash: history.hash };
}

describe('the classification of a message', () => {
  it('says the article without a language model', async () => {
    expect((await classified()).said).toMatchObject({
      text: source.text,
      purpose: 'answer',
      citations: [{ articleId: 'refund-not-arrived', version: 2, title: source.title }],
    });
  });

  it('says it in fewer words with one', async () => {
    expect((await classified(aModel(() => writes(WRITTEN)))).said).toMatchObject({
      text: WRITTEN,
      purpose: 'answer',
      citations: [{ articleId: 'refund-not-arrived', version: 2, title: source.title }],
    });
  });

  it.each<[string, LanguageModel]>([
    ['slow', aModel(() => Promise.reject(new DOMException('late', 'TimeoutError')))],
    ['wrong', aModel(() => writes('信用卡一般当天到账。'))],
    ['over its budget', aModel(() => writes(WRITTEN), { callsPerHour: 0 })],
    ['off', aModel(() => writes(WRITTEN), { uses: [] })],
  ])('leaves the very same history as without one when the model is %s', async (_how, model) => {
    expect(await classified(model)).toEqual(await classified());
  });

  it('asks the model once, however often somebody else is faster', async () => {
    const model = aModel(() => writes(WRITTEN));

    const { said } = await classified(model, 3);

    expect(said).toMatchObject({ text: WRITTEN });
    expect(model.prompts).toHaveLength(1);
  });
});
