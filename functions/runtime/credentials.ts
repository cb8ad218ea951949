/**
 * Lambda gives every function its keys by environment, so the rest of the SDK's credential chain (files, single sign-on,
 * containers, instance metadata) is dead weight: the bundle puts this module in its place. Read anew at every call, so
 * rotated keys are seen.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error('no AWS credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
    // The SDK asks again once this has passed, and so sees keys that were rotated.
    expiration: new Date(Date.now() + 5 * 60_000),
  };
};
