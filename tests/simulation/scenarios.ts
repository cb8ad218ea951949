import { defaultScenario } from '../../functions/simulation/defaults.ts';
import { scenarioFrom } from '../../functions/simulation/settings.ts';
import { defaultPolicy } from '../../lib/default-policy.ts';
import type { Scenario } from '../../schemas/scenario.ts';
import type { Setting } from '../../schemas/simulation.ts';

/** The default day with a hundredth of its customers and a tenth of its people, but for these settings. */
export function aScenario(...settings: string[]): Scenario {
  const small = [
    'arrivals.perDay=200',
    'arrivals.bursts=[]',
    'roster.early=3',
    'roster.day=2',
    'roster.regular=5',
    'roster.night=2',
    'roster.experts=2',
    'roster.late-experts=2',
    'roster.night-experts=1',
    'roster.standby=2',
  ];
  return scenarioFrom(
    { ...defaultScenario(defaultPolicy) },
    undefined,
    [...small, ...settings].map(settingOf),
  );
}

function settingOf(text: string): Setting {
  const [path = '', ...value] = text.split('=');
  return { path, value: value.join('=') };
}
