import { stdout } from 'node:process';
import * as z from 'zod/mini';
import { seatsFor, type Sizing } from '../../functions/domain/staffing/erlang.ts';
import { Demand, ServiceGoal } from '../../schemas/staffing.ts';
import { command } from './command.ts';
import { percent, seconds } from './words.ts';

const Options = z.strictObject({
  ...Demand.shape,
  ...ServiceGoal.shape,
  json: z._default(z.boolean(), false),
});

/** How many seats keep a promise. */
export const erlang = command({
  name: 'erlang',
  summary: 'seats that keep a promise at a rate of arrivals (Erlang C, Erlang A)',
  about: `The fewest seats that answer a share of the arrivals within a target, and how they would do.
Without --patience-seconds nobody gives up (Erlang C); with it, those who give up count as not answered (Erlang A).`,
  options: {
    'arrivals-per-hour': { value: 'N', says: 'conversations that come in an hour' },
    'handling-seconds': { value: 'N', says: 'an agent is busy with one, on average' },
    'target-seconds': { value: 'N', says: 'until which a conversation must be answered' },
    'service-level': { value: 'N', says: 'share answered within the target, such as 0.95' },
    'patience-seconds': { value: 'N', says: 'customers wait before they give up, on average' },
    'max-occupancy': { value: 'N', says: 'share of their time that agents may be busy, such as 0.85' },
    concurrency: { value: 'N', says: 'conversations an agent holds at the same time   [1]' },
    json: { says: 'one line of JSON, and nothing else' },
  },
  examples: [
    '--arrivals-per-hour 480 --handling-seconds 360 --target-seconds 15 --service-level 0.95',
    '--arrivals-per-hour 480 --handling-seconds 360 --target-seconds 15 --service-level 0.95 --patience-seconds 300 --json',
    '--arrivals-per-hour 960 --handling-seconds 360 --target-seconds 180 --service-level 0.95 --concurrency 3 --max-occupancy 0.85',
  ],
  Shape: Options,
  run({ json, targetSeconds, serviceLevel, maxOccupancy, concurrency, ...demand }) {
    const sizing = seatsFor(demand, { targetSeconds, serviceLevel, maxOccupancy, concurrency });
    const { slots, ...printed } = sizing;
    stdout.write(
      json
        ? `${JSON.stringify(slots === sizing.seats ? printed : sizing)}\n`
        : inWords(sizing, targetSeconds),
    );
  },
});

function inWords(sizing: Sizing, targetSeconds: number): string {
  const { seats, slots, serviceLevel, waitProbability, averageWaitSeconds, occupancy, abandonment } = sizing;
  const rows = [
    ['seats', slots === seats ? String(seats) : `${seats}, for ${slots} conversations at once`],
    ['answered in time', `${percent(serviceLevel)} within ${seconds(targetSeconds)}`],
    ['have to wait', percent(waitProbability)],
    ['average wait', seconds(averageWaitSeconds)],
    ['busy', percent(occupancy)],
    ...(abandonment === undefined ? [] : [['give up', percent(abandonment)]]),
  ];
  return rows.map(([name = '', value = '']) => `${name.padEnd(18)}${value}\n`).join('');
}
