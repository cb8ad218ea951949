import { readFileSync } from 'node:fs';

/** Reads JSON Lines whose values are texts; other values are left out. */
export function readJsonLines(file: string): Record<string, string>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line);
      return Object.fromEntries(
        Object.entries(value instanceof Object ? value : {}).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      );
    });
}
