import type { Agent } from '../../schemas/agent.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { offerTicket, pickAgent } from '../domain/assignment.ts';
import { type Desk, isEligible } from '../domain/eligibility.ts';
import { isoTime } from '../domain/iso-time.ts';
import { routeTicket } from '../domain/routing.ts';
import { queueIds } from '../domain/understanding/taxonomy.ts';
import { exponential } from './chance.ts';
import { DUE, keep, later, type Talk, talkOf, withRoom, type World } from './world.ts';

/** As in use-cases/assign.ts: so far a free seat looks into each queue. */
const LOOK_AHEAD = 50;

/** Routes a ticket if it waits, and offers it if somebody has room for it. */
export function seat(world: World, talk: Talk): void {
  if (talk.history.ticket.holder.kind !== 'queue') return;
  const routed = routeTicket(talk.history, world.routing, world.situation.now);
  if (routed) keep(world, talk, routed);
  const agent = pickAgent(withRoom(world), talk.history.ticket, { ...deskOf(world), random: world.random });
  if (agent) offer(world, talk, agent);
}

/**
 * Fills the free seats of an agent: their own queues first, then what other queues have opened to everybody. With `olderThan` only with
 * what was routed before; says whether it left younger ones.
 */
export function fill(world: World, at: number, olderThan?: string): boolean {
  const worker = world.workers[at];
  if (worker?.agent.availability !== 'available') return false;
  const own = worker.agent.queues;
  let left = false;
  for (const queues of [own, queueIds.filter((queueId) => !own.includes(queueId))]) {
    while (worker.agent.seats.length < worker.agent.capacity) {
      const { next, younger } = nextFor(world, worker.agent, queues, olderThan);
      left ||= younger;
      if (!next) break;
      offer(world, next, worker.agent);
    }
  }
  return left;
}

/** A seat has just become free; what waited longer goes first, and the youngest are left to whoever routed them for a moment. */
export function refill(world: World, at: number): void {
  const { firstHandsSeconds } = world.scenario;
  const olderThan = isoTime(Math.floor(world.now - firstHandsSeconds * 1000));
  if (fill(world, at, firstHandsSeconds === 0 ? undefined : olderThan))
    later(world, firstHandsSeconds, DUE.fill, at);
}

/** The desk at this moment. */
export function deskOf({ situation, capacity, routing }: World): Desk {
  return {
    now: situation.now,
    standbyOpen: capacity.standbyOpen,
    lastCallSeconds: routing.settings.lastCallSeconds,
  };
}

function offer(world: World, talk: Talk, agent: Agent): void {
  keep(world, talk, offerTicket(talk.history, agent, world.situation));
  const { acceptSeconds } = world.scenario.agents;
  later(world, exponential(acceptSeconds, world.random), DUE.answersOffer, talk.index, talk.hand);
}

/** The first of these queues' tickets that the agent may have. */
function nextFor(
  world: World,
  agent: Agent,
  queues: readonly string[],
  olderThan: string | undefined,
): { next: Talk | undefined; younger: boolean } {
  const desk = deskOf(world);
  let [best, next, younger]: [string, Talk | undefined, boolean] = ['', undefined, false];
  for (const queueId of queues) {
    for (const { order, ticketId } of world.waiting.first(queueId, LOOK_AHEAD)) {
      if (next && order > best) break;
      const talk = talkOf(world, ticketId);
      if (!talk || !isEligible(agent, talk.history.ticket, desk)) continue;
      if (olderThan !== undefined && !isOlder(talk.history.ticket, olderThan)) {
        younger = true;
        continue;
      }
      [best, next] = [order, talk];
      break;
    }
  }
  return { next, younger };
}

function isOlder({ route, updatedAt }: Ticket, than: string): boolean {
  return (route?.startedAt ?? updatedAt) < than;
}
