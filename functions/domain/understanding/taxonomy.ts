import type { Priority } from '../../../schemas/ticket-facts.ts';
import { taxonomyIndex } from './taxonomy-index.ts';

const priorities: Readonly<Record<string, Priority>> = { u: 'urgent', h: 'high', n: 'normal', l: 'low' };
const queues = {
  s: 'support',
  a: 'after-sales',
  t: 'trust-safety',
  c: 'creator',
  m: 'merchant',
  d: 'ads',
  f: 'finance',
} as const;

/** The skill a queue's agents have. */
export type QueueSkill = (typeof queues)[keyof typeof queues];

/** A case of the taxonomy, or `none`. */
export interface Leaf {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly priority: Priority;
  readonly queue: QueueSkill;
  readonly botMayAnswer: boolean;
}

const names = new Map<string, { zh: string; en: string }>();
const leaves = new Map<string, Leaf>();
readIndex();

/** Every leaf in the order of the taxonomy, `none` last. */
export const leafIds: readonly string[] = [...leaves.keys()];

/** Every queue that some leaf leads to. */
export const queueIds: readonly QueueSkill[] = Object.values(queues);

/** The leaf with this id; nothing for a category, a topic or an unknown id. */
export function leaf(id: string): Leaf | undefined {
  return leaves.get(id);
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

/** Whether the taxonomy has this category, topic or case. */
export function isNode(id: string): boolean {
  return names.has(id);
}

/** The name people read; the id itself when nobody knows it. */
export function displayName(id: string, language: 'zh' | 'en'): string {
  return names.get(id)?.[language] ?? id;
}

/** The queue that treats it; general support for what is not a leaf. */
export function queueOf(id: string): QueueSkill {
  return leaves.get(id)?.queue ?? 'support';
}

/** The default priority, before the rules of the message move it. */
export function priorityOf(id: string): Priority {
  return leaves.get(id)?.priority ?? 'normal';
}

/** Whether the bot may settle it alone; never for what is not a leaf. */
export function botMayAnswer(id: string): boolean {
  return leaves.get(id)?.botMayAnswer ?? false;
}

/** Says how somebody writes, not what about. */
export function isManner(intentId: string): boolean {
  return /^(?:service\.(?:human|chitchat)\.|none$)/.test(intentId);
}

function readIndex(): void {
  const path: string[] = [];
  for (const line of taxonomyIndex.trim().split('\n')) {
    const [dotted = '', zh = '', en = '', letters] = line.split('|');
    const name = dotted.replace(/^\.+/, '');
    path.length = dotted.length - name.length;
    const id = [...path, name].join('.');
    path.push(name);
    names.set(id, { zh, en });
    if (letters !== undefined) leaves.set(id, { id, zh, en, ...propertiesOf(letters) });
  }
}

function propertiesOf(letters: string): Pick<Leaf, 'priority' | 'queue' | 'botMayAnswer'> {
  const priority = priorities[letters.charAt(0)] ?? 'normal';
  const [, queue = 'support'] = Object.entries(queues).find(([letter]) => letter === letters.charAt(1)) ?? [];
  return { priority, queue, botMayAnswer: letters.endsWith('b') };
}
