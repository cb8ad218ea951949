import { SignalRequest, SocketMessage, SocketRequest } from '../socket.ts';
import { socketMessageExamples, socketRequestExamples } from './examples.ts';
import { jsonSchemas, oneForm } from './json-schemas.ts';

type Action = (SocketRequest | SignalRequest)['action'];
type Type = SocketMessage['type'];

const requests: Record<Action, { summary: string; answers: Type[] }> = {
  open: { summary: 'Open a ticket with a first message (customers)', answers: ['receipt', 'error'] },
  send: { summary: 'Write a message (customers)', answers: ['receipt', 'error'] },
  person: { summary: 'Ask for a person; always honoured (customers)', answers: ['receipt', 'error'] },
  resume: {
    summary: 'Ask for everything after the event number the client has seen',
    answers: ['events', 'error'],
  },
  leave: { summary: 'Watch a ticket of somebody else no longer (desk)', answers: ['left', 'error'] },
  heartbeat: {
    summary: 'Keep the socket open, and ask where the tickets that were seen stand now',
    answers: ['heartbeat', 'error'],
  },
  seen: { summary: 'Say how far the conversation has been read', answers: ['seen', 'error'] },
  typing: { summary: 'Say that somebody is writing; dropped first under load', answers: ['error'] },
};

const messages: Record<Type, { summary: string; description: string }> = {
  receipt: {
    summary: 'Answer to a write',
    description: 'What the write made. A repeated write, known by its `commandId`, gets the same answer.',
  },
  events: {
    summary: 'What happened, at once; also the answer to `resume`',
    description:
      'Everything the client may see in `(after, number]`; empty when that was not for it. A client that has seen ' +
      '`after` or more moves to `number`; one that has not asks to `resume`. So nothing is missed, and nothing ' +
      'shown twice. Customers get a `CustomerEvent` each, the desk a `TicketEvent`. An answer to `resume` says whether ' +
      'it `recovered`: if not, the cursor belongs to a past that is gone, `after` is 0, and the client forgets what it ' +
      'had. With `more` it resumes again from `number`. A push with another `epoch` than the client’s is a reason to ' +
      'resume, not to show it.',
  },
  left: { summary: 'Answer to `leave`', description: 'No more pushes for this ticket come to this socket.' },
  heartbeat: {
    summary: 'Answer to a heartbeat',
    description:
      'The number of the last event of each ticket asked for; a client that has seen less, or more, resumes, and so ' +
      'does one of another `epoch`. Tickets that are not there or not its own are left out. `next` is the number of ' +
      'seconds to the next heartbeat: 30 while a ticket is new or open, otherwise 540.',
  },
  seen: {
    summary: 'How far somebody has read; also the answer to `seen`',
    description:
      'Everything up to `number`. Customers are not told which agent. Not an event of the history: a missed one is ' +
      'made good by the next, or by the `seen` of a `resume`.',
  },
  typing: {
    summary: 'Somebody is writing',
    description: 'Forget it after 6 seconds, or when a message comes.',
  },
  place: {
    summary: 'Where a customer who waits stands now',
    description:
      'Told when the wait begins and when it notably changes, to the first 20 of a queue, at most about every 10 seconds. Not an ' +
      'event of the history: `GET /v1/tickets/{ticketId}` says the same at any time. Without `expectedWaitSeconds` nobody is at ' +
      'work who could take it, and no wait is promised.',
  },
  error: {
    summary: 'Answer to a request that failed',
    description:
      '`commandId` is that of the write which failed, `ticketId` the ticket that another request named, when they could ' +
      'be read.',
  },
};

const introduction =
  'The live side of the platform, as the platform sees it: it receives what clients send, and sends what they get. ' +
  'Open the socket with `?token=`: a customer’s session token (`POST /v1/sessions`) or the ID token of the desk’s ' +
  'sign-in; anything else is refused with 401. Frames are JSON text of at most 32 KB. A socket that says nothing ' +
  'for 10 minutes is closed, so send a heartbeat as often as the last answer said; every socket is closed after 2 ' +
  'hours. Connect again and `resume` from the last event seen. Whatever a customer writes here can be sent over HTTPS too, with ' +
  'the same `commandId`; the desk writes over HTTPS only.';

