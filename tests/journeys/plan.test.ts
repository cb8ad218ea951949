import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deploy } from '../../local/deploy.ts';
import { deployment } from './cloud.ts';

const directory = mkdtempSync(join(tmpdir(), 'kefu-plan-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a deployment whose seats cannot keep the promise', () => {
  it(
    'fails with the numbers that show why, and what was deployed goes on',
    { timeout: 240_000 },
    async () => {
      const { api, cloud } = deployment();

      const refused = deploy({ ...cloud, directory }, { PeakConversationsPerHour: '2000' });

      await expect(refused).rejects.toThrow(
        /30 cannot keep the promise at the forecast peak[^]*At least 69 agents are needed/,
      );
      expect((await fetch(`${api}/v1/openapi.json`)).status).toBe(200);
    },
  );
});
