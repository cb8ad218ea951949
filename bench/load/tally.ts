/** What people do here, each a decision that is waited for. */
export type Deed =
  'open' | 'plain' | 'message' | 'reply' | 'accept' | 'resolve' | 'survey' | 'resume' | 'beat';
export const deeds: readonly Deed[] = [
  'open',
  'plain',
  'message',
  'reply',
  'accept',
  'resolve',
  'survey',
  'resume',
  'beat',
];

/** Decisions of one kind: how many, the milliseconds they took of this process, and the calls they made. */
export interface Cost {
  count: number;
  milliseconds: number;
  calls: number;
}

/** What happened so far, or in an interval. */
export interface Tally {
  opened: number;
  closed: number;
  /** Messages accepted: of customers, the first of each ticket included, and of agents. */
  messages: number;
  /** Pushes to sockets. */
  pushes: number;
  gaps: number;
  /** Offers that somebody accepted too late. */
  late: number;
  costs: Record<Deed, Cost>;
  /** Calls of stores and gateways by name that plain messages made while they were decided. */
  plainCalls: Map<string, number>;
  /** What must never happen, in words. */
  faults: string[];
}

export function emptyTally(): Tally {
  const cost = (): Cost => ({ count: 0, milliseconds: 0, calls: 0 });
  return {
    opened: 0,
    closed: 0,
    messages: 0,
    pushes: 0,
    gaps: 0,
    late: 0,
    costs: {
      open: cost(),
      plain: cost(),
      message: cost(),
      reply: cost(),
      accept: cost(),
      resolve: cost(),
      survey: cost(),
      resume: cost(),
      beat: cost(),
    },
    plainCalls: new Map(),
    faults: [],
  };
}
