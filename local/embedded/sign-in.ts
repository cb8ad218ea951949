import { jwtVerify, SignJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { Role } from '../../schemas/agent.ts';
import { UnauthorizedError } from '../../functions/domain/errors.ts';
import type { Caller } from '../../functions/domain/ticket.ts';
import { DEMO_PASSWORD, people } from '../people.ts';

const HOUR = 3600;
const key = randomBytes(32);
const Claims = z.object({ sub: z.string(), name: z.string(), roles: z.array(Role) });

const SignIn = z.object({
  AuthParameters: z.object({ USERNAME: z.string(), PASSWORD: z.string() }),
});

/** Signs a demonstration person in, in the words of a Cognito user pool; undefined for a wrong name or password. */
export async function initiateAuth(request: unknown, now: Date): Promise<object | undefined> {
  const { USERNAME, PASSWORD } = SignIn.parse(request).AuthParameters;
  const person = Object.values(people).find(({ agentId }) => agentId === USERNAME);
  if (!person || PASSWORD !== DEMO_PASSWORD) return undefined;
  const name = 'profile' in person ? person.profile.name : person.agentId;
  const seconds = Math.floor(now.getTime() / 1000);
  const IdToken = await new SignJWT({ name, roles: person.roles })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person.agentId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 12 * HOUR)
    .sign(key);
  return { AuthenticationResult: { IdToken, ExpiresIn: 12 * HOUR, TokenType: 'Bearer' } };
}

/** The member of the desk behind a token of this process. */
export async function verifySignIn(token: string, now: Date): Promise<Caller> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now });
    const { sub, name, roles } = Claims.parse(payload);
    return { agentId: sub, name, roles };
  } catch (error) {
    throw new UnauthorizedError('the token is wrong or has expired', { cause: error });
  }
}
