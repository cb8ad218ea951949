import { shippedSla } from '../domain/shipped-sla.ts';
import { PolicyEnvironment } from '../../schemas/environment.ts';
import { environment } from './environment.ts';

/** The promises this installation makes until somebody saves others, as its stack parameters say. */
export const shippedPolicy = shippedSla(environment(PolicyEnvironment).SLA_POLICY);
