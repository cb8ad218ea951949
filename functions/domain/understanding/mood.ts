import type { Priority } from '../../../schemas/ticket-facts.ts';
import type { Sentiment } from '../../../schemas/understanding.ts';
import { parentOf, topLevelOf } from './taxonomy.ts';

/** Where the tension of a conversation goes: `rising` is getting worse. */
export type Trend = 'rising' | 'falling' | 'steady';

export interface Mood {
  readonly sentiment: Sentiment;
  /** The tensest it has been. */
  readonly worst: Sentiment;
  readonly trend: Trend;
}

const tension: Readonly<Record<Sentiment, number>> = { positive: 0, neutral: 1, negative: 2, angry: 3 };
const compared = 3;
const swing = 2 / 3;

/**
 * The mood after these sentiments, one a customer's message, oldest first. Each counts 0 (positive) to 3 (angry); the last is
 * compared with the mean of up to three before it: two thirds of a step more is rising, as much less is falling, else steady. So
 * one step away from an even tone tells, and a tone that is simply kept does not. Nothing said is neutral and steady.
 */
export function moodOf(sentiments: readonly Sentiment[]): Mood {
  const sentiment = sentiments.at(-1) ?? 'neutral';
  const before = sentiments.slice(0, -1).slice(-compared);
  const worst = sentiments.reduce((most, it) => (tension[it] > tension[most] ? it : most), sentiment);
  if (before.length === 0) return { sentiment, worst, trend: 'steady' };
  const mean = before.reduce((sum, it) => sum + tension[it], 0) / before.length;
  const change = tension[sentiment] - mean;
  return { sentiment, worst, trend: change >= swing ? 'rising' : change <= -swing ? 'falling' : 'steady' };
}

/** Whether the last messages were all angry: no advice of a machine helps any more. */
export function staysAngry(sentiments: readonly Sentiment[], times = 2): boolean {
  return sentiments.length >= times && sentiments.slice(-times).every((it) => it === 'angry');
}

/** A ticket of the same customer, from before this one. */
export interface EarlierTicket {
  readonly ticketId: string;
  readonly intentId?: string | undefined;
  readonly createdAt: string;
}

/** That a customer comes back with the same matter. */
export interface Repeat {
  /** Which contact about it this is: 2 is the first repeat. */
  readonly contacts: number;
  readonly reason: string;
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
 * A repeat by the customer's own words (normalized), or by earlier tickets about the same topic within `REPEAT_DAYS`; undefined
 * when neither says so.
 */
export function repeatOf(
  text: string,
  intentId: string | undefined,
  earlier: readonly EarlierTicket[],
  now: Date,
): Repeat | undefined {
  const topic = intentId && (parentOf(intentId) ?? topLevelOf(intentId));
  const same = earlier.filter(
    (it) =>
      topic !== undefined &&
      it.intentId !== undefined &&
      (parentOf(it.intentId) ?? it.intentId) === topic &&
      now.getTime() - Date.parse(it.createdAt) <= REPEAT_DAYS * DAY,
  );
  if (same.length > 0) {
    return {
      contacts: same.length + 1,
      reason: `contact ${same.length + 1} about ${topic ?? ''} within ${REPEAT_DAYS} days`,
    };
  }
  const [often] = (contacting.test(text) && manyTimes.exec(text)) || [];
  if (often) return { contacts: 3, reason: `says it is not the first contact: ${often}` };
  const [again] = before.exec(text) ?? [];
  return again ? { contacts: 2, reason: `says it is not the first contact: ${again}` } : undefined;
}

/** One step up for a repeat; only the rules U1 to U5 make a matter urgent. */
export function raised(priority: Priority): Priority {
  return priority === 'low' ? 'normal' : priority === 'normal' ? 'high' : priority;
}
