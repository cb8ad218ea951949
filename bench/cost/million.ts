import { Bill } from './bill.ts';
import { costWorld } from './play.ts';
import { bot, human, lateHuman, type Played, playTicket, type Script } from './tickets.ts';

/** Tickets of which one is late, so that about one timer in ten fires. */
const humans = [lateHuman, human, human, human];
/** Messages a work queue hands over at once, and writes the stream does: when little happens, and in the evening. */
const batches = { 'off peak': 1, peak: 5 } as const;
export type Hour = keyof typeof batches;
export const hours: readonly Hour[] = ['off peak', 'peak'];

/** What a million tickets of a kind are billed for. */
export interface Million {
  conversation: Bill;
  heartbeats: Bill;
  /** Of one ticket, on average. */
  messages: number;
  events: number;
}

/** Dollars of all of it. */
export function dollarsOf({ conversation, heartbeats }: Million): number {
  return conversation.dollars + heartbeats.dollars;
}

/** Plays tickets and reckons what a million of them cost. */
export async function million(kind: 'human' | 'bot', hour: Hour): Promise<Million> {
  const world = await costWorld(batches[hour]);
  const scripts: readonly Script[] = kind === 'human' ? humans : [bot];
  const played: Played[] = [];
  for (const [index, script] of scripts.entries())
    played.push(await playTicket(world, `${kind}-${index}`, script));
  const average = (of: (ticket: Played) => number) =>
    played.reduce((sum, ticket) => sum + of(ticket), 0) / played.length;
  return {
    conversation: times(played.map(({ conversation }) => conversation)),
    heartbeats: times(played.map(({ heartbeats }) => heartbeats)),
    messages: average(({ messages }) => messages),
    events: average(({ events }) => events),
  };
}

/** What a million tickets use when they are like these. */
function times(bills: readonly Bill[]): Bill {
  const all = new Bill();
  for (const one of bills) {
    for (const [what, count] of one.used) all.add(what, (count * 1e6) / bills.length);
    for (const [name, count] of one.invocations)
      all.invocations.set(name, (all.invocations.get(name) ?? 0) + count / bills.length);
  }
  return all;
}
