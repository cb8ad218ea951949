import type * as z from 'zod/mini';
import { apis, type ApiName } from '../api.ts';
import { ApiError } from '../errors.ts';
import type { CallerKind, Contract, Operation } from '../operation.ts';
import { requestExamples } from './examples.ts';
import { discriminated, jsonSchemas, type JsonSchemas, oneForm } from './json-schemas.ts';

interface Route {
  tag: string;
  operationId: string;
  operation: Operation;
}

interface Schemas {
  requests: JsonSchemas;
  responses: JsonSchemas;
}

const tags: Record<ApiName | 'contracts', string> = {
  sessions: 'How a customer becomes known to the platform',
  intake: 'Everything a customer can do',
  desk: 'Everything the desk can do with tickets and seats',
  knowledge: 'The knowledge base, for those who write it',
  settings: 'What supervisors set while everything runs',
  safety: 'Messages that the filter stops: reviews, appeals, figures',
  planning: 'Forecast, seats and simulation',
  roster: 'Who works when',
  insights: 'What leads and supervisors learn from all tickets',
  exports: 'Rows of tickets, messages and events as files',
  contracts: 'The contracts themselves',
};

const introduction =
  `Every write carries a \`commandId\` the client made: a retry with the same id and the same content gets
the answer of the first, and changes nothing. Every event of a ticket has a number; \`after\` asks for what
comes after one. The live side is a WebSocket, described in \`/v1/asyncapi.json\`.`.replaceAll('\n', ' ');

const security: Record<CallerKind, object[]> = {
  public: [],
  customer: [{ session: [] }],
  desk: [{ signIn: [] }],
};

const securitySchemes = {
  session: {
    type: 'http',
    scheme: 'bearer',
    description: 'The `token` of a session; `POST /v1/sessions` gives one',
  },
  signIn: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The ID token of the desk’s sign-in; an operation needs any one of its `x-roles`',
  },
};

const contractPaths = {
  '/v1/openapi.json': contractPath('getOpenApi', 'This document'),
  '/v1/asyncapi.json': contractPath('getAsyncApi', 'The contract of the WebSocket'),
};

const DONE = { 200: 'Done', 201: 'Made', 202: 'Begun: it goes on by itself' } as const;

/** How an operation can fail, and which operations can. */
const refusals: Record<string, { description: string; when: (operation: Operation) => boolean }> = {
  400: { description: 'The request breaks the contract: `issues` says where', when: () => true },
  401: {
    description: 'No token, or one that is wrong or has expired',
    // A public write may carry a token that vouches for its caller.
    when: ({ caller, body }) => caller !== 'public' || body !== undefined,
  },
  403: {
    description: 'None of the roles the operation needs, or not your ticket',
    when: ({ caller }) => caller === 'desk',
  },
  404: {
    description: 'There is no such thing, or it is not yours to see',
    when: ({ caller, params }) => caller === 'desk' || params !== undefined,
  },
  409: {
    description:
      'The ticket’s status forbids it, somebody was faster, or the `commandId` said something else before',
    when: ({ method }) => method !== 'GET',
  },
  422: {
    description:
      'The risk filter refuses the text: `issues` names the categories; the message may be shown to its writer',
    when: ({ path, method }) =>
      method === 'POST' && /^\/v1\/(?:desk\/)?tickets(?:\/\{ticketId\}\/messages)?$/.test(path),
  },
  413: { description: 'The body has more than 32 KB', when: ({ body }) => body !== undefined },
  429: { description: 'Too many requests: wait a moment, then send the same again', when: () => true },
  500: { description: 'Our fault: send the same again', when: () => true },
};

/** The HTTP API as an OpenAPI 3.1 document, made from the contracts alone. */
export function openApi(): object {
  const routes = Object.entries(apis).flatMap(([tag, contract]: [string, Contract]) =>
    Object.entries(contract).map(([operationId, operation]): Route => ({ tag, operationId, operation })),
  );
  const operations = routes.map(({ operation }) => operation);
  const asked = operations.flatMap(({ params, query, body }) => [params, query, body]).filter(isPresent);
  const answered = [ApiError, ...operations.map(({ response }) => response)];
  const requests = jsonSchemas(asked, { io: 'input', override: discriminated });
  const responses = jsonSchemas(answered, { io: 'output', override: discriminated });

  const paths: Record<string, object> = {};
  for (const route of routes) {
    const { path, method } = route.operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(route, { requests, responses }) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kefu',
      version: '1.0.0',
      summary: 'Customer service for short-video and live-commerce platforms',
      description: introduction,
    },
    servers: [{ url: '/', description: 'Where this document comes from' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: { ...paths, ...contractPaths },
    components: {
      securitySchemes,
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, { description }]) => [
          `Error${status}`,
          { description, content: json(responses.schemaOf(ApiError)) },
        ]),
      ),
      schemas: oneForm(requests.componentsOf(asked), responses.componentsOf(answered)),
    },
  };
}

function operationObject({ tag, operationId, operation }: Route, { requests, responses }: Schemas): object {
  const { summary, caller, roles, params, query, body, response, status = 200 } = operation;
  const example = requestExamples[operationId];
  const parameters = [...parametersIn('path', params, requests), ...parametersIn('query', query, requests)];
  return {
    operationId,
    summary,
    tags: [tag],
    security: security[caller],
    ...(roles && { 'x-roles': roles }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: json(requests.schemaOf(body), example && { main: { value: example } }),
      },
    }),
    responses: {
      [status]: {
        description: DONE[status],
        content: json(responses.schemaOf(response)),
      },
      ...Object.fromEntries(
        Object.entries(refusals)
          .filter(([, { when }]) => when(operation))
          .map(([refusal]) => [refusal, { $ref: `#/components/responses/Error${refusal}` }]),
      ),
    },
  };
}

function parametersIn(
  place: 'path' | 'query',
  schema: z.ZodMiniType | undefined,
  requests: JsonSchemas,
): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = requests.schemaOf(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function contractPath(operationId: string, summary: string) {
  const content = json({ type: 'object' });
  return {
    get: {
      operationId,
      summary,
      tags: ['contracts'],
      security: [],
      responses: {
        200: { description: 'Done', content },
        429: { $ref: '#/components/responses/Error429' },
        500: { $ref: '#/components/responses/Error500' },
      },
    },
  };
}

function json(schema: object, examples?: object): object {
  return { 'application/json': { schema, ...(examples && { examples }) } };
}

function isPresent(schema: z.ZodMiniType | undefined): schema is z.ZodMiniType {
  return schema !== undefined;
}
