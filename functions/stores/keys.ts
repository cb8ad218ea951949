/**
 * Every key of every table, and the questions they answer.
 *
 * | Question                                        | Table     | Key                                                    |
 * | ----------------------------------------------- | --------- | ------------------------------------------------------ |
 * | A ticket, and its history after a number        | tickets   | pk `T#<ticket>`, sk `E#<number>` … `TICKET`            |
 * | Tickets waiting in a queue, next one first      | tickets   | byWork `Q#<queue>`, `<order>#<ticket>`                 |
 * | Tickets offered to or held by an agent          | tickets   | byWork `A#<agent>`, `<created>#<ticket>`               |
 * | A customer's tickets, newest first              | tickets   | byCustomer `C#<customer>`, `<created>#<ticket>`        |
 * | Timers due in a minute (those far away)         | tickets   | byDue `D#<minute>#<shard>`, `<due>#<kind>#<ticket>`    |
 * | All agents; one agent                           | desk      | pk `AGENTS`, sk `<agent>`                              |
 * | The session behind a token                      | desk      | pk `S#<sha256 of the token>`, sk `SESSION`             |
 * | Open sockets of a participant                   | desk      | pk `P#<participant>`, sk `<connection>`                |
 * | How far everybody has read a ticket             | desk      | pk `SEEN#<ticket>`, sk `<participant>`                 |
 * | Which epoch it is                               | desk      | pk `EPOCH`, sk `EPOCH`                                 |
 * | Which capacity profile is in force              | desk      | pk `CAPACITY`, sk `PROFILE`                            |
 * | Settings of a kind: every version, newest last    | desk      | pk `SETTINGS#<kind>`, sk `V#<version>`                 |
 * | How far a sweep shard has come                  | desk      | pk `SWEEP`, sk `<shard>`                               |
 * | Calls of the language model in an hour          | desk      | pk `BUDGET`, sk `MODEL#<hour>`                         |
 * | What the filter did about a write               | desk      | pk `R#<writer>`, sk `<command>`                        |
 * | Whether a decision about it was counted         | desk      | pk `COUNTED#<decision>`, sk `COUNTED`                  |
 * | All appeals; one of them                        | desk      | pk `APPEALS`, sk `<appeal>`                            |
 * | Held messages by when they are due              | desk      | pk `HELD`, sk `<due>#<ticket>`                         |
 * | How often the filter did what, by category      | desk      | pk `RISK`, sk `<category>`                             |
 * | Turns of customers since a time, ended or not    | desk      | pk `TURNS#<shard>`, sk `<start>#<ticket>`              |
 * | How turns of a day were answered, by team       | desk      | pk `REPLIES#<day>`, sk `SUM`                           |
 * | The same of turns that were told of late        | desk      | pk `REPLIES#<day>`, sk `<shard>#<team>`                |
 * | All articles; one article                       | knowledge | pk `ARTICLES`, sk `<article>`                          |
 * | All versions of an article                      | knowledge | pk `A#<article>`, sk `V#<version>`                     |
 * | How often articles were written                 | knowledge | pk `REVISION`, sk `ARTICLES`                           |
 * | Which version of an artefact is the current one | knowledge | pk `ARTEFACT`, sk `<kind>`                             |
 * | The parts of a version of an artefact           | knowledge | pk `X#<kind>#<version>#<digest>`, sk `<part>`          |
 * | Questions the bot could not answer; one of them | knowledge | pk `QUESTIONS`, sk `<question>`                        |
 * | Whether an event was counted as such a question | knowledge | pk `ASKED#<ticket>`, sk `<number>`                     |
 * | What agents corrected, oldest first             | knowledge | pk `CORRECTIONS`, sk `<time>#<ticket>#<number>`        |
 * | Facts of tickets opened in a quarter of an hour | insights  | pk `F#<quarter>#<shard>`, sk `<ticket>`                |
 * | Quarters whose facts changed since a roll-up    | insights  | pk `TOUCHED#<shard>`, sk `<quarter>`                   |
 * | Figures of a day's hours, by value              | insights  | pk `H#<zone>#<day>#<dimension>`, sk `<start>#<value>`  |
 * | Figures of a month's days, by value             | insights  | pk `D#<zone>#<month>#<dimension>`, sk `<day>#<value>`  |
 * | Bursts of topics in a month                     | insights  | pk `B#<month>`, sk `<quarter>#<topic>`                 |
 * | All exports; one of them                        | insights  | pk `EXPORTS`, sk `<export>`                            |
 * | The files of an export, in their order          | insights  | pk `EXPORT#<export>`, sk `<file>`                      |
 * | Whether somebody is rolling up                  | insights  | pk `ROLLING`, sk `ROLLING`                             |
 * | The level of a month's cost that was told of     | insights  | pk `BUDGET#<month>`, sk `BUDGET`                       |
 * | All quality reviews                             | insights  | pk `REVIEWS`, sk `<review>`                            |
 * | Who was at work in the minutes of a quarter     | insights  | pk `W#<quarter>`, sk `<minute>#<part>`                 |
 * | Load of a day's hours, by value                 | insights  | pk `LH#<zone>#<day>#<dimension>`, sk as figures        |
 * | Load of a month's days, by value                | insights  | pk `LD#<zone>#<month>#<dimension>`, sk as figures      |
 * | A simulation, and what came of it               | insights  | pk `SIMULATION#<id>`, sk `SIMULATION`                  |
 */
