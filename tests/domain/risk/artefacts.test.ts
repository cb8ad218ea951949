import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assessRisk } from '../../../functions/domain/risk/assess.ts';
import { loadRiskModel } from '../../../functions/domain/risk/learnt.ts';
import { loadRiskList } from '../../../functions/domain/risk/list/load.ts';
import { shippedRisk } from '../../../functions/runtime/risk.ts';
import { compiledList, digestOfSources, MODEL_FOLDER } from '../../../risk/build.ts';

describe('the risk filter that ships', () => {
  it('has the bytes that its lists compile to: npm run risk', () => {
    expect(Buffer.from(compiledList()).equals(shippedRisk().list)).toBe(true);
  });

  it('was learnt from the cases and utterances as they are now: npm run risk', () => {
    const noted = readFileSync(join(MODEL_FOLDER, 'sources.sha256'), 'utf8').trim();

    expect(digestOfSources()).toBe(noted);
  });

  it('is at most 570 kB, gzipped', () => {
    const { list, model } = shippedRisk();

    const packed = [list, model].map((it) => gzipSync(it, { level: 9 }).length);

    expect(packed.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(570_000);
  });

  it('judges', () => {
    const { list, model } = shippedRisk();
    const speaking = { direction: 'customer', model: loadRiskModel(model) } as const;

    const findings = assessRisk('出售冰毒，现货包邮', loadRiskList(list), speaking);

    expect(findings).toContainEqual(expect.objectContaining({ category: 'contraband', action: 'block' }));
    expect(assessRisk('我的退款还没有到账', loadRiskList(list), speaking)).toEqual([]);
  });
});
