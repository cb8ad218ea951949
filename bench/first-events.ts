import type { FunctionName } from '../lib/shared/bundle.ts';

const ticketId = 'KF-7Q4M-2X9K-V3TD';
const occurredAt = '2026-11-21T12:00:00.000Z';

const request = (routeKey: string, more: object = {}) => ({
  version: '2.0',
  routeKey,
  headers: { authorization: 'Bearer token' },
  requestContext: { requestId: 'bench' },
  ...more,
});
const message = (body: object) => ({ Records: [{ messageId: '1', body: JSON.stringify(body) }] });
const resolved = {
  ticketId,
  number: 3,
  occurredAt,
  type: 'TicketResolved',
  actor: { kind: 'system', id: 'kefu' },
  body: { resolutionCount: 1, reason: 'bench' },
  hash: '0'.repeat(64),
};

/** One event, as the stream of the tickets table tells of it. */
const written = {
  Records: [
    {
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: '1',
        NewImage: {
          pk: { S: `T#${ticketId}` },
          sk: { S: 'E#0000000003' },
          event: {
            M: {
              ticketId: { S: ticketId },
              number: { N: '3' },
              occurredAt: { S: occurredAt },
              type: { S: 'TicketResumed' },
              actor: { M: { kind: { S: 'system' }, id: { S: 'kefu' } } },
              body: { M: {} },
              hash: { S: '0'.repeat(64) },
            },
          },
        },
      },
    },
  ],
};

/** The first event of each function: well-formed, and answered by a stub that knows nothing. */
export const firstEvents: Record<FunctionName, object> = {
  sessions: request('POST /v1/sessions', { body: '{"commandId":"0123456789012345678901"}' }),
  intake: request('GET /v1/tickets/{ticketId}', { pathParameters: { ticketId } }),
  desk: request('GET /v1/desk/me'),
  knowledge: request('GET /v1/desk/articles'),
  safety: request('GET /v1/desk/held'),
  settings: request('GET /v1/settings/sla'),
  insights: request('GET /v1/insights/top'),
  planning: request('GET /v1/forecast'),
  roster: request('POST /v1/staffing/roster', { body: '{"dailyUsers":1000,"days":1}' }),
  exports: request('GET /v1/exports'),
  exporter: message({ kind: 'daily' }),
  contracts: request('GET /v1/openapi.json'),
  authorizer: { methodArn: 'arn', queryStringParameters: { token: 'token' } },
  socket: {
    requestContext: {
      connectionId: '1',
      routeKey: '$default',
      authorizer: { kind: 'customer', id: 'bench', segment: 'ordinary' },
    },
    body: JSON.stringify({ action: 'resume', ticketId, after: 0 }),
  },
  signals: {
    requestContext: {
      connectionId: '1',
      routeKey: 'typing',
      authorizer: { kind: 'customer', id: 'bench', segment: 'ordinary' },
    },
    body: JSON.stringify({ action: 'typing', ticketId }),
  },
  classification: message({ ticketId, number: 2 }),
  assignment: message(resolved),
  escalation: message({ ticketId, kind: 'auto-close', dueAt: occurredAt }),
  survey: message(resolved),
  questions: message(resolved),
  replies: message({ ...resolved, turn: { startedAt: occurredAt, step: 'ended' } }),
  delivery: message(resolved),
  standby: message({
    ...resolved,
    type: 'TicketEscalated',
    body: { level: 4, rung: 'open-standby', reason: 'bench' },
  }),
  relay: written,
  live: written,
  facts: message(resolved),
  simulation: message({ simulationId: '0'.repeat(32) }),
  sweep: {},
  rollup: {},
  capacity: {},
  plan: {
    RequestType: 'Delete',
    ResponseURL: 'http://localhost:9/',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'plan',
    ResourceProperties: {},
  },
};
