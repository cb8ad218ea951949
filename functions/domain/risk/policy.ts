import type {
  RiskCategory,
  RiskDirection,
  RiskExcuse,
  RiskPolicy,
  RiskSettings,
  RiskSeverity,
} from '../../../schemas/risk.ts';

const usual = { low: 'flag', medium: 'review', high: 'block' } as const;
/** Words that a person must judge before they are refused. */
const judged = { low: 'flag', medium: 'review', high: 'review' } as const;
const strict = { low: 'flag', medium: 'block', high: 'block' } as const;

const forAgents = {
  fraud: strict,
  gambling: usual,
  pornography: usual,
  violence: usual,
  contraband: usual,
  weapons: usual,
  politics: judged,
  hate: { low: 'review', medium: 'block', high: 'block' },
  'self-harm': usual,
  minors: strict,
  diversion: strict,
  spam: usual,
} as const;

/** The bot explains and warns at length, in words that editors have read: only what is plain and grave makes it silent. */
const plain = { low: 'flag', medium: 'flag', high: 'block' } as const;

const forBot = {
  fraud: plain,
  gambling: plain,
  pornography: plain,
  violence: plain,
  contraband: plain,
  weapons: plain,
  politics: plain,
  hate: plain,
  'self-harm': plain,
  minors: plain,
  diversion: plain,
  spam: { low: 'flag', medium: 'flag', high: 'flag' },
} as const;

/**
 * What is done unless the operator says otherwise. A customer in despair is never held back: `self-harm` is flagged, so that a
 * person is called, and only invitations to others wait.
 */
export const defaultPolicy: RiskPolicy = {
  customer: {
    fraud: usual,
    gambling: usual,
    pornography: usual,
    violence: judged,
    contraband: usual,
    weapons: usual,
    politics: judged,
    hate: judged,
    'self-harm': { low: 'flag', medium: 'flag', high: 'review' },
    minors: usual,
    diversion: judged,
    spam: usual,
  },
  agent: forAgents,
  bot: forBot,
};

/** What holds unless an operator publishes other settings. */
export const defaultSettings: RiskSettings = {
  policy: defaultPolicy,
  review: {
    customerSeconds: 600,
    agentSeconds: 120,
    refuse: ['minors', 'weapons', 'contraband', 'pornography'],
  },
};

/** How much each excuse weighs; a second word for it adds half. */
export const excuseWeights: Record<RiskExcuse, number> = {
  victim: 4,
  'third-person': 4,
  report: 3,
  fiction: 3,
  concern: 2,
  story: 2,
  question: 1.5,
  refusal: 6,
  quote: 3,
  anger: 3,
};

/** What the excuses must outweigh: how grave the words are, and more when somebody offers something beside them. */
export const evidenceWeights: Record<RiskSeverity, number> = { low: 1, medium: 3, high: 5 };
export const OFFER_WEIGHT = 1.5;

/** Categories that are traded: light words beside an offer weigh like an offer of what they name. */
export const traded: readonly RiskCategory[] = [
  'fraud',
  'gambling',
  'pornography',
  'contraband',
  'weapons',
  'minors',
  'diversion',
  'spam',
];

/** Categories whose topics nobody brings to a help desk without a story, a question or a matter of their own. */
export const toldByTopic: readonly RiskCategory[] = [
  'gambling',
  'pornography',
  'violence',
  'contraband',
  'weapons',
  'politics',
  'minors',
  'fraud',
  'diversion',
  'spam',
];

/** Harm that is told, asked about or warned of. */
const told: readonly RiskExcuse[] = [
  'victim',
  'third-person',
  'report',
  'concern',
  'story',
  'fiction',
  'refusal',
  'quote',
];
/** Where a plain question is as harmless; elsewhere asking may be the harm. */
const asked: readonly RiskExcuse[] = [...told, 'question'];

const excusesByCategory: Record<RiskCategory, readonly RiskExcuse[]> = {
  fraud: asked,
  gambling: told,
  pornography: told,
  violence: ['third-person', 'fiction', 'quote'],
  contraband: told,
  weapons: told,
  politics: ['third-person', 'report', 'concern', 'fiction', 'refusal', 'quote'],
  hate: ['third-person', 'fiction', 'quote', 'anger'],
  'self-harm': ['third-person', 'fiction', 'refusal', 'quote'],
  minors: told,
  diversion: asked,
  spam: asked,
};

/** Agents and the bot warn and explain; they have no story of their own. */
const warnings: readonly RiskExcuse[] = ['refusal', 'third-person'];
const forOurs: Record<RiskSeverity, readonly RiskExcuse[]> = {
  low: [...told],
  medium: [...warnings, 'report', 'concern', 'fiction', 'victim'],
  high: warnings,
};

/** What can excuse words of a category and severity in the mouth of a speaker. */
export function excusesFor(
  category: RiskCategory,
  severity: RiskSeverity,
  direction: RiskDirection,
): readonly RiskExcuse[] {
  const excuses = excusesByCategory[category];
  if (direction !== 'customer') return excuses.filter((it) => forOurs[severity].includes(it));
  return excuses;
}
