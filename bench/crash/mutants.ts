import type { VirtualClock } from '../../functions/memory/clock.ts';
import type { MemoryPlatform } from '../../functions/memory/whole.ts';

/** Makes one fault in a platform, before anything runs on it. */
export type Mutation = (whole: MemoryPlatform, clock: VirtualClock) => void;

export interface Mutant {
  /** A story that it does not disturb as long as nothing crashes. */
  story: string;
  /** The call at which a crash must show it. */
  call: string;
  mutate: Mutation;
}

/** One fault each, which nobody notices until a process ends at the wrong call. */
export const mutants: Record<string, Mutant> = {
  'the answer goes out before the write': {
    story: 'a person takes it, it waits for its customer, and is rated',
    call: 'tickets.save',
    mutate: ({ platform }, clock) => {
      const { tickets } = platform;
      platform.tickets = { ...tickets, save: later(clock, tickets.save) };
    },
  },
  'the stream goes on before the bus has the event': {
    story: 'a person takes it, it waits for its customer, and is rated',
    call: 'gateways.publish',
    mutate: ({ platform }, clock) => {
      platform.publish = later(clock, platform.publish);
    },
  },
  'the stream goes on before the timer is sent': {
    story: 'nobody is there: it climbs the ladder until the pool is called in, and closes by itself',
    call: 'gateways.sendTimers',
    mutate: ({ platform }, clock) => {
      platform.sendTimers = later(clock, platform.sendTimers);
    },
  },
  'a repeat is not looked for': {
    story: 'a person takes it, it waits for its customer, and is rated',
    call: 'tickets.save',
    mutate: ({ platform }) => {
      const { tickets } = platform;
      platform.tickets = {
        ...tickets,
        get: async (ticketId, after) => {
          const history = await tickets.get(ticketId, after);
          return { ...history, events: history.events.map((event) => ({ ...event, command: undefined })) };
        },
      };
    },
  },
};

/** Says that it is done, then does it; when the process ends in between, nobody does it. */
function later<A extends unknown[]>(clock: VirtualClock, work: (...args: A) => Promise<void>) {
  return async (...args: A): Promise<void> => {
    clock.at(clock.now().getTime(), () =>
      work(...args).catch(() => {
        // Whoever asked for it has gone.
      }),
    );
  };
}
