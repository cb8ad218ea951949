import type { SocketMessage } from '../../schemas/socket.ts';
import type { Platform } from '../use-cases/platform.ts';
import type { Faults } from './faults.ts';

type Receive = (message: SocketMessage) => void;

/** Open sockets, each with somebody who hears what is pushed to it. */
export class MemorySockets {
  private readonly open = new Map<string, Receive>();
  private readonly faults: Faults | undefined;

  constructor(faults?: Faults) {
    this.faults = faults;
  }

  get size(): number {
    return this.open.size;
  }

  connect(connectionId: string, receive: Receive): void {
    this.open.set(connectionId, receive);
  }

  /** The socket is gone, whether or not anybody is told. */
  drop(connectionId: string): void {
    this.open.delete(connectionId);
  }

  /** Pushes a message; tells when that socket is gone. */
  readonly push: Platform['push'] = async (connectionId, message) => {
    if (this.faults?.isGone()) this.open.delete(connectionId);
    const receive = this.open.get(connectionId);
    receive?.(message);
    return receive ? 'sent' : 'gone';
  };
}

/** The numbers of the events that a push tells of, whatever of them its reader may see. */
export function numbersTold(message: SocketMessage): number[] {
  if (message.type !== 'events') return [];
  return Array.from({ length: message.number - message.after }, (_, index) => message.after + 1 + index);
}
