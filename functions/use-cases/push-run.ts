import type { Run } from '../domain/runs.ts';
import { deliver } from './deliver.ts';
import { tellPlaces } from './tell-places.ts';

/** Pushes events to everyone they concern, and where they stand now to those who wait. */
export const pushRun = (platform: Parameters<typeof deliver>[0] & Parameters<typeof tellPlaces>[0]) => {
  const toConcerned = deliver(platform);
  const toWaiting = tellPlaces(platform);

  return async (run: Run): Promise<void> => {
    const ticket = await toConcerned(run);
    for (const { type } of run) await toWaiting(type, ticket);
  };
};
