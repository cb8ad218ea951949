import type { planningApi } from '../../schemas/planning-api.ts';
import type { ShippedSeconds } from '../../schemas/sla.ts';
import type { KeptSimulation, SimulationRequest } from '../../schemas/simulation.ts';
import { canonicalJson, idFrom } from '../domain/digest.ts';
import { CommandReusedError, FaultyInputError, NotFoundError } from '../domain/errors.ts';
import type { Caller } from '../domain/ticket.ts';
import { orderedScenarios, playOrder } from '../simulation/order.ts';
import type { Answers } from './answers.ts';
import type { CountsNeeds } from './platform-counts.ts';
import { orderedStaffing, playStaffing } from './staffing-simulations.ts';
import type { Platform, Uses } from './platform.ts';

/** A function has no longer; what takes longer is told to be too much. */
const MOST_MS = 200_000;

type OrderNeeds = Uses<{ simulations: 'start' | 'find' }> &
  Pick<Platform, 'now' | 'requestSimulation'> & { shipped: ShippedSeconds; timeZone: string };

/** Takes orders for simulations, and tells what came of them. */
export const simulations = ({
  simulations,
  requestSimulation,
  shipped,
  timeZone,
  now,
}: OrderNeeds): Pick<
  Answers<typeof planningApi, Caller>,
  'startSimulation' | 'startStaffingSimulation' | 'getSimulation'
> => {
  const start = async (order: KeptSimulation['order'], commandId: string, by: string, askedAt: Date) => {
    // The writer's own id makes it: a repeat finds the first, and nobody else's id leads to it.
    const simulationId = idFrom(by, commandId, 32);
    const kept = await simulations.start({
      simulationId,
      by,
      askedAt: askedAt.toISOString(),
      status: 'waiting',
      order,
    });
    if (canonicalJson(kept.order) !== canonicalJson(order)) throw new CommandReusedError();
    // Whoever comes again may have failed just here; playing it twice plays the same.
    if (kept.status === 'waiting') await requestSimulation({ simulationId });
    return { simulationId, askedAt: kept.askedAt };
  };

  return {
    async startSimulation({ commandId, ...order }, { agentId }) {
      orderedScenarios(order, shipped);
      return start(order, commandId, agentId, now());
    },

    async startStaffingSimulation({ commandId, ...order }, { agentId }) {
      const askedAt = now();
      orderedStaffing(order, { shipped, timeZone, askedAt });
      return start(order, commandId, agentId, askedAt);
    },

    async getSimulation({ simulationId }) {
      const kept = await simulations.find(simulationId);
      if (!kept) throw new NotFoundError('simulation');
      const { order: _order, ...simulation } = kept;
      return simulation;
    },
  };
};

/** It takes longer than a function has. */
class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

type PlayNeeds = Uses<{ simulations: 'find' | 'end' }> &
  CountsNeeds &
  Pick<Platform, 'log'> & { shipped: ShippedSeconds };

/** Plays what was ordered, and keeps what came of it; one that has ended is left alone. */
export const playSimulation = (needs: PlayNeeds) => {
  const { simulations, shipped, now, log } = needs;
  const playedSeats = playStaffing(needs);
  return async ({ simulationId }: SimulationRequest): Promise<void> => {
    const kept = await simulations.find(simulationId);
    if (kept?.status !== 'waiting') return;
    const begun = now().getTime();
    const result = await played(kept, () => {
      if (now().getTime() - begun > MOST_MS) throw new TooLongError(TOO_LONG);
    });
    await simulations.end({ ...kept, ...result, endedAt: now().toISOString() });
    log('info', 'simulated', { simulationId, status: result.status });

    async function played({ order, askedAt }: KeptSimulation, look: () => void) {
      try {
        const answer =
          'seats' in order
            ? { staffing: await playedSeats(order, { askedAt: new Date(askedAt), look }) }
            : playOrder(orderedScenarios(order, shipped), look);
        return { status: 'done' as const, ...answer };
      } catch (error) {
        if (!(error instanceof TooLongError || error instanceof FaultyInputError)) throw error;
        return { status: 'failed' as const, reason: error.message };
      }
    }
  };
};

const TOO_LONG = `it took longer than ${MOST_MS / 1000} s: ask for fewer days or tickets, or play it with kefu simulate or kefu staff --simulate`;
