import type { Priority } from '../../../schemas/ticket-facts.ts';
import type { IntentGuess } from '../../../schemas/understanding.ts';
import type { Decision } from './intents.ts';
import type { Folded } from './normalize.ts';
import { largeSumIn, readSignals, type Signals } from './signals.ts';
import { leaf, priorityOf, topLevelOf } from './taxonomy.ts';

export interface Assessment {
  readonly priority: Priority;
  readonly urgency: { urgent: boolean; reasons: string[] };
}

/** How much of the confidence urgent leaves must hold together before they count: low, because a missed one costs most. */
const urgentShare = 0.3;

/** The leaf's default priority, moved by the rules of docs/taxonomy.md; urgent exactly when the urgency says so. */
export function assess(message: Folded, guesses: readonly IntentGuess[], decision: Decision): Assessment {
  const signals = readSignals(message);
  if (asksInGeneral(signals)) return { priority: calm(defaultOf(guesses, decision)), urgency: notUrgent() };

  const urgent = urgentReasons(signals, guesses);
  if (urgent.length > 0) return { priority: 'urgent', urgency: { urgent: true, reasons: urgent } };

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

/** Rules U1 to U5, and leaves that are urgent by themselves. */
function urgentReasons(signals: Signals, guesses: readonly IntentGuess[]): string[] {
  if (onlyUnaskedCode(signals)) return [];
  const byRule = urgentRules.flatMap((rule) => signals.get(rule) ?? []);
  const urgentLeaves = guesses.filter((it) => priorityOf(it.id) === 'urgent');
  const share = urgentLeaves.reduce((sum, it) => sum + it.confidence, 0);
  const byLeaf = share >= urgentShare ? urgentLeaves.flatMap((it) => it.reasons) : [];
  return [...new Set([...byRule, ...byLeaf])].slice(0, 6);
}

const urgentRules = ['U4', 'violence', 'U1', 'U2', 'U3', 'U5'] as const;

/** Rule U2's exception: a code nobody asked for, and no sign that anybody got in. */
function onlyUnaskedCode(signals: Signals): boolean {
  const others = ['U1', 'U3', 'U4', 'violence', 'U5', 'control'].some((it) => signals.has(it));
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
