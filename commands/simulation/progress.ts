import { stderr } from 'node:process';

const WIDTH = 30;
/** Work shorter than this shows nothing. */
const PATIENCE_MS = 2000;

/** A bar on the terminal for work that takes longer than two seconds; nothing where nobody looks. */
export function progressBar(total: number, what = 'tickets'): { show(done: number): void; end(): void } {
  const began = performance.now();
  let shown = false;
  return {
    show(done) {
      const passed = performance.now() - began;
      if (!stderr.isTTY || passed < PATIENCE_MS) return;
      shown = true;
      const share = Math.min(1, done / total);
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
      stderr.write(
        `\r${bar} ${(share * 100).toFixed(0)} %  ${done} ${what}, ${Math.round(done / (passed / 1000))} a second `,
      );
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
