import type { Actor } from '../../schemas/events.ts';
import type { Route, RouteStep } from '../../schemas/route.ts';
import type { RoutingRule, RoutingSettings } from '../../schemas/routing.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { changeOf, type Draft, type History, type TicketChange } from './change.ts';
import { canonicalJson } from './digest.ts';
import { isWithin } from './eligibility.ts';
import { isoTime } from './iso-time.ts';
import { partsOf } from './priority.ts';
import type { InForce } from './settings.ts';
import { after, type TimerSettings } from './sla.ts';

const SYSTEM: Actor = { kind: 'system', id: 'kefu' };

/** Settings as they were saved: version 0 is what ships. */
export type Routing = InForce<RoutingSettings>;

/**
 * Says of a waiting ticket who may have it and where it stands in its queue; nothing when that is known already. The steps of a
 * rule go on where they were when only the number changes, and begin anew with another rule.
 */
export function routeTicket(history: History, routing: Routing, now: Date): TicketChange | undefined {
  const { ticket } = history;
  if (ticket.holder.kind !== 'queue') return undefined;
  const { queueId, ...route } = routeOf(ticket, routing, now);
  if (queueId === ticket.queueId && isSame(route, ticket.route)) return undefined;
  return changeOf(
    history,
    [{ type: 'TicketRouted', actor: SYSTEM, body: { queueId, ...route }, timers: nextStep(route) }],
    now,
  );
}

/** More people may be asked now: the next step of the rule. */
export function widenDrafts({ route, holder }: Ticket): Draft[] {
  const step = route && route.step + 1;
  const next = step === undefined ? undefined : route?.steps[step];
  if (!route || step === undefined || !next || (holder.kind !== 'queue' && holder.kind !== 'offer'))
    return [];
  const reason = `waited ${next.afterSeconds} s: ${demandsOf(next)}`;
  return [
    {
      type: 'RouteWidened',
      actor: SYSTEM,
      body: { step, reason },
      timers: nextStep({ ...route, step }),
    },
  ];
}

/** The first rule that holds for the ticket. Where an agent chose the queue, rules that would move it are passed by. */
export function ruleFor(ticket: Ticket, { rules }: RoutingSettings): RoutingRule | undefined {
  return rules.find(
    (rule) => holds(rule, ticket) && (!ticket.pinned || (rule.queue ?? ticket.queueId) === ticket.queueId),
  );
}

function routeOf(ticket: Ticket, { settings, version }: Routing, now: Date): Route & Pick<Ticket, 'queueId'> {
  const rule = ruleFor(ticket, settings);
  const home = ticket.pinned ? ticket.queueId : (ticket.homeQueueId ?? ticket.queueId);
  const queueId = rule?.queue ?? home;
  const before = ticket.route?.ruleId === rule?.id ? ticket.route : undefined;
  const steps = rule?.steps ?? EVERYBODY;
  const parts = partsOf(ticket, settings.priority);
  const gate = settings.gates[queueId];
  return {
    queueId,
    ruleId: rule?.id ?? 'none',
    version,
    steps: [...steps],
    step: Math.min(before?.step ?? 0, steps.length - 1),
    startedAt: before?.startedAt ?? isoTime(now.getTime()),
    ...(gate?.exams && gate.exams.length > 0 && { exams: gate.exams }),
    ...(gate?.clearance !== undefined && { clearance: gate.clearance }),
    points: parts.reduce((sum, { points }) => sum + points, 0),
    ageing: settings.priority.ageing,
    handlingSeconds: settings.handlingSeconds,
    parts,
  };
}

/** Where no rule holds, whoever has the queue and the language may be asked. */
const EVERYBODY: readonly RouteStep[] = [{ afterSeconds: 0, skills: ['queue', 'language'] }];

function holds({ when }: RoutingRule, ticket: Ticket): boolean {
  const { intentId, segment, language, priority, channel } = ticket;
  return (
    (!when.intents || (intentId !== undefined && when.intents.some((node) => isWithin(intentId, node)))) &&
    (!when.segments || when.segments.includes(segment)) &&
    (!when.languages || when.languages.includes(language)) &&
    (!when.priorities || when.priorities.includes(priority)) &&
    (!when.channels || when.channels.includes(channel))
  );
}

/** The version of the settings alone is no news. */
function isSame(route: Route, before: Route | undefined): boolean {
  return (
    before !== undefined &&
    canonicalJson({ ...route, version: 0 }) === canonicalJson({ ...before, version: 0 })
  );
}

/** The moment of the next step; armed only when there is one. */
function nextStep({ steps, step, startedAt }: Pick<Route, 'steps' | 'step' | 'startedAt'>): TimerSettings {
  const next = steps[step + 1];
  return { 'route-due': next ? after(startedAt, next.afterSeconds) : null };
}

function demandsOf({ minimumTier, skills }: RouteStep): string {
  const tier = minimumTier ? [`${minimumTier} or above`] : [];
  return [...tier, ...skills.map((skill) => `who knows the ${skill}`)].join(', ') || 'anybody';
}
