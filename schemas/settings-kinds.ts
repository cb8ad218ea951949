import { IncidentSettings } from './incident.ts';
import { LabourSettings } from './labour.ts';
import { RoutingSettings } from './routing.ts';
import { SlaSettings } from './sla.ts';

/** What the desk sets while everything runs, by kind. Each is one document, saved whole or not at all. */
export const settingsSchemas = {
  sla: SlaSettings,
  routing: RoutingSettings,
  incident: IncidentSettings,
  labour: LabourSettings,
};
