import { QueueId } from '../../schemas/ids.ts';
import type { Draw } from './world.ts';

export const putAgent: Draw = (world) => {
  const [agentId, now] = [world.agentId(), world.now];
  const profile = {
    name: `Agent ${world.below(100)}`,
    queues: QueueId.options.filter(() => world.chance(0.5)).slice(0, 3),
    languages: ['zh'],
    tier: world.pick(['basic', 'lead'] as const),
    pool: world.pick(['regular', 'standby'] as const),
    capacity: 1 + world.below(3),
    ...(world.chance(0.4) && { limits: { app: 1 } }),
  };
  if (profile.queues.length === 0) profile.queues = ['support'];
  return { name: 'putProfile', run: ({ agents }) => agents.putProfile(agentId, profile, now) };
};

export const setPresence: Draw = (world) => {
  const [agentId, now] = [world.agentId(), world.now];
  const availability = world.pick(['available', 'available', 'available', 'break', 'offline'] as const);
  const leaseUntil = new Date(now.getTime() + world.below(3) * 75_000);
  return { name: 'setPresence', run: ({ agents }) => agents.setPresence(agentId, availability, leaseUntil) };
};

export const readAgents: Draw = (world) => {
  const [agentId, limit, cursor, which] = [world.agentId(), world.limit(), world.cursor(), world.below(3)];
  return {
    name: ['agent', 'agents', 'agents by page'][which] ?? '',
    run: ({ agents }) => {
      if (which === 0) return agents.get(agentId);
      return which === 1 ? agents.list() : agents.listPage(limit, cursor);
    },
  };
};

export const session: Draw = (world) => {
  const [token, now, starts] = [`token-${world.below(20)}`, world.now, world.chance(0.4)];
  const kept = {
    customerId: world.customerId(),
    segment: world.pick(['ordinary', 'vip'] as const),
    ...(world.chance(0.5) && { name: '小王' }),
    expiresAt: new Date(now.getTime() + world.below(600) * 1000).toISOString(),
  };
  return {
    name: 'session',
    run: async ({ sessions }) =>
      starts ? sessions.start(token, kept) : ((await sessions.find(token, now)) ?? 'nothing'),
  };
};

export const connection: Draw = (world) => {
  const participant = world.pick([`customer:${world.customerId()}`, `agent:${world.agentId()}`]);
  const [id, now, which] = [`socket-${world.below(6)}`, world.now, world.below(4)];
  return {
    name: 'connection',
    run: ({ connections }) => {
      if (which === 0) return connections.add(participant, id, now);
      if (which === 3) return connections.forget(participant, id, now);
      return which === 1 ? connections.remove(participant, id) : connections.list(participant);
    },
  };
};

export const capacity: Draw = (world) => {
  const [now, which] = [world.now, world.below(6)];
  const profile = world.pick(['peak', 'off-peak'] as const);
  const changedAt = now.toISOString();
  const standbyOpen = world.chance(0.5);
  const knows = world.chance(0.5);
  return {
    name: 'capacity',
    run: async ({ capacity }) => {
      if (which === 0) return capacity.set({ profile, standbyOpen, changedAt });
      if (which === 1) return capacity.openStandby(now);
      if (which === 2)
        return capacity.closeStandby(knows ? (await capacity.get()).changedAt : changedAt, now);
      if (which === 3) return capacity.putOverride({ profile, until: changedAt, by: 'agent-1' });
      return which === 4 ? capacity.getOverride() : capacity.get();
    },
  };
};

export const sweepCursor: Draw = (world) => {
  const [shard, minute, moves] = [world.below(4), world.now.toISOString().slice(0, 16), world.chance(0.5)];
  return {
    name: 'sweep',
    run: async ({ sweeps }) =>
      moves ? sweeps.advance(shard, minute) : ((await sweeps.cursorOf(shard)) ?? 'nothing'),
  };
};

export const modelCall: Draw = (world) => {
  const [limit, now] = [1 + world.below(30), world.now];
  return { name: 'model call', run: ({ takeCall }) => takeCall(limit, now) };
};

export const seenCursor: Draw = (world) => {
  const [ticketId, now, moves] = [world.ticketId(), world.now, world.chance(0.7)];
  const cursor = { address: `agent:${world.agentId()}`, number: 1 + world.below(9) };
  // Twice within a second is too soon.
  const soon = new Date(now.getTime() + world.below(1500));
  return {
    name: 'seen',
    run: async ({ cursors }) =>
      moves
        ? [
            await cursors.advance(ticketId, cursor, now),
            await cursors.advance(ticketId, { ...cursor, number: cursor.number + 1 }, soon),
          ]
        : cursors.list(ticketId),
  };
};

export const setting: Draw = (world) => {
  const [version, which, limit, cursor] = [
    1 + world.below(30),
    world.below(3),
    world.limit(),
    world.cursor(),
  ];
  const row = {
    version,
    savedAt: world.now.toISOString(),
    savedBy: world.agentId(),
    settings: { any: version },
  };
  return {
    name: ['save settings', 'latest settings', 'versions of settings'][which] ?? '',
    run: ({ settings }): Promise<unknown> => {
      if (which === 0) return settings.add('sla', row);
      return which === 1 ? settings.latest('sla', limit) : settings.listPage('sla', limit, cursor);
    },
  };
};

export const reply: Draw = (world) => {
  const [ticketId, agentId, now, which] = [world.ticketId(), world.agentId(), world.now, world.below(4)];
  const day = world.pick(['2026-11-21', '2026-11-22']);
  const earlier = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString();
  const end = new Date(earlier(world.below(10)));
  const step = world.pick(['begun', 'answered', 'ended'] as const);
  const turn = {
    // One in five is told so late that it is counted at once.
    startedAt: `${earlier(world.below(3) + (world.chance(0.2) ? 600 : 0)).slice(0, 18)}0.000Z`,
    step,
    ...(step !== 'begun' && { agentId }),
  };
  const tally = step === 'begun' ? step : world.pick(['kept', 'missed'] as const);
  const team = step === 'begun' ? undefined : world.pick(['day', 'night', undefined]);
  return {
    name: ['count a turn', 'count a turn', 'replies of a day', 'add up turns'][which] ?? '',
    run: ({ replies }): Promise<unknown> => {
      if (which === 2) return replies.readDay(day);
      if (which === 3) return replies.addUp(day, end, now);
      return replies.count({ ticketId, turn, day, tally, team }, now);
    },
  };
};
