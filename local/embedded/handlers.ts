import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { memoryModelCalls } from '../../functions/memory/desk-rows.ts';
import type { MemoryPlatform } from '../../functions/memory/whole.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { apis, type ApiName } from '../../schemas/api.ts';
import type { Operation } from '../../schemas/operation.ts';
import { standIn, type StandIns } from './modules.ts';
import { verifySignIn } from './sign-in.ts';

export type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => unknown;

/** A route of the HTTP API and what answers it. */
export interface Route {
  routeKey: string;
  method: string;
  /** The path, as an expression with a group for each parameter. */
  path: RegExp;
  parameters: string[];
  handler: HttpHandler;
}

/** The very handlers that run on Lambda, on the stores and gateways of this platform; `bind` puts those in the modules' place. */
export async function loadHandlers(
  { platform, timeZone }: MemoryPlatform,
  bind: (parts: StandIns) => void = standIn,
) {
  const secret = randomBytes(32).toString('base64url');
  const { log } = platform;
  process.env['TIME_ZONE'] ??= timeZone;
  process.env['BUDGET'] ??= JSON.stringify({ monthly: 0, notice: 100, warning: 110, critical: 125 });
  process.env['SLA_POLICY'] ??= JSON.stringify(defaultPolicy);
  bind({
    'stores/tickets': platform.tickets,
    'stores/agents': platform.agents,
    'stores/articles': platform.articles,
    'stores/artefacts': platform.artefacts,
    'stores/questions': platform.questions,
    'stores/corrections': platform.corrections,
    'stores/replies': platform.replies,
    'stores/reply-days': platform.replies,
    'stores/risks': platform.risks,
    'stores/appeals': platform.risks,
    'stores/sessions': platform.sessions,
    'stores/connections': platform.connections,
    'stores/cursors': platform.cursors,
    'stores/settings': platform.settings,
    'stores/epoch': { readEpoch: () => platform.epoch() },
    'stores/capacity': platform.capacity,
    'stores/insights': platform.insights,
    'stores/decisions': platform.decisions,
    'stores/loads': platform.loads,
    'stores/simulations': platform.simulations,
    'stores/exports': platform.exports,
    'stores/sweeps': platform.sweeps,
    'stores/model-calls': { takeCall: memoryModelCalls() },
    'gateways/sign-in': { verifySignIn },
    'gateways/secrets': { sessionSecret: async () => secret, hostSecret: async () => hostSecret(secret) },
    'gateways/simulation-queue': { requestSimulation: platform.requestSimulation },
    'gateways/sockets': { push: platform.push },
    'gateways/files': { linkTo: platform.files.linkTo },
    'gateways/export-queue': { sendExportWork: platform.sendExportWork },
    'runtime/log': { log, describe },
  });
  const [routes, { handler: fallback }, { handler: authorizer }, { handler: socket }, { handler: signals }] =
    await Promise.all([
      loadRoutes(),
      import('../../functions/contracts.ts'),
      import('../../functions/authorizer.ts'),
      import('../../functions/socket.ts'),
      import('../../functions/signals.ts'),
    ]);
  return { routes, fallback, authorizer, socket, signals };
}
export type Handlers = Awaited<ReturnType<typeof loadHandlers>>;

/** Your own back end's key; `HOST_SECRET` sets it. */
function hostSecret(otherwise: string): string {
  return process.env['HOST_SECRET'] ?? otherwise;
}

function describe(error: unknown): Record<string, unknown> {
  return error instanceof Error ? { error: error.name, stack: error.stack } : { error: String(error) };
}

async function loadRoutes(): Promise<Route[]> {
  const routes = await Promise.all(
    Object.entries(apis).map(async ([name, api]) => {
      const handler = await loaders[name as ApiName]();
      const operations: Operation[] = Object.values<Operation>(api);
      return operations.map(({ method, path }) => routeOf(method, path, handler));
    }),
  );
  // Where two fit, the one with fewer parameters is meant.
  return routes.flat().sort((a, b) => a.parameters.length - b.parameters.length);
}

const loaders: Record<ApiName, () => Promise<HttpHandler>> = {
  sessions: async () => (await import('../../functions/sessions.ts')).handler,
  intake: async () => (await import('../../functions/intake.ts')).handler,
  desk: async () => (await import('../../functions/desk.ts')).handler,
  knowledge: async () => (await import('../../functions/knowledge.ts')).handler,
  settings: async () => (await import('../../functions/settings.ts')).handler,
  safety: async () => (await import('../../functions/safety.ts')).handler,
  insights: async () => (await import('../../functions/insights.ts')).handler,
  roster: async () => (await import('../../functions/roster.ts')).handler,
  planning: async () => (await import('../../functions/planning.ts')).handler,
  exports: async () => (await import('../../functions/exports.ts')).handler,
};

function routeOf(method: string, path: string, handler: HttpHandler): Route {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const expression = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return { routeKey: `${method} ${path}`, method, path: expression, parameters, handler };
}
