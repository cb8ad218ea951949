import { PolicyEnvironment } from '../../schemas/environment.ts';
import { environment } from './environment.ts';

/** The promises this installation makes, as its stack parameters say. */
export const policy = environment(PolicyEnvironment).SLA_POLICY;
