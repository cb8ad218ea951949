import type * as z from 'zod/mini';
import type { KeptSettings, SettingsKind } from '../../schemas/settings.ts';
import { IncidentSettings } from '../../schemas/incident.ts';
import { RoutingSettings } from '../../schemas/routing.ts';
import { SlaSettings } from '../../schemas/sla.ts';
import { noIncident } from '../domain/incident.ts';
import { defaultRouting } from '../domain/routing-defaults.ts';
import type { InForce } from '../domain/settings.ts';
import { nowAndThen } from './keep-hot.ts';
import type { Platform, Uses } from './platform.ts';

/** How old settings may be; a change is in force everywhere ten seconds after it was saved. */
const LOOK_SECONDS = 8;
/** How far back one looks for a version that can be used when newer ones are broken. */
const LOOK_BACK = 10;

type Needs = Uses<{ settings: 'latest' }> & Pick<Platform, 'now' | 'log'>;

/** One kind of settings: its name, its shape, and what ships. */
export interface Kind<S extends z.ZodMiniType> {
  readonly kind: SettingsKind;
  readonly schema: S;
  readonly shipped: z.output<S>;
}

/**
 * The settings of a kind as they are now, at most ten seconds old; what ships until something was saved. A version that cannot be
 * read is refused with the reason in the log, and the one before it serves. While the table cannot be read, what was seen last does.
 */
export function hotSettings<S extends z.ZodMiniType>(
  { settings, now, log }: Needs,
  { kind, schema, shipped }: Kind<S>,
): () => Promise<InForce<z.output<S>>> {
  let last: InForce<z.output<S>> = { version: 0, settings: shipped };
  let seen = 0;

  async function look(): Promise<InForce<z.output<S>>> {
    const [newest] = await settings.latest(kind, 1);
    if (!newest || newest.version === seen) return last;
    const found = readable(newest) ?? (await settings.latest(kind, LOOK_BACK)).map(readable).find(Boolean);
    seen = newest.version;
    if (found?.version !== newest.version)
      log('error', 'settings refused', { kind, version: newest.version, serving: found?.version ?? 0 });
    return found ?? { version: 0, settings: shipped };
  }

  function readable({ version, settings: said }: KeptSettings): InForce<z.output<S>> | undefined {
    const read = schema.safeParse(said);
    return read.success ? { version, settings: read.data } : undefined;
  }

  return nowAndThen(
    now,
    async () => {
      try {
        last = await look();
      } catch (error) {
        log('error', 'settings not refreshed', {
          kind,
          serving: last.version,
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
      return last;
    },
    LOOK_SECONDS,
  );
}

/** The promises in force. */
export function hotPolicy(platform: Needs & { shippedPolicy: SlaSettings }): Platform['policy'] {
  const current = hotSettings(platform, {
    kind: 'sla',
    schema: SlaSettings,
    shipped: platform.shippedPolicy,
  });
  return async () => {
    const { version, settings } = await current();
    return { ...settings, version };
  };
}

/** What is switched off now. */
export function hotIncident(platform: Needs): Platform['incident'] {
  const current = hotSettings(platform, { kind: 'incident', schema: IncidentSettings, shipped: noIncident });
  return async () => (await current()).settings;
}

/** How tickets find their agents, as it is in force. */
export function hotRouting(platform: Needs): Platform['routing'] {
  return hotSettings(platform, { kind: 'routing', schema: RoutingSettings, shipped: defaultRouting });
}
