import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { AgentProfile } from '../../schemas/agent.ts';
import { Article } from '../../schemas/article.ts';
import { OpenTicketBody, SendMessageBody, SessionBody, SurveyBody } from '../../schemas/customer-api.ts';
import { CapacityPlan } from '../../schemas/capacity-plan.ts';
import { TicketEvent } from '../../schemas/events.ts';
import { AgentId, CommandId, CustomerId, IsoTime, QueueId, TicketId } from '../../schemas/ids.ts';
import { Attachment, MAX_TEXT_LENGTH, MessageText } from '../../schemas/message.ts';
import { eventsQuery, pageQuery } from '../../schemas/operation.ts';
import { Participant } from '../../schemas/participant.ts';
import { ShippedSeconds } from '../../schemas/sla.ts';
import { SignalRequest, SocketRequest } from '../../schemas/socket.ts';
import { Ticket } from '../../schemas/ticket.ts';
import { Timer } from '../../schemas/timer.ts';
import { ClassificationRequest } from '../../schemas/work.ts';
import { anEvent, someSeconds, aTicket, aTimer, isoAt, TICKET_ID } from '../support/builders.ts';

const commandId = 'command-0001';
const level = { pollers: 50, batchSize: 10, provisioned: 2, standbyOpen: true };
const plan = {
  timeZone: 'Asia/Shanghai',
  windows: 'mon-fri 20:00-23:00',
  leadMinutes: 10,
  peak: level,
  'off-peak': level,
  standby: { openAfterSeconds: 60, closeAfterMinutes: 10 },
  eventSourceMappings: [],
  hotFunctions: [],
};
const profile = {
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 3,
};
const article = {
  articleId: 'refund-time',
  version: 1,
  intents: ['order.refund'],
  texts: { zh: { title: '退款', phrasings: [], answer: '一天' } },
  reviewAt: isoAt(0),
};
const attachment = { kind: 'image', url: 'https://files.test/a.png' };

