import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { UnauthorizedError } from './domain/errors.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { now } from './runtime/clock.ts';
import type { Participant } from '../schemas/participant.ts';
import { find } from './stores/sessions.ts';

/** Lets a socket open for a customer's session token or an agent's ID token, sent as `?token=`. */
export const handler = async (
  event: APIGatewayRequestAuthorizerEvent,
): Promise<APIGatewayAuthorizerResult> => {
  const participant = await identify(event.queryStringParameters?.['token'] ?? '');
  return {
    principalId: participant.id,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: event.methodArn }],
    },
    context: { ...participant },
  };
};

/** An ID token has three parts, a session token one. API Gateway answers 401 to exactly this error. */
async function identify(token: string): Promise<Participant> {
  const participant = token.includes('.') ? await member(token) : await customer(token);
  if (!participant) throw new Error('Unauthorized');
  return participant;
}

async function customer(token: string): Promise<Participant | undefined> {
  const session = token === '' ? undefined : await find(token, now());
  return (
    session && { kind: 'customer', id: session.customerId, segment: session.segment, name: session.name }
  );
}

async function member(token: string): Promise<Participant | undefined> {
  try {
    const { agentId, name, roles } = await verifySignIn(token, now());
    return roles.length > 0 ? { kind: 'agent', id: agentId, name } : undefined;
  } catch (error) {
    if (error instanceof UnauthorizedError) return undefined;
    throw error;
  }
}
