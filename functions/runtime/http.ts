import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Contract, Operation } from '../../schemas/operation.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Answers } from '../use-cases/answers.ts';
import { parseInput, parseJson, PayloadTooLargeError, statusOf, toApiError } from './errors.ts';
import { describe, log } from './log.ts';

type Request = APIGatewayProxyEventV2;
type Response = APIGatewayProxyStructuredResultV2;

/** Largest body of a request; a message of the longest text in any script fits. */
const MAX_BODY_BYTES = 32 * 1024;

/** Tells who is calling; throws UnauthorizedError or ForbiddenError. */
export type Authenticate<Caller> = (operation: Operation, token: string | undefined) => Promise<Caller>;

/** The Lambda handler of a contract: finds the operation, parses, asks who calls, answers in the one response shape. */
export function endpoints<C extends Contract, Caller>(
  contract: C,
  authenticate: Authenticate<Caller>,
  answers: Answers<C, Caller>,
) {
  const byRoute = new Map<string, string>(
    Object.entries(contract).map(
      ([name, operation]) => [`${operation.method} ${operation.path}`, name] as const,
    ),
  );
  const answer = async (request: Request): Promise<Response> => {
    const name = byRoute.get(request.routeKey);
    const operation = name === undefined ? undefined : contract[name];
    if (name === undefined || !operation) throw new NotFoundError('route');
    const caller = await authenticate(operation, bearer(request));
    const input = inputOf(operation, request);
    // The contract's own types tie the operation to its answer; the map by name cannot express it.
    const reply: (input: object, caller: Caller) => Promise<unknown> = answers[name as keyof C] as never;
    return json(operation.status ?? 200, operation.response.parse(await reply(input, caller)));
  };
  return middy<Request, Response>({ timeoutEarlyInMillis: 0 })
    .use({ after: logged, onError: answeredError })
    .handler(answer);
}

/** A JSON answer. */
export function json(statusCode: number, body: unknown): Response {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

function inputOf(operation: Operation, request: Request): object {
  const parts = [
    operation.params && parseInput(operation.params, decoded(request.pathParameters)),
    operation.query && parseInput(operation.query, request.queryStringParameters ?? {}),
    operation.body && parseInput(operation.body, parseJson(bodyOf(request))),
  ];
  return parts.reduce<object>((input, part) => ({ ...input, ...(part instanceof Object ? part : {}) }), {});
}

function decoded(parameters: Request['pathParameters']): object {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, value]) => [name, decode(value ?? '')]),
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function bodyOf({ body = '', isBase64Encoded }: Request): string {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) {
    throw new PayloadTooLargeError(`a request body has at most ${MAX_BODY_BYTES} bytes`);
  }
  return text;
}

function bearer({ headers }: Request): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(headers['authorization'] ?? '')?.[1];
}

function logged({ event, response }: middy.Request<Request, Response>): void {
  log('info', 'answered', {
    route: event.routeKey,
    status: response?.statusCode,
    requestId: event.requestContext.requestId,
  });
}

function answeredError(request: middy.Request<Request, Response>): void {
  const { event, error } = request;
  const { requestId } = event.requestContext;
  const apiError = toApiError(error, requestId);
  const status = statusOf[apiError.error.code];
  log(status >= 500 ? 'error' : 'info', 'refused', {
    route: event.routeKey,
    status,
    requestId,
    ...(status >= 500 && describe(error)),
  });
  request.response = json(status, apiError);
}
