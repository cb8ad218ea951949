import { ClassificationEnvironment } from '../../schemas/environment.ts';
import type { ClassificationRequest } from '../../schemas/work.ts';
import { environment } from '../runtime/environment.ts';
import { send } from './sqs.ts';

const { CLASSIFICATION_QUEUE_URL } = environment(ClassificationEnvironment);

/** Asks for customers' messages to be understood. */
export function requestClassification(requests: readonly ClassificationRequest[]): Promise<void> {
  return send(
    CLASSIFICATION_QUEUE_URL,
    requests.map((body) => ({ body })),
  );
}
