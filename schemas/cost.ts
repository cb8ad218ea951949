import * as z from 'zod/mini';

/**
 * What a ticket has used of the cloud beside being opened and its messages: how often somebody took it, what timers wrote into its
 * history, and for how long clients were open for it.
 */
export const CloudUse = z.enum(['accepted', 'timers', 'client-seconds']);
export type CloudUse = z.infer<typeof CloudUse>;

/** Millionths of a US dollar: whole numbers, so that sums do not depend on their order. */
export const Microdollars = z.int().check(z.nonnegative());

/** US dollars. */
export const Dollars = z.number().check(z.nonnegative());
