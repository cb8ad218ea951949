import type { Risk, RiskDirection, RiskFinding, RiskSettings, Span } from '../../../schemas/risk.ts';
import { assessRisk } from './assess.ts';
import type { RiskModel } from './learnt.ts';
import type { RiskList } from './list/load.ts';
import { defaultSettings } from './policy.ts';
import { categoriesOf, despairs, type Screening } from './screening.ts';

/** Everything the filter judges by. */
export interface RiskEngine {
  readonly list: RiskList;
  readonly model?: RiskModel | undefined;
  readonly settings: RiskSettings;
}

/**
 * What is risky in a text, as it is kept. A customer in despair is neither refused nor held, whatever else they say: then everything
 * is only marked, and a person is called.
 */
export function risksIn(text: string, engine: RiskEngine, direction: RiskDirection): Risk[] {
  const { list, model, settings } = engine;
  const { policy } = settings;
  if (direction === 'bot') return botRisks(text, engine);
  const risks = assessRisk(text, list, { direction, policy, ...(model && { model }) }).map(asKept);
  const invites = risks.some(({ category, action }) => category === 'self-harm' && action !== 'flag');
  if (direction !== 'customer' || invites || !despairs(risks)) return risks;
  return risks.map((it) => ({ ...it, action: 'flag' }));
}

/**
 * The bot's words are judged as a customer's, who warns and tells; and each sentence that asks, without a negation, as an agent's, for what only
 * who serves can do wrong: ask for secrets, and lead away.
 */
function botRisks(text: string, { list, settings }: RiskEngine): Risk[] {
  const { bot } = settings.policy;
  const policy = { ...settings.policy, customer: bot, agent: bot };
  const told = assessRisk(text, list, { direction: 'customer', policy });
  const demands = [...text.matchAll(sentence)].flatMap(({ 0: words, index }) =>
    negation.test(words) || !towardsUs.test(words)
      ? []
      : assessRisk(words, list, { direction: 'agent', policy })
          .filter(({ category }) => category === 'fraud' || category === 'diversion')
          .map((it) => ({ ...it, span: shifted(it.span, index) })),
  );
  return [...told, ...demands].map(asKept);
}

function shifted([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}

const sentence = /(?:[^。！？!?;；\n.]|\.(?!\s))+/gu;
/** Who asks for something says to whom it is to come. */
const towardsUs = /[我给发告]|客服|\b(?:me|us|here)\b/iu;
const negation = /[不勿别没无非未遮]|\b(?:no|not|never|nobody|none|without)\b|n't/iu;

/** Whether a text is sent, held or refused; without an engine everything passes. */
export function screen(text: string, engine: RiskEngine | undefined, direction: RiskDirection): Screening {
  const risks = engine ? risksIn(text, engine, direction) : [];
  const { customerSeconds, agentSeconds, refuse } = (engine?.settings ?? defaultSettings).review;
  const grave = categoriesOf({ risks }).some((it) => refuse.includes(it));
  return {
    verdict: verdictOf(risks),
    risks,
    review: {
      seconds: direction === 'customer' ? customerSeconds : agentSeconds,
      whenDue: grave ? 'refuse' : 'release',
    },
  };
}

function verdictOf(risks: readonly Risk[]): Screening['verdict'] {
  if (risks.some(({ action }) => action === 'block')) return 'refuse';
  return risks.some(({ action }) => action === 'review') ? 'hold' : 'send';
}

function asKept({ category, action, span, terms, excuse, disguise, learnt }: RiskFinding): Risk {
  const how = [
    ...(disguise ? [`written as ${disguise}`] : []),
    ...(excuse ? [`excused by ${excuse}`] : []),
    ...(learnt ? ['learnt from examples'] : []),
  ];
  return { category, action, span, reasons: [...terms, ...how], ...(excuse && { excused: true }) };
}
