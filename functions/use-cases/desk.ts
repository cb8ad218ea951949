import type { Ticket } from '../../schemas/ticket.ts';
import type { deskApi } from '../../schemas/desk-api.ts';
import { explainDeadlines, renewDeadlines } from '../domain/deadlines.ts';
import * as rules from '../domain/desk.ts';
import { candidatesFor, requireGates } from '../domain/candidates.ts';
import { FaultyInputError } from '../domain/errors.ts';
import { faultsInDay } from '../domain/insights/range.ts';
import { deskEvents, deskTicket, sightOf } from '../domain/desk-views.ts';
import { priorityNumber } from '../domain/priority.ts';
import { promiseReply } from '../domain/promise.ts';
import { dayOf, replyRate, ruleOf } from '../domain/reply-rate.ts';
import type { Caller } from '../domain/ticket.ts';
import { priorityOf, queueIds, queueOf } from '../domain/understanding/taxonomy.ts';
import type { Answers } from './answers.ts';
import { type Assigning, deskNow } from './assign.ts';
import { decideInEpoch, type Outcome, type Write } from './decide.ts';
import { eventsPage } from './events-page.ts';
import { screened } from './note-risks.ts';
import type { Page, Platform, Uses } from './platform.ts';
import { signOfLife } from './presence.ts';

type DeskWrite = Pick<Write, 'commandId' | 'after' | 'epoch'> & { ticketId: string };

type Needs = Assigning &
  Uses<{
    tickets: 'listEvents' | 'listOfAgent' | 'countWaiting';
    agents: 'listPage' | 'putProfile' | 'setPresence';
    risks: 'note';
    replies: 'readDay';
    cursors: 'list';
  }> &
  Pick<Platform, 'screen' | 'log' | 'epoch'>;

