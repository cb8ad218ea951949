import type * as z from 'zod/mini';
import { Agent, AgentProfile, Availability, Pool, Role, Tier } from '../agent.ts';
import { Appeal, AppealBody, AppealProgress } from '../appeal.ts';
import { Article, ArticleText } from '../article.ts';
import { Calendar } from '../calendar.ts';
import {
  CustomerCommandBody,
  OpenTicketBody,
  SendMessageBody,
  Session,
  SessionBody,
  SurveyBody,
} from '../customer-api.ts';
import { Deadline } from '../deadline.ts';
import { DeskReceipt, DeskTicket } from '../desk-api.ts';
import { ApiError, ErrorCode } from '../errors.ts';
import { Actor, seenBy, TargetOutcome, TicketEvent } from '../events.ts';
import { AgentId, CommandId, CustomerId, EventNumber, IsoTime, QueueId, TicketId } from '../ids.ts';
import { Attachment, Citation, MessageText } from '../message.ts';
import { Risk, RiskCategory, RiskSettings } from '../risk.ts';
import { HeldRow, RiskFigures } from '../safety-api.ts';
import { SlaPolicy, SlaSettings } from '../sla.ts';
import { Clock, RungAction, Target } from '../target.ts';
import { Channel, Priority, Segment } from '../ticket-facts.ts';
import { Holder, SurveyStatus, Ticket, TicketStatus } from '../ticket.ts';
import { TimerKind } from '../timer.ts';
import { IntentGuess, IntentId, Language } from '../understanding.ts';
import {
  CustomerEvent,
  CustomerTicket,
  HandledBy,
  QueueOverview,
  Receipt,
  TicketProgress,
} from '../views.ts';

interface Shape {
  schema: z.ZodMiniType;
  description: string;
}

const shape = (schema: z.ZodMiniType, description: string): Shape => ({ schema, description });

const audiences = {
  everyone: 'the customer and the desk',
  writer: 'its writer and the desk',
  desk: 'the desk only',
};

const eventShapes: Record<string, Shape> = Object.fromEntries(
  TicketEvent.def.options.flatMap((event) =>
    event.shape.type.def.values.map((type) => {
      const audience = audiences[seenBy[type]];
      return [type, shape(event, `An event of a ticket, shown to ${audience}`)];
    }),
  ),
);

