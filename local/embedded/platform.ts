import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { withVersion } from '../../functions/domain/knowledge/versions.ts';
import { shippedSla } from '../../functions/domain/shipped-sla.ts';
import { realClock } from '../../functions/memory/clock.ts';
import { type MemoryPlatform, memoryPlatform } from '../../functions/memory/whole.ts';
import { now } from '../../functions/runtime/clock.ts';
import { shippedRisk } from '../../functions/runtime/risk.ts';
import { meaningOf, shippedModel } from '../../functions/runtime/understanding.ts';
import type { Platform } from '../../functions/use-cases/platform.ts';
import { publishIndex } from '../../functions/use-cases/publish-index.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { ShippedSeconds } from '../../schemas/sla.ts';
import type { Deployment } from '../deploy.ts';
import { HOME } from '../environment.ts';
import { people } from '../people.ts';
import { SetupError } from '../progress.ts';
import { seedArticles } from '../seed.ts';
import { loadHandlers } from './handlers.ts';
import { httpServer } from './http.ts';
import { attachSockets } from './sockets.ts';

/** The whole platform in this process, on the real clock, with articles and seats. */
export async function startPlatform(): Promise<MemoryPlatform> {
  const log = logTo(join(HOME, 'embedded.log'));
  const clock = realClock(now, (error) => log('error', 'work failed', { error: String(error) }));
  const shipped = shippedIn(process.env['SLA_POLICY']);
  const whole = memoryPlatform({
    clock,
    seed: now().getTime(),
    policy: shippedSla(shipped),
    shipped,
    models: { shippedRisk, shippedModel, meaningOf },
    log,
  });
  whole.start();
  const { platform } = whole;
  for (const person of Object.values(people))
    if ('profile' in person) await platform.agents.putProfile(person.agentId, person.profile, now());
  for (const article of seedArticles())
    await platform.articles.put(withVersion(await platform.articles.find(article.articleId), article, now()));
  await publishIndex(platform);
  // What a first message would wait for.
  await Promise.all([platform.reader(), platform.screen('你好', 'customer')]);
  return whole;
}

/** HTTP and WebSocket on localhost. */
export async function servePlatform(
  whole: MemoryPlatform,
): Promise<{ deployment: Deployment; stop: () => void }> {
  const handlers = await loadHandlers(whole);
  const server = httpServer(handlers, now);
  attachSockets(server, handlers, whole.sockets);
  const port = await listen(server, Number(process.env['KEFU_PORT'] ?? 0));
  const endpoint = `http://127.0.0.1:${port}`;
  const deployment: Deployment = {
    api: endpoint,
    socket: `ws://127.0.0.1:${port}/live`,
    userPoolId: 'embedded',
    userPoolClientId: 'embedded',
    cloud: { endpoint, environment: {} },
  };
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { deployment, stop };
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new SetupError(`Port ${wanted} is taken. Choose another with KEFU_PORT.`, { cause })),
    );
    server.listen(wanted, '127.0.0.1', () => resolve(portOf(server.address(), wanted)));
  });
}

function portOf(address: AddressInfo | string | null, wanted: number): number {
  return typeof address === 'object' && address ? address.port : wanted;
}

function shippedIn(text: string | undefined): ShippedSeconds {
  return text === undefined ? defaultPolicy : ShippedSeconds.parse(JSON.parse(text));
}

/** Lines of JSON in a file: the terminal belongs to what people do. */
function logTo(path: string): Platform['log'] {
  mkdirSync(HOME, { recursive: true });
  const file = openSync(path, 'w');
  return (level, message, ids = {}) => {
    writeSync(file, `${JSON.stringify({ level, message, ...ids })}\n`);
  };
}
