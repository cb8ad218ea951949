import { knowledgeApi } from '../schemas/desk-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { endpoints } from './runtime/http.ts';
import { get, listPage, put } from './stores/articles.ts';
import { knowledge } from './use-cases/knowledge.ts';

/** What editors do with the knowledge base. */
export const handler = endpoints(
  knowledgeApi,
  members(verifySignIn, now),
  knowledge({ articles: { get, listPage, put } }),
);
