import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, Customer } from '../../local/api-client.ts';
import type { Deployment } from '../../local/deploy.ts';
import { signIn } from '../../local/people.ts';
import { poll } from '../../local/poll.ts';

const START = join(import.meta.dirname, '../../local/embedded/start.ts');

describe('the platform in one process', { timeout: 60_000 }, () => {
  let child: ChildProcess;
  let deployment: Deployment;
  beforeAll(async () => {
    child = spawn(process.execPath, [START, '--no-evening'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, KEFU_PORT: '0', NODE_OPTIONS: '' },
    });
    deployment = await announced(child);
  }, 60_000);
  afterAll(() => void child.kill('SIGKILL'));

  it('answers a customer from the articles that ship', async () => {
    const customer = await Customer.start(deployment.api, '小美');
    const { ticketId } = await customer.open('我的视频上传一直失败怎么办', { channel: 'app' });

    const answer = await poll('an answer of the bot', async () =>
      (await customer.events(ticketId)).find((it) => it.type === 'MessageSent' && it.from.kind === 'bot'),
    );

    expect(JSON.stringify(answer)).toContain('视频');
  });

  it('lets the desk sign in, and pushes to its sockets what happens', async () => {
    const wang = await signIn(deployment, 'wang');
    const socket = new WebSocket(`${deployment.socket}?token=${wang.token}`);
    const pushed: string[] = [];
    socket.addEventListener('message', ({ data }) => pushed.push(String(data)));
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    await wang.presence('available');

    const customer = await Customer.start(deployment.api, '老张');
    const { ticketId } = await customer.open('我的账号被盗了，钱包里的钱正在被人转走', { channel: 'app' });
    await poll('the offer, pushed', async () =>
      pushed.find((text) => text.includes(ticketId) && text.includes('TicketOffered')),
    );
    await wang.act(ticketId, 'accept');

    expect((await wang.history(ticketId)).map(({ type }) => type)).toContain('TicketAccepted');
    socket.close();
  });

  it.each([
    ['GET', '/v1/nothing', 404],
    ['GET', '/v1/tickets', 401],
    ['POST', '/v1/sessions', 400],
    ['GET', '/v1/openapi.json', 200],
  ])('answers %s %s like API Gateway and the handlers do', async (method, path, status) => {
    const answer = await new ApiClient(deployment.api).request(
      method,
      path,
      method === 'POST' ? {} : undefined,
    );

    expect(answer.status).toBe(status);
  });

  it('refuses a socket without a token it knows', async () => {
    const socket = new WebSocket(`${deployment.socket}?token=nonsense`);

    const refused = await new Promise((resolve) => {
      socket.addEventListener('error', () => resolve(true), { once: true });
      socket.addEventListener('open', () => resolve(false), { once: true });
    });

    expect(refused).toBe(true);
  });
});

/** Where it says that it answers. */
function announced({ stdout }: ChildProcess): Promise<Deployment> {
  return new Promise((resolve, reject) => {
    let said = '';
    stdout?.on('data', (part) => {
      said += String(part);
      const endpoint = /HTTPS API\s+(\S+)/.exec(said)?.[1];
      const socket = /WebSocket\s+(\S+)\?token/.exec(said)?.[1];
      if (endpoint === undefined || socket === undefined) return;
      resolve({
        api: endpoint,
        socket,
        userPoolId: 'embedded',
        userPoolClientId: 'embedded',
        cloud: { endpoint, environment: {} },
      });
    });
    stdout?.once('end', () => reject(new Error(`it ended early: ${said}`)));
  });
}
