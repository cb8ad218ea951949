import { addressOf, type Participant } from '../../schemas/participant.ts';
import type { SignalRequest, SocketMessage } from '../../schemas/socket.ts';
import { TooSoonError } from '../domain/errors.ts';
import { othersIn, partyFor, requirePart } from '../domain/participants.ts';
import type { Platform, Uses } from './platform.ts';
import { pusher, type Pushing, SocketsBusyError } from './push.ts';

type Needs = Uses<{ tickets: 'get'; cursors: 'advance' }> & Pushing & Pick<Platform, 'incident' | 'log'>;

/** How long nobody's typing is told after a push was not taken. */
const SHED_MS = 5000;

/** What somebody lets the others of a conversation know; what is answered goes to the socket it came from. */
export const signals = (platform: Needs) => {
  const { tickets, cursors, now, log } = platform;
  const pushTo = pusher(platform);
  let shedUntil = 0;

  return async (request: SignalRequest, participant: Participant): Promise<SocketMessage | undefined> =>
    request.action === 'seen' ? seen(request, participant) : typing(request, participant);

  /** Only the first to get so far tells the others. */
  async function seen(
    { ticketId, number: wanted }: Extract<SignalRequest, { action: 'seen' }>,
    participant: Participant,
  ): Promise<SocketMessage> {
    const { ticket, number: last } = await tickets.get(ticketId);
    requirePart(ticket, participant);
    const number = Math.min(wanted, last);
    const address = addressOf(participant);
    const outcome = await cursors.advance(ticketId, { address, number }, now());
    if (outcome === 'too-soon') throw new TooSoonError('seen');
    const told = (to: string) => ({ type: 'seen', ticketId, by: partyFor(to, participant), number }) as const;
    if (outcome === 'moved') {
      try {
        await Promise.all(othersIn(ticket, participant).map((to) => pushTo(to, told(to))));
      } catch (error) {
        // The cursor is kept: whoever resumes next reads it.
        if (!(error instanceof SocketsBusyError)) throw error;
      }
    }
    return told(address);
  }

  async function typing(
    { ticketId }: Extract<SignalRequest, { action: 'typing' }>,
    participant: Participant,
  ): Promise<undefined> {
    if (now().getTime() < shedUntil || (await platform.incident()).shedTyping) return;
    const { ticket } = await tickets.get(ticketId);
    requirePart(ticket, participant);
    try {
      await Promise.all(
        othersIn(ticket, participant).map((to) =>
          pushTo(to, { type: 'typing', ticketId, by: partyFor(to, participant) }, { sheddable: true }),
        ),
      );
    } catch (error) {
      if (!(error instanceof SocketsBusyError)) throw error;
      shedUntil = now().getTime() + SHED_MS;
      log('warn', 'typing is shed');
    }
  }
};
