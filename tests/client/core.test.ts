import { describe, expect, it } from 'vitest';
import { step, wakeAt } from '../../client/src/core.ts';
import type { SocketMessage } from '../../client/src/messages.ts';
import {
  type Effect,
  initial,
  type Input,
  type Request,
  type Settings,
  type State,
} from '../../client/src/state.ts';
import { TICKET_ID } from '../support/builders.ts';

const ticketId = TICKET_ID;

/** A client with time in its own hands; chance is always a half. */
class Played {
  state: State;
  now = 0;
  effects: Effect[] = [];

  constructor(settings: Partial<Settings> = {}) {
    this.state = initial(settings);
  }

  hear(...inputs: Input[]): this {
    for (const input of inputs) {
      const { state, effects } = step(this.state, input, { now: this.now, random: () => 0.5 });
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** Lets time pass, with every step that is due on the way. */
  wait(ms: number): this {
    const end = this.now + ms;
    for (let due = wakeAt(this.state); due !== undefined && due <= end; due = wakeAt(this.state)) {
      this.now = Math.max(due, this.now);
      this.hear({ type: 'tick' });
    }
    this.now = end;
    return this;
  }

  receive(message: SocketMessage): this {
    return this.hear({ type: 'received', id: this.state.link.id, message });
  }

  /** Requests since it was last asked. */
  requests(): Request[] {
    const requests = this.effects.flatMap((effect) => (effect.type === 'transmit' ? [effect.request] : []));
    this.effects = [];
    return requests;
  }
}

const connected = (settings: Partial<Settings> = {}) => {
  const client = new Played(settings).hear({ type: 'start', outbox: [] }, { type: 'opened', id: 1 });
  client.requests();
  return client;
};

const range = (after: number, number: number, more: object = {}): SocketMessage => ({
  type: 'events',
  epoch: '0',
  ticketId,
  after,
  number,
  events: Array.from({ length: number - after }, (_, at) => ({
    ticketId,
    number: after + at + 1,
    occurredAt: '2026-11-21T12:00:00.000Z',
    type: 'MessageSent' as const,
    from: { kind: 'agent' as const },
    text: String(after + at + 1),
  })),
  ...more,
});

const recovered = { recovered: true, more: false };
const numbersOf = ({ state }: Played) => state.conversations[ticketId]?.events.map(({ number }) => number);

describe('a log', () => {
  it('shows each number once and in order, whatever comes when', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 1, recovered));

    client
      .receive(range(2, 3))
      .receive(range(1, 2))
      .receive(range(1, 2))
      .receive(range(3, 5))
      .receive(range(2, 4));

    expect(numbersOf(client)).toEqual([1, 2, 3, 4, 5]);
  });

  it('asks for what is missing, after a moment in which it may still come', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 1, recovered));
    client.requests();

    client.receive(range(2, 3));
    const atOnce = client.requests();
    client.wait(250);

    expect(atOnce).toEqual([]);
    expect(client.requests()).toEqual([{ action: 'resume', ticketId, after: 1, epoch: '0' }]);
  });

  it('goes on reading while there is more', () => {
    const client = connected().hear({ type: 'follow', ticketId });
    client.requests();

    client.receive(range(0, 2, { recovered: true, more: true }));

    expect(client.requests()).toEqual([{ action: 'resume', ticketId, after: 2, epoch: '0' }]);
  });

  it('does not show a push of another epoch, and begins anew when the answer says so', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 3, recovered));
    client.requests();

    client.receive(range(3, 4, { epoch: '1' }));
    const shown = numbersOf(client);
    const asked = client.requests();
    client.receive(range(0, 2, { epoch: '1', recovered: false, more: false }));

    expect(shown).toEqual([1, 2, 3]);
    expect(asked).toEqual([{ action: 'resume', ticketId, after: 3, epoch: '0' }]);
    expect([numbersOf(client), client.state.epoch]).toEqual([[1, 2], '1']);
  });

  it('is gone when the ticket is not there', () => {
    const client = connected().hear({ type: 'follow', ticketId });

    client.receive({
      type: 'error',
      ticketId,
      error: { code: 'not_found', message: 'ticket not found', requestId: 'r' },
    });

    expect(client.state.conversations).toEqual({});
  });
});

