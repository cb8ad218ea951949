import type { Dialogue } from '../../../schemas/dialogue.ts';
import { kits } from './all.ts';
import type { End, Kit, Next } from './kit.ts';
import { takesAnything } from './slots.ts';
import type { SlotName, Slots } from './slot-names.ts';

/** The kit that starts with these words (normalized, oldest first): it treats the case, may run, and they tell of a trouble. */
export function kitFor(
  intentId: string,
  said: readonly string[],
  mayRun: (kit: Kit) => boolean,
): Kit | undefined {
  const all = said.slice(-READ.messages).map(shortened).join('\n');
  return kits.find((kit) => kit.intents.includes(intentId) && kit.starts.test(all) && mayRun(kit));
}

/** What the customer's words tell without being asked, added to what was known; later words win. */
export function learn(kit: Kit, known: Slots, said: readonly string[], today: string): Slots {
  const learned = Object.entries(kit.reads).flatMap(([name, read]) => {
    const values = said
      .slice(-READ.messages)
      .flatMap((text) => read(shortened(text), { asked: false, today }) ?? []);
    const last = values.at(-1);
    return last === undefined ? [] : [[name, last] as const];
  });
  return { ...known, ...Object.fromEntries(learned) };
}

/** How a reply was read: plainly by words of its own, kindly because it was asked for, or not at all. */
export type Read = 'plainly' | 'kindly' | 'not';

/** What a reply to the question for a slot tells: that slot read kindly, others only where nothing was known. */
export function readReply(
  kit: Kit,
  asked: SlotName,
  known: Slots,
  reply: string,
  today: string,
): { slots: Slots; read: Read } {
  const reads = kit.reads[asked];
  const value = reads?.(shortened(reply), { asked: true, today });
  const slots = {
    ...learn(kit, {}, [reply], today),
    ...known,
    ...(value !== undefined && { [asked]: value }),
  };
  if (value === undefined || reads === undefined) return { slots, read: 'not' };
  const plain = takesAnything(reads) || reads(shortened(reply), { asked: false, today }) !== undefined;
  return { slots, read: plain ? 'plainly' : 'kindly' };
}

/** The slot a dialogue waits for; undefined when it waits for none of this kit's. */
export function askedOf(kit: Kit, { step }: Pick<Dialogue, 'step'>): SlotName | undefined {
  return slotNamesOf(kit).find((name) => name === step);
}

/** Where the rule leads from here, with the end it names. */
export function follow(
  kit: Kit,
  slots: Slots,
  tried: readonly string[],
  intentId: string,
): { ask: SlotName } | { name: string; end: End } | undefined {
  const next: Next = kit.next({ slots, intentId, tried: (name) => tried.includes(triedAs(kit, name)) });
  if ('ask' in next) return next;
  const end = kit.ends[next.end];
  return end && { name: next.end, end };
}

/** How an end is remembered once it was told: `GK-03.tooLarge`. */
export function triedAs(kit: Kit, end: string): string {
  return `${kit.id}.${end}`;
}

/** How much of a conversation is read for slots: enough for what people tell, too little for a flood to hurt. */
const READ = { messages: 8, characters: 600 };

function shortened(text: string): string {
  return text.slice(0, READ.characters);
}

function slotNamesOf({ asks }: Kit): SlotName[] {
  const isSlot = (name: string): name is SlotName => name in asks;
  return Object.keys(asks).filter(isSlot);
}
