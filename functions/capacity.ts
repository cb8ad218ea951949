import { CapacityEnvironment } from '../schemas/capacity-plan.ts';
import { announce } from './gateways/bus.ts';
import * as switches from './gateways/lambda.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import * as capacity from './stores/capacity.ts';
import { listWaiting } from './stores/tickets.ts';
import { holdCapacity } from './use-cases/hold-capacity.ts';

const { CAPACITY_PLAN: plan } = environment(CapacityEnvironment);

/** Every minute: keeps the capacity that belongs to the moment. */
export const handler = holdCapacity({
  ...switches,
  capacity,
  tickets: { listWaiting },
  plan,
  announce,
  now,
  log,
});
