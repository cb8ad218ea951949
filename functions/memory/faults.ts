import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from './clock.ts';
import { seededRandom } from './random.ts';

/** The process ended here: nothing after this call happened in this invocation. */
export class CrashError extends Error {
  override readonly name = 'CrashError';
}

/** The service would not take the call just now. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';
}

/** How often what goes wrong; shares between 0 and 1. */
export interface FaultProfile {
  /** Of calls that are refused without effect. */
  throttle?: number;
  /** Of calls at which the process ends: half of them before the call's effect, half after it. */
  crash?: number;
  /** Of messages, stream batches and events that are delivered twice. */
  duplicate?: number;
  /** Of messages that come later than they should, and so out of order; by at most `delayMs`. */
  delay?: number;
  delayMs?: number;
  /** Of pushes that find their socket gone. */
  gone?: number;
  /** Every call takes up to this many milliseconds, before and after its effect; needs an interleaved clock. */
  latencyMs?: number;
}

/** One chosen crash: at the k-th call from now, counted from 1. */
export interface CrashPoint {
  call: number;
  when: 'before' | 'after';
}

/** Faults that repeat with their seed, around every store, gateway, queue and stream. */
export class Faults {
  /** Calls so far. */
  calls = 0;
  /** Every call's name, while somebody wants to know. */
  trace: string[] | undefined;
  private profile: FaultProfile;
  private point: CrashPoint | undefined;
  private readonly random: () => number;
  private readonly clock: Clock;
  private readonly invocation = new AsyncLocalStorage<{ crashed: boolean }>();

  constructor({ seed, clock, profile = {} }: { seed: number; clock: Clock; profile?: FaultProfile }) {
    this.random = seededRandom(seed);
    this.clock = clock;
    this.profile = profile;
  }

  /** From now on these. */
  become(profile: FaultProfile): void {
    this.profile = profile;
  }

  /** One crash at a chosen call. */
  crashAt(point: CrashPoint | undefined): void {
    this.calls = 0;
    this.point = point;
  }

  /** How many times a message arrives. */
  copies(): number {
    return this.hits(this.profile.duplicate) ? 2 : 1;
  }

  /** Milliseconds a message comes late. */
  lateness(): number {
    return this.hits(this.profile.delay) ? Math.floor(this.random() * (this.profile.delayMs ?? 1000)) : 0;
  }

  /** Whether a socket turns out to be gone. */
  isGone(): boolean {
    return this.hits(this.profile.gone);
  }

  /** Looks without any fault and without being counted. */
  async unharmed<T>(look: () => Promise<T>): Promise<T> {
    const { profile, point, calls, trace } = this;
    this.profile = {};
    this.point = undefined;
    this.trace = undefined;
    try {
      return await look();
    } finally {
      Object.assign(this, { profile, point, calls, trace });
    }
  }

  /** One run of a function: after a crash in it, whatever it still tries does not happen, and it has failed. */
  async invoke<T>(work: () => Promise<T>): Promise<T> {
    const run = { crashed: false };
    const result = await this.invocation.run(run, work);
    if (run.crashed) throw new CrashError('the process ended');
    return result;
  }

  /** One call of a store or gateway. */
  async around<T>(name: string, call: () => Promise<T>): Promise<T> {
    const run = this.invocation.getStore();
    if (run?.crashed) throw new CrashError('the process has ended');
    this.calls += 1;
    this.trace?.push(name);
    const crash = this.crashNow();
    if (this.hits(this.profile.throttle)) throw new ThrottledError(`${name} was throttled`);
    await this.pause();
    if (crash === 'before') this.end(run, name);
    const result = await call();
    await this.pause();
    if (crash === 'after') this.end(run, name);
    return result;
  }

  /** The same object, every function of it open to faults. */
  over<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get: (it, key) => {
        const value: unknown = Reflect.get(it, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          this.around(`${name}.${String(key)}`, async () => {
            const result: unknown = await Reflect.apply(value, it, args);
            return result;
          });
      },
    });
  }

  private crashNow(): CrashPoint['when'] | undefined {
    if (this.point?.call === this.calls) return this.point.when;
    if (!this.hits(this.profile.crash)) return undefined;
    return this.random() < 0.5 ? 'before' : 'after';
  }

  private end(run: { crashed: boolean } | undefined, name: string): never {
    if (run) run.crashed = true;
    throw new CrashError(`the process ended at ${name}`);
  }

  private async pause(): Promise<void> {
    const { latencyMs } = this.profile;
    if (latencyMs) await this.clock.sleep(Math.floor(this.random() * latencyMs));
  }

  private hits(share: number | undefined): boolean {
    return share !== undefined && share > 0 && this.random() < share;
  }
}

/** Runs a function once; false when it failed, of which `failed` is told why. */
export async function attempt(
  work: () => Promise<unknown>,
  { faults, failed }: { faults?: Faults | undefined; failed?: (error: unknown) => void },
): Promise<boolean> {
  try {
    await (faults ? faults.invoke(work) : work());
    return true;
  } catch (error) {
    failed?.(error);
    return false;
  }
}
