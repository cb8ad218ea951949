import { type LabourRate, LabourSettings } from '../../schemas/labour.ts';
import type { KeptSettings } from '../../schemas/settings.ts';
import { type Place, rateOf } from '../domain/cost/labour.ts';
import type { Platform, Uses } from './platform.ts';

type Needs = Uses<{ settings: 'latest' }> & Pick<Platform, 'now'>;

/** Versions that are looked at; a ticket older than all of them has the oldest. */
const MOST_VERSIONS = 100;
/** A save may have been on its way when one looked, and clocks differ a little. */
const UNSURE_MS = 10_000;

/**
 * The rate of an agent for a ticket: by the version of settings that was in force when the ticket was opened, so that what it cost stays the
 * same whenever it is reckoned. Undefined when none was saved by then, or none fits. What was in force then never changes any more: it is
 * looked up again only for tickets opened since.
 */
export function labourRates({
  settings,
  now,
}: Needs): (openedAt: string, agent: Place) => Promise<LabourRate | undefined> {
  let versions: KeptSettings[] = [];
  let sureUntil = -Infinity;

  return async (openedAt, agent) => {
    if (Date.parse(openedAt) >= sureUntil) {
      sureUntil = now().getTime() - UNSURE_MS;
      versions = await settings.latest('labour', MOST_VERSIONS);
    }
    const inForce = versions.find(({ savedAt }) => savedAt <= openedAt);
    return inForce && rateOf(LabourSettings.parse(inForce.settings), agent);
  };
}
