import { BudgetEnvironment } from '../schemas/budget.ts';
import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { QualityEnvironment } from '../schemas/quality-review.ts';
import { announceBudget, announceBurst, announceReview } from './gateways/bus.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { log } from './runtime/log.ts';
import { listLoads, listSamples, putLoad } from './stores/loads.ts';
import { findBudget, listReviews, putBudget, saveReview } from './stores/decisions.ts';
import {
  endTurn,
  listBursts,
  listFacts,
  listRollUps,
  listTouched,
  putBurst,
  putRollUp,
  removeRollUp,
  settle,
  takeTurn,
} from './stores/insights.ts';
import { watchBudget } from './use-cases/budget.ts';
import { rollUpLoads } from './use-cases/loads.ts';
import { watchQuality } from './use-cases/quality-reviews.ts';
import { rollUp } from './use-cases/roll-up.ts';
import { watchBursts } from './use-cases/watch-bursts.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);
const { BUDGET: budget } = environment(BudgetEnvironment);
const { REVIEW_ABOVE: reviewAbove } = environment(QualityEnvironment);

const add = rollUp({
  insights: { endTurn, listFacts, listRollUps, listTouched, putRollUp, removeRollUp, settle, takeTurn },
  timeZone,
  now,
  log,
});
const addLoads = rollUpLoads({ loads: { listLoads, listSamples, putLoad }, timeZone, now });
const watch = watchBursts({
  insights: { listBursts, listFacts, listRollUps, putBurst },
  timeZone,
  announce: announceBurst,
  now,
  log,
});

const watchMoney = watchBudget({
  insights: { listRollUps },
  decisions: { findBudget, putBudget },
  timeZone,
  budget,
  announceLevel: announceBudget,
  now,
  log,
});
const watchReviews = watchQuality({
  insights: { listRollUps },
  decisions: { listReviews, saveReview },
  timeZone,
  reviewAbove,
  announceReview,
  now,
  log,
});

/** Every five minutes: rolls up what has changed, and looks at what asks for people: topics that burst, money, quality. */
export const handler = async (): Promise<void> => {
  await add();
  await addLoads();
  await watch();
  await watchMoney();
  await watchReviews();
};
