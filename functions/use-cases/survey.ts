import type { TicketEvent } from '../../schemas/events.ts';
import { offerSurvey } from '../domain/survey.ts';
import { decide, type Deciding } from './decide.ts';
import type { Platform } from './platform.ts';

/** Offers the survey of a resolution, once. */
export const surveyAfter =
  (platform: Deciding & Pick<Platform, 'policy' | 'now'>) => async (event: TicketEvent) => {
    if (event.type !== 'TicketResolved') return;
    const { resolutionCount } = event.body;
    await decide(platform, event.ticketId, async (history) =>
      offerSurvey(history, resolutionCount, { now: platform.now(), policy: await platform.policy() }),
    );
  };
