import config from '../vitest.config.ts';
import type { History, TicketChange } from '../functions/domain/change.ts';
import { noIncident } from '../functions/domain/incident.ts';
import { SURE } from '../functions/domain/knowledge/coefficients.ts';
import { openTicket } from '../functions/domain/conversation.ts';
import { meaningBy } from '../functions/domain/understanding/meaning.ts';
import type { Model } from '../functions/domain/understanding/model/model.ts';
import { topLevelOf } from '../functions/domain/understanding/taxonomy.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import { classify } from '../functions/use-cases/classify.ts';
import { seedArticles } from '../local/seed.ts';
import { shippedSla } from '../functions/domain/shipped-sla.ts';
import { ShippedSeconds } from '../schemas/sla.ts';
import type { Segment } from '../schemas/ticket-facts.ts';
import type { Understanding } from '../schemas/understanding.ts';
import type { Row } from '../training/rows.ts';

/** What the bot does with a first message. */
export type Deed = 'answers' | 'guides' | 'asks which' | 'asks openly' | 'hands over' | 'else';

export interface Replayed {
  readonly row: Row;
  readonly deed: Deed;
  readonly understanding: Understanding;
  /** The cases it offers to choose from. */
  readonly options: readonly string[];
  /** The case it took the message for. */
  readonly taken: string | undefined;
  /** The cases that the articles it cites are about. */
  readonly about: readonly string[];
  /** Why it hands over. */
  readonly reason: string | undefined;
}

const TICKET = 'KF-0000-0000-0000';
const now = new Date('2026-11-22T04:00:00.000Z');
const seconds = ShippedSeconds.parse(JSON.parse(config.test?.env?.['SLA_POLICY'] ?? '{}'));
const policy = { ...shippedSla(seconds), version: 0 };
const articles = seedArticles();

/** Gives a message to the very use case that runs in production, as the first of a ticket; the seed articles are all it knows. */
export function replayer(model: Model): (row: Row) => Promise<Replayed> {
  let history = opened('');
  let change: TicketChange | undefined;
  const work = classify({
    tickets: {
      get: async () => history,
      listOfCustomer: async () => ({ rows: [] }),
      save: async (made) => {
        change = made;
      },
    },
    articles: {
      list: async () => articles.map((article) => ({ article, earlier: [] })),
      revision: async () => 1,
    },
    artefacts: { head: async () => undefined, read: async () => new Uint8Array() },
    reader: async () => ({
      understand: (text, context) => understand(text, context, model),
      screen: () => ({ verdict: 'send', risks: [], review: { seconds: 600, whenDue: 'release' } }),
    }),
    meaningOf: meaningBy(model),
    policy: async () => policy,
    incident: async () => noIncident,
    sureFrom: async () => SURE,
    now: () => now,
    log: () => undefined,
  });
  return async (row) => {
    change = undefined;
    history = opened(row.text, segments[topLevelOf(row.intent)]);
    await work({ ticketId: TICKET, number: 2 });
    return {
      row,
      understanding: understand(row.text, { segment: history.ticket.segment }, model),
      ...deedOf(change),
    };
  };
}

/** Articles may be for one segment only: who asks about shops has one. */
const segments: Readonly<Record<string, Segment>> = {
  ads: 'advertiser',
  creator: 'creator',
  live: 'creator',
  merchant: 'merchant',
};

function opened(text: string, segment: Segment = 'ordinary'): History {
  const { ticket, events } = openTicket(
    {
      ticketId: TICKET,
      customer: { customerId: 'customer', segment },
      channel: 'app',
      locale: 'zh-CN',
      text,
      command: { id: 'replayed', digest: '' },
    },
    { now, policy },
  );
  const { number, hash } = events.at(-1) ?? events[0];
  return { ticket, number, hash, events };
}

function deedOf(change: TicketChange | undefined): Omit<Replayed, 'row' | 'understanding'> {
  const events = change?.events ?? [];
  const said = events.flatMap((event) => (event.type === 'MessageSent' ? [event.body] : []))[0];
  const cited = new Set(said?.citations?.map(({ articleId }) => articleId));
  const { dialogue } = said ?? {};
  const options = dialogue?.step === 'meaning' ? (dialogue.options ?? []) : [];
  return {
    deed: deed(),
    options,
    taken: change?.ticket.intentId,
    reason: events.flatMap((event) => (event.type === 'TicketQueued' ? [event.body.reason] : []))[0],
    about: articles.flatMap(({ articleId, intents }) => (cited.has(articleId) ? intents : [])),
  };

  function deed(): Deed {
    if (events.some(({ type }) => type === 'TicketQueued')) return 'hands over';
    if (dialogue?.kit !== undefined) return 'guides';
    if (said?.purpose === 'answer') return 'answers';
    if (dialogue?.step !== 'meaning') return 'else';
    return options.length > 0 ? 'asks which' : 'asks openly';
  }
}
