import { RiskCategory } from '../../schemas/risk.ts';
import { TICKETS } from './names.ts';
import type { Draw } from './world.ts';

export const article: Draw = (world) => {
  const articleId = `article-${world.below(4)}`;
  const [version, which] = [1 + world.below(4), world.below(7)];
  const [limit, cursor] = [world.limit(), world.cursor()];
  const text = { title: '退款', phrasings: ['退款到哪了'], answer: '三天内到账' };
  const written = {
    articleId,
    version,
    intents: ['buyer.refund.not-arrived'],
    texts: { zh: text },
    reviewAt: world.now.toISOString(),
  };
  const earlier = world.chance(0.3) ? [{ ...written, version: Math.max(1, version - 1) }] : [];
  return {
    name:
      ['put article', 'article', 'find article', 'articles', 'articles by page', 'versions'][which] ??
      'revision',
    run: async ({ articles }) => {
      if (which === 0) return articles.put({ article: written, earlier });
      if (which === 1) return articles.get(articleId);
      if (which === 2) return (await articles.find(articleId)) ?? 'nothing';
      if (which === 3) return articles.list();
      if (which === 4) return articles.listPage(limit, cursor);
      return which === 5 ? articles.listVersions(articleId) : articles.revision();
    },
  };
};

export const artefact: Draw = (world) => {
  const kind = world.pick(['knowledge-index', 'risk'] as const);
  const bytes = new TextEncoder().encode(`bytes ${world.below(5)}`);
  const [now, covers, stale, publishes] = [world.now, world.below(9), world.chance(0.3), world.chance(0.5)];
  return {
    name: publishes ? 'publish' : 'artefact',
    run: async ({ artefacts }) => {
      const head = await artefacts.head(kind);
      if (publishes) {
        const previous = stale ? head?.before && { ...head, ...head.before } : head;
        const {
          chunks: _,
          before: __,
          ...next
        } = await artefacts.publish(kind, bytes, { previous, covers, now });
        return next;
      }
      if (!head) return 'nothing';
      const wanted = stale && head.before ? head.before : head;
      return { version: head.version, bytes: [...(await artefacts.read(kind, wanted))] };
    },
  };
};

export const question: Draw = (world) => {
  const questionId = String(world.below(4)).padStart(20, '0');
  const [version, which, time] = [1 + world.below(3), world.below(4), world.now.toISOString()];
  const ticketId = world.pick(TICKETS);
  const asked = {
    questionId,
    version,
    status: 'open' as const,
    language: 'zh' as const,
    text: '退款',
    intents: [],
    counts: { unsure: version },
    count: version,
    firstAskedAt: time,
    lastAskedAt: time,
    ticketId,
  };
  const event = { ticketId, number: 1 + world.below(6), occurredAt: time };
  return {
    name: ['save question', 'count question', 'question', 'questions'][which] ?? '',
    run: ({ questions }): Promise<unknown> => {
      if (which === 0) return questions.save(asked);
      if (which === 1) return questions.count(asked, event);
      return which === 2 ? questions.get(questionId) : questions.list();
    },
  };
};

export const correction: Draw = (world) => {
  const [limit, cursor, puts] = [world.limit(), world.cursor(), world.chance(0.5)];
  const corrected = {
    ticketId: world.pick(TICKETS),
    number: 1 + world.below(9),
    occurredAt: world.now.toISOString(),
    agentId: world.agentId(),
    text: '退款',
    intent: 'buyer.refund.not-arrived',
    language: 'zh' as const,
  };
  return {
    name: 'correction',
    run: ({ corrections }): Promise<unknown> =>
      puts ? corrections.put(corrected) : corrections.listPage(limit, cursor),
  };
};

export const risk: Draw = (world) => {
  const [writer, commandId] = [`customer:${world.customerId()}`, `command-${world.below(6)}`];
  const [now, which, held] = [world.now, world.below(5), world.chance(0.5)];
  const categories = RiskCategory.options.filter(() => world.chance(0.2));
  const verdict = world.pick(['send', 'hold', 'refuse'] as const);
  const dueAt = new Date(now.getTime() + 60_000).toISOString();
  const noted = {
    writer,
    commandId,
    verdict,
    categories,
    digest: 'd'.repeat(64),
    ...(held && { ticketId: world.pick(TICKETS), dueAt }),
  };
  const since = new Date(now.getTime() - 30_000);
  const decision = `review:${world.below(5)}`;
  return {
    name: ['note', 'screened', 'held', 'count once', 'counts'][which] ?? '',
    run: async ({ risks }): Promise<unknown> => {
      if (which === 0) return risks.note(noted, now);
      if (which === 1) return (await risks.findScreened(writer, commandId)) ?? 'nothing';
      if (which === 2) return risks.listHeld(since);
      if (which === 3) return risks.countOnce(decision, categories, ['released'], now);
      return [...(await risks.counts())];
    },
  };
};

export const appeal: Draw = (world) => {
  const appealId = String(world.below(6)).padStart(32, '0');
  const [time, which] = [world.now.toISOString(), world.below(4)];
  const made = {
    appealId,
    categories: [],
    appealedAt: time,
    writer: `customer:${world.customerId()}`,
    outcome: 'hold' as const,
    text: '为什么',
  };
  const decided = {
    ...made,
    verdict: 'upheld' as const,
    decidedAt: time,
    decidedBy: 'lin',
    decision: 'right',
  };
  return {
    name: ['appeal', 'decide appeal', 'one appeal', 'appeals'][which] ?? '',
    run: async ({ risks }): Promise<unknown> => {
      if (which === 0) return risks.addAppeal(made);
      if (which === 1) return risks.decideAppeal(decided);
      return which === 2 ? ((await risks.getAppeal(appealId)) ?? 'nothing') : risks.listAppeals();
    },
  };
};
