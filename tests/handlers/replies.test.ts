import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/replies.ts';
import { putProfile } from '../../functions/stores/agents.ts';
import { readDay } from '../../functions/stores/reply-days.ts';
import { AgentProfile } from '../../schemas/agent.ts';
import { at, histories, isoAt, TICKET_ID } from '../support/builders.ts';
import { aBatch, listenToLog } from '../support/requests.ts';
import { keepRows, refused, stubDynamoDB } from '../support/stub-aws.ts';

const dynamodb = stubDynamoDB();
const done = { batchItemFailures: [] };
const talliesNow = async () => (await readDay('2026-11-21')).tallies;
const unansweredNow = async () => (await readDay('2026-11-21')).unanswered;
const { events } = histories.answered();
const begins = events.find(({ turn }) => turn?.step === 'begun');
const answers = events.find(({ turn }) => turn?.step === 'answered');

const profile = AgentProfile.parse({
  name: 'Mei',
  queues: ['support'],
  languages: ['zh'],
  tier: 'basic',
  pool: 'regular',
  capacity: 1,
  team: '夜班',
});

beforeEach(() => {
  vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
  listenToLog();
  keepRows(dynamodb);
});

describe('the count of turns', () => {
  it('knows a turn from the event that begins it', async () => {
    expect(await handler(aBatch(begins))).toEqual(done);

    expect(await unansweredNow()).toEqual([{ ticketId: TICKET_ID, startedAt: isoAt(0) }]);
  });

  it('counts an answer for the team of who gave it, once', async () => {
    await putProfile('mei', profile, at(0));

    expect(await handler(aBatch(begins, answers))).toEqual(done);
    await handler(aBatch(answers));

    expect(await talliesNow()).toEqual([
      { begun: 1, kept: 0, missed: 0 },
      { team: '夜班', begun: 0, kept: 1, missed: 0 },
    ]);
    expect(await unansweredNow()).toEqual([]);
  });

  it('counts the answer of somebody without seats for no team', async () => {
    expect(await handler(aBatch(answers))).toEqual(done);

    expect(await talliesNow()).toEqual([{ begun: 0, kept: 1, missed: 0 }]);
  });

  it('leaves what has nothing to do with a turn', async () => {
    expect(await handler(aBatch(events[0]))).toEqual(done);

    expect(await talliesNow()).toEqual([]);
  });

  it('gives back what could not be counted, and only that', async () => {
    dynamodb.on(GetItemCommand).rejectsOnce(refused('ProvisionedThroughputExceededException'));

    const { batchItemFailures } = await handler(aBatch(begins, answers));

    expect(batchItemFailures).toHaveLength(1);
    expect(await talliesNow()).toEqual([{ begun: 1, kept: 0, missed: 0 }]);
  });
});
