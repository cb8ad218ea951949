import type { Operation } from '../../schemas/operation.ts';
import { ForbiddenError, UnauthorizedError } from '../domain/errors.ts';
import type { Caller } from '../domain/ticket.ts';
import type { CustomerSession, Platform, Uses } from '../use-cases/platform.ts';
import type { Authenticate } from './http.ts';

/** Nobody in particular; public operations do not look at their caller. */
const anybody: CustomerSession = { customerId: '', segment: 'ordinary', expiresAt: '' };

/** Callers of public operations only. */
export const open: Authenticate<undefined> = async () => undefined;

/** Customers by their session token. */
export function customers({
  sessions,
  now,
}: Uses<{ sessions: 'find' }> & Pick<Platform, 'now'>): Authenticate<CustomerSession> {
  return async ({ caller }, token) => {
    if (caller === 'public') return anybody;
    const session = token === undefined ? undefined : await sessions.find(token, now());
    if (!session)
      throw new UnauthorizedError(
        'send a session token as Authorization: Bearer …; POST /v1/sessions gives one',
      );
    return session;
  };
}

/** Members of the desk by the ID token of their sign-in; each operation names the roles that may. */
export function members(
  verify: (token: string, now: Date) => Promise<Caller>,
  now: () => Date,
): Authenticate<Caller> {
  return async ({ roles }: Operation, token) => {
    if (token === undefined)
      throw new UnauthorizedError('send the ID token of your sign-in as Authorization: Bearer …');
    const caller = await verify(token, now());
    if (!roles?.some((role) => caller.roles.includes(role))) {
      throw new ForbiddenError(`this needs one of the roles ${roles?.join(', ')}`);
    }
    return caller;
  };
}
