import { describe, expect, it } from 'vitest';
import { playPoison } from '../../bench/poison/play.ts';
import { consume } from '../../functions/runtime/queue.ts';
import { listenToLog } from '../support/requests.ts';

/** Messages for each handler; `npm run bench poison` plays a million. */
const MESSAGES = 100;

describe('poison in the work queues', () => {
  it('fails alone, dies after five receives, and comes back when sent again; the good ones succeed once', async () => {
    listenToLog();

    const report = await playPoison({ seed: 5, messages: MESSAGES, consume });

    expect(report.faults).toEqual([]);
    expect(report.bad).toBeGreaterThan(MESSAGES);
    expect(report.redriven).toBeGreaterThan(10);
  });

  it('would be seen to take others down with it', async () => {
    listenToLog();

    const report = await playPoison({
      seed: 5,
      messages: MESSAGES,
      consume: (schema, work) => async (event) => {
        const answer = await consume(schema, work)(event);
        const all = event.Records.map(({ messageId }) => ({ itemIdentifier: messageId }));
        return { batchItemFailures: answer.batchItemFailures.length > 0 ? all : [] };
      },
    });

    expect(report.faults).not.toEqual([]);
  });
});
