import type { Priority } from '../../schemas/ticket-facts.ts';

/** The most pressing first. */
export const RANK = { urgent: 0, high: 1, normal: 2, low: 3 } as const satisfies Record<Priority, number>;
