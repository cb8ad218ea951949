import type { Appeal } from '../../schemas/appeal.ts';
import type { RiskCategory, RiskCount } from '../../schemas/risk.ts';
import { VersionConflictError } from '../domain/errors.ts';
import type { Screened } from '../domain/risk/screening.ts';
import { heldKey } from '../stores/keys.ts';
import type { Risks } from '../use-cases/platform.ts';
import { frozen } from './frozen.ts';
import { SortedRows } from './rows.ts';

const countOf: Record<Screened['verdict'], RiskCount> = { send: 'flagged', hold: 'held', refuse: 'blocked' };

/** What the filter did, and what people said about it. */
export function memoryRisks(): Risks {
  const screened = new Map<string, Screened>();
  const held = new SortedRows<string>();
  const counted = new Set<string>();
  const totals = new SortedRows<Partial<Record<RiskCount, number>> & { category: RiskCategory }>();
  const appeals = new SortedRows<Appeal>();
  const nameOf = (writer: string, commandId: string) => `${writer} ${commandId}`;

  const count = (categories: readonly RiskCategory[], counts: readonly RiskCount[]): void => {
    for (const category of categories) {
      const row = { ...(totals.get(category) ?? { category }) };
      for (const it of counts) row[it] = (row[it] ?? 0) + 1;
      totals.set(category, row);
    }
  };

  return {
    async note(noted) {
      const { writer, commandId, ticketId, dueAt, categories, verdict } = noted;
      if (ticketId !== undefined && dueAt !== undefined) held.set(heldKey(dueAt, ticketId).sk, ticketId);
      const name = nameOf(writer, commandId);
      if (screened.has(name)) return;
      screened.set(name, frozen({ ...noted, categories: [...categories] }));
      count(categories, ['assessed', countOf[verdict]]);
    },
    async findScreened(writer, commandId) {
      return screened.get(nameOf(writer, commandId));
    },
    async listHeld(after) {
      return [...new Set(held.from(after.toISOString()))];
    },
    async countOnce(decision, categories, counts) {
      if (counted.has(decision)) return;
      counted.add(decision);
      count(categories, counts);
    },
    async counts() {
      return new Map(totals.all().map(({ category, ...row }) => [category, row]));
    },
    async addAppeal(appeal) {
      const first = appeals.get(appeal.appealId) ?? frozen(appeal);
      appeals.set(appeal.appealId, first);
      return first;
    },
    async getAppeal(appealId) {
      return appeals.get(appealId);
    },
    async listAppeals() {
      return appeals.all();
    },
    async decideAppeal(appeal) {
      const before = appeals.get(appeal.appealId);
      if (!before || before.verdict !== undefined) throw new VersionConflictError();
      appeals.set(appeal.appealId, frozen(appeal));
    },
  };
}
