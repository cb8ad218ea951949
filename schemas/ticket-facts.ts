import * as z from 'zod/mini';

/** Who the customer is to the platform; decides lanes and policies. */
export const Segment = z.enum(['ordinary', 'creator', 'merchant', 'advertiser', 'vip']);
export type Segment = z.infer<typeof Segment>;

/** How messages come and go. */
export const Channel = z.enum(['app', 'web', 'live-room', 'email', 'phone', 'social']);
export type Channel = z.infer<typeof Channel>;

export const Priority = z.enum(['urgent', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof Priority>;
