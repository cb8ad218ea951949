import type { Article } from '../../schemas/article.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Understanding } from '../../schemas/understanding.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import { botSpeaks, takeBotTurn } from '../domain/bot.ts';
import type { Answer } from '../domain/bot-steps.ts';
import { readTurn } from '../domain/dialogue.ts';
import { earlierThan, type EarlierTicket, mayRepeat } from '../domain/understanding/repeats.ts';
import { answerable, type Hit, search } from '../domain/understanding/search.ts';
import { decide, type Deciding } from './decide.ts';
import { hotIndex } from './hot-index.ts';
import type { Platform, Uses } from './platform.ts';
import { type Plan, writeAnswer } from './write-answer.ts';

type Needs = Deciding &
  Uses<{ tickets: 'listOfCustomer'; articles: 'list' | 'revision'; artefacts: 'head' | 'read' }> &
  Pick<
    Platform,
    'reader' | 'meaningOf' | 'languageModel' | 'policy' | 'incident' | 'sureFrom' | 'now' | 'log'
  >;

/** Understands a customer's message, and lets the bot answer, ask, or hand over. */
export const classify = (platform: Needs) => {
  const currentIndex = hotIndex(platform);
  const decidesOn = writeAnswer(platform);

  return async ({ ticketId, number }: ClassificationRequest) => {
    const [articles, reader, policy, { queueOnly }, sureFrom] = await Promise.all([
      currentIndex(),
      platform.reader(),
      platform.policy(),
      platform.incident(),
      platform.sureFrom(),
    ]);
    const { screen } = reader;
    const decided = decidesOn({ ticketId, number });
    await decide(platform, ticketId, async (history) => {
      const { segment, locale } = history.ticket;
      const earlierTickets = await earlierOf(platform, history.ticket);
      const reading = readTurn(history, number, (text, earlier) =>
        reader.understand(text, { segment, earlier }),
      );
      const { question } = reading;
      const language = reading.language === 'und' ? locale.slice(0, 2) : reading.language;
      const article = (articleId: string, spoken: string) => {
        const known = articles.articleInForce(articleId, platform.now());
        const text = known?.texts[spoken]?.answer;
        return known && text !== undefined ? { text, citation: citationOf(known, spoken) } : undefined;
      };
      const plan = (understanding: Understanding): Plan => {
        const now = platform.now();
        const { intents } = understanding;
        const { meaningOf } = platform;
        const hits =
          botSpeaks(history.ticket) && !queueOnly
            ? search(articles, question, { language, intents, segment, now, meaningOf, limit: 3 })
            : [];
        const hit = answerable(understanding, hits, sureFrom);
        const { language: spoken } = reading;
        const turn = {
          understanding,
          language: spoken,
          article,
          earlierTickets,
          throughNumber: number,
          queueOnly,
        };
        return {
          found: hit ? alike(hit, hits).map(answerOf) : [],
          language: hit?.language ?? language,
          change: (answer) => takeBotTurn(history, { ...turn, answer, screen }, { now, policy }),
        };
      };
      return decided({ history, question, understanding: reading.understanding, plan });
    });
  };
};

/** The customer's last tickets before this one, until the bot knows what it is about. */
async function earlierOf({ tickets }: Needs, ticket: Ticket): Promise<EarlierTicket[]> {
  if (!mayRepeat(ticket)) return [];
  const { rows } = await tickets.listOfCustomer(ticket.customerId, LOOK_BACK);
  return earlierThan(ticket, rows);
}

const LOOK_BACK = 10;

/** The sure article, and those found along with it about the same case in the same language. */
function alike(sure: Hit, hits: readonly Hit[]): Hit[] {
  const { article, language } = sure;
  const others = hits.filter(
    (it) =>
      it.article.articleId !== article.articleId &&
      it.language === language &&
      it.article.intents.some((id) => article.intents.includes(id)),
  );
  return [sure, ...others];
}

function answerOf({ article, language }: Hit): Answer {
  return { text: article.texts[language]?.answer ?? '', citations: [citationOf(article, language)] };
}

function citationOf({ articleId, version, texts }: Article, language: string) {
  return { articleId, version, title: texts[language]?.title ?? articleId };
}
