import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../functions/simulation/defaults.ts';
import { scenarioFrom } from '../../functions/simulation/settings.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import { aScenario } from './scenarios.ts';

const defaults = { ...defaultScenario(defaultPolicy) };

describe('a scenario', () => {
  it('takes seconds, numbers of a group, and values as JSON', () => {
    const scenario = aScenario(
      'sla.urgent.reached=10s',
      'roster.regular=30',
      'customers.patienceSeconds=null',
      'bot.seconds=3s',
    );

    expect(scenario.sla.urgent.reached).toBe(10);
    expect(scenario.agents.roster['regular']?.agents).toBe(30);
    expect(scenario.customers.patienceSeconds).toBeNull();
    expect(scenario.bot.seconds).toBe(3);
  });

  it('is the defaults with what a file says otherwise: objects merged, lists replaced', () => {
    const { arrivals, bot } = scenarioFrom(defaults, { arrivals: { perDay: 5, bursts: [] } }, []);

    expect([arrivals.perDay, arrivals.bursts, arrivals.promotion]).toEqual([5, [], 1]);
    expect(bot.threshold).toBe(0.6);
  });

  it.each([
    { settings: ['sla.urgent.reachd=10s'], says: 'there is no reachd; there are reached' },
    { settings: ['seed.more=1'], says: 'seed has no parts' },
    { settings: ['sla.urgent.reached=0.5s'], says: 'sla.urgent.reached: must be whole seconds' },
    { settings: ['arrivals.perDay=-4'], says: 'arrivals.perDay: must be more than 0' },
    { settings: ['arrivals.hours=[1,2]'], says: 'arrivals.hours: must be 24 weights' },
    { settings: ['timeZone=Mars/Olympus'], says: 'timeZone: must be a name such as Asia/Shanghai' },
    { settings: ['bot.threshold=high'], says: 'bot.threshold: must be a number' },
    { settings: ['agents.exponential=1'], says: 'agents.exponential: must be true or false' },
    { settings: ['arrivals.perDay=10s'], says: 'arrivals.perDay: must be a number' },
    { settings: ['sla.warnShare=1s'], says: 'sla.warnShare: must be a number' },
    {
      settings: ['arrivals.perDay=2000000', 'arrivals.promotion=100'],
      says: 'arrivals: perDay times promotion, with the tickets of bursts, must be at most 5000000 a day',
    },
    { settings: ['agents.roster={}'], says: 'agents.roster: somebody must be at work' },
    { settings: ['mix.segments={"vip":0}'], says: 'mix.segments: at least one weight must be above 0' },
    {
      settings: ['mix.matters=[{"intentId":"moon.landing","weight":1,"handlingSeconds":60,"botKnows":0}]'],
      says: 'the taxonomy has no moon.landing',
    },
    { settings: ['standby.peakWindows=evening'], says: 'standby.peakWindows: each window must be such as' },
  ])('is refused with its fault: $settings', ({ settings, says }) => {
    expect(() => aScenario(...settings)).toThrow(says);
  });

  it('must be an object', () => {
    expect(() => scenarioFrom(defaults, [1], [])).toThrow('must be a JSON object');
  });
});
