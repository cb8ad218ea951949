import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** What functions write into their logs, in CloudWatch's embedded metric format. */
export function ours(
  metricName: string,
  period = Duration.minutes(1),
  statistic: string = Stats.MAXIMUM,
): Metric {
  return new Metric({ namespace: 'Kefu', metricName, period, statistic });
}
