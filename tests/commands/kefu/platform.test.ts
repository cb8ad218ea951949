import { afterEach, describe, expect, it, vi } from 'vitest';
import { platformForecast } from '../../../commands/kefu/platform.ts';

const url = 'https://api.test';
const asked = { url, token: 'token', days: 3, dailyUsers: undefined, events: undefined, hours: undefined };
const forecast = { kind: 'not-enough-data', missing: ['days: 1 of at least 3 have counts'], notes: [] };
const answer = {
  timeZone: 'Asia/Shanghai',
  groupBy: 'total',
  countedUntil: '2026-11-21T11:00:00.000Z',
  leftOut: 0,
  groups: [{ value: 'all', asked: 1, forecast }],
};

/** A platform that answers this; returns what it is asked. */
function aPlatform(status: number, body: unknown) {
  const asking = vi.fn(async (_at: URL, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal('fetch', asking);
  return asking;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the forecast of a platform', () => {
  it('is asked for with what is known, in the name of who asks', async () => {
    const asking = aPlatform(200, answer);
    const events = [{ name: '双十二', from: '2026-12-12 00:00', to: '2026-12-13 00:00' }];

    expect(await platformForecast({ ...asked, events })).toEqual(forecast);

    const [at, init] = asking.mock.calls[0] ?? [];
    expect(at?.pathname).toBe('/v1/forecast');
    expect(Object.fromEntries(at?.searchParams ?? [])).toEqual({ days: '3', events: JSON.stringify(events) });
    expect(init?.headers).toEqual({ authorization: 'Bearer token' });
  });

  it('says what the platform says against it', async () => {
    aPlatform(400, {
      error: {
        code: 'bad_request',
        message: 'the request breaks the contract',
        issues: [{ field: 'days', rule: 'must be at most 28' }],
        requestId: '1',
      },
    });

    await expect(platformForecast(asked)).rejects.toThrow(
      'https://api.test says 400: the request breaks the contract; days: must be at most 28',
    );
  });

  it('says when nothing answers', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed');
    });

    await expect(platformForecast(asked)).rejects.toThrow('https://api.test cannot be reached');
  });

  it('is not asked for in nobody’s name, nor nowhere', async () => {
    await expect(platformForecast({ ...asked, token: undefined })).rejects.toThrow('--token');
    await expect(platformForecast({ ...asked, url: 'here' })).rejects.toThrow('--platform: here');
  });
});
