import * as z from 'zod/mini';
import { EventNumber, TicketId } from './ids.ts';

/** A customer's message that waits to be understood. */
export const ClassificationRequest = z.strictObject({ ticketId: TicketId, number: EventNumber });
export type ClassificationRequest = z.infer<typeof ClassificationRequest>;
