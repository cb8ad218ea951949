import type { Risk, RiskCategory, WhenDue } from '../../../schemas/risk.ts';
import { MessageRefusedError } from '../errors.ts';

/** What the filter says about a text: whether it is sent, waits for a reviewer, or is refused. */
export interface Screening {
  readonly verdict: 'send' | 'hold' | 'refuse';
  readonly risks: readonly Risk[];
  /** How long a held text waits for a reviewer, in seconds, and what happens then. */
  readonly review: { readonly seconds: number; readonly whenDue: WhenDue };
}

/** A text in which the filter found something: what is remembered of it is everything but the text. */
export interface Screened {
  /** `customer:<id>` or `agent:<id>`. */
  writer: string;
  /** The write it came with. */
  commandId: string;
  /** Absent for an opening that was refused. */
  ticketId?: string;
  verdict: Screening['verdict'];
  /** What was found and not excused. */
  categories: readonly RiskCategory[];
  /** SHA-256 of the text. */
  digest: string;
  /** When it is decided at the latest; for what is held. */
  dueAt?: string;
}

/** What stands against a text, the gravest first; excused words do not. */
export function stopping({ risks }: Pick<Screening, 'risks'>): Risk[] {
  return [
    ...risks.filter(({ action }) => action === 'block'),
    ...risks.filter(({ action }) => action === 'review'),
  ];
}

/** The categories that stand against a text, each once, the gravest first. */
export function categoriesOf(screening: Pick<Screening, 'risks'>): RiskCategory[] {
  return [...new Set(stopping(screening).map(({ category }) => category))];
}

/** @throws MessageRefusedError when the filter refuses the text. */
export function requireSendable(text: string, screening: Screening | undefined): void {
  if (screening?.verdict !== 'refuse') return;
  throw new MessageRefusedError(categoriesOf(screening), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');
}

/** Somebody may be hurt: a person looks at once, although the words themselves are kept back. */
export function threatens({ risks }: Pick<Screening, 'risks'>): boolean {
  return stopping({ risks }).some(({ category }) => category === 'violence' || category === 'self-harm');
}

/** Somebody speaks of their own despair: told by the writer, not reported, quoted or played. */
export function despairs(risks: readonly Risk[]): boolean {
  return risks.some(({ category, excused }) => category === 'self-harm' && !excused);
}
