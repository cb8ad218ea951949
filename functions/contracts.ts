import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import asyncapi from '../schemas/contracts/asyncapi.json' with { type: 'json' };
import openapi from '../schemas/contracts/openapi.json' with { type: 'json' };
import { NotFoundError } from './domain/errors.ts';
import { toApiError } from './runtime/errors.ts';
import { json } from './runtime/http.ts';

const served = new Map<string, unknown>([
  ['GET /v1/openapi.json', openapi],
  ['GET /v1/asyncapi.json', asyncapi],
]);

/** Serves the contracts, and answers every route nobody else knows in the one error shape. */
export const handler = async ({ routeKey, requestContext }: APIGatewayProxyEventV2) => {
  const contract = served.get(routeKey);
  return contract
    ? json(200, contract)
    : json(404, toApiError(new NotFoundError('route'), requestContext.requestId));
};
