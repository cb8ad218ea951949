import { canonicalJson } from '../../functions/domain/digest.ts';
import { SeatUnavailableError, TornHistoryError } from '../../functions/domain/errors.ts';
import * as desk from './desk-operations.ts';
import * as insights from './insights-operations.ts';
import * as knowledge from './knowledge-operations.ts';
import * as tickets from './ticket-operations.ts';
import { type Draw, type Operation, type Stores, World } from './world.ts';

/** How often each kind of operation comes, by weight. */
const draws: readonly (readonly [number, Draw])[] = [
  [3, tickets.open],
  [12, tickets.decide],
  [8, tickets.talk],
  [4, tickets.moveSeats],
  [0.3, tickets.leaveGap],
  [6, tickets.readTicket],
  [3, tickets.readEvents],
  [6, tickets.list],
  [3, tickets.countWaiting],
  [3, tickets.listDue],
  [2, desk.putAgent],
  [5, desk.setPresence],
  [3, desk.readAgents],
  [2, desk.session],
  [2, desk.connection],
  [1, desk.capacity],
  [1, desk.sweepCursor],
  [1, desk.modelCall],
  [2, desk.seenCursor],
  [2, desk.setting],
  [2, desk.reply],
  [2, insights.facts],
  [2, insights.rollUp],
  [1, insights.burst],
  [2, insights.exported],
  [1, insights.turn],
  [1, insights.decision],
  [1, insights.load],
  [1, insights.simulation],
  [3, knowledge.article],
  [1, knowledge.artefact],
  [2, knowledge.question],
  [1, knowledge.correction],
  [2, knowledge.risk],
  [2, knowledge.appeal],
];
const WEIGHT = draws.reduce((sum, [weight]) => sum + weight, 0);

/** Where the two sides did not say the same. */
export interface Difference {
  step: number;
  name: string;
  memory: unknown;
  dynamodb: unknown;
}

export interface Comparison {
  operations: number;
  /** How often each kind of outcome was seen: what was never refused was never tested. */
  outcomes: Map<string, number>;
  differences: Difference[];
}

/** Runs the same seeded random operations on both sides and compares every answer and every error. */
export async function compare(
  { memory, dynamodb }: { memory: Stores; dynamodb: Stores },
  { seed, operations, told }: { seed: number; operations: number; told?: (done: number) => void },
): Promise<Comparison> {
  const world = new World(seed);
  const comparison: Comparison = { operations, outcomes: new Map(), differences: [] };
  for (let step = 0; step < operations; step += 1) {
    const operation = drawn(world);
    const [ours, theirs] = await Promise.all([outcomeOf(operation, memory), outcomeOf(operation, dynamodb)]);
    if (ours.text !== theirs.text)
      comparison.differences.push({
        step,
        name: operation.name,
        memory: ours.text,
        dynamodb: theirs.text,
      });
    const name = `${operation.name}: ${ours.kind}`;
    comparison.outcomes.set(name, (comparison.outcomes.get(name) ?? 0) + 1);
    await learn(world, memory, theirs.cursor);
    told?.(step + 1);
  }
  return comparison;
}

function drawn(world: World): Operation {
  for (;;) {
    let at = world.random() * WEIGHT;
    const found = draws.find(([weight]) => (at -= weight) < 0);
    const operation = found?.[1](world);
    if (operation) return operation;
  }
}

/** Keeps cursors and histories for later operations. */
async function learn(world: World, memory: Stores, cursor: string | undefined): Promise<void> {
  if (cursor !== undefined) world.cursors.push(cursor);
  if (world.cursors.length > 40) world.cursors.splice(4, 1);
  if (world.chance(0.5)) {
    const history = await memory.tickets.find(world.ticketId(), 0).catch(unlessTorn);
    if (history) world.histories.push(history);
    if (world.histories.length > 30) world.histories.shift();
  }
}

function unlessTorn(error: unknown): undefined {
  if (!(error instanceof TornHistoryError)) throw error;
}

interface OutcomeText {
  kind: string;
  text: string;
  cursor?: string;
}

async function outcomeOf({ run }: Operation, stores: Stores): Promise<OutcomeText> {
  try {
    const value = plain(await run(stores));
    const cursor = cursorIn(value);
    return { kind: 'ok', text: canonicalJson(comparable(value)), ...(cursor !== undefined && { cursor }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message } = error;
    const agentId = error instanceof SeatUnavailableError ? error.agentId : undefined;
    // A row that is not whole is refused by its schema: where is the same, the words are the schema's own.
    const words = name === '$ZodError' || name === 'ZodError' ? '' : message;
    return { kind: name, text: canonicalJson({ name, agentId, words }) };
  }
}

function plain(value: unknown): unknown {
  return value === undefined ? 'done' : JSON.parse(JSON.stringify(value));
}

function cursorIn(value: unknown): string | undefined {
  const found = value !== null && typeof value === 'object' && 'cursor' in value ? value.cursor : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Sets have no order, and the names in a cursor neither. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => {
      if (name === 'seats' && Array.isArray(part)) return [name, part.map(String).sort()];
      if (name === 'cursor' && typeof part === 'string')
        return [name, JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown];
      return [name, comparable(part)];
    }),
  );
}