import type { ArtefactKind, ArtefactVersion } from '../../schemas/artefact.ts';
import type { Burst } from '../../schemas/burst.ts';
import type { Correction } from '../../schemas/correction.ts';
import type { LoadRow, LoadSample } from '../../schemas/load.ts';
import type { RiskCategory } from '../../schemas/risk.ts';
import type { RollUp } from '../../schemas/roll-up.ts';
import type { SettingsKind } from '../../schemas/settings.ts';
import type { Ticket } from '../../schemas/ticket.ts';
import { queueOrder } from '../domain/assignment.ts';
import type { LoadsWanted } from '../domain/insights/load.ts';
import { farTimer, SHARDS, shardOf } from '../domain/timer-plan.ts';

export const TICKET_SORT_KEY = 'TICKET';

export const ticketPartition = (ticketId: string) => `T#${ticketId}`;
/** The highest number that sorts as it counts. */
export const LAST_NUMBER = 9_999_999_999;
export const eventSortKey = (number: number) => `E#${String(number).padStart(10, '0')}`;

export const queuePartition = (queueId: string) => `Q#${queueId}`;
export const agentPartition = (agentId: string) => `A#${agentId}`;
export const customerPartition = (customerId: string) => `C#${customerId}`;
export const duePartition = (minute: string, shard: number) => `D#${minute}#${shard}`;

export const agentKey = (agentId: string) => ({ pk: 'AGENTS', sk: agentId });
export const sessionKey = (tokenHash: string) => ({ pk: `S#${tokenHash}`, sk: 'SESSION' });
export const participantPartition = (participant: string) => `P#${participant}`;
export const seenPartition = (ticketId: string) => `SEEN#${ticketId}`;
export const seenKey = (ticketId: string, address: string) => ({ pk: seenPartition(ticketId), sk: address });
export const epochKey = { pk: 'EPOCH', sk: 'EPOCH' };
export const profileKey = { pk: 'CAPACITY', sk: 'PROFILE' };
export const overrideKey = { pk: 'CAPACITY', sk: 'OVERRIDE' };
export const settingsKey = (kind: SettingsKind, version: number) => ({
  pk: `SETTINGS#${kind}`,
  sk: `V#${String(version).padStart(6, '0')}`,
});
export const modelCallsKey = (hour: string) => ({ pk: 'BUDGET', sk: `MODEL#${hour}` });
export const sweepKey = (shard: number) => ({ pk: 'SWEEP', sk: String(shard) });

export const screenedKey = (writer: string, commandId: string) => ({ pk: `R#${writer}`, sk: commandId });
export const countedKey = (decision: string) => ({ pk: `COUNTED#${decision}`, sk: 'COUNTED' });
export const APPEALS_PARTITION = 'APPEALS';
export const appealKey = (appealId: string) => ({ pk: APPEALS_PARTITION, sk: appealId });
export const HELD_PARTITION = 'HELD';
export const heldKey = (dueAt: string, ticketId: string) => ({
  pk: HELD_PARTITION,
  sk: `${dueAt}#${ticketId}`,
});
export const RISK_PARTITION = 'RISK';
export const riskCountKey = (category: RiskCategory) => ({ pk: RISK_PARTITION, sk: category });

export const turnPartitions = Array.from({ length: SHARDS }, (_, shard) => `TURNS#${shard}`);
export const turnKey = (startedAt: string, ticketId: string) => ({
  pk: `TURNS#${shardOf(ticketId)}`,
  sk: `${startedAt}#${ticketId}`,
});
/** Rows of one team and day, so that few who count at the same time meet. */
const TALLY_SHARDS = 16;
export const repliesPartition = (day: string) => `REPLIES#${day}`;
export const addedUpKey = (day: string) => ({ pk: repliesPartition(day), sk: 'SUM' });
export const replyTallyKey = (day: string, ticketId: string, team = '') => ({
  pk: repliesPartition(day),
  sk: `${shardOf(ticketId, TALLY_SHARDS)}#${team}`,
});

export const ARTICLES_PARTITION = 'ARTICLES';
export const articleKey = (articleId: string) => ({ pk: ARTICLES_PARTITION, sk: articleId });
export const articleVersionKey = (articleId: string, version: number) => ({
  pk: articleVersionsPartition(articleId),
  sk: `V#${String(version).padStart(6, '0')}`,
});

export const articleVersionsPartition = (articleId: string) => `A#${articleId}`;
export const articlesRevisionKey = { pk: 'REVISION', sk: 'ARTICLES' };

