import { BudgetEnvironment } from '../schemas/budget.ts';
import { TimeZoneEnvironment } from '../schemas/environment.ts';
import { insightsApi } from '../schemas/insights-api.ts';
import { verifySignIn } from './gateways/sign-in.ts';
import { members } from './runtime/callers.ts';
import { now } from './runtime/clock.ts';
import { environment } from './runtime/environment.ts';
import { endpoints } from './runtime/http.ts';
import { findBudget, listReviews, saveReview } from './stores/decisions.ts';
import { listLoads } from './stores/loads.ts';
import { listBursts, listRollUps } from './stores/insights.ts';
import { insights } from './use-cases/insights.ts';

const { TIME_ZONE: timeZone } = environment(TimeZoneEnvironment);
const { BUDGET: budget } = environment(BudgetEnvironment);

/** What leads and supervisors learn from all tickets. */
export const handler = endpoints(
  insightsApi,
  members(verifySignIn, now),
  insights({
    insights: { listBursts, listRollUps },
    loads: { listLoads },
    decisions: { findBudget, listReviews, saveReview },
    timeZone,
    budget,
    now,
  }),
);
