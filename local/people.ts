import * as z from 'zod/mini';
import type { AgentProfile, Role } from '../schemas/agent.ts';
import { QueueId } from '../schemas/ids.ts';
import { Member } from './api-client.ts';
import type { Deployment } from './deploy.ts';

/** Password of every demonstration sign-in on the local cloud. */
export const DEMO_PASSWORD = 'Kefu-demo-2026!';

interface Person {
  agentId: string;
  roles: Role[];
  profile?: AgentProfile;
}

const everything = QueueId.options;
const regular: Pick<AgentProfile, 'pool' | 'languages'> = { pool: 'regular', languages: ['zh', 'en'] };

/** The demonstration desk: two agents, an expert, a lead, a stand-by, an editor and an administrator. */
export const people = {
  li: {
    agentId: 'xiaoli',
    roles: ['agent'],
    profile: {
      ...regular,
      name: '小李',
      queues: ['support', 'after-sales', 'creator'],
      tier: 'basic',
      capacity: 3,
      languages: ['zh'],
    },
  },
  emma: {
    agentId: 'emma',
    roles: ['agent'],
    profile: {
      ...regular,
      name: 'Emma',
      queues: ['support', 'finance', 'merchant', 'ads'],
      tier: 'basic',
      capacity: 3,
    },
  },
  wang: {
    agentId: 'laowang',
    roles: ['agent'],
    profile: { ...regular, name: '老王', queues: everything, tier: 'expert', capacity: 3 },
  },
  chen: {
    agentId: 'chenjie',
    roles: ['lead'],
    profile: { ...regular, name: '陈姐', queues: ['trust-safety'], tier: 'lead', capacity: 5 },
  },
  zhou: {
    agentId: 'zhou',
    roles: ['agent'],
    profile: { ...regular, name: '周周', queues: everything, tier: 'basic', capacity: 2, pool: 'standby' },
  },
  editor: { agentId: 'editor', roles: ['editor'] },
  admin: { agentId: 'admin', roles: ['admin'] },
} satisfies Record<string, Person>;
export type PersonName = keyof typeof people;

/** Makes the demonstration sign-ins in the user pool. Making them again changes nothing. */
export async function makeSignIns(deployment: Deployment): Promise<void> {
  const { userPoolId } = deployment;
  for (const { agentId, roles, profile } of Object.values<Person>(people)) {
    await cognito(deployment, 'AdminCreateUser', {
      UserPoolId: userPoolId,
      Username: agentId,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'name', Value: profile?.name ?? agentId }],
    });
    await cognito(deployment, 'AdminSetUserPassword', {
      UserPoolId: userPoolId,
      Username: agentId,
      Password: DEMO_PASSWORD,
      Permanent: true,
    });
    for (const role of roles) {
      await cognito(deployment, 'AdminAddUserToGroup', {
        UserPoolId: userPoolId,
        Username: agentId,
        GroupName: role,
      });
    }
  }
}

/** Signs a person in as the console would. */
export async function signIn(deployment: Deployment, name: PersonName): Promise<Member> {
  const { agentId } = people[name];
  const answer = await cognito(deployment, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: deployment.userPoolClientId,
    AuthParameters: { USERNAME: agentId, PASSWORD: DEMO_PASSWORD },
  });
  const { AuthenticationResult } = z
    .object({ AuthenticationResult: z.object({ IdToken: z.string() }) })
    .parse(answer);
  return new Member(deployment.api, agentId, AuthenticationResult.IdToken);
}

/** Gives every agent their seats, as a lead would. */
export async function seatAgents(lead: Member): Promise<void> {
  for (const person of Object.values<Person>(people)) await putSeats(lead, person);
}

/** Gives one agent so many seats. @default as many as they usually have */
export async function seatAgent(lead: Member, name: PersonName, capacity?: number): Promise<void> {
  await putSeats(lead, people[name], capacity);
}

async function putSeats(
  lead: Member,
  { agentId, profile }: Person,
  capacity = profile?.capacity,
): Promise<void> {
  if (profile) await lead.call(z.unknown(), 'PUT', `/v1/desk/agents/${agentId}`, { ...profile, capacity });
}

async function cognito({ cloud }: Deployment, action: string, body: object): Promise<unknown> {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${cloud.environment['AWS_REGION']}/cognito-idp/aws4_request`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok && !text.includes('UsernameExistsException'))
    throw new Error(`Cognito ${action}: ${text}`);
  return JSON.parse(text === '' ? '{}' : text);
}
