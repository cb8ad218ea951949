import type { TicketEvent } from '../../schemas/events.ts';
import type { ReactionName } from '../../schemas/work-queues.ts';
import { assignAfter } from '../use-cases/assign.ts';
import { collectCorrections } from '../use-cases/collect-corrections.ts';
import { collectQuestions } from '../use-cases/collect-questions.ts';
import { countReplies } from '../use-cases/count-replies.ts';
import { keepFacts } from '../use-cases/keep-facts.ts';
import { openStandby } from '../use-cases/hold-capacity.ts';
import type { Platform } from '../use-cases/platform.ts';
import { pushRun } from '../use-cases/push-run.ts';
import { surveyAfter } from '../use-cases/survey.ts';

/** What happens after an event, as the handlers do it; a new reaction does not compile until it is named here. */
export function reactions(
  platform: Platform,
): Record<ReactionName, (event: TicketEvent) => Promise<unknown>> {
  const push = pushRun(platform);
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
    pushes: (event) => push([event]),
    reserve: openStandby(platform),
    figures: keepFacts(platform),
  };
}
