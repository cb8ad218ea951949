import {
  ConditionalCheckFailedException,
  type UpdateItemCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Agent, AgentProfile, type Availability } from '../../schemas/agent.ts';
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

/** Writes what a lead sets, and forgets what the profile leaves out; seats and presence stay as they are. */
export function putProfile(agentId: string, profile: AgentProfile, now: Date): Promise<Agent> {
  const fields = Object.keys(AgentProfile.shape);
  const kept = Object.entries<unknown>(profile).filter(([, value]) => value !== undefined);
  const left = fields.filter((field) => !kept.some(([name]) => name === field));
  const sets = kept.map(([field]) => `#${field} = :${field}`);
  const removes = left.length > 0 ? ` REMOVE ${left.map((field) => `#${field}`).join(', ')}` : '';
  return update(agentId, {
    UpdateExpression:
      `SET ${sets.join(', ')}, availability = if_not_exists(availability, :offline), ` +
      `leaseUntil = if_not_exists(leaseUntil, :now), idleSince = if_not_exists(idleSince, :now)${removes}`,
    ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
    ExpressionAttributeValues: toItem({
      ...Object.fromEntries(kept.map(([field, value]) => [`:${field}`, value])),
      ':offline': 'offline',
      ':now': now.toISOString(),
    }),
  });
}

/** Says how ready an agent is, and until when that may be believed; with `until` also when the shift ends, null for open. */
export async function setPresence(
  agentId: string,
  availability: Availability,
  leaseUntil: Date,
  until?: string | null,
): Promise<Agent> {
  const shift = until ? ', #until = :until' : until === null ? ' REMOVE #until' : '';
  try {
    return await update(agentId, {
      UpdateExpression: `SET availability = :availability, leaseUntil = :leaseUntil${shift}`,
      ConditionExpression: 'attribute_exists(pk)',
      ...(shift && { ExpressionAttributeNames: { '#until': 'until' } }),
      ExpressionAttributeValues: toItem({
        ':availability': availability,
        ':leaseUntil': leaseUntil.toISOString(),
        ...(until && { ':until': until }),
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

/** Seats by channel and counts by reason are attributes of their own, so that one write can change them unread. */
function toAgent({ pk: _pk, sk, seats, ...row }: Record<string, unknown>): Agent {
  const busy: [string, number][] = [];
  const passed: [string, unknown][] = [];
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(row)) {
    const [kind, ...of] = name.split('-');
    if (kind === 'seats') busy.push([of.join('-'), value instanceof Set ? value.size : 0]);
    else if (kind === 'passed') passed.push([of.join('-'), value]);
    else fields.push([name, value]);
  }
  return Agent.parse({
    ...Object.fromEntries(fields),
    ...(busy.length > 0 && { busy: Object.fromEntries(busy) }),
    ...(passed.length > 0 && { passed: Object.fromEntries(passed) }),
    agentId: sk,
    seats: seats instanceof Set ? [...seats] : [],
  });
}
