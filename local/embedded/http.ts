import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { Handlers, Route } from './handlers.ts';
import { initiateAuth } from './sign-in.ts';
import { invocation } from './invocation.ts';

const Answer = z.object({
  statusCode: z.int(),
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
});

/** Everything browsers ask before they call from another origin. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET,POST,PUT',
  'access-control-allow-headers': 'authorization,content-type',
};

/** No body of the API comes near this; what is larger is cut off, and the handler refuses it. */
const MOST_BYTES = 1024 * 1024;

/** The HTTP API on this machine: finds the route, hands the request on as API Gateway does, and answers. */
export function httpServer(handlers: Handlers, now: () => Date): Server {
  return createServer((request, response) => {
    answer(handlers, request, now)
      .catch(() => ({ statusCode: 500, body: JSON.stringify({ message: 'Internal Server Error' }) }))
      .then((made) => send(response, made))
      .catch(() => response.destroy());
  });
}

async function answer(
  handlers: Handlers,
  request: IncomingMessage,
  now: () => Date,
): Promise<z.infer<typeof Answer>> {
  if (request.method === 'OPTIONS') return { statusCode: 204 };
  const body = await bodyOf(request);
  if (/\.InitiateAuth$/.test(String(request.headers['x-amz-target']))) return signIn(body, now());
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const found = findRoute(handlers.routes, request.method ?? 'GET', pathname);
  const routeKey = found?.route.routeKey ?? `${request.method} ${pathname}`;
  const event = eventOf(request, { routeKey, pathname, body, query: searchParams, path: found?.path });
  const handler = found?.route.handler ?? handlers.fallback;
  return Answer.parse(await handler(event, invocation));
}

async function signIn(body: string, now: Date): Promise<z.infer<typeof Answer>> {
  const signed = await initiateAuth(JSON.parse(body), now);
  if (signed) return { statusCode: 200, body: JSON.stringify(signed) };
  return { statusCode: 400, body: JSON.stringify({ __type: 'NotAuthorizedException' }) };
}

function findRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): { route: Route; path: Record<string, string> } | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(pathname) : null;
    if (match) {
      const path = route.parameters.map((name, at) => [name, match[at + 1] ?? ''] as const);
      return { route, path: Object.fromEntries(path) };
    }
  }
  return undefined;
}

interface Parts {
  routeKey: string;
  pathname: string;
  body: string;
  query: URLSearchParams;
  path: Record<string, string> | undefined;
}

function eventOf(
  request: IncomingMessage,
  { routeKey, pathname, body, query, path }: Parts,
): APIGatewayProxyEventV2 {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  const time = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: pathname,
    rawQueryString: query.toString(),
    headers: Object.fromEntries(headers),
    ...(path && { pathParameters: path }),
    ...(query.size > 0 && { queryStringParameters: Object.fromEntries(query) }),
    ...(body !== '' && { body }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'embedded',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method ?? 'GET',
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: time.toISOString(),
      timeEpoch: time.getTime(),
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part) || bytes > MOST_BYTES) continue;
    parts.push(part);
    bytes += part.length;
  }
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, { statusCode, headers, body }: z.infer<typeof Answer>): void {
  response.writeHead(statusCode, { ...CORS, ...headers });
  response.end(body);
}
