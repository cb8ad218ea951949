import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../functions/domain/export/columns.ts';
import { ExportWhat } from '../../../schemas/export.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/export.md'), 'utf8');

/** The rows of the table below a heading: name and kind. */
function described(heading: string): string[] {
  const [, section = ''] = page.split(`\n### ${heading}\n`);
  const [table = ''] = section.split('\n#');
  return [...table.matchAll(/^\| `(\w+)` +\| (\w+) +\|/gm)].map(([, name, kind]) => `${name} ${kind}`);
}

describe('the page of columns', () => {
  it.each(ExportWhat.options)('names those of %s, in their order', (what) => {
    expect(described(what)).toEqual(columnsOf[what].map(({ name, kind }) => `${name} ${kind}`));
  });
});

describe('columns', () => {
  it.each(ExportWhat.options)('of %s have names that Athena takes as they are', (what) => {
    const names = columnsOf[what].map(({ name }) => name);

    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
