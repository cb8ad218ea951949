import { assessRisk } from '../../functions/domain/risk/assess.ts';
import { compileRiskList } from '../../functions/domain/risk/list/compile.ts';
import { loadRiskList, type RiskList } from '../../functions/domain/risk/list/load.ts';
import type { RiskDirection, RiskFinding } from '../../schemas/risk.ts';

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
