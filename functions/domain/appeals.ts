import type { Appeal, AppealBody, AppealProgress, AppealVerdict } from '../../schemas/appeal.ts';
import type { RiskCount } from '../../schemas/risk.ts';
import { RiskCategory } from '../../schemas/risk.ts';
import type { RiskFigures } from '../../schemas/safety-api.ts';
import { idFrom, sha256 } from './digest.ts';
import { IllegalTransitionError, NotFoundError } from './errors.ts';
import type { Screened } from './risk/screening.ts';

/**
 * An appeal against what the filter did about a write of the same writer; the text must be the one that was judged.
 * @throws NotFoundError @throws IllegalTransitionError
 */
export function appealOf(screened: Screened | undefined, body: AppealBody, now: Date): Appeal {
  if (!screened || screened.verdict === 'send') throw new NotFoundError('refused or held message');
  if (sha256(body.text) !== screened.digest)
    throw new IllegalTransitionError('appeal', 'the text must be that of the message, word for word');
  const { writer, categories, ticketId, verdict } = screened;
  return {
    // One appeal for each message.
    appealId: idFrom(writer, body.refused, 32),
    writer,
    outcome: verdict,
    categories: [...categories],
    ...(ticketId !== undefined && { ticketId }),
    text: body.text,
    ...(body.reason !== undefined && { reason: body.reason }),
    appealedAt: now.toISOString(),
  };
}

/** The appeal with a reviewer's verdict; the same one again changes nothing. @throws IllegalTransitionError */
export function decidedAppeal(
  appeal: Appeal,
  { verdict, reason, reviewer }: { verdict: AppealVerdict; reason: string; reviewer: string },
  now: Date,
): Appeal {
  if (appeal.writer === `agent:${reviewer}`)
    throw new IllegalTransitionError('decide the appeal', 'it is your own');
  const { decision, decidedBy } = appeal;
  if (appeal.verdict === verdict && decision === reason && decidedBy === reviewer) return appeal;
  if (appeal.verdict) throw new IllegalTransitionError('decide the appeal', `it was ${appeal.verdict}`);
  return { ...appeal, verdict, decision: reason, decidedBy: reviewer, decidedAt: now.toISOString() };
}

/** What its writer sees of an appeal. */
export function progressOfAppeal(appeal: Appeal): AppealProgress {
  const { appealId, categories, appealedAt, verdict, decidedAt } = appeal;
  return { appealId, categories, appealedAt, verdict, decidedAt };
}

/** Counts by category with the share that people found wrong. */
export function figuresOf(
  counts: ReadonlyMap<RiskCategory, Partial<Record<RiskCount, number>>>,
): RiskFigures[] {
  return RiskCategory.options.map((category) => {
    const known = counts.get(category) ?? {};
    const of = (name: RiskCount) => known[name] ?? 0;
    const stopped = of('held') + of('blocked');
    return {
      category,
      counts: {
        assessed: of('assessed'),
        flagged: of('flagged'),
        held: of('held'),
        blocked: of('blocked'),
        released: of('released'),
        refused: of('refused'),
        appealed: of('appealed'),
        upheld: of('upheld'),
        overturned: of('overturned'),
      },
      ...(stopped > 0 && { falseAlarms: (of('released') + of('overturned')) / stopped }),
    };
  });
}
