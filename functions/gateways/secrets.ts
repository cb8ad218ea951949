import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretsEnvironment } from '../../schemas/environment.ts';
import { environment } from '../runtime/environment.ts';

const { SESSION_SECRET, HOST_SECRET } = environment(SecretsEnvironment);
const secretsManager = new SecretsManagerClient({});
const known = new Map<string, Promise<string>>();

/** The key that session tokens are made with. */
export const sessionSecret = () => read(SESSION_SECRET);

/** The key your own back end signs its customers' tokens with. */
export const hostSecret = () => read(HOST_SECRET);

function read(secretId: string): Promise<string> {
  const value = known.get(secretId) ?? fetchSecret(secretId);
  known.set(secretId, value);
  value.catch(() => known.delete(secretId));
  return value;
}

async function fetchSecret(secretId: string): Promise<string> {
  const { SecretString } = await secretsManager.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (!SecretString) throw new Error('the secret has no value');
  return SecretString;
}
