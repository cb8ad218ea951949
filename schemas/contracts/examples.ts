import type { SignalRequest, SocketMessage, SocketRequest } from '../socket.ts';
import type { CustomerEvent } from '../views.ts';

const ticketId = 'KF-7Q4M-2X9K-V3TD';

const opening = {
  ticketId,
  occurredAt: '2026-01-31T08:00:00.000Z',
  from: { kind: 'customer' as const, name: '小林' },
  commandId: 'c2f1a9d0-open',
};
const opened: CustomerEvent[] = [
  { ...opening, number: 1, type: 'TicketOpened' },
  { ...opening, number: 2, type: 'MessageSent', text: '我的直播间突然被封了' },
];

const answered: CustomerEvent = {
  ticketId,
  number: 5,
  occurredAt: '2026-01-31T08:00:02.000Z',
  type: 'MessageSent',
  from: { kind: 'bot', name: '小助手' },
  text: '别着急，我们马上处理。',
  purpose: 'answer',
  citations: [{ articleId: 'live-room-banned', version: 3, title: '直播间被封禁怎么办' }],
};

/** An example of the requests a client writes first, by operation. */
export const requestExamples: Readonly<Record<string, object>> = {
  createSession: { commandId: 'Zk3v0pQm7yT1sXw9bN4cRa', name: '小林' },
  openTicket: { commandId: 'c2f1a9d0-open', text: '我的直播间突然被封了', channel: 'app', locale: 'zh-CN' },
  sendMessage: { commandId: 'c2f1a9d0-more', after: 5, text: '房间号是 88213' },
  answerSurvey: { commandId: 'c2f1a9d0-rate', after: 14, score: 5, solved: true, comment: '很快，谢谢' },
};

/** An example of every request over the WebSocket. */
export const socketRequestExamples: {
  [A in (SocketRequest | SignalRequest)['action']]: Extract<SocketRequest | SignalRequest, { action: A }>;
} = {
  open: {
    action: 'open',
    commandId: 'c2f1a9d0-open',
    text: '我的直播间突然被封了',
    channel: 'app',
    locale: 'zh-CN',
  },
  send: {
    action: 'send',
    ticketId,
    commandId: 'c2f1a9d0-more',
    after: 5,
    epoch: '0',
    text: '房间号是 88213',
  },
  person: { action: 'person', ticketId, commandId: 'c2f1a9d0-help', after: 6, epoch: '0' },
  resume: { action: 'resume', ticketId, after: 2, epoch: '0' },
  leave: { action: 'leave', ticketId },
  heartbeat: { action: 'heartbeat', epoch: '0', seen: { [ticketId]: 5 } },
  seen: { action: 'seen', ticketId, number: 5 },
  typing: { action: 'typing', ticketId },
};

/** An example of every message the platform sends over the WebSocket. */
export const socketMessageExamples: { [T in SocketMessage['type']]: Extract<SocketMessage, { type: T }> } = {
  receipt: { type: 'receipt', commandId: 'c2f1a9d0-open', ticketId, number: 2, events: opened, epoch: '0' },
  events: { type: 'events', epoch: '0', ticketId, after: 4, number: 5, events: [answered] },
  left: { type: 'left', ticketId },
  heartbeat: { type: 'heartbeat', epoch: '0', numbers: { [ticketId]: 5 }, next: 30 },
  seen: { type: 'seen', ticketId, by: { kind: 'agent', name: '老王' }, number: 5 },
  typing: { type: 'typing', ticketId, by: { kind: 'agent', name: '老王' } },
  place: {
    type: 'place',
    ticketId,
    position: 4,
    expectedWaitSeconds: 360,
    staffed: true,
    text: '您排在第 4 位，预计等待约 6 分钟。',
  },
  error: {
    type: 'error',
    commandId: 'c2f1a9d0-more',
    error: {
      code: 'bad_request',
      message: 'the request is not as the contract says',
      issues: [{ field: 'text', rule: 'is required' }],
      requestId: 'JKJaXmPLvHcESHA=',
    },
  },
};
