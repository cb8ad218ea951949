import { beforeAll, describe, expect, it } from 'vitest';
import { unitsOf } from '../../bench/cost/drivers.ts';
import { dollarsOf, type Million, million } from '../../bench/cost/million.ts';
import { costWorld } from '../../bench/cost/play.ts';
import { bot as botScript, human as humanScript, lateHuman, playTicket } from '../../bench/cost/tickets.ts';
import { cloudDollars, dollarsOfUnits } from '../../functions/domain/cost/cloud.ts';
import { billed, prices } from '../../functions/domain/cost/prices.ts';
import { factsOf } from '../../functions/domain/insights/facts.ts';

const whole = { tickets: 1, messages: {}, used: {} };

/** `npm run bench cost` prints what these are made of. */
const mostDollars = { human: 386, bot: 116 };

describe('a million tickets', { timeout: 60_000 }, () => {
  let human: Million;
  let bot: Million;
  beforeAll(async () => {
    human = await million('human', 'off peak');
    bot = await million('bot', 'off peak');
  }, 60_000);

  it('are whole conversations: twelve messages and the bot’s word to a person, four with the bot alone', () => {
    expect([human.messages, bot.messages]).toEqual([13, 4]);
  });

  it('cost no more than stated, from counted calls and list prices', () => {
    expect(dollarsOf(human)).toBeLessThan(mostDollars.human);
    expect(dollarsOf(bot)).toBeLessThan(mostDollars.bot);
  });

  it('are billed for everything that has a price but what they do not use', () => {
    const unused = billed.filter((name) => human.conversation.dollarsOf(name) === 0);

    expect(unused).toEqual([]);
    expect(
      billed.map((name) => prices[name].source).every((page) => page.startsWith('https://aws.amazon.com/')),
    ).toBe(true);
  });

  it('cost less when queues hand over several messages at once', async () => {
    expect(dollarsOf(await million('bot', 'peak'))).toBeLessThan(dollarsOf(bot));
  });
});

describe('what a ticket is reckoned to cost by its figures', { timeout: 60_000 }, () => {
  it.each([
    ['the bot', botScript],
    ['a person', humanScript],
    ['a person who is late', lateHuman],
  ])('is near what it is billed for with %s', async (_, script) => {
    const played = await playTicket(await costWorld(1), 'one', script);

    const reckoned = cloudDollars({ ...whole, ...factsOf(played.history) });

    const measured = dollarsOfUnits(unitsOf(played));
    expect(Math.abs(reckoned - measured) / measured).toBeLessThan(0.1);
  });
});
