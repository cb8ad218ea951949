import { assessRisk } from '../../functions/domain/risk/assess.ts';
import { compileRiskList } from '../../functions/domain/risk/list/compile.ts';
import { loadRiskList, type RiskList } from '../../functions/domain/risk/list/load.ts';
import { type RiskEngine } from '../../functions/domain/risk/engine.ts';
import { defaultSettings } from '../../functions/domain/risk/policy.ts';
import { loadRiskModel } from '../../functions/domain/risk/learnt.ts';
import type { Screening } from '../../functions/domain/risk/screening.ts';
import { shippedRisk } from '../../functions/runtime/risk.ts';
import type { RiskCategory, RiskDirection, RiskFinding } from '../../schemas/risk.ts';

/** What the filter says of a text in which it finds nothing. */
export const clear: Screening = {
  verdict: 'send',
  risks: [],
  review: { seconds: 600, whenDue: 'release' },
};

/** A list made of the given files, such as `{ fraud: 'high 刷单', classes: '@victim 被骗' }`. */
export function aRiskList(files: Record<string, string>): RiskList {
  return loadRiskList(
    compileRiskList(Object.entries(files).map(([name, text]) => ({ name: `${name}.txt`, text }))).bytes,
  );
}

/** The findings of a text by a list made of the given files. */
export function findingsOf(
  text: string,
  files: Record<string, string>,
  direction: RiskDirection = 'customer',
): RiskFinding[] {
  return assessRisk(text, aRiskList(files), { direction });
}

/** What the filter says of a text that it stops, or marks. */
export function aScreening(
  verdict: Screening['verdict'],
  category: RiskCategory = 'diversion',
  review: Partial<Screening['review']> = {},
): Screening {
  const action = ({ send: 'flag', hold: 'review', refuse: 'block' } as const)[verdict];
  return {
    verdict,
    risks: [{ category, action, span: [0, 2], reasons: ['加我'] }],
    review: { seconds: 600, whenDue: 'release', ...review },
  };
}

/** The filter that ships. */
export function shippedEngine(): RiskEngine {
  const { list, model } = shippedRisk();
  return { list: loadRiskList(list), model: loadRiskModel(model), settings: defaultSettings };
}
