import type { Screening } from '../domain/risk/screening.ts';
import type { Understanding } from '../../schemas/understanding.ts';
import type { Models } from './whole.ts';

const REVIEW_SECONDS = 60;

/**
 * Models that cost nothing, for simulations and tests of everything else. Nothing is ever clear to them, so the bot asks back; a text
 * with 人工 asks for a person, one with 扣 is held for a reviewer, one with 拒 is refused.
 */
export const lightModels: Models = {
  shippedRisk: () => ({ list: new Uint8Array(), model: new Uint8Array() }),
  shippedModel: () => {
    throw new Error('light models hold no model of messages');
  },
  meaningOf: () => undefined,
  screen: async (text) => screeningOf(text),
  reader: async () => ({ understand: understandingOf, screen: screeningOf }),
};

function understandingOf(text: string): Understanding {
  return {
    language: 'zh',
    intents: [],
    abstained: true,
    priority: 'normal',
    urgency: { urgent: false, reasons: [] },
    sentiment: 'neutral',
    wantsHuman: text.includes('人工'),
    risks: [],
    normalized: text,
  };
}

function screeningOf(text: string): Screening {
  const verdict = text.includes('拒') ? 'refuse' : text.includes('扣') ? 'hold' : 'send';
  const action = verdict === 'refuse' ? 'block' : 'review';
  return {
    verdict,
    risks:
      verdict === 'send' ? [] : [{ category: 'fraud', action, span: [0, text.length], reasons: ['a word'] }],
    review: { seconds: REVIEW_SECONDS, whenDue: 'release' },
  };
}
