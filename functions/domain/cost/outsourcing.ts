import type { BudgetPlan, Outsourcing, Treated } from '../../../schemas/budget.ts';

/** Shares that are proposed: the platforms of the field let companies treat from 30 to 60 % of what people treat. */
export const LEAST_SHARE = 0.3;
export const MOST_SHARE = 0.6;

/** Tickets that some people treated at known rates, and what those cost. */
export interface TreatedBy {
  tickets: number;
  dollars: number;
}

/**
 * What companies do, and the least share of what people treat from `LEAST_SHARE` to `MOST_SHARE` (in whole per cent) with which the month
 * keeps to its budget: only what is still to come can change, and its labour changes as the mean of what a ticket costs with them and
 * with our own, weighted by the share. Nothing is proposed within the budget, and nothing while one of the two costs is unknown.
 */
export function outsourcingOf(known: {
  plan: BudgetPlan;
  /** Of the month so far, and of the whole month if that is known. */
  spent: number;
  projected: number | undefined;
  own: TreatedBy;
  companies: TreatedBy;
  /** What the cloud costs for the same tickets. */
  cloud: number;
}): Outsourcing {
  const { plan, spent, projected, own, companies, cloud } = known;
  const tickets = own.tickets + companies.tickets;
  const shown = {
    own: treated(own),
    companies: treated(companies),
    ...(tickets > 0 && { share: companies.tickets / tickets }),
  };
  if (plan.monthly === 0) return shown;
  if (projected === undefined) return { ...shown, note: 'nothing is projected yet' };
  if (projected <= plan.monthly) return shown;
  const missing = own.tickets === 0 ? 'our own people' : companies.tickets === 0 ? 'companies' : undefined;
  if (missing !== undefined)
    return { ...shown, note: `what a ticket costs with ${missing} is not known from the last four weeks` };

  const perOwn = own.dollars / own.tickets;
  const perCompany = companies.dollars / companies.tickets;
  const labour = own.dollars + companies.dollars;
  const toCome = projected - spent;
  const labourToCome = (toCome * labour) / (labour + cloud);
  const costWith = (share: number) => {
    const mean = (share * perCompany + (1 - share) * perOwn) / (labour / tickets);
    return spent + toCome - labourToCome + labourToCome * mean;
  };
  const shares = Array.from({ length: 31 }, (_, at) => (100 * LEAST_SHARE + at) / 100);
  const proposed = labour > 0 ? shares.find((share) => costWith(share) <= plan.monthly) : undefined;
  if (proposed !== undefined) return { ...shown, proposed, wouldCost: costWith(proposed) };
  const best = labour > 0 ? Math.min(...shares.map(costWith)) : projected;
  return {
    ...shown,
    wouldCost: best,
    note: `no share from ${100 * LEAST_SHARE} to ${100 * MOST_SHARE} % keeps to the budget: $${(best - plan.monthly).toFixed(2)} would still be missing`,
  };
}

function treated({ tickets, dollars }: TreatedBy): Treated {
  return { tickets, ...(tickets > 0 && { perTicket: dollars / tickets }) };
}
