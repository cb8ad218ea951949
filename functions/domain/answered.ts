import type { Target } from '../../schemas/target.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import type { Draft } from './change.ts';
import { outcomeOf, settle, type Situation, TIMERS, together } from './sla.ts';

type Said = Extract<Draft, { type: 'MessageSent' }>;

/** What a person's words to a customer keep. */
const KEPT: readonly Target[] = ['next-reply', 'first-reply', 'promise'];

/** A person's message to the customer, with the promises that it keeps or comes too late for. */
export function answeredBy(ticket: Ticket, said: Said, { now }: Situation): Said[] {
  const owed = KEPT.filter((target) => ticket.clocks?.[target] || ticket.timers[TIMERS[target].due]);
  const accepts = ticket.holder.kind !== 'agent' && ticket.unansweredSince !== undefined;
  const climbs = ticket.timers['escalation-due'] !== undefined;
  if (owed.length === 0 && !accepts && !climbs) return [said];
  const targets = Object.fromEntries(owed.map((target) => [target, outcomeOf(target, ticket, now)]));
  return [
    {
      ...said,
      body: { ...said.body, ...(owed.length > 0 && { targets }) },
      ...together(
        settle(...owed, ...(accepts ? (['next-reply'] as const) : [])),
        climbs ? { timers: { 'escalation-due': null } } : undefined,
      ),
    },
  ];
}
