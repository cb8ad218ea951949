import { describe, expect, it } from 'vitest';
import type { SocketMessage } from '../../schemas/socket.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { tellPlaces } from '../../functions/use-cases/tell-places.ts';
import { noIncident } from '../../functions/domain/incident.ts';
import { anAgent, at, histories } from '../support/builders.ts';

const waiting = (customer: number): Ticket => ({
  ...histories.inQueue().ticket,
  ticketId: `KF-0000-0000-${String(customer).padStart(4, '0')}`,
  customerId: `customer-${customer}`,
});

/** A queue with people in it, and what they are told. */
function aHall(customers: number) {
  const hall = {
    rows: Array.from({ length: customers }, (_, i) => waiting(i + 1)),
    seconds: 0,
    busy: false,
    botOnly: false,
    last: '',
    told: [] as string[],
    looks: 0,
  };
  const tell = tellPlaces({
    tickets: {
      listWaiting: async (_queueId, limit) => {
        hall.looks += 1;
        return { rows: hall.rows.slice(0, limit) };
      },
    },
    agents: { list: async () => [anAgent()] },
    capacity: {
      get: async () => ({ profile: 'off-peak', standbyOpen: false, changedAt: at(0).toISOString() }),
    },
    incident: async () => ({ ...noIncident, botOnly: hall.botOnly }),
    connections: { list: async (address) => [address], forget: async () => undefined },
    push: async (connectionId: string, message: SocketMessage) => {
      if (hall.busy) return 'busy';
      if (message.type === 'place') {
        hall.told.push(`${connectionId} ${message.position}`);
        hall.last = message.text;
      }
      return 'sent';
    },
    pause: async () => undefined,
    random: () => 0.5,
    now: () => at(hall.seconds),
  });
  const happens = (type: 'TicketRouted' | 'TicketAccepted' | 'NoteAdded', customer: number) =>
    tell(type, waiting(customer));
  return { hall, happens };
}

describe('whoever waits', () => {
  it('is told a place, the first twenty of a queue', async () => {
    const { hall, happens } = aHall(25);

    await happens('TicketAccepted', 99);

    expect(hall.told).toHaveLength(20);
    expect(hall.told[0]).toBe('customer:customer-1 1');
  });

  it('is told again only what is notable, and every ten seconds at most', async () => {
    const { hall, happens } = aHall(3);
    await happens('TicketAccepted', 99);
    hall.rows.shift();
    hall.seconds = 9;
    await happens('TicketAccepted', 1);
    const early = hall.told.length;

    hall.seconds = 10;
    await happens('TicketAccepted', 1);
    hall.seconds = 30;
    await happens('TicketAccepted', 98);

    expect(early).toBe(3);
    expect(hall.told.slice(3)).toEqual(['customer:customer-2 1', 'customer:customer-3 2']);
  });

  it('is told at once when the wait begins, and nobody else is', async () => {
    const { hall, happens } = aHall(2);
    await happens('TicketAccepted', 99);
    hall.rows.push(waiting(3));
    hall.seconds = 1;

    await happens('TicketRouted', 3);

    expect(hall.told.slice(2)).toEqual(['customer:customer-3 3']);
  });

  it('is told at the next look what a busy gateway did not take', async () => {
    const { hall, happens } = aHall(1);
    hall.busy = true;
    await happens('TicketAccepted', 99);
    hall.busy = false;
    hall.seconds = 10;

    await happens('TicketAccepted', 99);

    expect(hall.told).toEqual(['customer:customer-1 1']);
  });

  it('is told that nobody is at work while the bot serves alone', async () => {
    const { hall, happens } = aHall(1);
    await happens('TicketAccepted', 99);
    hall.botOnly = true;
    hall.seconds = 10;

    await happens('TicketAccepted', 99);

    expect(hall.told).toHaveLength(2);
    expect(hall.last).toContain('没有客服在岗');
  });

  it('is not looked after when nothing moved', async () => {
    const { hall, happens } = aHall(1);

    await happens('NoteAdded', 1);

    expect(hall.looks).toBe(0);
  });
});
