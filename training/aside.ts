import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Model } from '../functions/domain/understanding/model/model.ts';
import { fit } from './fit.ts';
import type { Row } from './rows.ts';
import { productSettings, publicSettings } from './settings.ts';

interface Task {
  readonly rows: readonly Row[];
  readonly settings: 'product' | 'public';
}

/** `fit` on a core of its own. */
export function fitAside(rows: readonly Row[], settings: Task['settings']): Promise<Model> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { rows, settings } satisfies Task });
    worker.once('message', resolve).once('error', reject);
  });
}

if (!isMainThread) {
  const { rows, settings } = workerData as Task;
  parentPort?.postMessage(fit(rows, settings === 'product' ? productSettings : publicSettings));
}
