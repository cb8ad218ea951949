import type { FaultProfile } from '../../functions/memory/faults.ts';
import { VirtualClock } from '../../functions/memory/clock.ts';
import { lightModels } from '../../functions/memory/light-models.ts';
import { memoryPlatform, type Models } from '../../functions/memory/whole.ts';
import { shippedRisk } from '../../functions/runtime/risk.ts';
import { meaningOf, shippedModel } from '../../functions/runtime/understanding.ts';
import { placeIn } from '../../functions/use-cases/place.ts';
import { customer } from '../../functions/use-cases/customer.ts';
import { desk } from '../../functions/use-cases/desk.ts';
import type { CustomerSession, Platform } from '../../functions/use-cases/platform.ts';
import type { AgentProfile } from '../../schemas/agent.ts';
import type { SlaSettings } from '../../schemas/sla.ts';
import { at, someSla } from './builders.ts';

/** The models that ship. */
export const realModels: Models = { shippedRisk, shippedModel, meaningOf };

interface Wanted {
  seed?: number;
  faults?: FaultProfile;
  interleaved?: boolean;
  models?: Models;
  policy?: SlaSettings;
  log?: Platform['log'];
}

/** The whole platform at second 0 of the tests, on a clock that only the test moves. */
export function aMemoryPlatform({
  seed = 1,
  interleaved = false,
  models = lightModels,
  ...rest
}: Wanted = {}) {
  const clock = new VirtualClock(at(0), { interleaved });
  const whole = memoryPlatform({ clock, seed, policy: someSla(), models, ...rest });
  return {
    ...whole,
    clock,
    customer: customer({ ...whole.platform, placeOf: placeIn(whole.platform) }),
    desk: desk(whole.platform),
    /** Lets time pass, and everything that falls due happen. */
    pass: (seconds: number) => clock.advance(seconds * 1000),
  };
}

/** A customer as the session says. */
export function aCustomer(customerId = 'customer-1'): CustomerSession {
  return { customerId, segment: 'ordinary', name: '小王', expiresAt: at(86_400).toISOString() };
}

/** What a lead sets for somebody who may take everything. */
export function aProfile(overrides: Partial<AgentProfile> = {}): AgentProfile {
  return {
    name: 'Mei',
    queues: ['support', 'after-sales'],
    languages: ['zh', 'en'],
    tier: 'basic',
    pool: 'regular',
    capacity: 3,
    ...overrides,
  };
}
