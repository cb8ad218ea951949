/** Real time. The only place that reads the clock. */
export const now = (): Date => new Date();

/** Real chance. */
export const random = (): number => Math.random();

/** Lets time pass, in milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((proceed) => setTimeout(proceed, ms));
