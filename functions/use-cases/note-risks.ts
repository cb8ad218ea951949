import type { TicketEvent } from '../../schemas/events.ts';
import { sha256 } from '../domain/digest.ts';
import { MessageRefusedError } from '../domain/errors.ts';
import type { Screened, Screening } from '../domain/risk/screening.ts';
import type { Outcome } from './decide.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ risks: 'note' }> & Pick<Platform, 'screen' | 'now' | 'log'>;

/** Who writes what, and with which write. */
export interface Writing {
  kind: 'customer' | 'agent';
  id: string;
  commandId: string;
  text: string;
  ticketId?: string;
}

/**
 * Screens a text, lets the decision be taken, and remembers what the filter did: counts by category and, without the text, what was
 * held or refused. That is bookkeeping: when it fails, what was decided stands.
 */
export async function screened<O extends Outcome>(
  platform: Needs,
  writing: Writing,
  decision: (screening: Screening) => Promise<O>,
): Promise<O> {
  const screening = await platform.screen(writing.text, writing.kind);
  try {
    const outcome = await decision(screening);
    await note(platform, writing, screening, outcome.events);
    return outcome;
  } catch (error) {
    if (error instanceof MessageRefusedError) await note(platform, writing, screening, []);
    throw error;
  }
}

async function note(
  { risks, now, log }: Needs,
  { kind, id, commandId, text, ticketId }: Writing,
  { verdict, risks: found }: Screening,
  events: readonly TicketEvent[],
): Promise<void> {
  const meant = found.filter(({ excused }) => !excused);
  if (meant.length === 0) return;
  const held = events.find((event) => event.type === 'MessageHeld');
  const told: Screened = {
    writer: `${kind}:${id}`,
    commandId,
    verdict,
    categories: [...new Set(meant.map(({ category }) => category))],
    digest: sha256(text),
    ...(ticketId !== undefined && { ticketId }),
    ...(held?.type === 'MessageHeld' && { dueAt: held.body.dueAt }),
  };
  log('info', 'screened', { verdict, categories: told.categories, ticketId });
  try {
    await risks.note(told, now());
  } catch (error) {
    log('error', 'screening not noted', { ticketId, error: error instanceof Error ? error.name : 'unknown' });
  }
}