export const artefactHeadKey = (kind: ArtefactKind) => ({ pk: 'ARTEFACT', sk: kind });
export const chunkPartition = (kind: ArtefactKind, { version, digest }: ArtefactVersion) =>
  `X#${kind}#${String(version).padStart(8, '0')}#${digest.slice(0, 16)}`;
export const chunkKey = (kind: ArtefactKind, version: ArtefactVersion, part: number) => ({
  pk: chunkPartition(kind, version),
  sk: String(part).padStart(5, '0'),
});

export const QUESTIONS_PARTITION = 'QUESTIONS';
export const questionKey = (questionId: string) => ({ pk: QUESTIONS_PARTITION, sk: questionId });
export const askedKey = (ticketId: string, number: number) => ({
  pk: `ASKED#${ticketId}`,
  sk: String(number).padStart(10, '0'),
});

export const CORRECTIONS_PARTITION = 'CORRECTIONS';
export const correctionKey = ({ occurredAt, ticketId, number }: Correction) => ({
  pk: CORRECTIONS_PARTITION,
  sk: `${occurredAt}#${ticketId}#${number}`,
});

export const factPartition = (quarter: string, shard: number) => `F#${quarter}#${shard}`;
export const factKey = (quarter: string, ticketId: string) => ({
  pk: factPartition(quarter, shardOf(ticketId)),
  sk: ticketId,
});
export const touchedPartition = (shard: number) => `TOUCHED#${shard}`;
export const touchedKey = (quarter: string, shard: number) => ({ pk: touchedPartition(shard), sk: quarter });
/** Where the hours of a day, or the days of a month, stand. */
export const rollUpPartition = ({
  level,
  timeZone,
  dimension,
  day,
}: Omit<RollUp, 'value' | 'start' | 'figures'>) =>
  level === 'hour' ? `H#${timeZone}#${day}#${dimension}` : `D#${timeZone}#${day.slice(0, 7)}#${dimension}`;
export const rollUpKey = (row: Omit<RollUp, 'figures'>) => ({
  pk: rollUpPartition(row),
  sk: `${row.level === 'hour' ? row.start : row.day}#${row.value}`,
});
export const burstPartition = (month: string) => `B#${month}`;
export const burstKey = ({ quarter, topic }: Pick<Burst, 'quarter' | 'topic'>) => ({
  pk: burstPartition(quarter.slice(0, 7)),
  sk: `${quarter}#${topic}`,
});
export const simulationKey = (simulationId: string) => ({
  pk: `SIMULATION#${simulationId}`,
  sk: 'SIMULATION',
});
export const EXPORTS_PARTITION = 'EXPORTS';
export const exportKey = (exportId: string) => ({ pk: EXPORTS_PARTITION, sk: exportId });
export const exportFilesPartition = (exportId: string) => `EXPORT#${exportId}`;
export const exportFileKey = (exportId: string, name: string) => ({
  pk: exportFilesPartition(exportId),
  sk: name,
});
export const rollingKey = { pk: 'ROLLING', sk: 'ROLLING' };
export const samplePartition = (quarter: string) => `W#${quarter}`;
export const sampleKey = ({ minute, part }: Pick<LoadSample, 'minute' | 'part'>) => {
  const time = Date.parse(minute);
  return {
    pk: samplePartition(new Date(time - (time % 900_000)).toISOString()),
    sk: `${minute}#${String(part).padStart(3, '0')}`,
  };
};
export const loadPartition = ({ level, timeZone, day, dimension }: LoadsWanted) =>
  level === 'hour' ? `LH#${timeZone}#${day}#${dimension}` : `LD#${timeZone}#${day.slice(0, 7)}#${dimension}`;
export const loadKey = (row: Omit<LoadRow, 'load'>) => ({
  pk: loadPartition(row),
  sk: `${row.level === 'hour' ? row.start : row.day}#${row.value}`,
});
export const budgetKey = (month: string) => ({ pk: `BUDGET#${month}`, sk: 'BUDGET' });
export const REVIEWS_PARTITION = 'REVIEWS';
export const reviewKey = (reviewId: string) => ({ pk: REVIEWS_PARTITION, sk: reviewId });

/** The index keys of a ticket; an absent one keeps it out of that index. */
export function ticketIndexKeys(ticket: Ticket): Record<string, string> {
  const { ticketId, holder, createdAt } = ticket;
  const order = queueOrder(ticket);
  const held = holder.kind === 'offer' || holder.kind === 'agent';
  const far = farTimer(ticket);
  return {
    customerPk: customerPartition(ticket.customerId),
    customerSk: `${createdAt}#${ticketId}`,
    ...(order && { workPk: queuePartition(ticket.queueId), workSk: `${order}#${ticketId}` }),
    ...(held && { workPk: agentPartition(holder.agentId), workSk: `${createdAt}#${ticketId}` }),
    ...(far && {
      duePk: duePartition(far.minute, far.shard),
      dueSk: `${far.timer.dueAt}#${far.timer.kind}#${ticketId}`,
    }),
  };
}
