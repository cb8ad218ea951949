import type { customer } from '../../functions/use-cases/customer.ts';
import type { desk } from '../../functions/use-cases/desk.ts';
import { aCaller } from './builders.ts';
import { aCustomer } from './memory.ts';

interface Place {
  customer: ReturnType<typeof customer>;
  desk: ReturnType<typeof desk>;
  /** Lets seconds pass. */
  pass(seconds: number): Promise<unknown>;
}

/** Somebody asks for a person and is answered at once, by the one agent there is. Returns the ticket's number. */
export async function helped({ customer, desk, pass }: Place, customerId: string, text: string) {
  await desk.setPresence({ availability: 'available' }, aCaller());
  const opening = { commandId: 'open-0001', text: '转人工', channel: 'app', locale: 'zh-CN' } as const;
  const { ticketId } = await customer.openTicket(opening, aCustomer(customerId));
  await pass(2);
  await desk.acceptTicket({ ticketId, commandId: 'accept-01' }, aCaller());
  await desk.replyToCustomer({ ticketId, commandId: 'reply-001', text }, aCaller());
  return ticketId;
}

/** What they were helped with is settled and rated, and so closed. */
export async function settled({ customer, desk, pass }: Place, customerId: string, ticketId: string) {
  await desk.resolveTicket({ ticketId, commandId: 'resolve-1', reason: '好了' }, aCaller());
  await pass(5);
  const rating = { ticketId, commandId: 'survey-01', score: 5, solved: true } as const;
  await customer.answerSurvey(rating, aCustomer(customerId));
  await pass(60);
}
