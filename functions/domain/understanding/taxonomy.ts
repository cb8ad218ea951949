import type { Priority } from '../../../schemas/ticket-facts.ts';
import { groups, leaves } from './taxonomy-index.ts';

type LeafRow = (typeof leaves)[number];

/** A case of the taxonomy, or `none`. */
export type LeafId = LeafRow[0];
export type QueueSkill = LeafRow[4];

export interface Leaf {
  readonly id: LeafId;
  readonly zh: string;
  readonly en: string;
  readonly priority: Priority;
  readonly queue: QueueSkill;
  readonly botMayAnswer: boolean;
}

const byId = new Map<string, Leaf>(
  leaves.map(([id, zh, en, priority, queue, botMayAnswer]) => [
    id,
    { id, zh, en, priority, queue, botMayAnswer },
  ]),
);
const names = new Map<string, { zh: string; en: string }>([
  ...groups.map(([id, zh, en]) => [id, { zh, en }] as const),
  ...byId,
]);

/** Every leaf in the order of the taxonomy, `none` last. */
export const leafIds: readonly LeafId[] = leaves.map(([id]) => id);

/** Every queue that some leaf leads to. */
export const queueIds: readonly QueueSkill[] = [...new Set(leaves.map(([, , , , queue]) => queue))];

/** The leaf with this id; nothing for a category, a topic or an unknown id. */
export function leaf(id: string): Leaf | undefined {
  return byId.get(id);
}

/** `account` for `account.login.forgot-password`. */
export function topLevelOf(id: string): string {
  return id.split('.', 1).join('');
}

/** `account.login` for `account.login.forgot-password`; nothing above a category and `none`. */
export function parentOf(id: string): string | undefined {
  const dot = id.lastIndexOf('.');
  return dot < 0 ? undefined : id.slice(0, dot);
}

/** The name people read; the id itself when nobody knows it. */
export function displayName(id: string, language: 'zh' | 'en'): string {
  return names.get(id)?.[language] ?? id;
}

/** The queue that treats it; general support for what is not a leaf. */
export function queueOf(id: string): QueueSkill {
  return byId.get(id)?.queue ?? 'support';
}

/** The default priority, before the rules of the message move it. */
export function priorityOf(id: string): Priority {
  return byId.get(id)?.priority ?? 'normal';
}

/** Whether the bot may settle it alone; never for what is not a leaf. */
export function botMayAnswer(id: string): boolean {
  return byId.get(id)?.botMayAnswer ?? false;
}
