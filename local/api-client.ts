import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { Agent, type Availability } from '../schemas/agent.ts';
import { Session } from '../schemas/customer-api.ts';
import { DeskReceipt } from '../schemas/desk-api.ts';
import { TicketEvent } from '../schemas/events.ts';
import { CustomerEvent, CustomerTicket, Receipt, TicketProgress } from '../schemas/views.ts';

/** An answer that was not the one asked for. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** One caller of the HTTP API. */
export class ApiClient {
  readonly api: string;
  readonly token: string | undefined;
  constructor(api: string, token?: string) {
    this.api = api;
    this.token = token;
  }

  /** Any request; the answer whatever its status. */
  async request(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.api}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  /** A request that must succeed, and its answer as its schema says. */
  async call<T extends z.ZodMiniType>(
    schema: T,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.output<T>> {
    const { status, text } = await this.request(method, path, body);
    const answer: unknown = JSON.parse(text);
    if (status >= 300) throw new ApiFailure(status, answer);
    return schema.parse(answer);
  }
}

/** A customer with a session. */
export class Customer extends ApiClient {
  readonly name: string;

  private constructor(api: string, name: string, token: string) {
    super(api, token);
    this.name = name;
  }

  static async start(api: string, name: string, hostToken?: string): Promise<Customer> {
    const body = { commandId: randomUUID(), ...(hostToken === undefined ? { name } : { hostToken }) };
    const { token } = await new ApiClient(api).call(Session, 'POST', '/v1/sessions', body);
    return new Customer(api, name, token);
  }

  open(text: string, more: object = {}): Promise<Receipt> {
    return this.call(Receipt, 'POST', '/v1/tickets', { commandId: randomUUID(), text, ...more });
  }

  say(ticketId: string, text: string): Promise<Receipt> {
    return this.act(ticketId, 'messages', { text });
  }

  act(
    ticketId: string,
    action: 'messages' | 'person' | 'resolve' | 'survey',
    body: object = {},
  ): Promise<Receipt> {
    return this.call(Receipt, 'POST', `/v1/tickets/${ticketId}/${action}`, {
      commandId: randomUUID(),
      ...body,
    });
  }

  ticket(ticketId: string): Promise<CustomerTicket> {
    return this.call(CustomerTicket, 'GET', `/v1/tickets/${ticketId}`);
  }

  async events(ticketId: string, after = 0): Promise<CustomerEvent[]> {
    const page = z.object({ events: z.array(CustomerEvent) });
    return (await this.call(page, 'GET', `/v1/tickets/${ticketId}/events?after=${after}`)).events;
  }

  progress(ticketId: string): Promise<TicketProgress> {
    return new ApiClient(this.api).call(TicketProgress, 'GET', `/v1/progress/${ticketId}`);
  }
}

/** A signed-in member of the desk. */
export class Member extends ApiClient {
  readonly agentId: string;
  constructor(api: string, agentId: string, token: string) {
    super(api, token);
    this.agentId = agentId;
  }

  /** Any of the desk's actions on a ticket, by the last part of its path. */
  act(ticketId: string, action: string, body: object = {}): Promise<DeskReceipt> {
    return this.call(DeskReceipt, 'POST', `/v1/desk/tickets/${ticketId}/${action}`, {
      commandId: randomUUID(),
      ...body,
    });
  }

  /** A sign of life; `until` says when the shift ends, null for open, and as it was when absent. */
  presence(availability: Availability, until?: string | null): Promise<Agent> {
    return this.call(Agent, 'POST', '/v1/desk/presence', { availability, until });
  }

  async history(ticketId: string, after = 0): Promise<TicketEvent[]> {
    const page = z.object({ events: z.array(TicketEvent) });
    return (await this.call(page, 'GET', `/v1/desk/tickets/${ticketId}/events?after=${after}&limit=200`))
      .events;
  }
}
