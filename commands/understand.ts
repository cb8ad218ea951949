import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type RiskEngine } from '../functions/domain/risk/engine.ts';
import { defaultSettings } from '../functions/domain/risk/policy.ts';
import { loadRiskModel } from '../functions/domain/risk/learnt.ts';
import { loadRiskList } from '../functions/domain/risk/list/load.ts';
import { loadModel } from '../functions/domain/understanding/model/model.ts';
import { understand } from '../functions/domain/understanding/understand.ts';
import { Segment } from '../schemas/ticket-facts.ts';
import { answerLines } from './lines.ts';

const usage = `npm run --silent understand -- [--model DIR] < messages.jsonl

Reads JSON Lines {id, text, context?: {segment?, earlier?: [text]}} on standard input and writes what the platform understands of
each: {id, language, intents, abstained, sentiment, urgency, wantsHuman, risks: [{category, action, span}]}. --model names the folder
of a trained model; risk.list.bin and risk.model.bin there take the place of the project's own.`;

const Line = z.strictObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.optional(
    z.strictObject({ segment: z.optional(Segment), earlier: z.optional(z.array(z.string())) }),
  ),
});

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: join(import.meta.dirname, '../training/model') },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const model = loadModel(readFileSync(join(values.model, 'understanding.bin')));
  const risk: RiskEngine = {
    list: loadRiskList(readFileSync(riskFile('risk.list.bin'))),
    model: loadRiskModel(readFileSync(riskFile('risk.model.bin'))),
    settings: defaultSettings,
  };
  await answerLines(Line, ({ id, text, context = {} }) => {
    const said = understand(text, context, model, risk);
    return {
      id,
      language: said.language,
      intents: said.intents.map(({ id: intent, confidence }) => ({ id: intent, confidence })),
      abstained: said.abstained,
      sentiment: said.sentiment,
      urgency: said.urgency,
      wantsHuman: said.wantsHuman,
      risks: said.risks.map(({ category, action, span }) => ({ category, action, span })),
    };
  });
}

function riskFile(name: string): string {
  const own = join(values.model, name);
  return existsSync(own) ? own : join(import.meta.dirname, '../risk/model', name);
}
