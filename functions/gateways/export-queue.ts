import { ExportQueueEnvironment } from '../../schemas/environment.ts';
import type { ExportWork } from '../../schemas/export.ts';
import { environment } from '../runtime/environment.ts';
import { send } from './sqs.ts';

const { EXPORTS_QUEUE_URL } = environment(ExportQueueEnvironment);

/** Sends work of exports to ourselves, to arrive after so many seconds. */
export function sendExportWork(work: readonly ExportWork[], delaySeconds = 0): Promise<void> {
  return send(
    EXPORTS_QUEUE_URL,
    work.map((body) => ({ body, delaySeconds })),
  );
}
