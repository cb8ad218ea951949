import * as z from 'zod/mini';
import { InvalidInputError, parseInput } from './errors.ts';
import { describe, log } from './log.ts';

/** What CloudFormation sends to the function behind a custom resource, as far as it is needed here. */
const Request = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.record(z.string(), z.unknown()),
});
type Request = z.infer<typeof Request>;

/** CloudFormation cuts a reason off where its events end. */
const LONGEST_REASON = 900;

/**
 * Answers CloudFormation, which waits for an answer whatever happens: a deployment goes on when `faultsOf` its properties finds nothing,
 * and fails with the faults as the reason when it does. What is taken away is never refused.
 */
export const answersDeployment =
  <T>(Properties: z.ZodMiniType<T>, faultsOf: (properties: T) => string[]) =>
  async (event: unknown): Promise<void> => {
    const request = Request.parse(event);
    const faults = request.RequestType === 'Delete' ? [] : await found(request, Properties, faultsOf);
    log('info', faults.length > 0 ? 'deployment refused' : 'deployment accepted', { faults });
    await answer(request, faults);
  };

async function found<T>(
  { ResourceProperties: { ServiceToken: _function, ...given } }: Request,
  Properties: z.ZodMiniType<T>,
  faultsOf: (properties: T) => string[],
): Promise<string[]> {
  try {
    return faultsOf(parseInput(Properties, given));
  } catch (error) {
    if (error instanceof InvalidInputError)
      return error.issues.map(({ field, rule }) => `${field}: ${rule}.`);
    log('error', 'deployment could not be checked', describe(error));
    return ['The plan could not be checked; the log of the function says why.'];
  }
}

async function answer(request: Request, faults: readonly string[]): Promise<void> {
  const { ResponseURL, StackId, RequestId, LogicalResourceId } = request;
  const { ok, status } = await fetch(ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({
      Status: faults.length > 0 ? 'FAILED' : 'SUCCESS',
      Reason: faults.join(' ').slice(0, LONGEST_REASON) || 'The plan can be kept.',
      PhysicalResourceId: LogicalResourceId,
      StackId,
      RequestId,
      LogicalResourceId,
    }),
  });
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`);
}
