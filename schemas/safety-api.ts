import * as z from 'zod/mini';
import type { Role } from './agent.ts';
import { Appeal, AppealBody, appealParams, AppealProgress, AppealVerdict } from './appeal.ts';
import { DeskReceipt } from './desk-api.ts';
import { HeldWriter } from './events.ts';
import { CommandId, EventNumber, IsoTime, TicketId } from './ids.ts';
import { Attachment } from './message.ts';
import { type Contract, ticketParams } from './operation.ts';
import { Risk, RiskCategory, RiskCount, RiskSettings, WhenDue } from './risk.ts';
import { Priority, Segment } from './ticket-facts.ts';

const agents: readonly Role[] = ['agent', 'trust-safety', 'lead', 'supervisor', 'admin'];
const reviewers: readonly Role[] = ['trust-safety', 'lead', 'supervisor', 'admin'];
const leadership: readonly Role[] = ['lead', 'supervisor', 'admin'];

const Reason = z.string().check(z.regex(/\S/, 'must not be empty'), z.maxLength(300));
const heldParams = z.extend(ticketParams, {
  number: z.coerce.number().check(z.int(), z.gte(1), z.lte(1_000_000_000)),
});
const limit = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 25);

/** A message that waits for a reviewer, with what it says. */
export const HeldRow = z.strictObject({
  ticketId: TicketId,
  number: EventNumber,
  writer: HeldWriter,
  heldAt: IsoTime,
  dueAt: IsoTime,
  whenDue: WhenDue,
  text: z.string(),
  attachments: z.optional(z.array(Attachment)),
  risks: z.array(Risk),
  segment: Segment,
  priority: Priority,
});
export type HeldRow = z.infer<typeof HeldRow>;

/** What the filter did in one category, and how often people found it wrong. */
export const RiskFigures = z.strictObject({
  category: RiskCategory,
  counts: z.record(RiskCount, z.int()),
  /** Released by a reviewer or overturned on appeal, of all that was held or blocked; absent when nothing was. */
  falseAlarms: z.optional(z.number()),
});
export type RiskFigures = z.infer<typeof RiskFigures>;

const verdictBody = { commandId: CommandId };

/** What reviewers and leads do about messages that the filter stops. */
export const safetyApi = {
  listHeld: {
    method: 'GET',
    path: '/v1/desk/held',
    summary: 'Messages that wait for a reviewer, the one that is due first at the top',
    caller: 'desk',
    roles: reviewers,
    query: z.strictObject({ limit }),
    response: z.strictObject({ rows: z.array(HeldRow) }),
  },
  releaseHeld: {
    method: 'POST',
    path: '/v1/desk/tickets/{ticketId}/held/{number}/release',
    summary: 'Let a held message through: from now on it is a message like any other',
    caller: 'desk',
    roles: reviewers,
    params: heldParams,
    body: z.strictObject({ ...verdictBody, reason: z.optional(Reason) }),
    response: DeskReceipt,
  },
  refuseHeld: {
    method: 'POST',
    path: '/v1/desk/tickets/{ticketId}/held/{number}/refuse',
    summary: 'Refuse a held message; its writer is told the category',
    caller: 'desk',
    roles: reviewers,
    params: heldParams,
    body: z.strictObject({ ...verdictBody, reason: Reason }),
    response: DeskReceipt,
  },
  revealMessage: {
    method: 'POST',
    path: '/v1/desk/tickets/{ticketId}/messages/{number}/reveal',
    summary: 'Show one message with its personal data; the history says who saw it and why',
    caller: 'desk',
    roles: agents,
    params: heldParams,
    body: z.strictObject({ ...verdictBody, reason: Reason }),
    response: z.strictObject({ ticketId: TicketId, number: EventNumber, text: z.string() }),
  },
  appealAtDesk: {
    method: 'POST',
    path: '/v1/desk/appeals',
    summary: 'Say that a reply of yours was refused or held wrongly',
    caller: 'desk',
    roles: agents,
    body: AppealBody,
    response: AppealProgress,
    status: 201,
  },
  listAppeals: {
    method: 'GET',
    path: '/v1/desk/appeals',
    summary: 'Appeals that wait for a verdict, or those that have one',
    caller: 'desk',
    roles: reviewers,
    query: z.strictObject({ decided: z._default(z.enum(['no', 'yes']), 'no'), limit }),
    response: z.strictObject({ rows: z.array(Appeal), total: z.int() }),
  },
  decideAppeal: {
    method: 'POST',
    path: '/v1/desk/appeals/{appealId}/verdict',
    summary: 'Say whether the filter was right; a verdict stands',
    caller: 'desk',
    roles: reviewers,
    params: appealParams,
    body: z.strictObject({ verdict: AppealVerdict, reason: Reason }),
    response: Appeal,
  },
  getRiskFigures: {
    method: 'GET',
    path: '/v1/desk/risk/figures',
    summary: 'By category: what the filter assessed, held and blocked, and how often it was wrong',
    caller: 'desk',
    roles: leadership,
    response: z.strictObject({ rows: z.array(RiskFigures) }),
  },
  getRiskSettings: {
    method: 'GET',
    path: '/v1/desk/risk/settings',
    summary: 'What is done about each category, by who speaks, and how long held messages wait',
    caller: 'desk',
    roles: leadership,
    response: RiskSettings,
  },
  putRiskSettings: {
    method: 'PUT',
    path: '/v1/desk/risk/settings',
    summary: 'Set that, whole; every function goes by it within a minute',
    caller: 'desk',
    roles: ['admin'],
    body: RiskSettings,
    response: RiskSettings,
  },
} as const satisfies Contract;
