import * as z from 'zod/mini';
import { noIncident } from '../../../functions/domain/incident.ts';
import { sha256 } from '../../../functions/domain/digest.ts';
import { defaultRouting } from '../../../functions/domain/routing-defaults.ts';
import { shippedSla } from '../../../functions/domain/shipped-sla.ts';
import { defaultSettings } from '../../../functions/domain/risk/policy.ts';
import type { SettingsKind } from '../../../schemas/settings.ts';
import type { Question } from '../../../schemas/question.ts';
import { isoAt, someSeconds, someSla } from '../builders.ts';
import { aReview } from '../facts.ts';
import { anArticle } from '../knowledge.ts';
import { aProfile } from '../memory.ts';
import type { Carried } from '../requests.ts';
import {
  aCustomerIn,
  anAgentIn,
  done,
  heldIn,
  offeredIn,
  openedIn,
  refusedIn,
  refusedWords,
  takenIn,
} from './scenes.ts';
import type { World, WriteName } from './world.ts';

/** What a request carries whose body is an object. */
export interface Sent extends Carried {
  body: Record<string, unknown>;
}

/** It says nothing but its id: the same id for another deed. */
interface UsedBy {
  by: WriteName;
}

/** It has no id, because a replay does no harm: why, and which fields of the answer may differ. */
interface Free {
  free: string;
  except: readonly string[];
}

/** A write, and what must not pass for the same one. */
export interface Write {
  /** Brings the platform to where the write does something, and says what is sent. */
  prepare: (world: World) => Promise<Sent>;
  /** What else it could have said under the same id: refused once the first has been accepted. */
  changed: { fields: Record<string, unknown> } | UsedBy | Free;
}

const about = (deed: string, scene: (world: World) => Promise<Carried & { number?: number }>, body = {}) => ({
  prepare: async (world: World): Promise<Sent> => {
    const { number, ...request } = await scene(world);
    // Every second client says what it had seen.
    const commandId = world.newId(deed);
    const after = number !== undefined && world.platform.random() < 0.5 ? { after: number } : {};
    return { ...request, body: { commandId, ...after, ...body } };
  },
});

const settledIn = async (world: World) => {
  const taken = await takenIn(world);
  const reply = { commandId: world.newId('reply'), text: '好了' };
  await done(world, 'replyToCustomer', { ...taken, body: reply }, z.object({}));
  const body = { commandId: world.newId('resolve'), reason: '已退款' };
  await done(world, 'resolveTicket', { ...taken, body }, z.object({}));
  await world.pass(1);
  return { token: taken.token, path: taken.path, customer: taken.customer };
};

const ratedIn = async (world: World) => {
  const { customer, path } = await settledIn(world);
  return { token: customer, path };
};

/** A ticket whose promises would be other ones by the settings of now. */
const promisedIn = async (world: World) => {
  const taken = await takenIn(world);
  const { body, ...request } = await settingsIn(world, 'sla', someSla());
  const seconds = 3600 + Number(body['expectedVersion']);
  const resolution = { urgent: seconds, high: seconds, normal: seconds, low: seconds };
  const settings = shippedSla(someSeconds({ resolution }));
  await done(world, 'putSlaSettings', { ...request, body: { ...body, settings } }, z.object({}));
  // By then every function knows them.
  await world.pass(10);
  return taken;
};

const settingsIn = async (world: World, kind: SettingsKind, settings: unknown): Promise<Sent> => {
  const [newest] = await world.through(() => world.platform.settings.latest(kind, 1));
  return { token: 'ada', body: { expectedVersion: newest?.version ?? 0, note: '新年', settings } };
};

const aQuestionIn = async (world: World, articleId: string): Promise<Question> => {
  const question: Question = {
    questionId: world.newId('').replace(/\D/g, '').slice(-20),
    version: 1,
    status: 'open',
    language: 'zh',
    text: '退款多久到账',
    intents: [],
    counts: { 'no-article': 1 },
    count: 1,
    firstAskedAt: isoAt(0),
    lastAskedAt: isoAt(0),
    ticketId: 'KF-0123-4567-89AB',
  };
  await world.through(async () => {
    await world.platform.articles.put({ article: anArticle({ articleId }), earlier: [] });
    await world.platform.questions.save(question);
  });
  return question;
};

