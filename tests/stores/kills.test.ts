import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendUnderKills } from '../../bench/append/kills.ts';
import { type LocalDynamoDB, startDynamoDB } from '../../local/dynamodb.ts';

describe('appending over DynamoDB', { timeout: 240_000 }, () => {
  let local: LocalDynamoDB;
  beforeAll(async () => {
    local = await startDynamoDB();
  }, 180_000);
  afterAll(() => local.stop());

  it('loses, doubles and reorders nothing when its processes are killed at any moment', async () => {
    const report = await appendUnderKills({
      endpoint: local.endpoint,
      operations: 120,
      processes: 3,
      tickets: 3,
      seed: 1,
      life: [8, 40],
    });

    expect(report.faults).toEqual([]);
    expect(report.operations).toBe(120);
    expect(report.kills).toBeGreaterThan(0);
  });
});
