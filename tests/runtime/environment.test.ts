import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CapacityEnvironment } from '../../schemas/capacity-plan.ts';
import {
  BotWriterEnvironment,
  PolicyEnvironment,
  SecretsEnvironment,
  SignInEnvironment,
  TicketsEnvironment,
} from '../../schemas/environment.ts';
import { defaultProvider } from '../../functions/runtime/credentials.ts';
import { endpointOf } from '../../functions/runtime/endpoint.ts';
import { environment } from '../../functions/runtime/environment.ts';
import { at } from '../support/builders.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at(0), toFake: ['Date'] });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the environment', () => {
  it('brings what the resource says', () => {
    expect(environment(TicketsEnvironment)).toEqual({ TICKETS_TABLE: 'tickets' });
  });

  it('reads JSON as data', () => {
    expect(environment(PolicyEnvironment).SLA_POLICY).toMatchObject({ bot: 8, warnShare: 0.8 });
  });

  it.each([
    [TicketsEnvironment, 'TICKETS_TABLE', undefined],
    [TicketsEnvironment, 'TICKETS_TABLE', ''],
    [PolicyEnvironment, 'SLA_POLICY', undefined],
    [PolicyEnvironment, 'SLA_POLICY', '{'],
    [PolicyEnvironment, 'SLA_POLICY', '{}'],
    [CapacityEnvironment, 'CAPACITY_PLAN', 'null'],
    [BotWriterEnvironment, 'BOT_WRITER', undefined],
    [BotWriterEnvironment, 'BOT_WRITER', '{"use":"on","modelId":"m","callsPerHour":1,"timeoutMs":1000}'],
    [BotWriterEnvironment, 'BOT_WRITER', '{"use":"off","modelId":"m","callsPerHour":0,"timeoutMs":1000}'],
    [BotWriterEnvironment, 'BOT_WRITER', '{"use":"off","modelId":"m","callsPerHour":1,"timeoutMs":60000}'],
    [SignInEnvironment, 'OIDC_ISSUER', 'no address'],
  ])('names what is missing or broken: %# %s = %s', (schema, name, value) => {
    vi.stubEnv(name, value);

    expect(() => environment(schema)).toThrow(new RegExp(`^environment is incomplete: .*${name}`));
  });

  it('names everything that is missing at once', () => {
    vi.stubEnv('SESSION_SECRET', undefined);
    vi.stubEnv('HOST_SECRET', undefined);

    expect(() => environment(SecretsEnvironment)).toThrow(/SESSION_SECRET.*HOST_SECRET/);
  });

  it('names the part of the policy that is broken', () => {
    vi.stubEnv('SLA_POLICY', JSON.stringify({ ...environment(PolicyEnvironment).SLA_POLICY, bot: 0 }));

    expect(() => environment(PolicyEnvironment)).toThrow('SLA_POLICY.bot');
  });
});

describe('credentials', () => {
  it('come from the environment and are asked for again within minutes', async () => {
    vi.stubEnv('AWS_SESSION_TOKEN', 'session');

    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'test',
      secretAccessKey: 'test',
      sessionToken: 'session',
      expiration: at(300),
    });
  });

  it('are seen anew when they were rotated', async () => {
    const provide = defaultProvider();
    await provide();

    vi.stubEnv('AWS_ACCESS_KEY_ID', 'rotated');

    expect(await provide()).toMatchObject({ accessKeyId: 'rotated' });
  });

  it.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])('say what is missing: %s', async (name) => {
    vi.stubEnv(name, undefined);

    await expect(defaultProvider()()).rejects.toThrow(
      'no AWS credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set',
    );
  });
});

describe('the endpoint of a service', () => {
  it.each([
    ['amazonaws.com', 'us-east-1', 'https://sqs.us-east-1.amazonaws.com/'],
    ['amazonaws.com.cn', 'cn-north-1', 'https://sqs.cn-north-1.amazonaws.com.cn/'],
  ])('lies under %s in %s', (suffix, Region, url) => {
    vi.stubEnv('AWS_URL_SUFFIX', suffix);

    expect(endpointOf('sqs')({ Region }).url.href).toBe(url);
  });

  it('is the one that was set', () => {
    expect(endpointOf('sqs')({ Endpoint: 'http://localhost:4566', Region: 'us-east-1' }).url.href).toBe(
      'http://localhost:4566/',
    );
  });

  it.each([
    [undefined, 'us-east-1'],
    ['amazonaws.com', undefined],
  ])('cannot be told from suffix %s and region %s', (suffix, Region) => {
    vi.stubEnv('AWS_URL_SUFFIX', suffix);

    expect(() => endpointOf('sqs')({ Region })).toThrow('where is sqs?');
  });
});
