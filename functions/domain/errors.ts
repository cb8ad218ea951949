import type { RiskCategory } from '../../schemas/risk.ts';
import { refusalWords } from './risk/words.ts';

/** The thing asked for does not exist, or not for this caller: the two are not told apart. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  readonly what: string;
  constructor(what: string) {
    super(`${what} not found`);
    this.what = what;
  }
}

/** Nobody we know: no token, or one that is wrong or has expired. */
export class UnauthorizedError extends Error {
  override readonly name = 'UnauthorizedError';
}

/** The caller is known, but this is not theirs to do. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
}

/** The transition table has no such step from where the ticket stands. */
export class IllegalTransitionError extends Error {
  override readonly name = 'IllegalTransitionError';
  readonly action: string;
  constructor(action: string, rule: string) {
    super(`cannot ${action}: ${rule}`);
    this.action = action;
  }
}

/** The same again, too soon after the last time. */
export class TooSoonError extends Error {
  override readonly name = 'TooSoonError';
  constructor(what: string) {
    super(`${what} again too soon; wait a little`);
  }
}

/** A write's id came back with other content. */
export class CommandReusedError extends Error {
  override readonly name = 'CommandReusedError';
  constructor() {
    super('commandId was already used for a different write');
  }
}

/** A cursor beyond the end, or of another epoch: it belongs to a past that is gone. */
export class StaleCursorError extends Error {
  override readonly name = 'StaleCursorError';
  constructor() {
    super('after is of a past that is gone; send it again from 0, after half a minute');
  }
}

/** Somebody else wrote first; read again and decide again. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';
}

/** The row of a ticket and the events behind it do not lead to each other, however often they are read. */
export class TornHistoryError extends Error {
  override readonly name = 'TornHistoryError';
  constructor(ticketId: string) {
    super(`the row of ${ticketId} does not fit its history`);
  }
}

/** The agent has no free seat any more, is away, or the lease ran out. */
export class SeatUnavailableError extends Error {
  override readonly name = 'SeatUnavailableError';
  readonly agentId: string;
  constructor(agentId: string) {
    super(`no free seat at ${agentId}`);
    this.agentId = agentId;
  }
}

/** The filter refuses a text; the message may be shown to whoever wrote it. */
export class MessageRefusedError extends Error {
  override readonly name = 'MessageRefusedError';
  readonly categories: readonly RiskCategory[];
  constructor(categories: readonly RiskCategory[], language: 'zh' | 'en') {
    super(refusalWords(categories, language));
    this.categories = categories;
  }
}

/** What is wrong with a document, and where: `policies.2.targets.reached`. */
export interface Fault {
  readonly field: string;
  readonly rule: string;
}

/** What came in is well formed but cannot be: each field, and the rule it breaks. */
export class FaultyInputError extends Error {
  override readonly name = 'FaultyInputError';
  readonly faults: readonly Fault[];
  constructor(message: string, faults: readonly Fault[]) {
    super(message);
    this.faults = faults;
  }
}
