import { CapacityEnvironment } from '../schemas/environment.ts';
import { CapacitySwitch } from '../schemas/work.ts';
import { setPollers, setProvisioned } from './gateways/lambda.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { set } from './stores/capacity.ts';
import { switchCapacity } from './use-cases/switch-capacity.ts';

const { CAPACITY_PLAN: plan } = environment(CapacityEnvironment);
const switchTo = switchCapacity({ capacity: { set }, now, plan, setPollers, setProvisioned });

/** Switches to the profile whose window begins; called by the schedules. */
export const handler = (input: unknown) => switchTo(CapacitySwitch.parse(input));
