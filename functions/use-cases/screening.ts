import { type RiskEngine, screen } from '../domain/risk/engine.ts';
import { defaultSettings } from '../domain/risk/policy.ts';
import { loadRiskModel } from '../domain/risk/learnt.ts';
import { loadRiskList } from '../domain/risk/list/load.ts';
import { keepHot } from './keep-hot.ts';
import { counted } from './metrics.ts';
import { readSettings } from './risk-settings.ts';
import type { Platform, Screen, Uses } from './platform.ts';

/** What keeping the filter up to date takes. */
export type Filtering = Uses<{ artefacts: 'head' | 'read' }> & Pick<Platform, 'shippedRisk' | 'now' | 'log'>;

/** Screens texts with the filter as it is now. */
export function screening(platform: Filtering): Screen {
  const engine = hotEngine(platform);
  return async (text, direction) => screen(text, await engine(), direction);
}

/**
 * The filter as it is now, at most 15 s old: the operator's published lists and settings, else those that ship. A broken one is
 * refused with the reason in the log, and the one before it serves. Without any list nothing is found: messages go on, and an alarm
 * tells the operator.
 */
export function hotEngine(platform: Filtering): () => Promise<RiskEngine | undefined> {
  const published = keepHot(platform, 'risk', loadRiskList);
  const settings = keepHot(platform, 'risk-settings', readSettings);
  let own: Shipped | undefined;
  return async () => {
    const [lists, said] = await Promise.all([published(), settings()]);
    own ??= loadShipped(platform);
    const list = lists?.of ?? own.list;
    return list && { list, model: own.model, settings: said?.of ?? defaultSettings };
  };
}

interface Shipped {
  readonly list: RiskEngine['list'] | undefined;
  readonly model: RiskEngine['model'];
}

/** Read once: what is broken now is broken until the next deployment. */
function loadShipped({ shippedRisk, log, now }: Filtering): Shipped {
  const attempt = <T>(what: string, load: () => T): T | undefined => {
    try {
      return load();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log('error', 'risk filter is not whole', { what, reason, ...counted('RiskFilterBroken', now()) });
      return undefined;
    }
  };
  return {
    list: attempt('list', () => loadRiskList(shippedRisk().list)),
    model: attempt('model', () => loadRiskModel(shippedRisk().model)),
  };
}
