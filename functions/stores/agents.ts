import {
  ConditionalCheckFailedException,
  type UpdateItemCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Agent, type AgentProfile, type Availability } from '../../schemas/agent.ts';
import { DeskEnvironment } from '../../schemas/environment.ts';
import { NotFoundError } from '../domain/errors.ts';
import { environment } from '../runtime/environment.ts';
import { dynamodb, fromItem, getItem, type Page, queryAll, queryPage, toItem } from './dynamodb.ts';
import { agentKey } from './keys.ts';

const { DESK_TABLE } = environment(DeskEnvironment);
const allAgents = {
  TableName: DESK_TABLE,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: toItem({ ':pk': agentKey('').pk }),
};

/** One agent with the seats taken just now. */
export async function get(agentId: string): Promise<Agent> {
  const row = await getItem(DESK_TABLE, agentKey(agentId));
  if (!row) throw new NotFoundError('agent');
  return toAgent(row);
}

/** Every agent. */
export async function list(): Promise<Agent[]> {
  return (await queryAll(allAgents)).map(toAgent);
}

/** A page of all agents. */
export async function listPage(limit: number, cursor?: string): Promise<Page<Agent>> {
  const page = await queryPage(allAgents, limit, cursor);
  return { ...page, rows: page.rows.map(toAgent) };
}

/** Writes what a lead sets; seats and presence stay as they are. */
export function putProfile(agentId: string, profile: AgentProfile, now: Date): Promise<Agent> {
  return update(agentId, {
    UpdateExpression:
      'SET #name = :name, queues = :queues, languages = :languages, tier = :tier, #pool = :pool, #capacity = :capacity, ' +
      'availability = if_not_exists(availability, :offline), leaseUntil = if_not_exists(leaseUntil, :now), ' +
      'idleSince = if_not_exists(idleSince, :now)',
    ExpressionAttributeNames: { '#name': 'name', '#pool': 'pool', '#capacity': 'capacity' },
    ExpressionAttributeValues: toItem({
      ':name': profile.name,
      ':queues': profile.queues,
      ':languages': profile.languages,
      ':tier': profile.tier,
      ':pool': profile.pool,
      ':capacity': profile.capacity,
      ':offline': 'offline',
      ':now': now.toISOString(),
    }),
  });
}

/** Says how ready an agent is, and until when that may be believed. */
export async function setPresence(
  agentId: string,
  availability: Availability,
  leaseUntil: Date,
): Promise<Agent> {
  try {
    return await update(agentId, {
      UpdateExpression: 'SET availability = :availability, leaseUntil = :leaseUntil',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: toItem({
        ':availability': availability,
        ':leaseUntil': leaseUntil.toISOString(),
      }),
    });
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new NotFoundError('agent');
    throw error;
  }
}

async function update(
  agentId: string,
  change: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>,
): Promise<Agent> {
  const { Attributes } = await dynamodb.send(
    new UpdateItemCommand({
      TableName: DESK_TABLE,
      Key: toItem(agentKey(agentId)),
      ReturnValues: 'ALL_NEW',
      ...change,
    }),
  );
  return toAgent(fromItem(Attributes ?? {}));
}

function toAgent({ pk: _pk, sk, seats, ...row }: Record<string, unknown>): Agent {
  return Agent.parse({ ...row, agentId: sk, seats: seats instanceof Set ? [...seats] : [] });
}
