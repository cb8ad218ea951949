import { describe, expect, it } from 'vitest';
import { noIncident } from '../../functions/domain/incident.ts';
import { signals } from '../../functions/use-cases/signals.ts';
import type { IncidentSettings } from '../../schemas/incident.ts';
import { aCaller } from '../support/builders.ts';
import { aCustomer, aMemoryPlatform, aProfile, realModels } from '../support/memory.ts';

/** Everything knows within ten seconds of a save. */
const KNOWN_SECONDS = 10;

/** A platform with Mei at work, and how an incident is declared and ended on it. */
async function aDrill(models?: typeof realModels) {
  const whole = aMemoryPlatform({ ...(models && { models }) });
  let version = 0;
  let write = 0;
  await whole.desk.putAgent({ agentId: 'mei', ...aProfile() }, aCaller());
  const declare = async (switches: Partial<IncidentSettings>) => {
    version += 1;
    await whole.platform.settings.add('incident', {
      version,
      savedAt: whole.clock.now().toISOString(),
      savedBy: 'sun',
      settings: { ...noIncident, ...switches },
    });
    await whole.pass(KNOWN_SECONDS);
  };
  const opens = async (text: string, more = {}) => {
    write += 1;
    const content = { commandId: `open-${1000 + write}`, text, channel: 'app', locale: 'zh-CN' } as const;
    const { ticketId } = await whole.customer.openTicket({ ...content, ...more }, aCustomer());
    await whole.clock.settle();
    return ticketId;
  };
  const atWork = () => whole.desk.setPresence({ availability: 'available' }, aCaller());
  const holderOf = async (ticketId: string) =>
    (await whole.platform.tickets.get(ticketId)).ticket.holder.kind;
  const typesOf = async (ticketId: string) =>
    (await whole.platform.tickets.get(ticketId, 0)).events.map(({ type }) => type);
  return { whole, declare, opens, atWork, holderOf, typesOf };
}

describe('an incident drill', () => {
  it('bot only: nobody is offered anything, who waits is told so, and people take over when it ends', async () => {
    const { whole, declare, opens, atWork, holderOf } = await aDrill();
    await atWork();
    await declare({ botOnly: true });

    const ticketId = await opens('转人工');
    await atWork();
    await whole.clock.settle();
    const during = await whole.customer.getMyTicket({ ticketId }, aCustomer());
    await declare({});
    await atWork();
    await whole.clock.settle();

    expect(during).toMatchObject({ position: 1, staffed: false });
    expect(await holderOf(ticketId)).toBe('offer');
  });

  it('queue only: the bot understands and says nothing, and a person is asked', async () => {
    const { declare, opens, typesOf } = await aDrill(realModels);
    const known = '怎么修改收货地址？';
    const before = await opens(known);
    await declare({ queueOnly: true });

    const during = await opens(known);

    expect((await typesOf(before)).filter((type) => type === 'MessageSent')).toHaveLength(2);
    expect(await typesOf(during)).toEqual(
      expect.arrayContaining(['TicketOpened', 'MessageSent', 'TicketClassified', 'TicketQueued']),
    );
    expect((await typesOf(during)).filter((type) => type === 'MessageSent')).toHaveLength(1);
  });

  it('no attachments: they are refused with the rule, what was sent before is answered as it was, and text goes through', async () => {
    const { whole, declare, opens } = await aDrill();
    const attachments = [{ kind: 'image' as const, url: 'https://files.test/1.png' }];
    const sent = {
      commandId: 'open-0001',
      text: '看图',
      channel: 'app',
      locale: 'zh-CN',
      attachments,
    } as const;
    const first = await whole.customer.openTicket({ ...sent, attachments }, aCustomer());
    await declare({ noAttachments: true });

    const again = await whole.customer.openTicket({ ...sent, attachments }, aCustomer());
    const other = { ticketId: first.ticketId, commandId: 'message-1', text: '还有一张', attachments };

    expect(again).toEqual(first);
    await expect(whole.customer.sendMessage(other, aCustomer())).rejects.toMatchObject({
      faults: [{ field: 'attachments', rule: 'cannot be taken for now; send the text alone' }],
    });
    await expect(opens('看图', { attachments })).rejects.toThrow('attachments are switched off for now');
    await expect(opens('只有文字')).resolves.toBeDefined();
  });

  it('shed typing: nobody hears that somebody is writing', async () => {
    const { whole, declare, opens } = await aDrill();
    const ticketId = await opens('转人工');
    const told: string[] = [];
    const tell = signals({
      ...whole.platform,
      connections: { list: async () => ['socket-1'], forget: async () => undefined },
      push: async (_connectionId, { type }) => {
        told.push(type);
        return 'sent';
      },
    });
    const types = () =>
      tell({ action: 'typing', ticketId }, { kind: 'customer', id: 'customer-1', segment: 'ordinary' });

    await types();
    told.push('declared');
    await declare({ shedTyping: true });
    await types();
    told.push('ended');
    await declare({});
    await types();

    expect(told).toEqual(['typing', 'declared', 'ended', 'typing']);
  });
});
