import type { Article } from '../../schemas/article.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import { takeBotTurn } from '../domain/bot.ts';
import { answerable, type ArticleIndex, buildIndex, search } from '../domain/understanding/search.ts';
import { understand } from '../domain/understanding/understand.ts';
import { decide, type Deciding } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

/** How long an index of the knowledge base is used before it is read again. */
const INDEX_SECONDS = 60;

type Needs = Deciding & Uses<{ articles: 'list' }> & Pick<Platform, 'policy' | 'now'>;

/** Understands a customer's message, and lets the bot answer, ask, or hand over. */
export const classify = (platform: Needs) => {
  let index: { of: ArticleIndex; readAt: number } | undefined;

  async function currentIndex(): Promise<ArticleIndex> {
    const now = platform.now().getTime();
    if (!index || now - index.readAt > INDEX_SECONDS * 1000) {
      index = { of: buildIndex(await platform.articles.list()), readAt: now };
    }
    return index.of;
  }

  return async ({ ticketId, number }: ClassificationRequest) => {
    const articles = await currentIndex();
    await decide(platform, ticketId, (history) => {
      const now = platform.now();
      const said = history.events.flatMap((event) =>
        event.type === 'MessageSent' && event.actor.kind === 'customer' && event.number <= number
          ? [event.body.text]
          : [],
      );
      const text = said.at(-1) ?? '';
      const { segment, locale } = history.ticket;
      const understanding = understand(text, { segment, earlier: said.slice(0, -1) });
      const { intents } = understanding;
      const language = understanding.language === 'und' ? locale.slice(0, 2) : understanding.language;
      const hit = answerable(
        understanding,
        search(articles, text, { language, intents, segment, now, limit: 3 }),
      );
      const answer = hit && {
        text: answerOf(hit.article, hit.language),
        citations: [citationOf(hit.article, hit.language)],
      };
      return takeBotTurn(
        history,
        { understanding, answer, throughNumber: number },
        { now, policy: platform.policy },
      );
    });
  };
};

function answerOf({ texts }: Article, language: string): string {
  return texts[language]?.answer ?? '';
}

function citationOf({ articleId, version, texts }: Article, language: string) {
  return { articleId, version, title: texts[language]?.title ?? articleId };
}
