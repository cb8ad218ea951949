import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const secretsManager = mockClient(SecretsManagerClient);
const reads = () =>
  secretsManager.commandCalls(GetSecretValueCommand).map(({ args }) => args[0].input.SecretId);

/** Secrets as a fresh function has them: nothing is known yet. */
async function freshSecrets() {
  vi.resetModules();
  return import('../../functions/gateways/secrets.ts');
}

beforeEach(() => {
  secretsManager.reset();
});

describe('secrets', () => {
  it('are read once, even when asked for at the same time', async () => {
    secretsManager.on(GetSecretValueCommand).resolves({ SecretString: 'key' });
    const { sessionSecret } = await freshSecrets();

    const values = await Promise.all([sessionSecret(), sessionSecret()]);

    expect([...values, await sessionSecret()]).toEqual(['key', 'key', 'key']);
    expect(reads()).toEqual(['session-secret']);
  });

  it('are not mixed up', async () => {
    secretsManager
      .on(GetSecretValueCommand, { SecretId: 'session-secret' })
      .resolves({ SecretString: 'ours' })
      .on(GetSecretValueCommand, { SecretId: 'host-secret' })
      .resolves({ SecretString: 'theirs' });
    const { hostSecret, sessionSecret } = await freshSecrets();

    expect([await sessionSecret(), await hostSecret()]).toEqual(['ours', 'theirs']);
  });

  it('are read again after a failure', async () => {
    secretsManager
      .on(GetSecretValueCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ SecretString: 'key' });
    const { sessionSecret } = await freshSecrets();

    await expect(sessionSecret()).rejects.toThrow('throttled');

    expect(await sessionSecret()).toBe('key');
  });

  it.each([{}, { SecretString: '' }])('without a value are a failure: %j', async (answer) => {
    secretsManager.on(GetSecretValueCommand).resolves(answer);
    const { hostSecret } = await freshSecrets();

    await expect(hostSecret()).rejects.toThrow('the secret has no value');
  });
});
