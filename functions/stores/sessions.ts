import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { CustomerId, IsoTime } from '../../schemas/ids.ts';
import { Segment } from '../../schemas/ticket-facts.ts';
import { sha256 } from '../domain/digest.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, getItem, toItem } from './dynamodb.ts';
import { sessionKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);

/** A customer who is known for a while. */
export const CustomerSession = z.object({
  customerId: CustomerId,
  segment: Segment,
  name: z.optional(z.string()),
  expiresAt: IsoTime,
});
export type CustomerSession = z.infer<typeof CustomerSession>;

/** The session behind a token, unless it has expired. Tables hold only the token's hash. */
export async function find(token: string, now: Date): Promise<CustomerSession | undefined> {
  const row = await getItem(DESK_TABLE, sessionKey(sha256(token)));
  const session = row && CustomerSession.parse(row);
  return session && Date.parse(session.expiresAt) > now.getTime() ? session : undefined;
}

/** Keeps a session under its token; a repeated start gets the session of the first. */
export async function start(token: string, session: CustomerSession): Promise<CustomerSession> {
  const key = sessionKey(sha256(token));
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: DESK_TABLE,
        Item: toItem({ ...key, ...session, removeAt: Math.ceil(Date.parse(session.expiresAt) / 1000) }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return session;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return CustomerSession.parse(await getItem(DESK_TABLE, key));
  }
}
