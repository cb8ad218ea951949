import { describe, expect, it } from 'vitest';
import { handler } from '../../functions/contracts.ts';
import { ask, askInVain } from '../support/requests.ts';

describe('the contracts', () => {
  it.each([
    ['GET /v1/openapi.json', { openapi: expect.stringMatching(/^3\.1/) }],
    ['GET /v1/asyncapi.json', { asyncapi: expect.stringMatching(/^3/) }],
  ])('are served at %s', async (route, contract) => {
    expect(await ask(handler, route)).toMatchObject({ status: 200, body: contract });
  });

  it.each(['$default', 'POST /v1/openapi.json', 'GET /admin', 'constructor'])(
    'are nowhere else: %s is not found, in the one error shape',
    async (route) => {
      expect(await askInVain(handler, route)).toMatchObject({
        status: 404,
        code: 'not_found',
        message: 'route not found',
        requestId: 'request-1',
      });
    },
  );
});
