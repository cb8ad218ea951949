import type { Appeal } from '../../schemas/appeal.ts';
import type { TicketEvent } from '../../schemas/events.ts';
import type { HeldRow, safetyApi } from '../../schemas/safety-api.ts';
import { decidedAppeal, figuresOf } from '../domain/appeals.ts';
import type { History } from '../domain/change.ts';
import { actorOf } from '../domain/desk.ts';
import { deskEvents, reviews, sightOf } from '../domain/desk-views.ts';
import { NotFoundError } from '../domain/errors.ts';
import { revealMessage, textOf } from '../domain/reveal.ts';
import { refuseHeld, releaseHeld } from '../domain/review.ts';
import { canonicalJson } from '../domain/digest.ts';
import { defaultSettings } from '../domain/risk/policy.ts';
import { categoriesOf } from '../domain/risk/screening.ts';
import type { Caller } from '../domain/ticket.ts';
import type { Answers } from './answers.ts';
import { appeal } from './appeal.ts';
import { decideOnce, retried } from './decide.ts';
import { readSettings } from './risk-settings.ts';
import type { Platform, Uses } from './platform.ts';

/** A held message is decided long before; what is older than this was decided by its timer. */
const LOOK_BACK_SECONDS = 3600;

type Needs = Uses<{
  artefacts: 'head' | 'read' | 'publish';
  tickets: 'get' | 'save';
  risks:
    | 'listHeld'
    | 'countOnce'
    | 'counts'
    | 'findScreened'
    | 'addAppeal'
    | 'getAppeal'
    | 'listAppeals'
    | 'decideAppeal';
}> &
  Pick<Platform, 'policy' | 'now' | 'log'>;

/** What reviewers and leads do about messages that the filter stops. */
export const safety = (platform: Needs): Answers<typeof safetyApi, Caller> => {
  const { tickets, risks, artefacts, now } = platform;
  const situation = async () => ({ now: now(), policy: await platform.policy() });

  return {
    async listHeld({ limit }) {
      const since = new Date(now().getTime() - LOOK_BACK_SECONDS * 1000);
      const ticketIds = await risks.listHeld(since);
      const rows: HeldRow[] = [];
      for (const ticketId of ticketIds) {
        if (rows.length >= limit) break;
        const history = await tickets.get(ticketId, 0);
        rows.push(...heldIn(history));
      }
      return { rows: rows.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).slice(0, limit) };
    },

    async releaseHeld({ ticketId, number, commandId, reason = 'reviewed' }, caller) {
      const write = { commandId, content: { action: 'release', by: caller.agentId, number, reason } };
      const { number: last, events } = await decideOnce(
        { tickets },
        ticketId,
        write,
        async (history, command) =>
          releaseHeld(history, number, { actor: actorOf(caller), reason, command }, await situation()),
      );
      await count(ticketId, number, 'released', caller, commandId);
      return { ticketId, number: last, events: deskEvents(events, sightOf(caller)) };
    },

    async refuseHeld({ ticketId, number, commandId, reason }, caller) {
      const write = { commandId, content: { action: 'refuse', by: caller.agentId, number, reason } };
      const { number: last, events } = await decideOnce(
        { tickets },
        ticketId,
        write,
        async (history, command) =>
          refuseHeld(history, number, { actor: actorOf(caller), reason, command }, await situation()),
      );
      await count(ticketId, number, 'refused', caller, commandId);
      return { ticketId, number: last, events: deskEvents(events, sightOf(caller)) };
    },

    async revealMessage({ ticketId, number, commandId, reason }, caller) {
      const write = { commandId, content: { action: 'reveal', by: caller.agentId, number, reason } };
      await decideOnce(
        { tickets },
        ticketId,
        write,
        (history, command) => revealMessage(history, { number, reason, caller, command }, now()).change,
      );
      // Only now that the history says so.
      const history = await tickets.get(ticketId, 0);
      return { ticketId, number, text: textOf(history, number, reviews(caller.roles)) };
    },

    async appealAtDesk(body, { agentId }) {
      return appeal(platform, `agent:${agentId}`, body);
    },

    async listAppeals({ decided, limit }) {
      const rows = (await risks.listAppeals())
        .filter(({ verdict }) => (verdict !== undefined) === (decided === 'yes'))
        .sort((a, b) => (a.appealedAt < b.appealedAt ? -1 : 1));
      return { rows: rows.slice(0, limit), total: rows.length };
    },

    async decideAppeal({ appealId, verdict, reason }, { agentId }) {
      return retried(async (): Promise<Appeal> => {
        const before = await risks.getAppeal(appealId);
        if (!before) throw new NotFoundError('appeal');
        const after = decidedAppeal(before, { verdict, reason, reviewer: agentId }, now());
        if (after !== before) await risks.decideAppeal(after);
        await risks.countOnce(`verdict:${appealId}`, after.categories, [verdict], now());
        return after;
      });
    },

    async getRiskFigures() {
      return { rows: figuresOf(await risks.counts()) };
    },

    async getRiskSettings() {
      const head = await artefacts.head('risk-settings');
      return head ? readSettings(await artefacts.read('risk-settings', head)) : defaultSettings;
    },

    async putRiskSettings(settings, { agentId }) {
      const bytes = new TextEncoder().encode(canonicalJson(settings));
      await retried(async () => {
        const previous = await artefacts.head('risk-settings');
        const step = { previous, covers: (previous?.covers ?? 0) + 1, now: now() };
        const { version } = await artefacts.publish('risk-settings', bytes, step);
        platform.log('info', 'risk settings published', { version, agentId });
      });
      return settings;
    },
  };

  /** A reviewer's decision counts once, however often it is sent. */
  async function count(
    ticketId: string,
    number: number,
    decision: 'released' | 'refused',
    { agentId }: Caller,
    commandId: string,
  ): Promise<void> {
    const { events } = await tickets.get(ticketId, number - 1);
    const held = events.find((event) => event.number === number);
    if (held?.type !== 'MessageHeld') return;
    await risks.countOnce(`review:${ticketId}#${number}`, categoriesOf(held.body), [decision], now());
    platform.log('info', 'held message reviewed', { ticketId, number, decision, agentId, commandId });
  }
};

function heldIn({ ticket, events }: History): HeldRow[] {
  const { ticketId, segment, priority } = ticket;
  return (ticket.held ?? []).flatMap(({ number, writer, dueAt, whenDue }): HeldRow[] => {
    const event = events.find((it: TicketEvent) => it.number === number);
    if (event?.type !== 'MessageHeld') return [];
    const { text, attachments, risks } = event.body;
    const heldAt = event.occurredAt;
    return [
      { ticketId, number, writer, heldAt, dueAt, whenDue, text, attachments, risks, segment, priority },
    ];
  });
}
