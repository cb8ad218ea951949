import { Worker } from 'node:worker_threads';

/** What a thread says of an order: how far it has come, or what came of it. */
export type News<Answer> = { readonly progress: number } | { readonly answer: Answer };

interface Work<Order> {
  /** The module that treats orders. */
  readonly worker: URL;
  readonly orders: readonly Order[];
  readonly threads: number;
  /** Hears how far all orders together have come. */
  readonly tell?: (progress: number) => void;
}

/** Has threads treat orders; the answers come in the order of those, so that the number of threads changes nothing of the result. */
export async function onThreads<Order, Answer>(work: Work<Order>): Promise<Answer[]> {
  const { worker: url, orders, threads, tell = () => undefined } = work;
  const answers: Answer[] = [];
  const progress = orders.map(() => 0);
  let next = 0;
  const treat = async () => {
    const worker = new Worker(url);
    try {
      while (next < orders.length) {
        const at = next;
        next += 1;
        answers[at] = await ask<Answer>(worker, orders[at], (far) => {
          progress[at] = far;
          tell(progress.reduce((sum, it) => sum + it, 0));
        });
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, orders.length) }, treat));
  return answers;
}

function ask<Answer>(worker: Worker, order: unknown, tell: (progress: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const hear = (news: News<Answer>) => {
      if ('progress' in news) tell(news.progress);
      else {
        worker.off('message', hear);
        worker.off('error', reject);
        resolve(news.answer);
      }
    };
    worker.on('message', hear);
    worker.on('error', reject);
    worker.postMessage(order);
  });
}