describe('the outbox', () => {
  const write = (commandId: string, to = ticketId, action = 'send'): Input => ({
    type: 'write',
    commandId,
    ticketId: to,
    action,
    body: { text: commandId },
  });
  const idsOf = (requests: Request[]) =>
    requests.flatMap((it) => (it.action === 'write' ? [it.write.commandId] : []));
  const receipt = (commandId: string, number: number): SocketMessage => ({
    type: 'receipt',
    commandId,
    ticketId,
    number,
    events: [],
    epoch: '0',
  });

  it('sends one after the other, and again what gets no answer, with the same cursor', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 2, recovered));
    client.requests();

    client.hear(write('command-1'), write('command-2'));
    const first = client.requests();
    client.receive(range(2, 3)).wait(10_000);
    const again = client.requests();
    client.receive(receipt('command-1', 4));

    expect(idsOf(first)).toEqual(['command-1']);
    expect(again).toMatchObject([{ write: { commandId: 'command-1', after: 2, tries: 2 } }]);
    expect(idsOf(client.requests())).toEqual(['command-2']);
  });

  it('is kept before it is sent, offline too, and empty when the log shows it', () => {
    const client = new Played().hear({ type: 'start', outbox: [] }, write('command-1'));
    const kept = client.effects.findLast((effect) => effect.type === 'keep');
    const offline = client.requests();

    client.hear({ type: 'opened', id: 1 }).receive(receipt('command-1', 1));
    const confirmed = client.state.outbox;
    client.receive(range(0, 1, recovered));

    expect(kept).toMatchObject({ outbox: [{ commandId: 'command-1' }] });
    expect(offline).toEqual([]);
    expect(confirmed).toMatchObject([{ commandId: 'command-1', number: 1 }]);
    expect(client.state.outbox).toEqual([]);
  });

  it('holds what is written into a conversation until that is open', () => {
    const client = connected().hear(write('opening-1', 'opening-1', 'open'), write('command-1', 'opening-1'));
    const before = idsOf(client.requests());

    client.receive(receipt('opening-1', 2));

    expect(before).toEqual(['opening-1']);
    const after = client.requests().flatMap((request) => (request.action === 'write' ? [request.write] : []));
    expect(after).toMatchObject([{ commandId: 'command-1', ticketId }]);
  });

  it.each([
    ['message_refused', 0],
    ['illegal_transition', 0],
    ['internal', 1],
    ['too_many_requests', 1],
  ] as const)('after %s keeps %i', (code, left) => {
    const client = connected().hear(write('command-1'));

    client.receive({
      type: 'error',
      commandId: 'command-1',
      error: { code, message: 'no', requestId: 'r' },
    });

    expect(client.state.outbox).toHaveLength(left);
  });
});

describe('a write whose cursor is of a past that is gone', () => {
  const kept = {
    commandId: 'command-1',
    ticketId,
    action: 'send',
    body: { text: '在吗' },
    after: 8,
    epoch: '0',
    tries: 1,
  };
  const stale: SocketMessage = {
    type: 'error',
    commandId: 'command-1',
    error: { code: 'stale_cursor', message: 'after is of a past that is gone', requestId: 'r' },
  };
  const writes = (client: Played) => client.requests().filter(({ action }) => action === 'write');

  it('is asked about, and tried again from the beginning when no copy can be under way', () => {
    const client = new Played().hear({ type: 'start', outbox: [kept] }, { type: 'opened', id: 1 });
    client
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 7, recovered))
      .requests();

    client.receive(stale);
    const asked = client.requests();
    client
      .receive(range(7, 7, recovered))
      .wait(15_000)
      .receive({ type: 'heartbeat', epoch: '0', numbers: { [ticketId]: 7 }, next: 540 })
      .wait(14_999);
    const early = writes(client);
    client.wait(1);

    expect(asked).toEqual([{ action: 'resume', ticketId, after: 7, epoch: '0' }]);
    expect(early).toEqual([]);
    expect(writes(client)).toMatchObject([{ write: { commandId: 'command-1', after: 0, epoch: undefined } }]);
  });

  it('waits through another socket too, but not for a clock that was set back', () => {
    const client = new Played().hear({ type: 'start', outbox: [kept] }, { type: 'opened', id: 1 });
    client.requests();
    client.receive(stale).hear({ type: 'closed', id: 1 }).wait(1000).hear({ type: 'opened', id: 2 });
    const early = writes(client);
    const [held] = client.state.outbox;
    const later = new Played().hear(
      { type: 'start', outbox: [{ ...kept, after: 0, heldUntil: 1e12 }] },
      { type: 'opened', id: 1 },
    );

    expect(early).toEqual([]);
    expect([held?.heldUntil, held?.dueAt]).toEqual([30_000, 30_000]);
    expect(later.state.outbox[0]?.dueAt).toBe(30_000);
  });

  it('waits no more once an earlier copy of it is confirmed: another socket has nothing to send', () => {
    const client = new Played().hear({ type: 'start', outbox: [kept] }, { type: 'opened', id: 1 });
    client
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 7, recovered))
      .receive(stale)
      .receive({ type: 'receipt', commandId: 'command-1', ticketId, number: 9, epoch: '0', events: [] });
    client.now += 40_000;

    client.hear({ type: 'closed', id: 1 });
    client.now = client.state.link.until;
    client.hear({ type: 'tick' }, { type: 'opened', id: 2 });

    expect(wakeAt(client.state)).toBeGreaterThan(client.now);
  });

  it('says which epoch its cursor is of, with every try the same', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 2, { ...recovered, epoch: 'first' }));
    client.requests();

    client
      .hear({ type: 'write', commandId: 'command-1', ticketId, action: 'send', body: {} })
      .receive(range(0, 3, { epoch: 'second' }))
      .wait(10_000);

    const tries = writes(client);
    expect(tries).toHaveLength(2);
    expect(tries).toMatchObject(Array(2).fill({ write: { after: 2, epoch: 'first' } }));
  });
});