/** What the desk can do with tickets and seats. */
export const desk = (platform: Needs): Answers<typeof deskApi, Caller> => {
  const { tickets, agents } = platform;
  const situation = async () => ({ now: platform.now(), policy: await platform.policy() });
  const pageOf = eventsPage(platform);

  return {
    async getMe(_input, { agentId }) {
      return agents.get(agentId);
    },

    async setPresence({ availability, until }, { agentId }) {
      return signOfLife(platform)(agentId, availability, until);
    },

    async listQueues() {
      const rows = await Promise.all(
        queueIds.map(async (queueId) => {
          const [waiting, { rows: first }] = await Promise.all([
            tickets.countWaiting(queueId),
            tickets.listWaiting(queueId, 1),
          ]);
          const holder = first[0]?.holder;
          return { queueId, waiting, oldestSince: holder?.kind === 'queue' ? holder.since : undefined };
        }),
      );
      return { rows };
    },

    async getReplyRate({ day: wanted }) {
      const faults = wanted === undefined ? [] : faultsInDay('day', wanted);
      if (faults.length > 0) throw new FaultyInputError('this day cannot be shown', faults);
      const now = platform.now();
      const rule = ruleOf(await platform.policy());
      const day = wanted ?? dayOf(rule.timeZone, now.getTime());
      const { tallies, unanswered } = await platform.replies.readDay(day);
      return replyRate(tallies, unanswered, { ...rule, day, now });
    },

    async listQueue({ queueId, limit, cursor }, caller) {
      const page = seenPage(await tickets.listWaiting(queueId, limit, cursor), caller);
      const now = platform.now();
      return {
        ...page,
        rows: page.rows.map((ticket) => ({ ...ticket, priorityNumber: priorityNumber(ticket, now) })),
      };
    },

    async listTickets({ limit, cursor }, caller) {
      return seenPage(await tickets.listOfAgent(caller.agentId, limit, cursor), caller);
    },

    async getTicket({ ticketId }, caller) {
      const { ticket, number } = await tickets.get(ticketId);
      const rank = priorityNumber(ticket, platform.now());
      return deskTicket({ ...ticket, number, priorityNumber: rank }, sightOf(caller));
    },

    async listEvents(wanted, caller) {
      const { page } = await pageOf(wanted, { kind: 'agent', id: caller.agentId });
      return { ...page, events: deskEvents(page.events, sightOf(caller)) };
    },

    async acceptTicket(input, caller) {
      const picker = await agents.get(caller.agentId);
      return write('accept', input, caller, async (history, command) => {
        requireGates(picker, history.ticket);
        return rules.acceptTicket(history, { caller, command }, await situation());
      });
    },

    async declineTicket(input, caller) {
      const { because } = input;
      return write('decline', input, caller, async (history, command) =>
        rules.declineTicket(history, { caller, command, because }, await situation()),
      );
    },

    async listCandidates({ ticketId }) {
      const [{ ticket }, all, desk] = await Promise.all([
        tickets.get(ticketId),
        agents.list(),
        deskNow(platform),
      ]);
      return { rows: candidatesFor(ticket, all, desk) };
    },

    async replyToCustomer(input, caller) {
      const { text, attachments, commandId, ticketId } = input;
      const writing = { kind: 'agent', id: caller.agentId, commandId, text, ticketId } as const;
      const outcome = await screened(platform, writing, (screening) =>
        writeOnce('reply', input, caller, async (history, command) =>
          rules.replyToCustomer(
            history,
            { caller, command, text, attachments, screening },
            await situation(),
          ),
        ),
      );
      return receiptOf(ticketId, outcome, caller);
    },

    async promiseToCustomer(input, caller) {
      const { text, dueAt, commandId, ticketId } = input;
      const writing = { kind: 'agent', id: caller.agentId, commandId, text, ticketId } as const;
      const outcome = await screened(platform, writing, (screening) =>
        writeOnce('promise', input, caller, async (history, command) =>
          promiseReply(history, { caller, command, text, dueAt, screening }, await situation()),
        ),
      );
      return receiptOf(ticketId, outcome, caller);
    },

    async explainDeadlines({ ticketId }) {
      const [{ events }, policy] = await Promise.all([tickets.get(ticketId, 0), platform.policy()]);
      const zoneOf = (calendarId: string) =>
        (policy.calendars.find((it) => it.calendarId === calendarId) ?? policy.calendars[0])?.timeZone ??
        'UTC';
      return { rows: explainDeadlines(events, zoneOf) };
    },

    async renewDeadlines(input, caller) {
      const { reason } = input;
      return write('renew', input, caller, async (history, command) =>
        renewDeadlines(history, { caller, command, reason }, await situation()),
      );
    },

    async addNote(input, caller) {
      return write('note', input, caller, async (history, command) =>
        rules.addNote(history, { caller, command, text: input.text }, await situation()),
      );
    },

    async correctIntent(input, caller) {
      const { intentId } = input;
      const corrected = { intentId, queueId: queueOf(intentId), priority: priorityOf(intentId) };
      return write('intent', input, caller, async (history, command) =>
        rules.correctIntent(history, { caller, command, ...corrected }, await situation()),
      );
    },

    async transferTicket(input, caller) {
      const { queueId, reason } = input;
      return write('transfer', input, caller, async (history, command) =>
        rules.transferTicket(history, { caller, command, queueId, reason }, await situation()),
      );
    },

    async escalateTicket(input, caller) {
      return write('escalate', input, caller, async (history, command) =>
        rules.escalateTicket(history, { caller, command, reason: input.reason }, await situation()),
      );
    },

    async waitForCustomer(input, caller) {
      return write('pending', input, caller, async (history, command) =>
        rules.waitForCustomer(history, { caller, command, reason: input.reason }, await situation()),
      );
    },

    async resolveTicket(input, caller) {
      return write('resolve', input, caller, async (history, command) =>
        rules.resolveByAgent(history, { caller, command, reason: input.reason }, await situation()),
      );
    },

    async reopenTicket(input, caller) {
      return write('reopen', input, caller, async (history, command) =>
        rules.reopenTicket(history, { caller, command, reason: input.reason }, await situation()),
      );
    },

    async listAgents({ limit, cursor }) {
      return agents.listPage(limit, cursor);
    },

    async putAgent({ agentId, ...profile }) {
      return agents.putProfile(agentId, profile, platform.now());
    },
  };

  async function write(
    action: string,
    input: DeskWrite,
    caller: Caller,
    decision: Parameters<typeof decideInEpoch>[3],
  ) {
    return receiptOf(input.ticketId, await writeOnce(action, input, caller, decision), caller);
  }

  function writeOnce(
    action: string,
    { ticketId, commandId, after, epoch, ...said }: DeskWrite,
    caller: Caller,
    decision: Parameters<typeof decideInEpoch>[3],
  ): ReturnType<typeof decideInEpoch> {
    const content: Write['content'] = { action, by: caller.agentId, ...said };
    return decideInEpoch(platform, ticketId, { commandId, after, epoch, content }, decision);
  }
};

function receiptOf(ticketId: string, outcome: Outcome & { epoch: string }, caller: Caller) {
  const { number, events, epoch } = outcome;
  return { ticketId, number, events: deskEvents(events, sightOf(caller)), epoch };
}

function seenPage(page: Page<Ticket>, caller: Caller): Page<Ticket> {
  return { ...page, rows: page.rows.map((ticket) => deskTicket(ticket, sightOf(caller))) };
}
