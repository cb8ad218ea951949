import { memoryAgents } from '../../functions/memory/agents.ts';
import { memoryArtefacts } from '../../functions/memory/artefacts.ts';
import {
  memoryCapacity,
  memoryConnections,
  memoryCursors,
  memoryModelCalls,
  memorySessions,
  memorySettings,
  memorySweeps,
} from '../../functions/memory/desk-rows.ts';
import { memoryExports } from '../../functions/memory/exports.ts';
import { memoryArticles, memoryCorrections, memoryQuestions } from '../../functions/memory/knowledge.ts';
import { memoryDecisions } from '../../functions/memory/decisions.ts';
import { memoryLoads } from '../../functions/memory/loads.ts';
import { memoryInsights } from '../../functions/memory/insights.ts';
import { memoryReplies } from '../../functions/memory/replies.ts';
import { memoryRisks } from '../../functions/memory/risks.ts';
import { memorySimulations } from '../../functions/memory/simulations.ts';
import { memoryTickets } from '../../functions/memory/tickets.ts';
import { reachDynamoDB } from './reach.ts';
import type { Stores } from './world.ts';

/** Every store in memory. */
export function memoryStores(): Stores {
  const { agents, seats } = memoryAgents();
  return {
    tickets: memoryTickets({ seats, written: () => undefined }),
    agents,
    articles: memoryArticles(),
    artefacts: memoryArtefacts(),
    questions: memoryQuestions(),
    corrections: memoryCorrections(),
    risks: memoryRisks(),
    replies: memoryReplies(),
    sessions: memorySessions(),
    connections: memoryConnections(),
    capacity: memoryCapacity(),
    sweeps: memorySweeps(),
    cursors: memoryCursors(),
    insights: memoryInsights(),
    decisions: memoryDecisions(),
    loads: memoryLoads(),
    simulations: memorySimulations(),
    exports: memoryExports(),
    settings: memorySettings(),
    takeCall: memoryModelCalls(),
  };
}

/** Every store as the handlers have it, over DynamoDB at this address. */
export async function dynamodbStores(endpoint: string): Promise<Stores> {
  reachDynamoDB(endpoint);
  const [tickets, agents, articles, artefacts, questions, corrections] = await Promise.all([
    import('../../functions/stores/tickets.ts'),
    import('../../functions/stores/agents.ts'),
    import('../../functions/stores/articles.ts'),
    import('../../functions/stores/artefacts.ts'),
    import('../../functions/stores/questions.ts'),
    import('../../functions/stores/corrections.ts'),
  ]);
  const [
    risks,
    appeals,
    sessions,
    connections,
    capacity,
    sweeps,
    modelCalls,
    cursors,
    settings,
    replies,
    replyDays,
    insights,
    decisions,
    loads,
    simulations,
    exports,
  ] = await Promise.all([
    import('../../functions/stores/risks.ts'),
    import('../../functions/stores/appeals.ts'),
    import('../../functions/stores/sessions.ts'),
    import('../../functions/stores/connections.ts'),
    import('../../functions/stores/capacity.ts'),
    import('../../functions/stores/sweeps.ts'),
    import('../../functions/stores/model-calls.ts'),
    import('../../functions/stores/cursors.ts'),
    import('../../functions/stores/settings.ts'),
    import('../../functions/stores/replies.ts'),
    import('../../functions/stores/reply-days.ts'),
    import('../../functions/stores/insights.ts'),
    import('../../functions/stores/decisions.ts'),
    import('../../functions/stores/loads.ts'),
    import('../../functions/stores/simulations.ts'),
    import('../../functions/stores/exports.ts'),
  ]);
  return {
    tickets,
    agents,
    articles,
    artefacts,
    questions,
    corrections,
    risks: { ...risks, ...appeals },
    replies: { ...replies, ...replyDays },
    sessions,
    connections,
    capacity,
    sweeps,
    cursors,
    insights,
    decisions,
    loads,
    simulations,
    exports,
    settings,
    takeCall: modelCalls.takeCall,
  };
}