/** One good case of every shape that crosses an edge, and what breaks it. */
const edges: [string, z.ZodMiniType, good: unknown, bad: unknown[]][] = [
  [
    'TicketId',
    TicketId,
    TICKET_ID,
    ['', 'KF-0123-4567-89A', 'kf-0123-4567-89ab', 'KF-0123-4567-89AI', `${TICKET_ID}\n`, ` ${TICKET_ID}`, 7],
  ],
  [
    'CommandId',
    CommandId,
    commandId,
    ['', 'short', 'x'.repeat(65), 'with space 1', 'slash/slash', `${commandId}\n`, '命令命令命令命令'],
  ],
  ['CustomerId', CustomerId, 'customer-1', ['', 'x'.repeat(129), null]],
  ['AgentId', AgentId, 'mei.lin@example.com', ['', 'a b', '小美', 'x'.repeat(129), 'a/b', 'a#b']],
  ['QueueId', QueueId, 'support', ['', 'Support', '1st', 'a'.repeat(49), 'a#b', '队列']],
  [
    'IsoTime',
    IsoTime,
    isoAt(0),
    ['2026-11-21', '2026-11-21T12:00:00Z', '2026-11-21T12:00:00.000+01:00', '2026-13-01T00:00:00.000Z', 0],
  ],
  ['MessageText', MessageText, '在吗', ['', ' \n\t　', 'x'.repeat(MAX_TEXT_LENGTH + 1), 1]],
  [
    'Attachment',
    Attachment,
    attachment,
    [
      { ...attachment, url: 'http://files.test/a.png' },
      { ...attachment, url: 'javascript:alert(1)' },
      { ...attachment, url: 'data:text/html,x' },
      { ...attachment, kind: 'exe' },
      { ...attachment, bytes: -1 },
      { ...attachment, more: 1 },
      { ...attachment, name: 'x'.repeat(201) },
    ],
  ],
  [
    'OpenTicketBody',
    OpenTicketBody,
    { commandId, text: '在吗' },
    [
      {},
      { commandId },
      { text: '在吗' },
      { commandId, text: '在吗', channel: 'fax' },
      { commandId, text: '在吗', locale: 'Chinese' },
      { commandId, text: '在吗', priority: 'urgent' },
      { commandId, text: '在吗', attachments: Array.from({ length: 11 }, () => attachment) },
    ],
  ],
  [
    'SendMessageBody',
    SendMessageBody,
    { commandId, text: '在吗', after: 0 },
    [
      { commandId, text: '在吗', after: -1 },
      { commandId, text: '在吗', after: 1.5 },
      { commandId, text: '在吗', after: '1' },
      { commandId, text: ['在吗'] },
    ],
  ],
  [
    'SurveyBody',
    SurveyBody,
    { commandId, score: 5, solved: true },
    [
      { commandId, score: 0, solved: true },
      { commandId, score: 6, solved: true },
      { commandId, score: 4.5, solved: true },
      { commandId, score: 5, solved: 'yes' },
      { commandId, score: 5, solved: true, comment: 'x'.repeat(1001) },
    ],
  ],
  [
    'SessionBody',
    SessionBody,
    { commandId: 'x'.repeat(22) },
    [
      { commandId: 'x'.repeat(21) },
      { commandId: 'x'.repeat(22), name: '' },
      { commandId: 'x'.repeat(22), customerId: 'me' },
      { commandId: 'x'.repeat(22), hostToken: 'x'.repeat(4097) },
    ],
  ],
  [
    'AgentProfile',
    AgentProfile,
    profile,
    [
      { ...profile, capacity: 0 },
      { ...profile, capacity: 21 },
      { ...profile, queues: [] },
      { ...profile, languages: ['Chinese'] },
      { ...profile, tier: 'boss' },
      { ...profile, seats: [] },
    ],
  ],
  [
    'Article',
    Article,
    article,
    [
      { ...article, articleId: 'Refund Time' },
      { ...article, version: 0 },
      { ...article, intents: [] },
      { ...article, texts: { Chinese: article.texts.zh } },
      { ...article, kit: 'GK-3' },
      { ...article, reviewAt: 'soon' },
    ],
  ],
  [
    'Timer',
    Timer,
    aTimer('bot-due', 8),
    [
      { ...aTimer('bot-due', 8), kind: 'lunch' },
      { ...aTimer('bot-due', 8), dueAt: 'soon' },
      { ...aTimer('bot-due', 8), more: 1 },
    ],
  ],
  [
    'ClassificationRequest',
    ClassificationRequest,
    { ticketId: TICKET_ID, number: 1 },
    [{ ticketId: TICKET_ID }, { ticketId: TICKET_ID, number: 0 }, { ticketId: 'T', number: 1 }],
  ],
  [
    'CapacityPlan',
    CapacityPlan,
    plan,
    [
      { ...plan, peak: { ...level, pollers: 1 } },
      { ...plan, 'off-peak': undefined },
      { ...plan, 'off-peak': { ...level, provisioned: -1 } },
      { ...plan, peak: { ...level, batchSize: 11 } },
      { ...plan, windows: '20:00' },
      { ...plan, leadMinutes: 241 },
      { ...plan, standby: { openAfterSeconds: 0, closeAfterMinutes: 10 } },
    ],
  ],
  [
    'ShippedSeconds',
    ShippedSeconds,
    someSeconds(),
    [
      { ...someSeconds(), bot: 0 },
      { ...someSeconds(), warnShare: 1 },
      { ...someSeconds(), rung: { urgent: 5 } },
      { ...someSeconds(), silence: 2_592_001 },
      { ...someSeconds(), offer: { ...someSeconds().offer, top: 1 } },
    ],
  ],
  [
    'Participant',
    Participant,
    { kind: 'customer', id: 'customer-1', segment: 'vip' },
    [
      undefined,
      {},
      { kind: 'customer', id: 'customer-1' },
      { kind: 'agent', id: '' },
      { kind: 'admin', id: 'mei' },
    ],
  ],
  [
    'SocketRequest',
    SocketRequest,
    { action: 'resume', ticketId: TICKET_ID, after: 0 },
    [
      {},
      { action: 'shout' },
      { action: 'resume', ticketId: TICKET_ID },
      { action: 'send', ticketId: TICKET_ID, text: '在吗' },
      { action: 'heartbeat', seen: { other: 1 } },
      { action: 'heartbeat', seen: { [TICKET_ID]: -1 } },
      { action: 'heartbeat', epoch: 'a b' },
      { action: 'resume', ticketId: TICKET_ID, after: 0, epoch: '' },
      { action: 'leave' },
      { action: 'seen', ticketId: TICKET_ID, number: 1 },
    ],
  ],
  [
    'SignalRequest',
    SignalRequest,
    { action: 'seen', ticketId: TICKET_ID, number: 1 },
    [
      { action: 'seen', ticketId: TICKET_ID },
      { action: 'seen', ticketId: TICKET_ID, number: 0 },
      { action: 'typing' },
      { action: 'typing', ticketId: TICKET_ID, text: '在' },
      { action: 'leave', ticketId: TICKET_ID },
    ],
  ],
  [
    'TicketEvent',
    TicketEvent,
    anEvent(),
    [
      { ...anEvent(), type: 'Unknown' },
      { ...anEvent(), number: 0 },
      { ...anEvent(), hash: 'x' },
      { ...anEvent(), body: {} },
      { ...anEvent(), actor: { kind: 'alien', id: 'x' } },
      { ...anEvent(), timers: { lunch: null } },
    ],
  ],
  [
    'Ticket',
    Ticket,
    aTicket(),
    [
      { ...aTicket(), status: 'lost' },
      { ...aTicket(), holder: { kind: 'agent' } },
      { ...aTicket(), version: 0 },
      { ...aTicket(), more: 1 },
    ],
  ],
];

describe.each(edges)('%s', (_name, schema, good, bad) => {
  it('accepts a good one', () => {
    expect(schema.safeParse(good).success).toBe(true);
  });

  it.each(bad.map((one) => [one]))('refuses %j', (one) => {
    expect(schema.safeParse(one).success).toBe(false);
  });
});

describe('a page query', () => {
  it.each([
    [{}, { limit: 25 }],
    [{ limit: '1' }, { limit: 1 }],
    [
      { limit: '100', cursor: 'abc' },
      { limit: 100, cursor: 'abc' },
    ],
  ])('reads %j as %j', (query, page) => {
    expect(pageQuery.parse(query)).toEqual(page);
  });

  it.each(['0', '101', '', 'ten', '1.5', '-1', '1,2', 'Infinity'])('refuses a limit of %j', (limit) => {
    expect(pageQuery.safeParse({ limit }).success).toBe(false);
  });

  it.each([{ after: '-1' }, { after: '1000000001' }, { after: 'x' }, { limit: '201' }, { before: '1' }])(
    'of a history refuses %j',
    (query) => {
      expect(eventsQuery.safeParse(query).success).toBe(false);
    },
  );
});
