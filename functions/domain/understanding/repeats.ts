import type { Ticket } from '../../../schemas/ticket.ts';
import type { Priority } from '../../../schemas/ticket-facts.ts';
import { isManner, parentOf, topLevelOf } from './taxonomy.ts';

/** A ticket of the same customer, from before this one. */
export type EarlierTicket = Pick<Ticket, 'ticketId' | 'intentId' | 'createdAt'>;

/** The matter of a ticket as far as the bot knows it; a greeting or a request for a person is none. */
export function matterOf({ intentId }: Pick<Ticket, 'intentId'>): string | undefined {
  return intentId !== undefined && !isManner(intentId) ? intentId : undefined;
}

/** Whether earlier tickets still matter: the bot has it, and either the first turn or its matter is yet to come. */
export function mayRepeat(ticket: Ticket): boolean {
  return ticket.holder.kind === 'bot' && (ticket.botHandledNumber === 0 || matterOf(ticket) === undefined);
}

/** Those of the customer's tickets that came before this one. */
export function earlierThan(ticket: EarlierTicket, tickets: readonly EarlierTicket[]): EarlierTicket[] {
  return tickets.filter(
    ({ ticketId, createdAt }) => ticketId !== ticket.ticketId && createdAt <= ticket.createdAt,
  );
}

/** That a customer comes back with the same matter. */
export interface Repeat {
  /** Which contact about it this is: 2 is the first repeat. */
  readonly contacts: number;
  readonly reason: string;
  /** Earlier tickets say so, and not the customer's words alone. */
  readonly proven: boolean;
}

const DAY = 86_400_000;
/** How long the same topic counts as the same matter. */
export const REPEAT_DAYS = 7;

const manyTimes =
  /第[三四五六七八九十3-9]次|三番[五两]次|[三四五六3-6]五?次了|(?:好几|很多|无数|多少|这么多|n|多)(?:次|遍|回)|反反?复复?(?:反馈|投诉|联系|说|问)|(?:third|fourth|fifth|3rd|4th|5th) time|(?:many|several|countless|multiple|three|four|five|\d{1,2}) times|over and over|again and again/;
const before =
  /(?:之前|以前|上次|上回|昨天|前天|前几天|上周|早就|已经|都|也|又).{0,6}(?:联系|反馈|投诉|反映|问|找|申请|提交|报)(?:过|了).{0,6}(?:客服|你们|平台|人工|工单|一次|两次|\d次)|(?:客服|你们)(?:上次|之前|昨天|说好|承诺|答应)|(?:上次|之前|昨天)(?:的)?(?:客服|工单)|还是(?:上次|之前|昨天)(?:的|那个)(?:问题|事)|又(?:来|找你们|是我)|(?:already|previously) (?:\w+ )?(?:contacted|wrote|written|told|reported|called|complained|asked|spoke|raised)|contacted you (?:before|already|twice|last|yesterday)|(?:second|2nd) time|same (?:issue|problem) (?:as|again)|last (?:time|agent)|previous (?:ticket|agent|case)|you (?:said|promised)/;
const contacting =
  /客服|你们|平台|反馈|投诉|联系|工单|反映|找|说|问|contact|writ|wrote|ask|complain|report|support|told|call|ticket/;

/**
 * A repeat by earlier tickets about the same topic within `REPEAT_DAYS`, or by the customer's own words (normalized), whichever
 * tells of more contacts; undefined when neither says so.
 */
export function repeatOf(
  text: string,
  intentId: string | undefined,
  earlier: readonly EarlierTicket[],
  now: Date,
): Repeat | undefined {
  const [proven, said] = [repeatByTickets(intentId, earlier, now), repeatByWords(text)];
  return proven && said && said.contacts > proven.contacts ? { ...said, proven: true } : (proven ?? said);
}

function repeatByTickets(
  intentId: string | undefined,
  earlier: readonly EarlierTicket[],
  now: Date,
): Repeat | undefined {
  if (intentId === undefined) return undefined;
  const topic = parentOf(intentId) ?? topLevelOf(intentId);
  const same = earlier.filter(
    (it) =>
      it.intentId !== undefined &&
      (parentOf(it.intentId) ?? it.intentId) === topic &&
      now.getTime() - Date.parse(it.createdAt) <= REPEAT_DAYS * DAY,
  );
  const contacts = same.length + 1;
  const reason = `contact ${contacts} about ${topic} within ${REPEAT_DAYS} days`;
  return same.length > 0 ? { contacts, reason, proven: true } : undefined;
}

function repeatByWords(text: string): Repeat | undefined {
  const [often] = (contacting.test(text) && manyTimes.exec(text)) || [];
  const [words] = often === undefined ? (before.exec(text) ?? []) : [often];
  if (words === undefined) return undefined;
  const reason = `says it is not the first contact: ${words}`;
  return { contacts: often === undefined ? 2 : 3, reason, proven: false };
}

/** Rule H1 of docs/taxonomy.md: the third contact about the same matter is high at least, and urgent only by other rules. */
export function pressedBy({ contacts }: Repeat, priority: Priority): Priority {
  return contacts > 2 && priority !== 'urgent' ? 'high' : priority;
}