/** Every write of the contracts: a new one does not compile until it is here. */
export const writes: Record<WriteName, Write> = {
  createSession: {
    prepare: async ({ newId }) => ({ body: { commandId: newId('session'), name: '小美' } }),
    changed: { fields: { name: '小丽' } },
  },
  openTicket: {
    ...about(
      'open',
      async (world) => {
        const { token } = await aCustomerIn(world);
        return { token };
      },
      { text: '我的订单没到' },
    ),
    changed: { fields: { text: '我的退款没到' } },
  },
  sendMessage: { ...about('send', openedIn, { text: '在吗' }), changed: { fields: { text: '有人吗' } } },
  askForPerson: { ...about('person', openedIn), changed: { by: 'resolveMyTicket' } },
  resolveMyTicket: { ...about('resolve', openedIn), changed: { by: 'askForPerson' } },
  answerSurvey: {
    ...about('survey', ratedIn, { score: 5, solved: true }),
    changed: { fields: { score: 4 } },
  },
  appeal: { prepare: refusedIn, changed: { fields: { reason: '不是广告' } } },
  setPresence: {
    prepare: async (world) => ({ token: await anAgentIn(world), body: { availability: 'available' } }),
    changed: {
      free: 'a sign of life, sent every 30 s: the last one counts, and each renews the lease',
      except: ['leaseUntil'],
    },
  },
  acceptTicket: { ...about('accept', offeredIn), changed: { by: 'declineTicket' } },
  declineTicket: {
    ...about('decline', offeredIn, { because: 'busy' }),
    changed: { fields: { because: 'other' } },
  },
  replyToCustomer: { ...about('reply', takenIn, { text: '好了' }), changed: { fields: { text: '好的' } } },
  promiseToCustomer: {
    ...about('promise', takenIn, { text: '明天回复您', dueAt: isoAt(20 * 86_400) }),
    changed: { fields: { dueAt: isoAt(21 * 86_400) } },
  },
  renewDeadlines: {
    ...about('renew', promisedIn, { reason: '新政' }),
    changed: { fields: { reason: '旧政' } },
  },
  addNote: { ...about('note', takenIn, { text: '查过订单' }), changed: { fields: { text: '没查' } } },
  correctIntent: {
    ...about('intent', takenIn, { intentId: 'buyer.refund.not-arrived' }),
    changed: { fields: { intentId: 'content.upload.failed' } },
  },
  transferTicket: {
    ...about('transfer', takenIn, { queueId: 'finance', reason: '钱' }),
    changed: { fields: { queueId: 'ads' } },
  },
  escalateTicket: {
    ...about('escalate', takenIn, { reason: '不会' }),
    changed: { fields: { reason: '不懂' } },
  },
  waitForCustomer: {
    ...about('pending', takenIn, { reason: '等照片' }),
    changed: { fields: { reason: '等视频' } },
  },
  resolveTicket: {
    ...about('resolve', takenIn, { reason: '已退款' }),
    changed: { fields: { reason: '已换货' } },
  },
  reopenTicket: {
    ...about('reopen', settledIn, { reason: '没到' }),
    changed: { fields: { reason: '没收' } },
  },
  putAgent: {
    prepare: async ({ newId }) => ({ token: 'ada', path: { agentId: newId('agent') }, body: aProfile() }),
    changed: { free: 'a whole profile: the last one counts', except: [] },
  },
  putArticle: {
    prepare: async ({ newId }) => {
      const { articleId, ...body } = anArticle({ articleId: newId('article') });
      return { token: 'ada', path: { articleId }, body };
    },
    changed: { fields: { reviewAt: isoAt(100 * 86_400) } },
  },
  resolveQuestion: {
    prepare: async (world) => {
      const articleId = world.newId('article');
      const { questionId } = await aQuestionIn(world, articleId);
      return { token: 'ada', path: { questionId }, body: { articleId } };
    },
    changed: {
      free: 'which article answers a question, as somebody sees it now: the last word counts',
      except: [],
    },
  },
  releaseHeld: { ...about('release', heldIn, { reason: '没事' }), changed: { fields: { reason: '误判' } } },
  refuseHeld: { ...about('refuse', heldIn, { reason: '骂人' }), changed: { fields: { reason: '脏话' } } },
  revealMessage: {
    ...about(
      'reveal',
      async (world) => {
        const { token, path } = await takenIn(world);
        return { token, path: { ...path, number: '2' } };
      },
      { reason: '核对' },
    ),
    changed: { fields: { reason: '好奇' } },
  },
  appealAtDesk: {
    prepare: async (world) => {
      const { token, path } = await takenIn(world);
      const refused = world.newId('refused');
      await world.through(() =>
        world.send('replyToCustomer', { token, path, body: { commandId: refused, text: refusedWords } }),
      );
      return {
        token,
        body: { commandId: world.newId('appeal'), refused, text: refusedWords, reason: '引文' },
      };
    },
    changed: { fields: { reason: '别的' } },
  },
  decideAppeal: {
    prepare: async (world) => {
      const { appealId } = await done(
        world,
        'appeal',
        await refusedIn(world),
        z.object({ appealId: z.string() }),
      );
      return { token: 'rui', path: { appealId }, body: { verdict: 'upheld', reason: '是广告' } };
    },
    changed: { fields: { reason: '不好说' } },
  },
  putRiskSettings: {
    prepare: async () => ({ token: 'ada', body: { ...defaultSettings } }),
    changed: { free: 'a whole document: the last one counts', except: [] },
  },
  putSlaSettings: {
    prepare: (world) => settingsIn(world, 'sla', someSla({ bot: 20 })),
    changed: { fields: { note: '中秋' } },
  },
  putIncidentSettings: {
    prepare: (world) => settingsIn(world, 'incident', { ...noIncident, shedTyping: true }),
    changed: { fields: { note: '中秋' } },
  },
  putLabourSettings: {
    prepare: (world) =>
      settingsIn(world, 'labour', { rates: [{ vendor: 'Acme', centsPerHour: 900, chatsAtOnce: 2 }] }),
    changed: { fields: { note: '中秋' } },
  },
  putRoutingSettings: {
    prepare: (world) => settingsIn(world, 'routing', defaultRouting),
    changed: { fields: { note: '中秋' } },
  },
  closeQualityReview: {
    prepare: async (world) => {
      const reviewId = sha256(world.newId('review')).slice(0, 16);
      await world.through(() =>
        world.platform.decisions.saveReview(aReview({ reviewId, openedAt: world.now().toISOString() })),
      );
      return { token: 'ada', path: { reviewId }, body: { findings: '夜班缺少培训' } };
    },
    changed: { fields: { findings: '没有问题' } },
  },
  makeRoster: {
    prepare: async () => ({ token: 'ada', body: { dailyUsers: 500, days: 1 } }),
    changed: { free: 'it keeps nothing: the same question gets the same answer', except: [] },
  },
  startSimulation: {
    prepare: async ({ newId }) => ({
      token: 'ada',
      body: { commandId: newId('simulation'), set: [{ path: 'arrivals.perDay', value: '100' }] },
    }),
    changed: { fields: { days: 2 } },
  },
  startStaffingSimulation: {
    prepare: async ({ newId }) => ({
      token: 'ada',
      body: { commandId: newId('simulation'), dailyUsers: 100 },
    }),
    changed: { fields: { seats: { targetSeconds: 60 } } },
  },
  putCapacityOverride: {
    prepare: async (world) => {
      const until = new Date(world.now().getTime() + 3_600_000).toISOString();
      return { token: 'ada', body: { override: { profile: 'peak', until } } };
    },
    changed: { free: 'it is set, not added to: the last one counts', except: [] },
  },
  startExport: {
    prepare: async ({ newId }) => ({
      token: 'ada',
      body: {
        commandId: newId('export'),
        what: 'tickets',
        format: 'csv',
        from: '2026-11-20',
        to: '2026-11-20',
      },
    }),
    changed: { fields: { what: 'events' } },
  },
  cancelExport: {
    prepare: async (world) => {
      const days = { from: '2025-11-01', to: '2026-11-20' };
      const body = { commandId: world.newId('export'), what: 'tickets', format: 'csv', ...days };
      const started = { token: 'ada', body };
      const { exportId } = await done(world, 'startExport', started, z.object({ exportId: z.string() }));
      return { token: 'ada', path: { exportId }, body: {} };
    },
    changed: { free: 'it ends once: whoever says so again hears the same', except: [] },
  },
};
