import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiOf, type Asking } from '../../../commands/kefu/api.ts';
import { runKefu } from '../../../commands/kefu/run.ts';
import { Forecasts } from '../../../schemas/planning-api.ts';

const url = 'https://api.test';
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
  const asking = vi.fn(async (_at: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal('fetch', asking);
  return asking;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the API', () => {
  const ask = (asking: Partial<Asking> = {}) =>
    apiOf({ api: url, token: 'token', ...asking }).ask(Forecasts, 'GET', '/v1/forecast');

  it('is asked in the name of who asks', async () => {
    const asking = aPlatform(200, answer);

    expect(await ask({ api: `${url}/` })).toEqual(answer);

    const [at, init] = asking.mock.calls[0] ?? [];
    expect(at).toBe('https://api.test/v1/forecast');
    expect(init?.headers).toMatchObject({ authorization: 'Bearer token' });
  });

  it('has its refusal told, by field and rule', async () => {
    aPlatform(400, {
      error: {
        code: 'bad_request',
        message: 'the request breaks the contract',
        issues: [{ field: 'days', rule: 'must be at most 28' }],
        requestId: '1',
      },
    });

    await expect(ask()).rejects.toThrow(
      'https://api.test says 400: the request breaks the contract\n  days: must be at most 28',
    );
    await expect(ask({ names: { days: '--days' } })).rejects.toThrow('\n  --days: must be at most 28');
  });

  it('may be another server, or none', async () => {
    aPlatform(404, { message: 'Not Found' });
    await expect(ask()).rejects.toThrow('https://api.test says 404');
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
      });
    });
    await expect(ask()).rejects.toThrow('https://api.test cannot be reached: there is no such host');
  });

  it('is not asked in nobody’s name, nor nowhere', () => {
    vi.stubEnv('KEFU_TOKEN', '');

    expect(() => apiOf({ api: url, token: undefined })).toThrow(
      '--token: say who asks, here or in KEFU_TOKEN',
    );
    expect(() => apiOf({ api: 'here', token: 'token' })).toThrow('--api: here is no address');
    expect(() => apiOf({ api: undefined, token: 'token' })).toThrow('--api: say where the API is');
  });
});

describe('kefu forecast of a platform', () => {
  it('asks with what is known, and says what is missing', async () => {
    const asking = aPlatform(200, answer);
    let said = '';
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        said += String(text);
        return true;
      });

    const events = [{ name: '双十二', from: '2026-12-12 00:00', to: '2026-12-13 00:00' }];
    const file = join(mkdtempSync(join(tmpdir(), 'kefu-api-')), 'events.json');
    writeFileSync(file, JSON.stringify(events));
    const asked = ['--api', url, '--token', 'token', '--days', '3', '--events', file];

    expect(await runKefu(['forecast', ...asked])).toBe(1);

    const at = new URL(asking.mock.calls[0]?.[0] ?? '');
    expect(at.pathname).toBe('/v1/forecast');
    expect(Object.fromEntries(at.searchParams)).toEqual({ days: '3', events: JSON.stringify(events) });
    expect(said).toContain('days: 1 of at least 3 have counts');
  });
});

describe('kefu staff of a platform', () => {
  const interval = (hour: number) => ({
    from: `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`,
    mean: 12,
    within50: { low: 10, high: 14 },
    within80: { low: 8, high: 17 },
    within95: { low: 5, high: 20 },
  });
  const basis = {
    intervalMinutes: 60,
    basis: 'counts',
    notes: ['hours before 2026-11-01T00:00:00.000Z were not read'],
  };
  const plan = {
    handling: [{ intent: 'live.gift', share: 90, seconds: 600 }],
    targetSeconds: 180,
    serviceLevel: 0.95,
    concurrency: 3,
    shrinkage: 0,
    botShare: 0,
    planFor: 'mean',
  };
  const measured = {
    from: '2026-10-25',
    to: '2026-11-21',
    handling: [],
    reached: 90,
    abandoned: 0,
    notes: ['patience: 0 of at least 20'],
  };
  const counted = { value: 'all', asked: 90 };
  const answers: Record<string, unknown> = {
    '/v1/forecast': {
      ...answer,
      groups: [
        {
          ...counted,
          forecast: {
            kind: 'forecast',
            timeZone: 'Asia/Shanghai',
            ...basis,
            intervals: Array.from({ length: 24 }, (_, hour) => interval(hour)),
          },
        },
      ],
    },
    '/v1/staffing': {
      ...answer,
      groups: [{ ...counted, staffing: { kind: 'needs', ...basis, plan, measured, intervals: [] } }],
    },
  };

  /** What the command prints, on standard output and beside it, when the platform answers this. */
  async function staffing(given: Record<string, unknown>, ...options: string[]) {
    const asking = vi.fn(async (at: string) => Response.json(given[new URL(at).pathname]));
    vi.stubGlobal('fetch', asking);
    const said = { out: '', beside: '' };
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.beside += String(text)), true));
    const code = await runKefu(['staff', '--api', url, '--token', 'token', ...options]);
    return { code, ...said, asked: asking.mock.calls.map(([at]) => at) };
  }

  it('counts seats by what the platform has measured', async () => {
    const { code, out, asked } = await staffing(answers, '--days', '1', '--json');

    expect(code).toBe(0);
    expect(asked.toSorted()).toEqual([`${url}/v1/forecast?days=1`, `${url}/v1/staffing?days=1`]);
    // Two erlang in slots of three a seat.
    expect(JSON.parse(out)).toMatchObject({
      needs: [{ conversations: 12, seats: 2 }, ...Array.from({ length: 23 }, () => ({}))],
    });
  });

  it('takes an option before what was measured', async () => {
    const { out } = await staffing(answers, '--concurrency', '1', '--json');

    expect(JSON.parse(out)).toMatchObject({
      needs: expect.arrayContaining([expect.objectContaining({ seats: 5 })]) as unknown,
    });
  });

  it('says what it rests on, and what was too little to go by', async () => {
    const { beside } = await staffing(answers);

    expect(beside).toContain('note: hours before 2026-11-01');
    expect(beside).toContain('note: patience: 0 of at least 20');
  });

  it('says what is missing', async () => {
    const { code, beside } = await staffing({ ...answers, '/v1/forecast': answer });

    expect(code).toBe(1);
    expect(beside).toContain('days: 1 of at least 3 have counts');
  });

  it('takes no file beside it, and no days without it', async () => {
    expect((await staffing(answers, 'forecast.json')).code).toBe(2);
    expect(await runKefu(['staff', 'forecast.json', '--days', '3'])).toBe(2);
  });
});