const server = {
  host: '{apiId}.execute-api.{region}.amazonaws.com',
  protocol: 'wss',
  description: 'The stack’s output `SocketUrl` is this address',
  variables: {
    apiId: { description: 'The stack’s output `SocketApiId`' },
    region: { description: 'The AWS region the platform runs in', default: 'us-east-1' },
  },
  security: [{ $ref: '#/components/securitySchemes/token' }],
};

const channel = {
  address: '/live',
  title: 'Live',
  description: 'One socket per device; a customer or an agent may have several.',
  servers: [{ $ref: '#/servers/live' }],
  bindings: {
    ws: {
      method: 'GET',
      query: { type: 'object', properties: { token: { type: 'string' } }, required: ['token'] },
      bindingVersion: '0.1.0',
    },
  },
  'x-limits': { frameBytes: 32_768, idleSeconds: 600, connectionSeconds: 7200 },
};

const components = {
  securitySchemes: {
    token: {
      type: 'httpApiKey',
      in: 'query',
      name: 'token',
      description: 'A customer’s session token, or the ID token of the desk’s sign-in',
    },
  },
  correlationIds: {
    command: { description: 'The write this is, or answers', location: '$message.payload#/commandId' },
  },
};

/** The WebSocket as an AsyncAPI 3.0 document, made from the two unions of its messages. */
export function asyncApi(): object {
  const received = [...SocketRequest.def.options, ...SignalRequest.def.options];
  const sent = SocketMessage.def.options;
  // Draft 7 is what AsyncAPI reads when a payload names no other format.
  const fromClients = jsonSchemas(received, { io: 'input', target: 'draft-07' });
  const toClients = jsonSchemas(sent, { io: 'output', target: 'draft-07' });
  const actions = received.flatMap(({ shape }) => shape.action.def.values);
  const types = sent.flatMap(({ shape }) => shape.type.def.values);
  const bodies = Object.fromEntries([
    ...received.flatMap((schema) =>
      schema.shape.action.def.values.map((action) => request(action, fromClients.schemaOf(schema))),
    ),
    ...sent.flatMap((schema) =>
      schema.shape.type.def.values.map((type) => message(type, toClients.schemaOf(schema))),
    ),
  ]);
  const names = Object.keys(bodies);
  return {
    asyncapi: '3.0.0',
    info: { title: 'Kefu live', version: '1.0.0', description: introduction },
    defaultContentType: 'application/json',
    servers: { live: server },
    channels: {
      live: {
        ...channel,
        messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: Object.fromEntries([...actions.map(receiving), ...types.map(sending)]),
    components: {
      ...components,
      messages: bodies,
      schemas: oneForm(fromClients.componentsOf(received), toClients.componentsOf(sent)),
    },
  };
}

function request(action: Action, payload: object): [string, object] {
  const example = socketRequestExamples[action];
  const body = {
    name: action,
    title: requestName(action),
    summary: requests[action].summary,
    ...('commandId' in example && correlated),
    payload,
    examples: [{ name: action, payload: example }],
  };
  return [requestName(action), body];
}

function message(type: Type, payload: object): [string, object] {
  const example = socketMessageExamples[type];
  const body = {
    name: type,
    title: messageName(type),
    ...messages[type],
    ...('commandId' in example && correlated),
    payload,
    examples: [{ name: type, payload: example }],
  };
  return [messageName(type), body];
}

function receiving(action: Action): [string, object] {
  const { summary, answers } = requests[action];
  const operation = {
    action: 'receive',
    channel: live,
    summary,
    messages: [inChannel(requestName(action))],
    reply: { channel: live, messages: answers.map((type) => inChannel(messageName(type))) },
  };
  return [`receive${capitalized(action)}`, operation];
}

function sending(type: Type): [string, object] {
  const { summary } = messages[type];
  const operation = { action: 'send', channel: live, summary, messages: [inChannel(messageName(type))] };
  return [`send${capitalized(type)}`, operation];
}

const live = { $ref: '#/channels/live' };
const correlated = { correlationId: { $ref: '#/components/correlationIds/command' } };

function inChannel(name: string): object {
  return { $ref: `#/channels/live/messages/${name}` };
}

function requestName(action: Action): string {
  return `${capitalized(action)}Request`;
}

function messageName(type: Type): string {
  return `${capitalized(type)}Message`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
