import { customerApi, sessionsApi } from './customer-api.ts';
import { deskApi } from './desk-api.ts';
import { exportsApi } from './exports-api.ts';
import { insightsApi } from './insights-api.ts';
import { knowledgeApi } from './knowledge-api.ts';
import { planningApi, rosterApi } from './planning-api.ts';
import { safetyApi } from './safety-api.ts';
import { settingsApi } from './settings-api.ts';

/** Which function answers which operations: a new operation is an entry in its contract, nothing else. */
export const apis = {
  sessions: sessionsApi,
  intake: customerApi,
  desk: deskApi,
  knowledge: knowledgeApi,
  safety: safetyApi,
  settings: settingsApi,
  insights: insightsApi,
  planning: planningApi,
  roster: rosterApi,
  exports: exportsApi,
} as const;
export type ApiName = keyof typeof apis;
