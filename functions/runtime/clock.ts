import { randomUUID } from 'node:crypto';

/** Real time. The only place that reads the clock. */
export const now = (): Date => new Date();

/** Real chance. */
export const random = (): number => Math.random();

/** A new id that nobody else makes. */
export const newId = (): string => randomUUID();
