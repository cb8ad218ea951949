import { connect, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** How a line fails when its device writes next. */
export type Failure =
  /** Only half of it goes out. */
  | 'writing'
  /** It arrives, and nothing comes back that would say so. */
  | 'unanswered'
  /** It arrives, and half of the next word comes back. */
  | 'answering';

/** A device's end of one connection, and the platform's. */
interface Ends {
  readonly device: Socket;
  readonly platform: Socket;
  heard: boolean;
}

/**
 * The line between one device and the platform: every connection goes through it, sockets and HTTPS alike. It breaks as networks do:
 * both ends are gone, without a close frame.
 */
export class Line {
  private readonly server: Server;
  private readonly connections = new Set<Ends>();
  private failure: Failure | undefined;
  private broken: () => void = () => undefined;

  private constructor(target: URL) {
    this.server = createServer((device) => this.carry(device, target));
  }

  /** A line to the platform that lasts as long as the test. */
  static async to(endpoint: string): Promise<Line> {
    const line = new Line(new URL(endpoint));
    await new Promise<void>((resolve) => line.server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      line.server.close();
      line.drop();
    });
    return line;
  }

  /** The same address over this line. */
  over(url: string): string {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the line is closed');
    return url.replace(/\/\/[^/]+/, `//127.0.0.1:${address.port}`);
  }

  /** Loses every connection at once. */
  drop(): void {
    for (const { device, platform } of this.connections) {
      device.destroy();
      platform.destroy();
    }
  }

  /** Breaks when the device writes next; resolves when it has. */
  breakNext(failure: Failure): Promise<void> {
    this.failure = failure;
    return new Promise((resolve) => {
      this.broken = resolve;
    });
  }

  private break(): void {
    this.failure = undefined;
    this.drop();
    this.broken();
  }

  private carry(device: Socket, { hostname, port }: URL): void {
    const ends: Ends = { device, platform: connect(Number(port), hostname), heard: false };
    const { platform } = ends;
    this.connections.add(ends);
    device.on('data', (data) => this.outward(ends, data));
    platform.on('data', (data) => this.inward(ends, data));
    for (const [one, other] of [
      [device, platform],
      [platform, device],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => {
        other.destroy();
        this.connections.delete(ends);
      });
    }
  }

  private outward(ends: Ends, data: Buffer): void {
    const half = this.failure === 'writing';
    ends.heard = this.failure !== undefined;
    ends.platform.write(half ? data.subarray(0, data.length / 2) : data, () => {
      if (half) this.break();
    });
  }

  private inward(ends: Ends, data: Buffer): void {
    if (!ends.heard || this.failure === undefined) ends.device.write(data);
    else if (this.failure === 'unanswered') this.break();
    else ends.device.write(data.subarray(0, data.length / 2), () => this.break());
  }
}
