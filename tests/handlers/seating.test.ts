import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as assignment } from '../../functions/assignment.ts';
import { handler as desk } from '../../functions/desk.ts';
import type { History } from '../../functions/domain/change.ts';
import { histories, anEvent, at, isoAt, TICKET_ID } from '../support/builders.ts';
import { get as getAgent, putProfile, setPresence } from '../../functions/stores/agents.ts';
import { get } from '../../functions/stores/tickets.ts';
import { handler as sweep } from '../../functions/sweep.ts';
import { AgentProfile } from '../../schemas/agent.ts';
import { deskApi } from '../../schemas/desk-api.ts';
import { aBatch, ask, askInVain, listenToLog } from '../support/requests.ts';
import { keepHistory, keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const tokenOf = (agentId: string, role = 'agent') =>
  issuer.idToken({ sub: agentId, name: agentId, 'cognito:groups': [role] });
const mei = await tokenOf('mei');
const lin = await tokenOf('lin', 'lead');
const path = { ticketId: TICKET_ID };
const second = 'KF-ZZZZ-ZZZZ-ZZZZ';
const profile = AgentProfile.parse({
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 1,
});

beforeEach(() => {
  vi.setSystemTime(at(100));
  listenToLog();
  keepRows(dynamodb);
});

async function atWork(agentId: string, overrides: Partial<AgentProfile> = {}): Promise<void> {
  await putProfile(agentId, { ...profile, ...overrides }, at(0));
  await setPresence(agentId, 'available', at(175));
}

/** The same history under another number. */
function another(history: History): History {
  const events = history.events.map((event) => ({ ...event, ticketId: second }));
  return { ...history, ticket: { ...history.ticket, ticketId: second }, events };
}

const tell = (event: object) => assignment(aBatch(event));
const begin = () => tell(anEvent({ type: 'MoodChanged', body: mood }));
const mood = { sentiment: 'angry', trend: 'rising', warned: true, throughNumber: 1 } as const;
const presence = (body: object) => ask(desk, 'POST /v1/desk/presence', { token: mei, body });
const act = (name: string, token = mei, body: object = {}) =>
  ask(desk, `POST /v1/desk/tickets/{ticketId}/${name}`, {
    path,
    token,
    body: { commandId: `command-${name}`, ...body },
  });
const holderOf = async (ticketId = TICKET_ID) => (await get(ticketId)).ticket.holder;
const lastEvent = async () => (await get(TICKET_ID)).events.at(-1);

describe('an agent with a conversation', () => {
  beforeEach(async () => {
    await atWork('mei');
    await keepHistory(histories.inQueue());
    await begin();
    await act('accept');
    await atWork('bo');
  });

  it('hands it on by the sweep once the lease has run out, and has the seat free', async () => {
    vi.setSystemTime(at(175));

    await sweep();

    expect(await holderOf()).toMatchObject({ kind: 'queue' });
    expect((await getAgent('mei')).seats).toEqual([]);
    expect((await get(TICKET_ID)).ticket.ownerId).toBe('mei');
  });

  it('keeps it while the lease runs', async () => {
    vi.setSystemTime(at(174));

    await sweep();

    expect(await holderOf()).toEqual({ kind: 'agent', agentId: 'mei' });
  });

  it('hands it on with the first sign of life after the end of the shift, and is offline', async () => {
    await presence({ availability: 'available', until: isoAt(150) });
    vi.setSystemTime(at(150));

    const { body } = await presence({ availability: 'available' });

    expect(body).toMatchObject({ availability: 'offline', until: isoAt(150) });
    expect(await holderOf()).toMatchObject({ kind: 'queue' });
  });

  it('hands it on by the sweep when the shift ends without a sign of life', async () => {
    await presence({ availability: 'available', until: isoAt(150) });
    vi.setSystemTime(at(151));

    await sweep();

    expect(await holderOf()).toMatchObject({ kind: 'queue' });
  });

  it('hands it on when signing off', async () => {
    await presence({ availability: 'offline' });

    expect(await holderOf()).toMatchObject({ kind: 'queue' });
  });

  it('keeps it on a break', async () => {
    await presence({ availability: 'break' });

    expect(await holderOf()).toEqual({ kind: 'agent', agentId: 'mei' });
  });

  it('hands it on once, however often the sweep runs', async () => {
    vi.setSystemTime(at(175));
    await sweep();
    const { number } = await get(TICKET_ID);

    await sweep();

    expect((await get(TICKET_ID)).number).toBe(number);
  });
});

describe('an agent with an offer', () => {
  beforeEach(async () => {
    await atWork('mei');
    await keepHistory(histories.inQueue());
    await begin();
  });

  it('lets it pass by going on a break', async () => {
    await presence({ availability: 'break' });

    expect(await holderOf()).toEqual({ kind: 'queue', since: isoAt(0) });
    expect((await getAgent('mei')).passed).toEqual({ left: 1 });
  });

  it('is given the next ticket at once when a lead takes the offer over', async () => {
    await atWork('lin', { tier: 'lead', queues: ['finance'] });
    await keepHistory(another(histories.inQueue()));

    await act('accept', lin);
    const accepted = await lastEvent();
    await tell(accepted ?? {});

    expect(accepted).toMatchObject({ type: 'TicketAccepted', body: { agentId: 'lin', fromAgentId: 'mei' } });
    expect(await holderOf(second)).toMatchObject({ kind: 'offer', agentId: 'mei' });
  });

  it('says why they decline, which is counted', async () => {
    const { body } = await act('decline', mei, { because: 'not-my-skill' });

    expect(body).toMatchObject({ events: [{ body: { reason: 'declined', because: 'not-my-skill' } }] });
    expect((await getAgent('mei')).passed).toEqual({ 'not-my-skill': 1 });
  });

  it('is told which reasons there are', async () => {
    const body = { commandId: 'command-x', because: 'bored' };

    expect(
      await askInVain(desk, 'POST /v1/desk/tickets/{ticketId}/decline', { path, token: mei, body }),
    ).toMatchObject({ status: 400 });
  });
});

describe('a ticket that waits', () => {
  it('goes to the agent who helped the customer last, however loaded', async () => {
    const earlier = another(histories.answered());
    await keepHistory({ ...earlier, ticket: { ...earlier.ticket, lastAgentId: 'ann' } });
    await atWork('mei', { capacity: 9 });
    await atWork('bo', { capacity: 9 });
    await atWork('ann', { capacity: 2 });
    await keepHistory(histories.inQueue());

    await begin();

    expect(await holderOf()).toMatchObject({ kind: 'offer', agentId: 'ann' });
    expect(await lastEvent()).toMatchObject({ body: { reason: 'helped this customer before' } });
  });

  it('is found behind ten that wait for somebody else', async () => {
    const behind = histories.inQueue();
    const others = Array.from({ length: 12 }, (_, at) => `KF-AAAA-AAAA-AAA${'0123456789AB'.charAt(at)}`);
    for (const ticketId of others) {
      const events = behind.events.map((event) => ({ ...event, ticketId }));
      const ticket = { ...behind.ticket, ticketId, language: 'vi', priority: 'urgent' } as const;
      await keepHistory({ ...behind, ticket, events });
    }
    await keepHistory(behind);
    await putProfile('mei', profile, at(0));

    await presence({ availability: 'available' });

    expect(await holderOf()).toMatchObject({ kind: 'offer', agentId: 'mei' });
  });

  it('is not offered to an agent whose shift is about to end', async () => {
    await atWork('mei');
    await setPresence('mei', 'available', at(175), isoAt(399));
    await keepHistory(histories.inQueue());

    await begin();

    expect(await holderOf()).toMatchObject({ kind: 'queue' });
  });

  it('shows the desk who may have it, why others may not, and its number', async () => {
    await atWork('mei', { queues: ['finance'] });
    await keepHistory(histories.inQueue());
    await begin();

    const candidates = await ask(desk, 'GET /v1/desk/tickets/{ticketId}/candidates', { path, token: mei });
    const queue = await ask(desk, 'GET /v1/desk/queues/{queueId}/tickets', {
      path: { queueId: 'support' },
      token: mei,
    });

    expect(deskApi.listCandidates.response.safeParse(candidates.body).error).toBeUndefined();
    expect(candidates.body).toMatchObject({ rows: [{ agentId: 'mei', because: ['lacks the queue'] }] });
    expect(queue.body).toMatchObject({ rows: [{ priorityNumber: 100, route: { ruleId: 'everybody' } }] });
  });
});
