import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KefuClient, memoryStorage } from '../../client/src/index.ts';
import { TICKET_ID } from '../support/builders.ts';

const ticketId = TICKET_ID;

/** Sockets as browsers have them, in the hands of the test. */
class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  readonly url: string;
  readonly sent: unknown[] = [];

  constructor(url: string | URL) {
    super();
    this.url = String(url);
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.dispatchEvent(new Event('close'));
  }

  opens(): void {
    this.dispatchEvent(new Event('open'));
  }

  says(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
}

beforeEach(() => {
  FakeSocket.all = [];
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const page = { epoch: '0', ticketId, recovered: true, more: false };
const said = (number: number) => ({
  ticketId,
  number,
  type: 'MessageSent',
  from: { kind: 'bot' },
  text: '好',
});

async function aClient(more: Partial<ConstructorParameters<typeof KefuClient>[0]> = {}) {
  const token = vi.fn((why: 'needed' | 'refused') => (why === 'refused' ? 'token 2' : 'token 1'));
  const client = new KefuClient({ api: 'https://api', socket: 'wss://socket/live', token, ...more });
  client.start();
  await vi.advanceTimersByTimeAsync(0);
  return { client, token };
}

describe('a client', () => {
  it('opens a socket with its token, writes, and tells what comes', async () => {
    const { client } = await aClient();
    const events = vi.fn();
    const sent = vi.fn();
    client.on('events', events);
    client.on('sent', sent);
    const [socket] = FakeSocket.all;
    socket?.opens();

    const commandId = client.open('在吗', { channel: 'web' });
    socket?.says({ type: 'receipt', commandId, ticketId, number: 1, events: [], epoch: '0' });
    socket?.says({ type: 'events', ...page, after: 0, number: 1, events: [said(1)] });

    expect(socket?.url).toBe('wss://socket/live?token=token%201');
    expect(socket?.sent[0]).toEqual({ action: 'open', commandId, text: '在吗', channel: 'web' });
    expect(sent).toHaveBeenCalledWith({ type: 'sent', commandId, ticketId, number: 1 });
    expect(events).toHaveBeenCalledWith({ type: 'events', ticketId, events: [said(1)] });
    expect([client.connection, client.outbox]).toEqual(['open', []]);
  });

  it('sends after a reload what it could not send before', async () => {
    const storage = memoryStorage();
    const before = await aClient({ storage });
    const commandId = before.client.send(ticketId, '还在吗');
    before.client.stop();

    await aClient({ storage });
    FakeSocket.all.at(-1)?.opens();

    expect(FakeSocket.all.at(-1)?.sent).toContainEqual({
      action: 'send',
      ticketId,
      commandId,
      text: '还在吗',
      after: 0,
    });
  });

  it('asks for another token when a socket does not open', async () => {
    const { token } = await aClient();

    FakeSocket.all[0]?.close();
    await vi.advanceTimersByTimeAsync(2000);

    expect(token).toHaveBeenLastCalledWith('refused');
    expect(FakeSocket.all[1]?.url).toBe('wss://socket/live?token=token%202');
  });

  it('polls over HTTPS while sockets fail', async () => {
    const fetch = vi.fn(async (..._call: unknown[]) =>
      Response.json({ ...page, ticketId: undefined, after: 0, number: 1, events: [said(1)] }),
    );
    const { client } = await aClient({ fetch, retryCap: 1000 });
    client.follow(ticketId);
    for (let tries = 0; tries < 3; tries += 1) {
      FakeSocket.all.at(-1)?.close();
      await vi.advanceTimersByTimeAsync(1000);
    }

    expect(client.connection).toBe('polling');
    expect(fetch.mock.calls[0]?.[0]).toBe(`https://api/v1/tickets/${ticketId}/events?after=0`);
    expect(client.conversation(ticketId)?.events).toEqual([said(1)]);
  });

  it('writes over HTTPS at the desk, with a new token when the old one is refused', async () => {
    const answers = [new Response('{}', { status: 401 }), Response.json({ ticketId, number: 7, events: [] })];
    const fetch = vi.fn(async (..._call: unknown[]) => answers.shift() ?? Response.error());
    const { client } = await aClient({ fetch, kind: 'desk' });
    const sent = vi.fn();
    client.on('sent', sent);

    const commandId = client.act(ticketId, 'accept');
    await vi.advanceTimersByTimeAsync(0);

    expect(fetch.mock.calls.map(([url]) => url)).toEqual(
      [1, 2].map(() => `https://api/v1/desk/tickets/${ticketId}/accept`),
    );
    expect(fetch.mock.calls[1]?.[1]).toMatchObject({ headers: { authorization: 'Bearer token 2' } });
    expect(sent).toHaveBeenCalledWith({ type: 'sent', commandId, ticketId, number: 7 });
  });

  it('listens no longer when that is ended, and hears nothing after it stopped', async () => {
    const { client } = await aClient();
    const heard = vi.fn();
    const end = client.on('connection', heard);
    FakeSocket.all[0]?.opens();
    end();
    client.stop();

    expect(heard.mock.calls).toEqual([[{ type: 'connection', state: 'open' }]]);
    expect(client.connection).toBe('offline');
    expect(vi.getTimerCount()).toBe(0);
  });
});
