import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { Role } from '../../schemas/agent.ts';
import { SignInEnvironment } from '../../schemas/environment.ts';
import { AgentId } from '../../schemas/ids.ts';
import { UnauthorizedError } from '../domain/errors.ts';
import type { Caller } from '../domain/ticket.ts';
import { environment } from '../runtime/environment.ts';
import { reachable } from '../runtime/local-cloud.ts';

const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_ROLES_CLAIM, OIDC_JWKS_URI } = environment(SignInEnvironment);
const keys = createRemoteJWKSet(new URL(reachable(OIDC_JWKS_URI)));
/** The issuer's keys could not be read: that says nothing about the token. */
const UNREADABLE_KEYS = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/** The member of the desk behind an ID token of the issuer; UnauthorizedError for any token that is not good now. */
export async function verifySignIn(token: string, now: Date): Promise<Caller> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: OIDC_ISSUER,
      audience: OIDC_AUDIENCE,
      algorithms: ['RS256', 'ES256', 'PS256'],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
      currentDate: now,
    });
    const { success: named, data: agentId } = AgentId.safeParse(
      text(payload['cognito:username']) ?? text(payload['preferred_username']) ?? payload.sub,
    );
    if (!named) throw new UnauthorizedError('the token names nobody who can be an agent');
    return { agentId, name: text(payload['name']) ?? agentId, roles: rolesIn(payload[OIDC_ROLES_CLAIM]) };
  } catch (error) {
    if (error instanceof errors.JOSEError && !UNREADABLE_KEYS.has(error.code))
      throw new UnauthorizedError('the token is wrong or has expired', { cause: error });
    throw error;
  }
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.length > 0 ? claim : undefined;
}

function rolesIn(claim: unknown): Role[] {
  const listed: unknown[] =
    typeof claim === 'string' ? claim.split(/[\s,]+/) : Array.isArray(claim) ? claim : [];
  return Role.options.filter((role) => listed.includes(role));
}
