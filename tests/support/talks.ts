import type { Sentiment, Understanding } from '../../schemas/understanding.ts';
import { type BotTurn, takeBotTurn } from '../../functions/domain/bot.ts';
import type { Answer, KnownArticle } from '../../functions/domain/bot-steps.ts';
import type { History } from '../../functions/domain/change.ts';
import { receiveMessage } from '../../functions/domain/conversation.ts';
import { readTurn } from '../../functions/domain/dialogue.ts';
import type { EarlierTicket } from '../../functions/domain/understanding/repeats.ts';
import { languageOf } from '../../functions/domain/understanding/language.ts';
import { normalize } from '../../functions/domain/understanding/normalize.ts';
import { displayName, priorityOf } from '../../functions/domain/understanding/taxonomy.ts';
import { wantsHuman } from '../../functions/domain/understanding/wants-human.ts';
import { seedArticles } from '../../local/seed.ts';
import { aCommand, anOpening, anUnderstanding, isoAt, saved, when } from './builders.ts';

/** Something a customer writes; what it means to the machine is told by the test, not guessed. */
export interface Line {
  text: string;
  /** The case it surely means; nothing when the machine is unsure. */
  about?: string;
  /** More, or other things, that the machine makes of it. */
  means?: Partial<Understanding>;
  sentiment?: Sentiment;
  /** The article the machine is sure of. */
  answer?: Answer;
}

export interface Talk {
  locale?: string;
  articles?: NonNullable<BotTurn['article']>;
  earlierTickets?: readonly EarlierTicket[];
  /** Which message the bot takes its turn on; the last unless told. */
  throughNumber?: number;
}

const articles = new Map(seedArticles().map((it) => [it.articleId, it]));

/** The seed articles, as the bot may cite them. */
export function seedArticle(articleId: string, language: 'zh' | 'en'): KnownArticle | undefined {
  const article = articles.get(articleId);
  const text = article?.texts[language];
  return article && text
    ? { text: text.answer, citation: { articleId, version: article.version, title: text.title } }
    : undefined;
}

/** What the machine makes of a line: unsure, unless the line says what it is about. */
export function understood({ text, about, means, sentiment }: Line): Understanding {
  const normalized = normalize(text);
  const urgent = about !== undefined && priorityOf(about) === 'urgent';
  return anUnderstanding({
    language: languageOf(text),
    normalized,
    wantsHuman: wantsHuman(normalized),
    ...(sentiment && { sentiment }),
    ...(about !== undefined && {
      intents: [{ id: about, confidence: 0.9, reasons: [] }],
      abstained: false,
      priority: priorityOf(about),
      urgency: { urgent, reasons: urgent ? [displayName(about, 'zh')] : [] },
    }),
    ...means,
  });
}

/** A whole conversation between a customer and the bot, a line every ten seconds, each answered a second later. */
export function talk(lines: readonly (Line | string)[], options: Talk = {}): History {
  let history: History | undefined;
  for (const [index, it] of lines.entries()) {
    const line = typeof it === 'string' ? { text: it } : it;
    history = answered(written(history, line, index * 10, options), line, index * 10 + 1, options);
  }
  if (!history) throw new Error('a conversation needs a line');
  return history;
}

/** The history once the customer's line is in. */
export function written(
  history: History | undefined,
  { text }: Line,
  seconds: number,
  { locale }: Talk = {},
): History {
  const command = aCommand(`${seconds} ${text}`);
  return history
    ? saved(history.events, receiveMessage(history, { text, command }, when(seconds)))
    : saved([], anOpening({ text, command, ...(locale !== undefined && { locale }) }));
}

/** The history once the bot has taken its turn on the customer's last line. */
export function answered(history: History, line: Line, seconds: number, options: Talk = {}): History {
  const last = history.events.findLast(
    ({ type, actor }) => type === 'MessageSent' && actor.kind === 'customer',
  );
  const throughNumber = options.throughNumber ?? last?.number ?? 0;
  const { understanding, language } = readTurn(history, throughNumber, (text) =>
    understood({ ...line, text }),
  );
  const change = takeBotTurn(
    history,
    {
      understanding,
      language,
      article: options.articles ?? seedArticle,
      throughNumber,
      ...(line.answer && { answer: line.answer }),
      ...(options.earlierTickets && { earlierTickets: options.earlierTickets }),
    },
    when(seconds),
  );
  return change ? saved(history.events, change) : history;
}

/** What the bot said, oldest first. */
export function botLines({ events }: History): string[] {
  return events.flatMap((event) =>
    event.type === 'MessageSent' && event.actor.kind === 'bot' ? [event.body.text] : [],
  );
}

/** The bot's last message, as it stands in the history. */
export function lastOfBot({ events }: History) {
  const last = events.findLast(({ type, actor }) => type === 'MessageSent' && actor.kind === 'bot');
  if (last?.type !== 'MessageSent') throw new Error('the bot has said nothing');
  return last.body;
}

/** Why the ticket went to a person; undefined while it did not. */
export function handedOver({ events }: History): string | undefined {
  const queued = events.findLast(({ type }) => type === 'TicketQueued');
  return queued?.type === 'TicketQueued' ? queued.body.reason : undefined;
}

/** The conversation as people would read it, with what became of the ticket. */
export function prose({ events }: History): string {
  const lines = events.flatMap((event) => {
    switch (event.type) {
      case 'MessageSent': {
        const who = event.actor.kind === 'customer' ? '客户' : '小服';
        const cited = event.body.citations?.map(({ title }) => `《${title}》`).join('') ?? '';
        return [`${who}：${event.body.text}${cited && ` ${cited}`}`];
      }
      case 'TicketQueued':
        return [`→ ${event.body.queueId}`, ...(event.body.summary ?? '').split('\n').map((it) => `  ${it}`)];
      case 'TicketResolved':
        return ['→ resolved'];
      default:
        return [];
    }
  });
  return lines.join('\n');
}

/** A ticket of the same customer, opened this many days ago. */
export function anEarlierTicket(intentId: string, daysAgo: number): EarlierTicket {
  return { ticketId: `KF-${daysAgo}`, intentId, createdAt: isoAt(-daysAgo * 86_400) };
}
