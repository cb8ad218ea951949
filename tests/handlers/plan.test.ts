import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '../../functions/plan.ts';
import { listenToLog } from '../support/requests.ts';

const plan = {
  conversationsPerHour: '480',
  urgentShare: '0.05',
  handlingSeconds: '360',
  regularSeats: '20',
  standbySeats: '5',
  standbyOpen: 'true',
  conversationsPerSeat: '3',
  serviceLevel: '0.95',
  urgentSeconds: '15',
  normalSeconds: '180',
  peak: { pollers: '50', provisioned: '0' },
  offPeak: { pollers: '10', provisioned: '0' },
  budget: { notice: '100', warning: '110', critical: '125' },
};
const request = (properties: object = {}, RequestType = 'Create') => ({
  RequestType,
  ResponseURL: 'https://cloudformation.test/answer',
  StackId: 'stack',
  RequestId: 'request-1',
  LogicalResourceId: 'PlanCheck',
  ResourceProperties: { ServiceToken: 'arn', ...plan, ...properties },
});

const put = vi.fn<(url: string, init: { method: string; body: string }) => Promise<Response>>();
vi.stubGlobal('fetch', put);
const Answer = z.looseObject({ Status: z.string(), Reason: z.string() });
const answers = () =>
  put.mock.calls.map(([url, { method, body }]) => ({ url, method, ...Answer.parse(JSON.parse(body)) }));

beforeEach(() => {
  listenToLog();
  put.mockReset();
  put.mockImplementation(async () => new Response());
});

describe('a deployment', () => {
  it('goes on with a plan that can be kept', async () => {
    await handler(request());

    expect(answers()).toEqual([
      {
        url: 'https://cloudformation.test/answer',
        method: 'PUT',
        Status: 'SUCCESS',
        Reason: 'The plan can be kept.',
        PhysicalResourceId: 'PlanCheck',
        StackId: 'stack',
        RequestId: 'request-1',
        LogicalResourceId: 'PlanCheck',
      },
    ]);
  });

  it('fails with a plan that cannot, and says why', async () => {
    await handler(request({ regularSeats: '10' }, 'Update'));

    const [refusal] = answers();
    expect(refusal?.Status).toBe('FAILED');
    expect(refusal?.Reason).toContain('At least 18 agents are needed: raise RegularSeats by 3');
  });

  it('is never kept from being taken away', async () => {
    await handler(request({ regularSeats: '0' }, 'Delete'));

    expect(answers()).toMatchObject([{ Status: 'SUCCESS' }]);
  });

  it.each([
    [{ regularSeats: 'many' }, 'regularSeats: must be a number.'],
    [{ peak: undefined }, 'peak: is required.'],
    [{ more: '1' }, 'more: is not a known field; known here: '],
  ])('is answered when %j was sent', async (properties, reason) => {
    await handler(request(properties));

    const [refusal] = answers();
    expect(refusal?.Status).toBe('FAILED');
    expect(refusal?.Reason).toContain(reason);
  });

  it('is tried again when CloudFormation does not take the answer', async () => {
    put.mockImplementation(async () => new Response('', { status: 503 }));

    await expect(handler(request())).rejects.toThrow('CloudFormation did not take the answer: 503');
  });
});
