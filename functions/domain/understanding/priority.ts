import type { Priority } from '../../../schemas/ticket-facts.ts';
import type { IntentGuess } from '../../../schemas/understanding.ts';
import { urgentShareOf, type HeadEvidence } from './heads.ts';
import type { Decision } from './intents.ts';
import type { Folded } from './normalize.ts';
import { largeSumIn, readSignals, type Signals } from './signals.ts';
import { leaf, priorityOf, topLevelOf } from './taxonomy.ts';

export interface Assessment {
  readonly priority: Priority;
  readonly urgency: { urgent: boolean; reasons: string[] };
}

/** What urgency is judged by, beside the model's own impression. */
export interface UrgencySigns extends HeadEvidence {
  readonly signals: Signals;
  /** The words that rules U1 to U5 found. */
  readonly words: readonly string[];
  /** A code or password was given away: no model's impression weighs against that. */
  readonly certain: boolean;
}

/** Urgent leaves together below this have no part in a message. */
const NO_SHARE = 0.1;

/** Reads a message by the rules of docs/taxonomy.md that make it urgent, and sums up the guesses that are urgent by themselves. */
export function urgencySigns(message: Folded, guesses: readonly IntentGuess[]): UrgencySigns {
  const signals = readSignals(message);
  const share = urgentShareOf(guesses);
  const excluded = onlyUnaskedCode(signals) || asksInGeneral(signals);
  const words = excluded ? [] : rules.flatMap((it) => signals.get(it) ?? []);
  const ruled = words.length > 0;
  // What only presses is high, not urgent.
  const presses = !ruled && share < NO_SHARE && steps.some((it) => signals.has(it));
  const certain = !excluded && signals.has('given');
  return { signals, words, ruled, certain, share, denied: excluded || presses };
}

/** The leaf's default priority, moved by the rules of docs/taxonomy.md; urgent exactly when the urgency says so. */
export function assess(
  message: Folded,
  guesses: readonly IntentGuess[],
  decision: Decision,
  { signals, words, urgent }: UrgencySigns & { urgent: boolean },
): Assessment {
  if (urgent) return { priority: 'urgent', urgency: { urgent, reasons: urgentReasons(words, guesses) } };
  if (asksInGeneral(signals)) return { priority: calm(defaultOf(guesses, decision)), urgency: notUrgent() };

  const start = defaultOf(guesses, decision);
  const sum = moneyMatters(guesses) && largeSumIn(message.text) !== undefined;
  const raised = start === 'urgent' || sum || steps.some((it) => signals.has(it));
  return { priority: raised && start !== 'high' ? 'high' : start, urgency: notUrgent() };
}

/** Rule L1: asks how something works and names no case of its own; a life in danger is never just a question. */
function asksInGeneral(signals: Signals): boolean {
  const own = signals.has('happened') || (signals.has('done') && !signals.has('ifEver'));
  const supposed = signals.has('supposes') || signals.has('ifEver');
  return signals.has('asks') && supposed && !own && !signals.has('U4');
}

/** What the rules found, else what speaks for the urgent leaf, else for the best. */
function urgentReasons(words: readonly string[], guesses: readonly IntentGuess[]): string[] {
  const leaves = guesses.filter((it) => priorityOf(it.id) === 'urgent').slice(0, 1);
  const found = [...words, ...leaves.flatMap((it) => it.reasons)];
  return [...new Set(found.length > 0 ? found : (guesses[0]?.reasons ?? []))].slice(0, 6);
}

/** Rules U1 to U5. */
const rules = ['U4', 'violence', 'U1', 'given', 'U2', 'U3', 'U5'] as const;

/** Rule U2's exception: a code nobody asked for, and no sign that anybody got in. */
function onlyUnaskedCode(signals: Signals): boolean {
  const others = ['U1', 'given', 'U3', 'U4', 'violence', 'U5', 'control'].some((it) => signals.has(it));
  return signals.has('unasked') && !others;
}

/** Rules H1, H2 and H4; H3 is a sum. */
const steps = ['H1', 'H2', 'H4'] as const;

/** Where a large number is a count of views or fans, it is no sum at stake. */
const countedMatters: readonly string[] = ['content', 'account', 'technical', 'none'];

function moneyMatters([best]: readonly IntentGuess[]): boolean {
  return !best || !countedMatters.includes(topLevelOf(best.id));
}

/** The default of the leaf; when no leaf is sure it never starts below normal. */
function defaultOf(guesses: readonly IntentGuess[], { abstained }: Decision): Priority {
  const best = guesses.find((it) => leaf(it.id));
  if (!best) return 'normal';
  const priority = priorityOf(best.id);
  return abstained && priority === 'low' ? 'normal' : priority;
}

function calm(priority: Priority): Priority {
  return priority === 'low' ? 'low' : 'normal';
}

function notUrgent(): Assessment['urgency'] {
  return { urgent: false, reasons: [] };
}
