import { createHmac } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { sessionsApi } from '../../schemas/customer-api.ts';
import { CustomerId } from '../../schemas/ids.ts';
import { Segment } from '../../schemas/ticket-facts.ts';
import { CommandReusedError, UnauthorizedError } from '../domain/errors.ts';
import type { Answers } from './answers.ts';
import type { CustomerSession, Platform, Uses } from './platform.ts';

const ANONYMOUS_SECONDS = 30 * 24 * 3600;

/** The end of the year 9999: an `exp` beyond it was not meant in seconds. */
const LAST_SECOND = 253_402_300_799;

const HostClaims = z.object({
  sub: CustomerId,
  exp: z.number().check(z.lte(LAST_SECOND)),
  name: z.optional(z.string().check(z.maxLength(60))),
  segment: z._default(Segment, 'ordinary'),
});

interface Secrets {
  sessionSecret: () => Promise<string>;
  hostSecret: () => Promise<string>;
}

/**
 * Starts sessions. The token is made from the write's own id with a key only we have, so a repeated start gets the same
 * token, and nobody else can make it. An anonymous customer is a new one; a vouched-for one is who the host app says.
 */
export const sessions = (
  platform: Uses<{ sessions: 'start' }> & Pick<Platform, 'now'> & Secrets,
): Answers<typeof sessionsApi, undefined> => ({
  async createSession({ commandId, name, hostToken }) {
    const key = await platform.sessionSecret();
    const mac = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
    const vouched = hostToken === undefined ? undefined : await vouchedFor(hostToken, platform);
    const token = mac(`token\n${vouched?.customerId ?? ''}\n${commandId}`);
    const wanted: CustomerSession = vouched ?? {
      customerId: `anonymous-${mac(`customer\n${commandId}`).slice(0, 22)}`,
      segment: 'ordinary',
      name,
      expiresAt: new Date(platform.now().getTime() + ANONYMOUS_SECONDS * 1000).toISOString(),
    };
    const session = await platform.sessions.start(token, wanted);
    // When it ends is not for the sender to say: a host token that was only made anew starts the same session.
    if (session.name !== wanted.name || session.segment !== wanted.segment) throw new CommandReusedError();
    return { token, ...session };
  },
});

async function vouchedFor(
  hostToken: string,
  platform: Pick<Platform, 'now'> & Secrets,
): Promise<CustomerSession> {
  try {
    const { payload } = await jwtVerify(hostToken, new TextEncoder().encode(await platform.hostSecret()), {
      algorithms: ['HS256'],
      currentDate: platform.now(),
      clockTolerance: 5,
    });
    const claims = HostClaims.safeParse(payload);
    if (!claims.success)
      throw new UnauthorizedError('hostToken needs sub and exp (in seconds); name and segment are optional');
    const { sub, name, segment, exp } = claims.data;
    return { customerId: sub, segment, name, expiresAt: new Date(exp * 1000).toISOString() };
  } catch (error) {
    if (error instanceof errors.JOSEError) {
      throw new UnauthorizedError('hostToken is wrong or has expired', { cause: error });
    }
    throw error;
  }
}
