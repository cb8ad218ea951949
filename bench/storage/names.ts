/** A few tickets that other rows speak of. */
export const TICKETS = ['KF-0000-0000-0001', 'KF-0000-0000-0002', 'KF-0000-0000-0003'] as const;
