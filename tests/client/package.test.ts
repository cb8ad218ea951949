import { gzipSync } from 'node:zlib';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { bundleClient } from '../../client/build.ts';
import type * as client from '../../client/src/messages.ts';
import type { ApiError } from '../../schemas/errors.ts';
import type { Party, SeenCursor } from '../../schemas/participant.ts';
import type { SocketMessage } from '../../schemas/socket.ts';

/** Bytes of the package as browsers load it, gzipped. */
const BUDGET = 12_000;

describe('the package', () => {
  it('is small, and imports nothing', async () => {
    const code = await bundleClient();

    expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThanOrEqual(BUDGET);
    expect(new TextDecoder().decode(code)).not.toMatch(/\b(import|require)\s*[({"']/);
  });

  it('has the types of the schemas: npm run client:types makes them anew', () => {
    expectTypeOf<client.SocketMessage>().toEqualTypeOf<SocketMessage>();
    expectTypeOf<client.ApiError>().toEqualTypeOf<ApiError>();
    expectTypeOf<client.Party>().toEqualTypeOf<Party>();
    expectTypeOf<client.SeenCursor>().toEqualTypeOf<SeenCursor>();
  });
});
