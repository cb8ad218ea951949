import { SocketMessage, type SocketRequest } from '../schemas/socket.ts';

/** One socket, and everything it has received. */
export class SocketClient {
  readonly received: SocketMessage[] = [];
  private readonly socket: WebSocket;
  private readonly listeners = new Set<(message: SocketMessage) => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = SocketMessage.parse(JSON.parse(String(data)));
      this.received.push(message);
      for (const listener of this.listeners) listener(message);
    });
  }

  /** Opens a socket; rejects when it is refused. */
  static async open(url: string, token: string): Promise<SocketClient> {
    const socket = new WebSocket(`${url}?token=${encodeURIComponent(token)}`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error('the socket was refused')), { once: true });
      socket.addEventListener('close', () => reject(new Error('the socket was closed')), { once: true });
    });
    return new SocketClient(socket);
  }

  send(request: SocketRequest | object): void {
    this.socket.send(JSON.stringify(request));
  }

  /** The first message that fits, received already or within the limit. */
  waitFor(fits: (message: SocketMessage) => boolean, seconds = 20): Promise<SocketMessage> {
    const already = this.received.find(fits);
    if (already) return Promise.resolve(already);
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(
        () => done(() => reject(new Error(`no such message within ${seconds} s`))),
        seconds * 1000,
      );
      const listener = (message: SocketMessage) => {
        if (fits(message)) done(() => resolve(message));
      };
      const done = (settle: () => void) => {
        clearTimeout(timeout);
        this.listeners.delete(listener);
        settle();
      };
      this.listeners.add(listener);
    });
  }

  /** Tells of every message from now on. */
  onMessage(listener: (message: SocketMessage) => void): void {
    this.listeners.add(listener);
  }

  close(): void {
    this.socket.close();
  }
}
