import type { TicketEvent } from '../../schemas/events.ts';
import type { ReactionName } from '../../schemas/work-queues.ts';
import { assignAfter } from '../use-cases/assign.ts';
import { collectCorrections } from '../use-cases/collect-corrections.ts';
import { collectQuestions } from '../use-cases/collect-questions.ts';
import { countReplies } from '../use-cases/count-replies.ts';
import { deliver } from '../use-cases/deliver.ts';
import { keepFacts } from '../use-cases/keep-facts.ts';
import { openStandby } from '../use-cases/hold-capacity.ts';
import type { Platform } from '../use-cases/platform.ts';
import { surveyAfter } from '../use-cases/survey.ts';
import { tellPlaces } from '../use-cases/tell-places.ts';

/** What happens after an event, as the handlers do it; a new reaction does not compile until it is named here. */
export function reactions(
  platform: Platform,
): Record<ReactionName, (event: TicketEvent) => Promise<unknown>> {
  const toConcerned = deliver(platform);
  const toWaiting = tellPlaces(platform);
  const toQuestions = collectQuestions(platform);
  const toCorrections = collectCorrections(platform);
  return {
    seating: assignAfter(platform),
    surveys: surveyAfter(platform),
    collected: async (event) => {
      await toQuestions(event);
      await toCorrections(event);
    },
    turns: countReplies(platform),
    pushes: async (event) => {
      const ticket = await toConcerned(event);
      await toWaiting(event.type, ticket);
    },
    reserve: openStandby(platform),
    figures: keepFacts(platform),
  };
}
