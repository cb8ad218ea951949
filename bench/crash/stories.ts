import { callerOf, type Play, session } from './play.ts';

/** A story from the opening of a ticket to its closing; the ticket's number. */
export type Story = (play: Play) => Promise<string>;

const opened = (play: Play, text: string) =>
  play.write('customer', (commandId) =>
    play.customer.openTicket({ commandId, text, channel: 'app', locale: 'zh-CN' }, session),
  );

const says = (play: Play, ticketId: string, text: string) =>
  play.write('customer', (commandId) => play.customer.sendMessage({ ticketId, commandId, text }, session));

const rates = (play: Play, ticketId: string, score: number) =>
  play.write('customer', (commandId) =>
    play.customer.answerSurvey({ ticketId, commandId, score, solved: score > 2 }, session),
  );

/** Whoever has the offer accepts, answers and resolves. */
async function settled(play: Play, ticketId: string, at: readonly string[]): Promise<void> {
  const { holder } = await play.until('an offer', ticketId, (it) => it.holder.kind === 'offer', { at });
  const agentId = holder.kind === 'offer' ? holder.agentId : '';
  const caller = callerOf(agentId);
  await play.write(agentId, (commandId) => play.desk.acceptTicket({ ticketId, commandId }, caller));
  await play.write(agentId, (commandId) =>
    play.desk.replyToCustomer({ ticketId, commandId, text: '马上查' }, caller),
  );
  await play.write(agentId, (commandId) =>
    play.desk.resolveTicket({ ticketId, commandId, reason: '好了' }, caller),
  );
}

const surveyed = (play: Play, ticketId: string) =>
  play.until('a survey', ticketId, (it) => it.survey === 'offered' && it.status === 'resolved');
const closed = (play: Play, ticketId: string, seconds: number) =>
  play.until('the closing', ticketId, (it) => it.status === 'closed', { seconds });

/** Every use case that handles a ticket is in at least one of these. */
export const stories: Record<string, Story> = {
  'a person takes it, it waits for its customer, and is rated': async (play) => {
    await play.call(() =>
      play.sessions.createSession({ commandId: 'session-000000000000001', name: '小王' }, undefined),
    );
    play.whole.sockets.connect('phone', (message) => play.pushed.push(message));
    await play.call(() =>
      play.whole.platform.connections.add('customer:customer-1', 'phone', play.clock.now()),
    );
    await play.seat('mei');
    const ticketId = await opened(play, '转人工');
    await play.until('an offer', ticketId, (it) => it.holder.kind === 'offer', { at: ['mei'] });
    const mei = callerOf('mei');
    await play.write('mei', (commandId) => play.desk.acceptTicket({ ticketId, commandId }, mei));
    await play.write('mei', (commandId) =>
      play.desk.replyToCustomer({ ticketId, commandId, text: '订单号?' }, mei),
    );
    await play.write('mei', (commandId) => play.desk.addNote({ ticketId, commandId, text: '等订单号' }, mei));
    await play.write('mei', (commandId) => play.desk.waitForCustomer({ ticketId, commandId }, mei));
    await says(play, ticketId, '12345');
    const waiting = await play.until('hands', ticketId, (it) => it.holder.kind !== 'queue', { at: ['mei'] });
    if (waiting.holder.kind === 'offer')
      await play.write('mei', (commandId) => play.desk.acceptTicket({ ticketId, commandId }, mei));
    await play.write('mei', (commandId) =>
      play.desk.replyToCustomer({ ticketId, commandId, text: '好了' }, mei),
    );
    await play.write('mei', (commandId) =>
      play.desk.resolveTicket({ ticketId, commandId, reason: '好了' }, mei),
    );
    await surveyed(play, ticketId);
    await rates(play, ticketId, 5);
    return ticketId;
  },

  'nobody is there: it climbs the ladder until the pool is called in, and closes by itself': async (play) => {
    const ticketId = await opened(play, '转人工');
    await play.until('the top of the ladder', ticketId, (it) => it.escalationLevel >= 4, { seconds: 900 });
    await play.seat('mei', 'lead');
    await settled(play, ticketId, ['mei']);
    await closed(play, ticketId, 3000);
    return ticketId;
  },

  'it is declined and handed on, rated badly, and comes back': async (play) => {
    await play.seat('mei');
    const ticketId = await opened(play, '转人工');
    await play.until('an offer', ticketId, (it) => it.holder.kind === 'offer', { at: ['mei'] });
    await play.write('mei', (commandId) => play.desk.declineTicket({ ticketId, commandId }, callerOf('mei')));
    await play.seat('lin', 'lead');
    await play.until('an offer', ticketId, (it) => it.holder.kind === 'offer', { at: ['mei', 'lin'] });
    const lin = callerOf('lin');
    await play.write('lin', (commandId) => play.desk.acceptTicket({ ticketId, commandId }, lin));
    await play.write('lin', (commandId) =>
      play.desk.correctIntent({ ticketId, commandId, intentId: 'buyer.refund.not-arrived' }, lin),
    );
    await play.write('lin', (commandId) =>
      play.desk.transferTicket({ ticketId, commandId, queueId: 'finance', reason: '退款' }, lin),
    );
    await settled(play, ticketId, ['mei', 'lin']);
    await surveyed(play, ticketId);
    await rates(play, ticketId, 1);
    await settled(play, ticketId, ['mei', 'lin']);
    await surveyed(play, ticketId);
    await rates(play, ticketId, 5);
    return ticketId;
  },

  'the bot asks back, a message is held and released, and the customer settles it': async (play) => {
    const ticketId = await opened(play, '怎么回事');
    await says(play, ticketId, '扣');
    const { held = [] } = await play.until('a held message', ticketId, (it) => (it.held ?? []).length > 0);
    const number = held[0]?.number ?? 0;
    await play.call(() => play.safety.listHeld({ limit: 10 }, callerOf('lin')));
    await play.write('lin', (commandId) =>
      play.safety.releaseHeld({ ticketId, number, commandId }, callerOf('lin')),
    );
    await play.write('customer', (commandId) =>
      play.customer.resolveMyTicket({ ticketId, commandId }, session),
    );
    await closed(play, ticketId, 3000);
    return ticketId;
  },
};
