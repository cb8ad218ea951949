import type { IncidentSettings } from '../../schemas/incident.ts';
import { type Fault, FaultyInputError } from './errors.ts';

/** Everything works. */
export const noIncident: IncidentSettings = {
  botOnly: false,
  queueOnly: false,
  noAttachments: false,
  shedTyping: false,
};

/** Switches that leave nobody to answer. */
export function incidentFaults({ botOnly, queueOnly }: IncidentSettings): Fault[] {
  return botOnly && queueOnly
    ? [{ field: 'queueOnly', rule: 'would leave nobody who answers, with botOnly' }]
    : [];
}

/** @throws FaultyInputError when attachments are switched off */
export function requireAttachmentsOn({ noAttachments }: IncidentSettings): void {
  if (!noAttachments) return;
  throw new FaultyInputError('attachments are switched off for now', [
    { field: 'attachments', rule: 'cannot be taken for now; send the text alone' },
  ]);
}
