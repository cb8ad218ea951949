import type { SocketMessage } from './messages.ts';
import type { Pending, Request, Settings } from './state.ts';

/** A request as a frame of the socket. */
export function frameOf(request: Request): object {
  if (request.action !== 'write') return request;
  const { action, commandId, ticketId, body, after, epoch } = request.write;
  return action === 'open'
    ? { ...body, action, commandId }
    : { ...body, action, commandId, ticketId, after, epoch };
}

/** A request as a call of the HTTP API. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

/** Last parts of paths, where sockets use another word. */
const parts: Readonly<Record<string, string>> = { send: 'messages' };

/** The same request over HTTPS; undefined for what only a socket can do. */
export function callOf(request: Request, kind: Settings['kind']): Call | undefined {
  const tickets = kind === 'desk' ? '/v1/desk/tickets' : '/v1/tickets';
  if (request.action === 'write') {
    const { action, commandId, ticketId, body, after, epoch } = request.write;
    return action === 'open'
      ? { method: 'POST', path: tickets, body: { ...body, commandId } }
      : {
          method: 'POST',
          path: `${tickets}/${ticketId}/${parts[action] ?? action}`,
          body: { ...body, commandId, after, epoch },
        };
  }
  if (request.action !== 'resume') return undefined;
  const { ticketId, after, epoch } = request;
  const query = `after=${after}${epoch === undefined ? '' : `&epoch=${epoch}`}`;
  return { method: 'GET', path: `${tickets}/${ticketId}/events?${query}` };
}

const types: Readonly<Record<SocketMessage['type'], true>> = {
  receipt: true,
  events: true,
  left: true,
  heartbeat: true,
  seen: true,
  typing: true,
  place: true,
  error: true,
};

/** What the platform sent; undefined for anything else, such as a refusal of API Gateway itself. */
export function messageOf(data: unknown): SocketMessage | undefined {
  const message = typeof data === 'string' ? parsed(data) : data;
  return isMessage(message) ? message : undefined;
}

/** Writes that an earlier run left; none when they cannot be read. */
export function pendingOf(kept: string): Pending[] {
  const outbox = parsed(kept);
  return Array.isArray(outbox) ? outbox.filter(isPending) : [];
}

/** Its kind is looked at, and the platform trusted for the rest. */
function isMessage(value: unknown): value is SocketMessage {
  return (
    isRecord(value) &&
    typeof value['type'] === 'string' &&
    value['type'] in types &&
    (value['type'] !== 'error' || isRecord(value['error']))
  );
}

function isPending(value: unknown): value is Pending {
  return isRecord(value) && typeof value['commandId'] === 'string' && typeof value['action'] === 'string';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