/** What has a name of its own in both contracts; everything else is written out where it is used. */
export const shapes: Readonly<Record<string, Shape>> = {
  Actor: shape(Actor, 'Who did it'),
  Agent: shape(Agent, 'An agent with the seats taken just now; online means `leaseUntil` lies in the future'),
  AgentId: shape(AgentId, 'An agent: the name the sign-in knows'),
  AgentProfile: shape(AgentProfile, 'What a lead sets for an agent'),
  ApiError: shape(ApiError, 'The one shape of every error, over HTTPS and WebSocket alike'),
  Appeal: shape(Appeal, 'An appeal as reviewers see it'),
  AppealBody: shape(AppealBody, 'What somebody says against a refusal'),
  AppealProgress: shape(AppealProgress, 'An appeal as its writer sees it'),
  Article: shape(Article, 'One entry of the knowledge base, in one or more languages'),
  ArticleText: shape(ArticleText, 'One language of an article'),
  Attachment: shape(Attachment, 'A file stored elsewhere, by its https address'),
  Availability: shape(Availability, 'What an agent says of their own readiness'),
  Calendar: shape(Calendar, 'When time counts for a promise, on the clock of a time zone'),
  Channel: shape(Channel, 'How messages come and go'),
  Citation: shape(Citation, 'The article and version an answer was taken from'),
  Clock: shape(Clock, 'A promise as it was made to one ticket'),
  CommandId: shape(CommandId, 'The client’s own id of a write; a retry sends the same one'),
  CustomerCommandBody: shape(CustomerCommandBody, 'A write that says nothing beyond itself'),
  CustomerEvent: shape(CustomerEvent, 'One event as its customer sees it'),
  CustomerId: shape(CustomerId, 'A customer, by the platform’s own id or the host app’s'),
  CustomerTicket: shape(CustomerTicket, 'A ticket as its customer sees it'),
  Deadline: shape(Deadline, 'Why a promise is due when it is'),
  DeskReceipt: shape(DeskReceipt, 'Answer to a desk write: the events it made'),
  DeskTicket: shape(DeskTicket, 'A ticket as the desk sees it; `number` is its last event'),
  ErrorCode: shape(ErrorCode, 'What kind of error it is'),
  EventNumber: shape(EventNumber, 'Position of an event in its ticket’s history: 1, 2, 3 … without gaps'),
  HeldRow: shape(HeldRow, 'A message that waits for a reviewer'),
  HandledBy: shape(HandledBy, 'Who is dealing with the ticket, in the customer’s terms'),
  Holder: shape(Holder, 'Who has the ticket in hand'),
  IntentGuess: shape(IntentGuess, 'One possible meaning of a message, how sure we are, and why'),
  IntentId: shape(IntentId, 'A node of the taxonomy, or `none`'),
  IsoTime: shape(IsoTime, 'UTC time with milliseconds, such as 2026-01-31T08:00:00.000Z'),
  Language: shape(Language, 'The language a message is written in; `und` when it cannot be told'),
  MessageText: shape(MessageText, 'What somebody typed: at least one visible character'),
  OpenTicketBody: shape(OpenTicketBody, 'A first message'),
  Pool: shape(Pool, 'Standby agents are eligible once the standby pool is open'),
  Priority: shape(Priority, 'How soon a ticket is to be treated'),
  QueueId: shape(QueueId, 'A queue'),
  QueueOverview: shape(QueueOverview, 'One queue as the desk sees it'),
  Receipt: shape(Receipt, 'Answer to a customer’s write: what it made; a repeat gets the same answer'),
  Risk: shape(Risk, 'What is risky in a text, what is done about it, and why'),
  RiskCategory: shape(RiskCategory, 'What a text can be a risk for'),
  RiskFigures: shape(RiskFigures, 'What the filter did in one category, and how often it was wrong'),
  RiskSettings: shape(RiskSettings, 'What an operator says about the risk filter'),
  Role: shape(Role, 'A sign-in group'),
  Segment: shape(Segment, 'Who the customer is to the platform'),
  RungAction: shape(RungAction, 'What a rung of the ladder does'),
  SendMessageBody: shape(SendMessageBody, 'A message'),
  Session: shape(Session, 'A customer’s session; `token` opens the HTTP API and the WebSocket'),
  SessionBody: shape(
    SessionBody,
    'Who starts a session; with `hostToken`, the one your back end vouches for',
  ),
  SlaPolicy: shape(SlaPolicy, 'Targets in seconds, for the tickets that its conditions name'),
  SlaSettings: shape(SlaSettings, 'Every promise of this installation'),
  SurveyBody: shape(SurveyBody, 'How it went, from 1 (bad) to 5 (good)'),
  SurveyStatus: shape(SurveyStatus, 'What became of the question after resolution'),
  Target: shape(Target, 'What was promised'),
  TargetOutcome: shape(TargetOutcome, 'How a target ended'),
  Ticket: shape(Ticket, 'The state a ticket’s history leads to'),
  TicketEvent: shape(TicketEvent, 'Everything that can happen to a ticket; `type` tells which'),
  TicketId: shape(TicketId, 'Ticket number, such as KF-7Q4M-2X9K-V3TD'),
  TicketProgress: shape(TicketProgress, 'What anybody who knows the number may see of a ticket'),
  TicketStatus: shape(TicketStatus, 'Where a ticket stands'),
  Tier: shape(Tier, 'What an agent may treat alone; each tier includes those before it'),
  TimerKind: shape(TimerKind, 'What a ticket can be woken for'),
  ...eventShapes,
};
