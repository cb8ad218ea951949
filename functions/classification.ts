import { BotEnvironment } from '../schemas/environment.ts';
import { ClassificationRequest } from '../schemas/work.ts';
import { botWriter } from './runtime/bot-writer.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { shippedPolicy } from './runtime/policy.ts';
import { log } from './runtime/log.ts';
import { consume } from './runtime/queue.ts';
import { shippedRisk } from './runtime/risk.ts';
import { meaningOf, shippedModel } from './runtime/understanding.ts';
import { head, read } from './stores/artefacts.ts';
import { list, revision } from './stores/articles.ts';
import { get as getCapacity } from './stores/capacity.ts';
import { takeCall } from './stores/model-calls.ts';
import { latest } from './stores/settings.ts';
import { get, listOfCustomer, save } from './stores/tickets.ts';
import { hotIncident, hotPolicy } from './use-cases/hot-settings.ts';
import { hotSureness } from './use-cases/hot-sureness.ts';
import { classify } from './use-cases/classify.ts';
import { hotReader } from './use-cases/reader.ts';

const { BOT_SURE_FROM: sureFrom } = environment(BotEnvironment);
const { uses, modelId, callsPerHour, timeoutMs } = botWriter;

/** Understands what customers say, and lets the bot answer, ask, or hand over. */
export const handler = consume(
  ClassificationRequest,
  classify({
    tickets: { get, listOfCustomer, save },
    articles: { list, revision },
    artefacts: { head, read },
    meaningOf,
    reader: hotReader({ artefacts: { head, read }, shippedModel, shippedRisk, now, log }),
    languageModel: {
      uses,
      timeoutMs,
      ask: async (prompt) => {
        const { ask } = await import('./gateways/language-model.ts');
        return ask(modelId, prompt, timeoutMs);
      },
      takeCall: (time) => takeCall(callsPerHour, time),
    },
    policy: hotPolicy({ settings: { latest }, shippedPolicy, now, log }),
    incident: hotIncident({ settings: { latest }, now, log }),
    sureFrom: hotSureness({ capacity: { get: getCapacity }, now, log }, sureFrom),
    now,
    log,
  }),
);
