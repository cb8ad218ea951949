import type { Agent } from '../../schemas/agent.ts';
import type { Group, Scenario } from '../../schemas/scenario.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { timeOfDay } from '../domain/calendar.ts';
import type { Caller } from '../domain/ticket.ts';
import { momentOf } from '../domain/zone.ts';
import type { Day } from './day.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Simulated agents do not vanish: their lease holds for as long as they are at work. */
const FOR_EVER = '9999-12-31T00:00:00.000Z';

/** A time at work, in milliseconds of the epoch, and the breaks in it. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
}

/** An agent of the day: as decisions see them, and what is noted about them. */
export interface Worker {
  agent: Agent;
  readonly group: string;
  readonly caller: Caller;
  readonly shifts: readonly Shift[];
  /** Since when what is noted below is up to date. */
  notedAt: number;
  /** Milliseconds within the day: at work, with at least one conversation, and of all seats taken together. */
  staffed: number;
  busy: number;
  seated: number;
  accepted: number;
}

/** Everybody who is at work at some time of the day, in the order of the roster. */
export function workersOf({ agents: { roster }, timeZone }: Scenario, day: Day): Worker[] {
  return Object.entries(roster).flatMap(([group, it]) =>
    Array.from({ length: it.agents }, (_, at): Worker => {
      const agentId = `${group}-${at + 1}`;
      return {
        agent: offDuty(agentId, it, day.from),
        group,
        caller: { agentId, name: agentId, roles: ['agent'] },
        shifts: shiftsOf(it, at / it.agents, day, timeZone),
        notedAt: day.from,
        staffed: 0,
        busy: 0,
        seated: 0,
        accepted: 0,
      };
    }),
  );
}

/** Notes what the agent has been doing until now; call it before a seat is taken or freed, or a shift begins or ends. */
export function note(worker: Worker, now: number, day: Day): void {
  const { agent, notedAt } = worker;
  const passed = Math.max(0, Math.min(now, day.to) - notedAt);
  worker.notedAt = now;
  if (agent.availability === 'offline' || passed === 0) return;
  worker.staffed += passed;
  worker.seated += passed * agent.seats.length;
  if (agent.seats.length > 0) worker.busy += passed;
}

/** The agent has this ticket now. */
export function take(worker: Worker, { ticketId, channel }: Ticket, now: string): void {
  const { agent } = worker;
  const busy = { ...agent.busy, [channel]: (agent.busy?.[channel] ?? 0) + 1 };
  worker.agent = { ...agent, seats: [...agent.seats, ticketId], busy, idleSince: now };
}

/** The agent has it no more. */
export function free(worker: Worker, { ticketId, channel }: Ticket, now: string): void {
  const { agent } = worker;
  const busy = { ...agent.busy, [channel]: (agent.busy?.[channel] ?? 1) - 1 };
  worker.agent = { ...agent, seats: agent.seats.filter((it) => it !== ticketId), busy, idleSince: now };
}

function offDuty(agentId: string, group: Group, now: number): Agent {
  const { agents: _agents, from: _from, to: _to, breaks: _breaks, costPerHour: _cost, ...profile } = group;
  return {
    ...profile,
    agentId,
    availability: 'offline',
    leaseUntil: FOR_EVER,
    seats: [],
    idleSince: new Date(now).toISOString(),
  };
}

/** Shifts that touch the day; one that passes midnight also that of the evening before. `turn`, from 0 to 1, spreads the breaks. */
function shiftsOf({ from, to, breaks }: Group, turn: number, day: Day, timeZone: string): Shift[] {
  const begins = timeOfDay(from);
  const length = timeOfDay(to) - begins;
  if (length === 0) return [{ from: day.from, to: Infinity, breaks: [] }];
  return [-1, 0, 1].flatMap((offset) => {
    const start = day.midnight + offset * DAY + begins;
    const shift = {
      from: momentOf(timeZone, start),
      to: momentOf(timeZone, start + (length > 0 ? length : length + DAY)),
    };
    if (shift.to <= day.from) return [];
    const slice = (shift.to - shift.from) / (breaks.length + 1);
    const rests = breaks.map((minutes, at) => {
      const begin = shift.from + slice * (at + 0.5 + turn);
      return { from: begin, to: Math.min(shift.to, begin + minutes * MINUTE) };
    });
    return [{ ...shift, breaks: rests }];
  });
}
