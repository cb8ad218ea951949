import * as z from 'zod/mini';
import { Session } from '../../../schemas/customer-api.ts';
import { aProfile } from '../memory.ts';
import type { Carried } from '../requests.ts';
import type { World, WriteName } from './world.ts';

/** Words the filter that ships refuses, and holds. */
export const refusedWords = '出售冰毒，现货包邮';
export const heldWords = '你这个傻逼客服';

const Receipt = z.object({ ticketId: z.string(), number: z.int() });

/** Does it, and reads what was answered. @throws Error when it was not accepted */
export async function done<T extends z.ZodMiniType>(
  { send, through }: World,
  name: WriteName,
  carried: Carried,
  schema: T,
): Promise<z.output<T>> {
  const { statusCode, body } = await through(() => send(name, carried));
  if (statusCode >= 300) throw new Error(`${name}: ${statusCode} ${body}`);
  return schema.parse(JSON.parse(body));
}

/** A customer with a session. */
export async function aCustomerIn(world: World): Promise<{ token: string; customerId: string }> {
  return done(world, 'createSession', { body: { commandId: world.newId('session'), name: '小美' } }, Session);
}

/** A ticket its customer has just opened, and everything that follows at once. `number` is what the customer has seen. */
export async function openedIn(world: World, text = '你好') {
  const { token } = await aCustomerIn(world);
  const body = { commandId: world.newId('open'), text };
  const { ticketId, number } = await done(world, 'openTicket', { token, body }, Receipt);
  world.unsettled.push({ token, path: { ticketId } });
  await world.pass(1);
  return { token, path: { ticketId }, number };
}

/** An agent who is ready to work. */
export async function anAgentIn(world: World): Promise<string> {
  const agentId = world.newId('agent');
  await done(
    world,
    'putAgent',
    { token: 'ada', path: { agentId }, body: aProfile({ tier: 'lead' }) },
    z.object({}),
  );
  await done(
    world,
    'setPresence',
    { token: agentId, body: { availability: 'available' } },
    z.object({ agentId: z.string() }),
  );
  return agentId;
}

/** A ticket that waits for the answer of the agent it is offered to: the only one at work. */
export async function offeredIn(world: World) {
  const agent = await anAgentIn(world);
  const { token: customer, path } = await openedIn(world, '转人工');
  await world.pass(2);
  return { token: agent, path, customer };
}

/** A ticket in an agent's hands; `number` is what the agent has seen. */
export async function takenIn(world: World) {
  const offered = await offeredIn(world);
  const body = { commandId: world.newId('accept') };
  const { number } = await done(world, 'acceptTicket', { ...offered, body }, Receipt);
  await world.pass(1);
  return { ...offered, number };
}

/** A customer's message that a reviewer has to look at, by its number. */
export async function heldIn(world: World) {
  const { token, path } = await openedIn(world);
  const body = { commandId: world.newId('held'), text: heldWords };
  const { number } = await done(world, 'sendMessage', { token, path, body }, Receipt);
  return { token: 'rui', path: { ...path, number: String(number) } };
}

/** What an appeal says about a customer's message that was refused. */
export async function refusedIn(world: World) {
  const { token, path } = await openedIn(world);
  const refused = world.newId('refused');
  await world.through(() =>
    world.send('sendMessage', { token, path, body: { commandId: refused, text: refusedWords } }),
  );
  return { token, body: { commandId: world.newId('appeal'), refused, text: refusedWords } };
}
