import * as z from 'zod/mini';
import { DailyFormat } from './export.ts';
import { ShippedSeconds } from './sla.ts';

const name = z.string().check(z.minLength(1));
/** A variable that holds a document. */
export const json = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string, { issues }): unknown => {
        try {
          return JSON.parse(text);
        } catch {
          issues.push({ code: 'custom', message: 'must be JSON', input: text });
          return z.NEVER;
        }
      }),
    ),
    schema,
  );

/** What each resource tells the functions that use it. `lib` sets these names, the stores and gateways read them. */
export const TicketsEnvironment = z.object({ TICKETS_TABLE: name });
export type TicketsEnvironment = z.input<typeof TicketsEnvironment>;

export const DeskEnvironment = z.object({ DESK_TABLE: name });
export type DeskEnvironment = z.input<typeof DeskEnvironment>;

export const KnowledgeEnvironment = z.object({ KNOWLEDGE_TABLE: name });
export type KnowledgeEnvironment = z.input<typeof KnowledgeEnvironment>;

export const InsightsEnvironment = z.object({ INSIGHTS_TABLE: name });
export type InsightsEnvironment = z.input<typeof InsightsEnvironment>;

/** The clock of the business: whose hours and days are counted. */
export const TimeZoneEnvironment = z.object({ TIME_ZONE: name });
export type TimeZoneEnvironment = z.input<typeof TimeZoneEnvironment>;

/** Where exports stand. */
export const ExportsEnvironment = z.object({ EXPORTS_BUCKET: name });
export type ExportsEnvironment = z.input<typeof ExportsEnvironment>;

export const ExportQueueEnvironment = z.object({ EXPORTS_QUEUE_URL: name });
export type ExportQueueEnvironment = z.input<typeof ExportQueueEnvironment>;

/** What yesterday is exported as. */
export const DailyExportEnvironment = z.object({ EXPORT_FORMAT: DailyFormat });
export type DailyExportEnvironment = z.input<typeof DailyExportEnvironment>;

export const BusEnvironment = z.object({ EVENT_BUS: name });
export type BusEnvironment = z.input<typeof BusEnvironment>;

/** Which events go on the bus: those a reaction of ours subscribes to, or every one, for listeners of the operator's own. */
export const Published = z.enum(['subscribed', 'every']);
export type Published = z.infer<typeof Published>;

/** Which events go on the bus. */
export const RelayEnvironment = z.object({ PUBLISHED_EVENTS: Published });
export type RelayEnvironment = z.input<typeof RelayEnvironment>;

/** Where what could not be done at once waits. */
export const LiveEnvironment = z.object({ PUSHES_QUEUE_URL: name, TURNS_QUEUE_URL: name });
export type LiveEnvironment = z.input<typeof LiveEnvironment>;

export const TimersEnvironment = z.object({ TIMERS_QUEUE_URL: name });
export type TimersEnvironment = z.input<typeof TimersEnvironment>;

export const ClassificationEnvironment = z.object({ CLASSIFICATION_QUEUE_URL: name });
export type ClassificationEnvironment = z.input<typeof ClassificationEnvironment>;

/** Where orders of simulations wait. */
export const SimulationsEnvironment = z.object({ SIMULATIONS_QUEUE_URL: name });
export type SimulationsEnvironment = z.input<typeof SimulationsEnvironment>;

export const SocketsEnvironment = z.object({ SOCKETS_ENDPOINT: name });
export type SocketsEnvironment = z.input<typeof SocketsEnvironment>;

export const SecretsEnvironment = z.object({ SESSION_SECRET: name, HOST_SECRET: name });
export type SecretsEnvironment = z.input<typeof SecretsEnvironment>;

/** Where desk sign-ins come from. */
export const SignInEnvironment = z.object({
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: name,
  /** The claim that lists a member’s roles. */
  OIDC_ROLES_CLAIM: name,
  OIDC_JWKS_URI: z.url(),
});
export type SignInEnvironment = z.input<typeof SignInEnvironment>;

export const PolicyEnvironment = z.object({ SLA_POLICY: json(ShippedSeconds) });
export type PolicyEnvironment = z.input<typeof PolicyEnvironment>;

/** How likely the right article must be for the bot to answer with it, by the profile of capacity in force. */
export const BotSureFrom = z.strictObject({
  peak: z.number().check(z.gte(0.3), z.lte(0.99)),
  'off-peak': z.number().check(z.gte(0.3), z.lte(0.99)),
});
export type BotSureFrom = z.infer<typeof BotSureFrom>;

export const BotEnvironment = z.object({ BOT_SURE_FROM: json(BotSureFrom) });
export type BotEnvironment = z.input<typeof BotEnvironment>;

/** What the optional language model may do, which one it is, and what it may cost. */
export const BotWriterSettings = z.strictObject({
  use: z.enum(['off', 'answers', 'intents', 'both']),
  /** What is invoked: the id of a model, or the ARN of an inference profile. */
  modelId: name,
  callsPerHour: z.int().check(z.gte(1)),
  /** Milliseconds a reply may take. */
  timeoutMs: z.int().check(z.gte(100), z.lte(6000)),
});
export type BotWriterSettings = z.infer<typeof BotWriterSettings>;

export const BotWriterEnvironment = z.object({ BOT_WRITER: json(BotWriterSettings) });
export type BotWriterEnvironment = z.input<typeof BotWriterEnvironment>;
