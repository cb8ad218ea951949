import { describe, expect, it } from 'vitest';
import { handler } from '../../functions/contracts.ts';
import { ask, askInVain } from '../support/requests.ts';

describe('the contracts', () => {
  it.each(['openapi', 'asyncapi'])('are served: %s', async (name) => {
    const { status, body } = await ask(handler, `GET /v1/${name}.json`);

    expect(status).toBe(200);
    expect(body).toHaveProperty(name);
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
