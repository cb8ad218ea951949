import { changeOf } from '../../functions/domain/change.ts';
import { VersionConflictError } from '../../functions/domain/errors.ts';
import { seededRandom } from '../../functions/memory/random.ts';
import { now } from '../../functions/runtime/clock.ts';
import { decideOnce } from '../../functions/use-cases/decide.ts';
import { reachDynamoDB } from '../storage/reach.ts';
import { type Begun, Journal } from './journal.ts';

/**
 * One sender: writes to a few tickets by the protocol, again and again, until it is killed. Started anew it first finishes what it
 * had begun, as a client does that has heard no answer.
 */
const [endpoint = '', journalPath = '', sender = '', seed = '0', ticketIds = '', limit = '0'] =
  process.argv.slice(2);
reachDynamoDB(endpoint);
const tickets = await import('../../functions/stores/tickets.ts');
const random = seededRandom(Number(seed));
const journal = new Journal(journalPath, sender);
const known = ticketIds.split(',');
const seen = new Map<string, number>();

for (const write of journal.writes.values()) {
  const number = write.acknowledged ?? (await finish(write));
  seen.set(write.ticketId, number);
}
while (journal.writes.size < Number(limit)) {
  const ticketId = known[Math.floor(random() * known.length)] ?? '';
  const commandId = `${sender}-${String(journal.writes.size).padStart(8, '0')}`;
  const write = { ticketId, commandId, after: seen.get(ticketId) ?? 0, changes: random() < 0.2 };
  journal.begin(write);
  // Whoever watches counts these.
  process.stdout.write('.');
  seen.set(ticketId, await finish({ ...write, sender }));
}

/** Sends a write until it is answered; sometimes twice at once, as an impatient client and a slow network do. */
async function finish(write: Begun): Promise<number> {
  for (;;) {
    try {
      const [number] = await Promise.all(random() < 0.1 ? [send(write), send(write)] : [send(write)]);
      journal.answered(write.commandId, number);
      return number;
    } catch (error) {
      // Too many others were faster: the client tries again with the same id.
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
}

async function send({ ticketId, commandId, after, changes }: Begun): Promise<number> {
  const actor = { kind: 'customer', id: 'customer-1' } as const;
  const { number } = await decideOnce(
    { tickets },
    ticketId,
    { commandId, after, content: commandId },
    (history, command) =>
      changeOf(
        history,
        [
          changes
            ? { type: 'TicketQueued', actor, command, body: { queueId: 'support', reason: commandId } }
            : { type: 'MessageSent', actor: { ...actor, kind: 'agent' }, command, body: { text: commandId } },
        ],
        now(),
      ),
  );
  return number;
}
