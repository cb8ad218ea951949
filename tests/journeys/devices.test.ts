import { describe, expect, it } from 'vitest';
import { poll } from '../../local/poll.ts';
import { aCustomer, aDesk, happened } from './cloud.ts';
import { Device } from './device.ts';
import type { Failure } from './line.ts';

const failures: Failure[] = ['writing', 'unanswered', 'answering'];

describe('a conversation on two devices of a customer and one of an agent', () => {
  it('is the same on all of them, and what the platform has, though every line breaks at every step', async () => {
    const { li } = await aDesk('li');
    const customer = await aCustomer();
    const phone = await Device.of(customer);
    const tablet = await Device.of(customer);
    const desk = await Device.of(li);
    const devices = { phone, tablet, desk };
    const all = Object.values(devices);

    const opening = phone.line.breakNext('unanswered');
    const ticketId = await phone.open('转人工');
    await opening;
    await happened(li, ticketId, 'TicketOffered');
    desk.client.follow(ticketId);
    await breaking(desk, 'unanswered', () => desk.client.act(ticketId, 'accept'));

    const said: string[] = [];
    for (const failure of failures) {
      await Promise.all(
        Object.entries(devices).map(async ([name, device]) => {
          const text = `${name}, ${failure}`;
          said.push(text);
          await breaking(device, failure, () => device.client.send(ticketId, text));
        }),
      );
      await Promise.all(all.map((device) => device.shows(ticketId, said)));
      // Once more with nothing under way, and then while connecting again.
      await Promise.all(all.map((device) => breaking(device, failure, () => device.line.drop())));
    }
    await breaking(desk, 'answering', () => desk.client.act(ticketId, 'resolve', { reason: '已解答' }));
    await happened(li, ticketId, 'SurveyOffered');
    await breaking(tablet, 'unanswered', () =>
      tablet.client.act(ticketId, 'survey', { score: 5, solved: true }),
    );
    await happened(li, ticketId, 'TicketClosed');
    await Promise.all(
      all.map(({ client }) =>
        poll(
          'the end',
          async () => client.conversation(ticketId)?.events.at(-1)?.type === 'TicketClosed' || undefined,
        ),
      ),
    );

    const history = await customer.events(ticketId);
    const words = history.flatMap(({ type, from, text }) =>
      type === 'MessageSent' ? [`${from.kind}: ${text}`] : [],
    );
    expect(phone.shown(ticketId)).toEqual(history);
    expect(tablet.shown(ticketId)).toEqual(history);
    expect(desk.shown(ticketId)).toEqual(await li.history(ticketId));
    expect(all.map((device) => device.words(ticketId))).toEqual([words, words, words]);
    expect(said.map((text) => words.filter((word) => word.endsWith(text)).length)).toEqual(said.map(() => 1));
    expect(all.flatMap(({ client }) => client.outbox)).toEqual([]);
  });
});

/** Does something on a device that has a connection, which breaks over it. */
async function breaking(device: Device, failure: Failure, deed: () => void): Promise<void> {
  await device.connected();
  const broken = device.line.breakNext(failure);
  deed();
  await broken;
}
