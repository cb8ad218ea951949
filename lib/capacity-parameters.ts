import type { CfnParameterProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PEAK_WINDOWS_PATTERN } from '../schemas/peak-windows.ts';
import { parameter } from './shared/parameter.ts';

/** What Lambda allows as the most batches of a queue. */
export const POLLERS = { minValue: 2, maxValue: 1000 };

/** What `capacity.ts` puts into its plan by name. */
export function planCapacity(stack: Construct): void {
  const { text, number } = parametersIn(stack);
  text(
    'PeakWindows',
    'When it is peak: "20:00-23:00", or "mon-fri 20:00-23:00; sat,sun 10:00-14:00; fri 22:00-02:00"; empty: never',
    { default: '20:00-23:00', allowedPattern: PEAK_WINDOWS_PATTERN },
  );
  number('PeakLeadMinutes', 'Minutes before a peak window at which capacity goes up', {
    default: 10,
    minValue: 0,
    maxValue: 240,
  });
  number('PeakPollers', 'Most batches of each work queue at the same time, in peak', {
    default: 50,
    ...POLLERS,
  });
  for (const [profile, when] of [
    ['Peak', 'in peak'],
    ['OffPeak', 'off peak'],
  ]) {
    number(`${profile}BatchSize`, `Messages a batch of a work queue has at most, ${when}`, {
      default: 10,
      minValue: 1,
      maxValue: 10,
    });
    number(`${profile}Provisioned`, `Warm environments of each hot function, ${when}`, {
      default: 0,
      minValue: 0,
      maxValue: 1000,
    });
  }
  text('PeakStandbyOpen', 'Whether the standby pool takes part in peak from the start', {
    default: 'true',
    allowedValues: ['true', 'false'],
  });
  number('StandbyOpenSeconds', 'Seconds that somebody waits for a person until the standby pool opens', {
    default: 60,
    minValue: 1,
    maxValue: 86_400,
  });
  number('StandbyCloseMinutes', 'Minutes without such a wait until it closes again', {
    default: 10,
    minValue: 1,
    maxValue: 1440,
  });
}

/** What `plan-check.ts` holds against the promises by name. */
export function planSeats(stack: Construct): void {
  const { number } = parametersIn(stack);
  number(
    'PeakConversationsPerHour',
    'Conversations an hour that need a person in the busiest hour, by forecast; above 0 a deployment with too few seats is refused',
    { default: 0, minValue: 0, maxValue: 1_000_000 },
  );
  number('PeakUrgentShare', 'Share of them that is urgent', {
    default: 0.05,
    minValue: 0,
    maxValue: 1,
  });
  number('HandlingSeconds', 'Seconds that an agent is busy with one conversation', {
    default: 360,
    minValue: 1,
    maxValue: 14_400,
  });
  number('RegularSeats', 'Agents at work in peak', { default: 25, minValue: 0, maxValue: 1_000_000 });
  number('StandbySeats', 'Agents of the standby pool in peak', {
    default: 5,
    minValue: 0,
    maxValue: 1_000_000,
  });
  number('ConversationsPerSeat', 'Conversations that one agent holds at the same time', {
    default: 3,
    minValue: 1,
    maxValue: 20,
  });
  number('ServiceLevel', 'Share that a person is to reach within the seconds promised', {
    default: 0.95,
    minValue: 0.01,
    maxValue: 0.9999,
  });
}

function parametersIn(stack: Construct) {
  const make = (type: 'Number' | 'String') => (id: string, description: string, props: CfnParameterProps) =>
    parameter(stack, id, { type, description, ...props });
  return { text: make('String'), number: make('Number') };
}