describe('a receipt of another epoch', () => {
  it('is not believed: the ticket is asked about, and the write sent again', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 2, recovered))
      .hear({ type: 'write', commandId: 'command-1', ticketId, action: 'send', body: {} });
    client.requests();

    client.receive({
      type: 'receipt',
      commandId: 'command-1',
      ticketId,
      number: 9,
      events: [],
      epoch: 'before',
    });
    const asked = client.requests();
    client.wait(10_000);

    expect(asked).toEqual([{ action: 'resume', ticketId, after: 2, epoch: '0' }]);
    expect(client.state.conversations[ticketId]?.head).toBe(2);
    expect(client.requests().find((it) => 'write' in it)).toMatchObject({
      write: { commandId: 'command-1', tries: 2 },
    });
  });
});

describe('the link', () => {
  it('waits twice as long after each failure, at most the cap, and polls after the third', () => {
    const client = new Played({ retryCap: 5000 }).hear(
      { type: 'start', outbox: [] },
      { type: 'follow', ticketId },
    );
    const waits: number[] = [];

    for (let id = 1; id <= 5; id += 1) {
      client.hear({ type: 'closed', id });
      waits.push(client.state.link.until - client.now);
      client.now = client.state.link.until;
      client.hear({ type: 'tick' });
    }

    expect(waits).toEqual([500, 1000, 2000, 2500, 2500]);
    expect(client.effects).toContainEqual({
      type: 'transmit',
      via: 'http',
      request: { action: 'resume', ticketId, after: 0, epoch: undefined },
    });
  });

  it('beats as often as it is told, and sooner when something happens', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 1, recovered))
      .wait(30_000);
    const first = client.requests().at(-1);
    client.receive({ type: 'heartbeat', epoch: '0', numbers: { [ticketId]: 1 }, next: 540 });
    const idle = client.state.link.beatAt - client.now;

    client.receive(range(1, 2));

    expect(first).toEqual({ action: 'heartbeat', epoch: '0', seen: { [ticketId]: 1 } });
    expect([idle, client.state.link.beatAt - client.now]).toEqual([540_000, 30_000]);
  });

  it('beats only when nothing was heard for a while, but at least every 90 seconds', () => {
    const client = connected({ patience: 15_000 })
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 1, recovered));
    const beats: number[] = [];
    const start = client.now;

    for (let number = 1; number <= 20; number += 1) {
      client.wait(20_000).receive(range(number, number + 1));
      if (client.state.link.beatUntil === undefined) continue;
      beats.push(client.now - start);
      client.receive({ type: 'heartbeat', epoch: '0', numbers: { [ticketId]: number + 1 }, next: 30 });
    }

    expect(beats).toEqual([100_000, 200_000, 300_000, 400_000]);
  });

  it('leaves a socket that does not answer its heartbeat', () => {
    const client = connected().wait(15_000).wait(10_000);

    expect(client.effects).toContainEqual({ type: 'disconnect', id: 1 });
    expect(client.state.link).toMatchObject({ phase: 'waiting', failures: 1 });
  });

  it('replaces a socket before it is two hours old', () => {
    const client = connected({ patience: 1e9 }).wait(110 * 60_000);

    expect(client.state.link.id).toBe(2);
    expect(client.effects).toContainEqual({ type: 'connect', id: 2 });
  });

  it('does not hear what an earlier socket says late', () => {
    const client = connected().hear({ type: 'follow', ticketId });
    client.hear({ type: 'closed', id: 1 }, { type: 'received', id: 1, message: range(0, 1, recovered) });

    expect(numbersOf(client)).toEqual([]);
  });
});

describe('signals', () => {
  it('say at most every three seconds how far it has been read, and the last of it in any case', () => {
    const client = connected()
      .hear({ type: 'follow', ticketId })
      .receive(range(0, 5, recovered));
    client.now = 10_000;
    client.requests();

    client.hear({ type: 'read', ticketId, number: 3 }, { type: 'read', ticketId, number: 4 });
    client.hear({ type: 'read', ticketId, number: 5 });
    const atOnce = client.requests();
    client.wait(3000);

    expect(atOnce).toEqual([{ action: 'seen', ticketId, number: 3 }]);
    expect(client.requests()).toEqual([{ action: 'seen', ticketId, number: 5 }]);
  });

  it('say of typing every three seconds, and forget that of others after six', () => {
    const client = connected().hear({ type: 'follow', ticketId });
    client.now = 10_000;
    client.requests();

    client.hear({ type: 'typing', ticketId }, { type: 'typing', ticketId });
    client.receive({ type: 'typing', ticketId, by: { kind: 'agent', name: 'Mei' } });
    const writing = client.state.conversations[ticketId]?.typing.length;
    client.wait(6000);

    expect(client.requests().filter(({ action }) => action === 'typing')).toHaveLength(1);
    expect([writing, client.state.conversations[ticketId]?.typing.length]).toEqual([1, 0]);
  });
});
