import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/insights.ts';
import { handler as rollUp } from '../../functions/rollup.ts';
import { putProfile } from '../../functions/stores/agents.ts';
import { add } from '../../functions/stores/settings.ts';
import { at, histories, isoAt } from '../support/builders.ts';
import { aProfile } from '../support/memory.ts';
import { aBatch, ask, listenToLog } from '../support/requests.ts';
import { keepHistory, keepRows, stubDynamoDB, stubIssuer } from '../support/stub-aws.ts';

vi.useFakeTimers({ now: at(100), toFake: ['Date'] });
const dynamodb = stubDynamoDB();
const issuer = await stubIssuer();
const lead = await issuer.idToken({ sub: 'lin', name: 'lin', 'cognito:groups': ['lead'] });

const summary = 'GET /v1/insights/summary';
const today = { from: '2026-11-21', to: '2026-11-21' };
const resolved = histories.resolved();

beforeEach(() => {
  listenToLog();
  keepRows(dynamodb);
});

/** A ticket that Mei has settled for a company, told and added up. */
async function aTicket(): Promise<void> {
  await keepHistory(resolved);
  await putProfile('mei', aProfile({ vendor: 'Acme' }), at(0));
  // What was in force in the past is looked up once.
  vi.resetModules();
  const { handler: facts } = await import('../../functions/facts.ts');
  await facts(aBatch(resolved.events.at(-1)));
  await rollUp();
}

describe('a summary', () => {
  it('says what tickets cost, in dollars, at the rates of when they were opened', async () => {
    const rates = (centsPerHour: number) => ({ rates: [{ vendor: 'Acme', centsPerHour, chatsAtOnce: 1 }] });
    const saved = { savedBy: 'ada' };
    await add('labour', { ...saved, version: 1, savedAt: isoAt(-60), settings: rates(3600) });
    await add('labour', { ...saved, version: 2, savedAt: isoAt(50), settings: rates(7200) });
    await aTicket();

    const { body } = await ask(handler, summary, { token: lead, query: today });

    // Mei had it for 35 seconds at a cent each.
    expect(body).toMatchObject({
      rows: [{ cost: { labour: { total: 0.35, perTicket: 0.35 }, unpriced: 0 } }],
    });
    expect(body).not.toHaveProperty('note');
  });

  it('says that nobody has set what people cost', async () => {
    await aTicket();

    const { body } = await ask(handler, summary, { token: lead, query: today });

    expect(body).toMatchObject({
      rows: [{ cost: { unpriced: 1 } }],
      note: expect.stringMatching(/^1 tickets/) as string,
    });
  });
});
