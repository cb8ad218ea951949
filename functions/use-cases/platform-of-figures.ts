import type { BudgetState } from '../../schemas/budget.ts';
import type { Burst } from '../../schemas/burst.ts';
import type { FactRow } from '../../schemas/facts.ts';
import type { LoadRow, LoadSample } from '../../schemas/load.ts';
import type { QualityReview } from '../../schemas/quality-review.ts';
import type { RollUp } from '../../schemas/roll-up.ts';
import type { KeptSimulation } from '../../schemas/simulation.ts';
import type { LoadsWanted } from '../domain/insights/load.ts';
import type { FactsPlace, RollUpsWanted, Touched } from '../domain/insights/roll-up.ts';

/** What is known of tickets in figures. */
export interface Insights {
  /** Keeps facts that tell of more than those kept, and marks their quarter whenever it is called. */
  putFacts(facts: FactRow): Promise<'kept' | 'known'>;
  listFacts(quarter: string): Promise<FactRow[]>;
  /** At most so many of one shard, behind a ticket and in the order of their ids. */
  listFactsAfter(place: FactsPlace, limit: number): Promise<FactRow[]>;
  listTouched(): Promise<Touched[]>;
  /** Takes the mark away, unless facts have changed since. */
  settle(touched: Touched): Promise<void>;
  listRollUps(wanted: RollUpsWanted): Promise<RollUp[]>;
  putRollUp(row: RollUp): Promise<void>;
  removeRollUp(row: RollUp): Promise<void>;
  /** Keeps a burst as it is known now. */
  putBurst(burst: Burst): Promise<void>;
  /** The bursts of a month of UTC (`2026-11`), the oldest first. */
  listBursts(month: string): Promise<Burst[]>;
  /** Whether this caller may roll up, alone, until then. */
  takeTurn(now: Date, until: Date): Promise<boolean>;
  /** Lets the next one roll up. */
  endTurn(until: Date): Promise<void>;
}

/** How many seats were taken, minute by minute and added up. */
export interface Loads {
  /** Keeps who was at work in a minute, unless that is known already. */
  putSample(sample: LoadSample): Promise<void>;
  listSamples(quarter: string): Promise<LoadSample[]>;
  listLoads(wanted: LoadsWanted): Promise<LoadRow[]>;
  putLoad(row: LoadRow): Promise<void>;
}

/** What figures ask people to decide: about the month's budget, and about quality. */
export interface Decisions {
  /** The level of a month (`2026-11`) that was last told of. */
  findBudget(month: string): Promise<BudgetState | undefined>;
  putBudget(state: BudgetState): Promise<void>;
  /** Every quality review, in no order. */
  listReviews(): Promise<QualityReview[]>;
  /** Keeps the next version of a review. @throws VersionConflictError when another one was before it */
  saveReview(review: QualityReview): Promise<void>;
}

/** What was asked to be played, and what came of it. */
export interface Simulations {
  /** Keeps an order, unless it is kept already: then as it is there. */
  start(simulation: KeptSimulation): Promise<KeptSimulation>;
  find(simulationId: string): Promise<KeptSimulation | undefined>;
  /** Keeps what came of it. */
  end(simulation: KeptSimulation): Promise<void>;
}
