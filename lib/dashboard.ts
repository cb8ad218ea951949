import { Duration, Stack } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ours } from './shared/metric.ts';
import type { ServiceFunction } from './shared/service-function.ts';
import type { WorkQueue } from './shared/work-queue.ts';

export interface DashboardProps {
  /** What a customer's message goes through. */
  readonly functions: Readonly<Record<string, ServiceFunction>>;
  readonly queues: Readonly<Record<string, WorkQueue>>;
}

const MINUTE = Duration.minutes(1);
const WIDTH = 12;

/** One page for whoever is on duty: how long people wait, what capacity is in force, and where work piles up or fails. Below 50 metrics. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { functions, queues }: DashboardProps) {
    super(scope, id);
    const perFunction = (metric: (one: ServiceFunction, label: string) => IMetric) =>
      Object.entries(functions).map(([label, one]) => metric(one, label));
    const perQueue = (metric: (one: WorkQueue, label: string) => IMetric) =>
      Object.entries(queues).map(([label, one]) => metric(one, label));
    new CloudWatchDashboard(this, 'Page', {
      dashboardName: `${Stack.of(this).stackName}-${Stack.of(this).region}`,
      defaultInterval: Duration.hours(3),
      widgets: [
        [
          graph('Longest wait for a person, seconds', [ours('LongestWaitSeconds')]),
          graph('Capacity: peak, standby pool open, what had drifted', [
            ours('PeakProfile'),
            ours('StandbyOpen'),
            ours('CapacityDrift'),
          ]),
        ],
        [
          graph('Per cent of the month’s budget, and its level', [
            ours('BudgetPercent'),
            ours('BudgetLevel'),
          ]),
          graph('Open quality reviews', [ours('QualityReviewsOpen')]),
        ],
        [
          graph(
            'Age of the oldest message, seconds',
            perQueue(({ queue }, label) =>
              queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, label }),
            ),
          ),
          graph(
            'Dead letters',
            perQueue(({ deadLetters }, label) =>
              deadLetters.metricApproximateNumberOfMessagesVisible({ period: MINUTE, label }),
            ),
          ),
        ],
        [
          graph(
            'Milliseconds of a call, 99th percentile',
            perFunction(({ worker }, label) =>
              worker.metricDuration({ period: MINUTE, statistic: Stats.percentile(99), label }),
            ),
          ),
          graph('Errors and throttles', [
            ...perFunction(({ worker }, label) => worker.metricErrors({ period: MINUTE, label })),
            ...perFunction(({ worker }, label) =>
              worker.metricThrottles({ period: MINUTE, label: `${label}, throttled` }),
            ),
          ]),
        ],
      ],
    });
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: WIDTH, leftYAxis: { min: 0, showUnits: false } });
}
