import { knowledgeApi } from '../schemas/knowledge-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { log } from './runtime/log.ts';
import { head, publish } from './stores/artefacts.ts';
import * as articles from './stores/articles.ts';
import { listPage } from './stores/corrections.ts';
import { get, list, save } from './stores/questions.ts';
import { knowledge } from './use-cases/knowledge.ts';

/** What editors do with the knowledge base. */
export const handler = endpoints(
  knowledgeApi,
  members(verifySignIn, now),
  knowledge({
    articles,
    artefacts: { head, publish },
    questions: { get, list, save },
    corrections: { listPage },
    now,
    log,
  }),
);
