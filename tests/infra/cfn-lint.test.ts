import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ensureEnvironment, python } from '../../local/environment.ts';
import { synthesise } from './synthesised.ts';

const ROOT = join(import.meta.dirname, '../..');
const Findings = z.array(
  z.looseObject({ Level: z.string(), Message: z.string(), Rule: z.looseObject({ Id: z.string() }) }),
);

let templates: string[];

beforeAll(async () => {
  await ensureEnvironment();
  const { directory } = (await synthesise()).app.synth();
  templates = readdirSync(directory)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => join(directory, file));
}, 300_000);

describe('cfn-lint', () => {
  it('finds nothing in the templates', () => {
    expect(templates).toHaveLength(2);
    expect(findingsIn('us-east-1')).toEqual([]);
  }, 120_000);

  it('finds nothing in China but the user pool, which an issuer of one’s own replaces there', () => {
    const others = findingsIn('cn-north-1').filter((message) => !message.includes('AWS::Cognito::'));

    expect(others).toEqual([]);
  }, 120_000);
});

/** Each finding in one line; what is ignored, and why, is in `.cfnlintrc.yaml`. */
function findingsIn(region: string): string[] {
  const { stdout, stderr, error } = spawnSync(
    python('cfn-lint'),
    [...templates.flatMap((path) => ['--template', path]), '--regions', region, '--format', 'json'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  if (error) throw error;
  if (stderr) throw new Error(stderr);
  return Findings.parse(JSON.parse(stdout)).map(({ Rule, Message }) => `${Rule.Id} ${Message}`);
}
