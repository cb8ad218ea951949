import type { Prompt } from '../../functions/domain/language-model/prompt.ts';
import type { LanguageModel } from '../../functions/use-cases/platform.ts';

export interface StandInModel extends LanguageModel {
  /** Everything it was asked, in order. */
  readonly prompts: Prompt[];
}

/** A language model in memory that says what it is told to say, with a budget by the hour. */
export function aModel(
  says: (prompt: Prompt) => string | Promise<string>,
  { callsPerHour = 100, ...overrides }: Partial<LanguageModel> & { callsPerHour?: number } = {},
): StandInModel {
  const prompts: Prompt[] = [];
  const taken = new Map<string, number>();
  return {
    uses: ['answers', 'intents'],
    timeoutMs: 2500,
    prompts,
    ask: async (prompt) => {
      prompts.push(prompt);
      return says(prompt);
    },
    takeCall: async (now) => {
      const hour = now.toISOString().slice(0, 13);
      const calls = taken.get(hour) ?? 0;
      if (calls >= callsPerHour) return false;
      taken.set(hour, calls + 1);
      return true;
    },
    ...overrides,
  };
}

/** A reply in the form that was asked for. */
export function writes(text: string, articles: readonly string[] = ['A1']): string {
  return JSON.stringify({ text, articles });
}

/** The data blocks of a prompt by name, read as any model would: lines between tags, each line JSON. */
export function blocksOf({ user }: Prompt): Record<string, unknown[]> {
  const blocks: Record<string, unknown[]> = {};
  let open: string | undefined;
  for (const line of user.split('\n')) {
    const tag = /^<(\/?)(\w+)>$/.exec(line);
    const name = tag?.[2] ?? '';
    if (!tag) {
      if (open === undefined) throw new Error(`data outside a block: ${line}`);
      blocks[open]?.push(JSON.parse(line));
    } else if (tag[1]) {
      if (open !== name) throw new Error(`closes ${name} inside ${open}`);
      open = undefined;
    } else {
      if (open !== undefined || name in blocks) throw new Error(`opens ${name} inside ${open}`);
      open = name;
      blocks[name] = [];
    }
  }
  return blocks;
}
